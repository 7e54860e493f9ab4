import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { isGoods, type ContractLine } from '../drafting/drafting.state.js';
import {
  AcceptExecutionForm,
  ReturnExecutionForm,
  SubmitExecutionForm,
  type FormCommand,
} from './execution.commands.js';
import type { FormEvent, TracksRecord } from './execution.events.js';
import type { ExecutionForm, TrackItem, Tracks } from './execution.state.js';

/** The execution form (合同执行表): the salesperson submits it, commerce accepts it or gives it back. */
export const executionFormRules = {
  SubmitExecutionForm: { command: SubmitExecutionForm, in: ['SIGNED'], decide: submitExecutionForm },
  AcceptExecutionForm: { command: AcceptExecutionForm, in: ['SIGNED'], decide: acceptExecutionForm },
  ReturnExecutionForm: { command: ReturnExecutionForm, in: ['SIGNED'], decide: returnExecutionForm },
} satisfies RulesOf<FormCommand, SignedContract, ContractEvent>;

export const executionFormFold = {
  ExecutionFormSubmitted: (contract, data) => ({
    ...contract,
    executionForm: {
      formId: data.formId,
      state: data.state,
      submission: data.submission,
      tracks: copyTracks(data.tracks),
      specialRequirements: data.specialRequirements,
      submittedBy: data.submittedBy,
      submittedOn: data.submittedOn,
    },
  }),
  ExecutionFormReturned: (contract, { state, reason }) =>
    withForm(contract, (form) => ({ ...form, state, returnReason: reason })),
  ContractExecutionFormAccepted: (contract, { state, commerceOwnerId, acceptedOn }) => ({
    ...withForm(contract, (form) => ({ ...form, state: 'ACCEPTED', commerceOwnerId, acceptedOn })),
    state,
  }),
} satisfies FoldOf<FormEvent, SignedContract>;

/** What the salesperson leaves out is taken from the contract. @throws Rejected INVALID_TRANSITION while one lies with commerce */
function submitExecutionForm({ data, issued }: SubmitExecutionForm, contract: SignedContract): ContractEvent[] {
  const { executionForm: form, contractId } = contract;
  if (form && form.state !== 'RETURNED') throw wrongForm('SubmitExecutionForm', form.state, ['DRAFT', 'RETURNED']);
  const filled = tracksOfContract(contract);
  const { money = filled.money, goods = filled.goods, service = filled.service } = data.tracks ?? {};
  return [
    {
      type: 'ExecutionFormSubmitted',
      data: {
        contractId,
        formId: form?.formId ?? issued.commandId,
        state: 'SUBMITTED',
        submission: (form?.submission ?? 0) + 1,
        tracks: copyTracks({ money, goods, service }),
        specialRequirements: data.specialRequirements,
        submittedBy: issued.by.id,
        submittedOn: issued.today,
      },
    },
  ];
}

/** The formal handover: from now on commerce answers for the contract. */
function acceptExecutionForm({ data, issued }: AcceptExecutionForm, contract: SignedContract): ContractEvent[] {
  const form = submittedForm('AcceptExecutionForm', contract.executionForm);
  return [
    {
      type: 'ContractExecutionFormAccepted',
      data: {
        contractId: contract.contractId,
        contractVersion: contract.contractVersion,
        state: 'IN_EXECUTION',
        orderLineIds: contract.orderLineIds,
        formId: form.formId,
        commerceOwnerId: data.commerceOwnerId ?? issued.by.id,
        acceptedOn: issued.today,
        tracks: copyTracks(form.tracks),
        specialRequirements: form.specialRequirements,
      },
    },
  ];
}

function returnExecutionForm({ data, issued }: ReturnExecutionForm, contract: SignedContract): ContractEvent[] {
  const { formId, submission } = submittedForm('ReturnExecutionForm', contract.executionForm);
  const { contractId } = contract;
  const { reason } = data;
  const by = { returnedBy: issued.by.id, returnedOn: issued.today };
  return [
    { type: 'ExecutionFormReturned', data: { contractId, formId, state: 'RETURNED', submission, reason, ...by } },
  ];
}

function tracksOfContract({ document: { lines }, milestones }: SignedContract): Tracks {
  const item = ({ lineId, name, qty, uom, committedDate }: ContractLine): TrackItem => {
    return { item: `${name} ${qty} ${uom}`, ref: lineId, plannedOn: committedDate };
  };
  return {
    money: milestones.map(({ id, kind, dueOn }) => ({ item: kind, ref: id, plannedOn: dueOn })),
    goods: lines.filter(isGoods).map(item),
    service: lines.filter((line) => !isGoods(line)).map(item),
  };
}

/** Tracks between state and record, field by field. */
function copyTracks({ money, goods, service }: Tracks | TracksRecord): Tracks & TracksRecord {
  const copy = (items: readonly TrackItem[]) =>
    items.map(({ item, ref, plannedOn, ownerId }) => ({ item, ref, plannedOn, ownerId }));
  return { money: copy(money), goods: copy(goods), service: copy(service) };
}

function submittedForm(command: string, form: ExecutionForm | undefined): ExecutionForm {
  if (form?.state === 'SUBMITTED') return form;
  throw wrongForm(command, form?.state ?? 'DRAFT', ['SUBMITTED']);
}

function withForm(contract: SignedContract, change: (form: ExecutionForm) => ExecutionForm): SignedContract {
  const { executionForm: form } = contract;
  return form ? { ...contract, executionForm: change(form) } : contract;
}

function wrongForm(command: string, executionForm: string, possibleIn: readonly string[]): Rejected {
  const details = { command, executionForm, possibleIn };
  return new Rejected('INVALID_TRANSITION', `${command} is not possible while the form is ${executionForm}`, details);
}
