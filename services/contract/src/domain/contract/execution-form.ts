import { Rejected } from '@engsales/event-sourcing/decider';
import { isGoods, orderLineIdsOf } from './contract-document.js';
import type { AcceptExecutionForm, ReturnExecutionForm, SubmitExecutionForm } from './execution.commands.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';

/** One thing to be done on a track: a milestone, a line, or what the salesperson adds. */
export interface TrackItem {
  readonly item: string;
  /** Milestone or line that it stands for. */
  readonly ref?: string;
  readonly plannedOn?: string;
  /** Staff id. */
  readonly ownerId?: string;
}

/** 收付款、收发货、现场服务 (seed H16). */
export interface Tracks {
  readonly money: readonly TrackItem[];
  readonly goods: readonly TrackItem[];
  readonly service: readonly TrackItem[];
}

/** 合同执行表. Accepted by commerce it is the formal handover: 正式交接点 (seed H15). */
export interface ExecutionForm {
  readonly formId: string;
  readonly state: 'SUBMITTED' | 'RETURNED' | 'ACCEPTED';
  readonly submission: number;
  readonly tracks: Tracks;
  readonly specialRequirements?: string;
  readonly submittedBy: string;
  readonly submittedOn: string;
  readonly returnReason?: string;
  readonly commerceOwnerId?: string;
  readonly acceptedOn?: string;
}

/** What the salesperson leaves out is taken from the contract. @throws Rejected INVALID_TRANSITION while one lies with commerce */
export function submitForm({ data, issued }: SubmitExecutionForm, contract: ExistingContract): ContractEvent[] {
  const { executionForm: form, contractId } = contract;
  if (form && form.state !== 'RETURNED') throw wrongForm('SubmitExecutionForm', form.state, ['DRAFT', 'RETURNED']);
  const { specialRequirements, tracks } = data;
  return [
    {
      type: 'ExecutionFormSubmitted',
      data: {
        contractId,
        formId: form?.formId ?? issued.commandId,
        state: 'SUBMITTED',
        submission: (form?.submission ?? 0) + 1,
        tracks: { ...tracksOf(contract), ...tracks },
        ...(specialRequirements === undefined ? {} : { specialRequirements }),
        submittedBy: issued.by.id,
        submittedOn: issued.today,
      },
    },
  ];
}

export function acceptForm({ data, issued }: AcceptExecutionForm, contract: ExistingContract): ContractEvent[] {
  const form = submitted('AcceptExecutionForm', contract.executionForm);
  const { contractId, contractVersion = 1 } = contract;
  const { formId, tracks, specialRequirements } = form;
  return [
    {
      type: 'ContractExecutionFormAccepted',
      data: {
        contractId,
        contractVersion,
        state: 'IN_EXECUTION',
        orderLineIds: orderLineIdsOf(contract.document),
        formId,
        commerceOwnerId: data.commerceOwnerId ?? issued.by.id,
        acceptedOn: issued.today,
        tracks,
        ...(specialRequirements === undefined ? {} : { specialRequirements }),
      },
    },
  ];
}

export function returnForm({ data, issued }: ReturnExecutionForm, contract: ExistingContract): ContractEvent[] {
  const { formId, submission } = submitted('ReturnExecutionForm', contract.executionForm);
  const { contractId } = contract;
  const { reason } = data;
  const by = { returnedBy: issued.by.id, returnedOn: issued.today };
  return [
    { type: 'ExecutionFormReturned', data: { contractId, formId, state: 'RETURNED', submission, reason, ...by } },
  ];
}

function tracksOf({ document: { lines }, milestones = [] }: ExistingContract): Tracks {
  const item = ({ lineId, name, qty, uom, committedDate }: (typeof lines)[number]): TrackItem => {
    return { item: `${name} ${qty} ${uom}`, ref: lineId, plannedOn: committedDate };
  };
  return {
    money: milestones.map(({ id, kind, dueOn }) => ({ item: kind, ref: id, ...(dueOn ? { plannedOn: dueOn } : {}) })),
    goods: lines.filter(isGoods).map(item),
    service: lines.filter((line) => !isGoods(line)).map(item),
  };
}

function submitted(command: string, form: ExecutionForm | undefined): ExecutionForm {
  if (form?.state === 'SUBMITTED') return form;
  throw wrongForm(command, form?.state ?? 'DRAFT', ['SUBMITTED']);
}

function wrongForm(command: string, executionForm: string, possibleIn: readonly string[]): Rejected {
  const details = { command, executionForm, possibleIn };
  return new Rejected('INVALID_TRANSITION', `${command} is not possible while the form is ${executionForm}`, details);
}
