import { aggregate, CommandTo, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import type { DunningLogged } from './dunning.events.js';
import type { DunningChannel } from './dunning.values.js';

/** What the contract says, read before the decision: its project, and the milestones that it has. */
export interface DunnedContract {
  readonly projectId: string;
  readonly milestoneIds: readonly string[];
}

export class LogDunning extends CommandTo<
  'contractId',
  {
    readonly channel: DunningChannel;
    /** Day until which the customer promised to pay. */
    readonly promiseDate?: string;
    readonly promisedFen?: number;
    readonly milestoneIds?: readonly string[];
    readonly note?: string;
    /** Its handler reads it; without it nothing is logged. */
    readonly contract?: DunnedContract;
  }
> {
  readonly type = 'LogDunning';
}

export interface DunningEntry {
  readonly no: number;
  readonly channel: DunningChannel;
  readonly promiseDate?: string;
  readonly promisedFen?: number;
  readonly milestoneIds: readonly string[];
  readonly note?: string;
  readonly loggedBy: string;
  readonly loggedOn: string;
}

/** 催收: what was said to the customer about money, and what he promised. A stream beside the contract. */
export interface Dunning {
  readonly state: 'NONE' | 'OPEN';
  readonly projectId?: string;
  readonly entries: readonly DunningEntry[];
}

const rules = {
  LogDunning: { command: LogDunning, in: ['NONE', 'OPEN'], decide: logDunning },
} satisfies RulesOf<LogDunning, Dunning, DunningLogged>;

const fold: FoldOf<DunningLogged, Dunning> = {
  DunningLogged({ entries }, data) {
    const entry: DunningEntry = {
      no: data.no,
      channel: data.channel,
      promiseDate: data.promiseDate,
      promisedFen: data.promisedFen,
      milestoneIds: data.milestoneIds ?? [],
      note: data.note,
      loggedBy: data.loggedBy,
      loggedOn: data.loggedOn,
    };
    return { state: 'OPEN', projectId: data.projectId, entries: [...entries, entry] };
  },
};

export const dunning = aggregate<Dunning, LogDunning, DunningLogged>({
  category: 'dunning',
  id: 'contractId',
  initialState: { state: 'NONE', entries: [] },
  rules,
  fold,
});

/** @throws Rejected PROMISE_DATE_INVALID, VALIDATION_FAILED for a sum without a day, NOT_FOUND for the contract or a milestone */
function logDunning({ data, issued }: LogDunning, { entries }: Dunning): DunningLogged[] {
  const { contract, contractId, promiseDate } = data;
  if (!contract) throw new Rejected('NOT_FOUND', `there is no contract ${contractId}`);
  const unknown = data.milestoneIds?.find((id) => !contract.milestoneIds.includes(id));
  if (unknown) throw new Rejected('NOT_FOUND', `the contract has no milestone ${unknown}`, { milestoneId: unknown });
  if (promiseDate !== undefined && promiseDate < issued.today) {
    const details = { promiseDate, today: issued.today };
    throw new Rejected('PROMISE_DATE_INVALID', `${promiseDate} lies before today`, details);
  }
  if (data.promisedFen !== undefined && promiseDate === undefined) {
    throw new Rejected('VALIDATION_FAILED', 'a sum is promised for no day', { pointer: '/promiseDate' });
  }
  return [
    {
      type: 'DunningLogged',
      data: {
        contractId,
        projectId: contract.projectId,
        no: entries.length + 1,
        channel: data.channel,
        promiseDate,
        promisedFen: data.promisedFen,
        milestoneIds: data.milestoneIds,
        note: data.note,
        loggedBy: issued.by.id,
        loggedOn: issued.today,
      },
    },
  ];
}
