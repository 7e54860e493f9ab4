import { Rejected, type Command, type Decider, type DomainEvent, type Issued } from '@engsales/event-sourcing/decider';

export const CHANNELS = ['PHONE', 'VISIT', 'LETTER', 'EMAIL', 'WECHAT', 'LAWYER_LETTER'] as const;
export type DunningChannel = (typeof CHANNELS)[number];

export interface DunningData {
  readonly contractId: string;
  readonly channel: DunningChannel;
  /** Day until which the customer promised to pay. */
  readonly promiseDate?: string;
  readonly promisedFen?: number;
  readonly milestoneIds?: readonly string[];
  readonly note?: string;
}

export class LogDunning implements Command {
  readonly type = 'LogDunning';
  constructor(
    readonly data: DunningData,
    readonly issued: Issued,
  ) {}
}

export type DunningLogged = DomainEvent<
  'DunningLogged',
  DunningData & {
    readonly no: number;
    readonly projectId: string;
    readonly loggedBy: string;
    readonly loggedOn: string;
  }
>;

/** 催收: what was said to the customer about money, and what he promised. A stream beside the contract. */
export interface Dunning {
  readonly projectId?: string;
  readonly entries: readonly Omit<DunningLogged['data'], 'contractId' | 'projectId'>[];
}

/** What the contract says, read before the decision: its project, and the milestones that it has. */
export interface DunnedContract {
  readonly projectId: string;
  readonly milestoneIds: readonly string[];
}

export class LogDunningOn implements Command {
  readonly type = 'LogDunningOn';
  constructor(
    readonly data: DunningData & { readonly contract: DunnedContract },
    readonly issued: Issued,
  ) {}
}

/** @throws Rejected PROMISE_DATE_INVALID, NOT_FOUND for a milestone */
export const dunning: Decider<Dunning, LogDunningOn, DunningLogged> = {
  category: 'dunning',
  stored: { DunningLogged: 1 },
  initialState: { entries: [] },
  decide({ data: { contract, ...said }, issued }, { entries }) {
    const unknown = said.milestoneIds?.find((id) => !contract.milestoneIds.includes(id));
    if (unknown) throw new Rejected('NOT_FOUND', `the contract has no milestone ${unknown}`, { milestoneId: unknown });
    if (said.promiseDate !== undefined && said.promiseDate < issued.today) {
      const details = { promiseDate: said.promiseDate, today: issued.today };
      throw new Rejected('PROMISE_DATE_INVALID', 'the promised day lies before today', details);
    }
    const by = { loggedBy: issued.by.id, loggedOn: issued.today };
    const { projectId } = contract;
    return [{ type: 'DunningLogged', data: { ...said, no: entries.length + 1, projectId, ...by } }];
  },
  evolve({ entries }, { data: { contractId: _id, projectId, ...entry } }) {
    return { projectId, entries: [...entries, entry] };
  },
};
