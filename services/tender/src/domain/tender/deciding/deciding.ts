import { Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { beginPreparation } from '../publishing/begin-preparation.js';
import type { BidPreparationBegun } from '../publishing/publishing.events.js';
import { tenderRecord } from '../tender-record.js';
import type { ExistingTender, GoCondition } from '../tender.state.js';
import { BEFORE_SUBMISSION, type NoBidReason } from '../tender.values.js';
import {
  DecideGoNoGo,
  DecideNoBid,
  EngageCommerce,
  MeetGoCondition,
  RequestNoBid,
  WaiveGoCondition,
  type DecidingCommand,
} from './deciding.commands.js';
import type { DecidingEvent } from './deciding.events.js';

type Decided = DecidingEvent | BidPreparationBegun;

/** Whether we bid, under which conditions, and who of the commerce department takes it on. */
export const decidingRules = {
  EngageCommerce: { command: EngageCommerce, in: BEFORE_SUBMISSION, decide: engageCommerce },
  DecideGoNoGo: { command: DecideGoNoGo, in: BEFORE_SUBMISSION, decide: decideGoNoGo },
  MeetGoCondition: { command: MeetGoCondition, in: BEFORE_SUBMISSION, decide: meetGoCondition },
  WaiveGoCondition: { command: WaiveGoCondition, in: BEFORE_SUBMISSION, decide: waiveGoCondition },
  DecideNoBid: { command: DecideNoBid, in: BEFORE_SUBMISSION, decide: decideNoBid },
  RequestNoBid: { command: RequestNoBid, in: [...BEFORE_SUBMISSION, 'SUBMITTED'], decide: requestNoBid },
} satisfies RulesOf<DecidingCommand, ExistingTender, Decided>;

export const decidingFold = {
  CommerceEngaged: (tender, { commerceOwnerId }) => ({ ...tender, commerceOwnerId }),
  GoNoGoDecided: (tender, { go, reason, winProbabilityBps, conditions, by, decidedOn }) => ({
    ...tender,
    goDecision: { go, reason, winProbabilityBps, by, on: decidedOn },
    conditions: conditions.map((condition) => known(tender.conditions, condition)),
  }),
  GoConditionMet: (tender, { id, evidenceRef, by }) => ({
    ...tender,
    conditions: changed(tender.conditions, id, (condition) => ({ ...condition, metBy: by, evidenceRef })),
  }),
  GoConditionWaived: (tender, { id, reason }) => ({
    ...tender,
    conditions: changed(tender.conditions, id, (condition) => ({ ...condition, waivedReason: reason })),
  }),
  NoBidDecided: (tender, { state, reason, note, decidedOn }) => ({
    ...tender,
    state,
    noBidRequested: undefined,
    noBid: { reason, note, on: decidedOn },
  }),
  NoBidRequested: (tender, { reason }) => ({ ...tender, noBidRequested: reason }),
} satisfies FoldOf<DecidingEvent, ExistingTender>;

/** A condition that is decided on again in the same words is as met as it was. */
function known(
  before: readonly GoCondition[],
  { id, text, dueOn }: { readonly id: string; readonly text: string; readonly dueOn?: string },
): GoCondition {
  const same = before.find((condition) => condition.id === id && condition.text === text);
  return { id, text, dueOn, metBy: same?.metBy, evidenceRef: same?.evidenceRef, waivedReason: same?.waivedReason };
}

const changed = (conditions: readonly GoCondition[], id: string, change: (condition: GoCondition) => GoCondition) =>
  conditions.map((condition) => (condition.id === id ? change(condition) : condition));

export const isOpenCondition = ({ metBy, waivedReason }: GoCondition): boolean =>
  metBy === undefined && waivedReason === undefined;

/** May be told anew when somebody else takes it on. */
function engageCommerce({ data, issued }: EngageCommerce, tender: ExistingTender): Decided[] {
  const { commerceOwnerId } = data;
  if (tender.commerceOwnerId === commerceOwnerId) return [];
  const record = tenderRecord(tender, issued);
  return [
    { type: 'CommerceEngaged', data: { ...record, commerceOwnerId, engagedOn: issued.today } },
    ...beginPreparation({ ...tender, commerceOwnerId }, issued),
  ];
}

/** @throws Rejected VALIDATION_FAILED */
function decideGoNoGo({ data, issued }: DecideGoNoGo, tender: ExistingTender): Decided[] {
  const { go, reason, winProbabilityBps, noBidReason = 'OTHER' } = data;
  const ids = data.conditions.map(({ id }) => id);
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined) {
    throw new Rejected('VALIDATION_FAILED', `condition ${double} stands twice`, { pointer: '/conditions', id: double });
  }
  const conditions = data.conditions.map(({ id, text, dueOn }) => ({ id, text, dueOn }));
  const decidedOn = issued.today;
  const decided: Decided = {
    type: 'GoNoGoDecided',
    data: { ...tenderRecord(tender, issued), go, reason, winProbabilityBps, conditions, decidedOn },
  };
  if (!go) return [decided, noBid(tender, noBidReason, reason, issued)];
  const goDecision = { go, reason, winProbabilityBps, by: issued.by.id, on: decidedOn };
  return [decided, ...beginPreparation({ ...tender, goDecision }, issued)];
}

function noBid(tender: ExistingTender, reason: NoBidReason, note: string, issued: Issued): Decided {
  return {
    type: 'NoBidDecided',
    data: { ...tenderRecord(tender, issued, 'NO_BID'), reason, note, decidedOn: issued.today },
  };
}

/** @throws Rejected NOT_FOUND {id} */
function meetGoCondition({ data, issued }: MeetGoCondition, tender: ExistingTender): Decided[] {
  const { id, evidenceRef } = data;
  refuseUnknownCondition(tender, id);
  const record = tenderRecord(tender, issued);
  return [{ type: 'GoConditionMet', data: { ...record, id, evidenceRef, metOn: issued.today } }];
}

/** @throws Rejected NOT_FOUND {id} */
function waiveGoCondition({ data, issued }: WaiveGoCondition, tender: ExistingTender): Decided[] {
  const { id, reason } = data;
  refuseUnknownCondition(tender, id);
  const record = tenderRecord(tender, issued);
  return [{ type: 'GoConditionWaived', data: { ...record, id, reason, waivedOn: issued.today } }];
}

function refuseUnknownCondition({ conditions }: ExistingTender, id: string): void {
  if (conditions.some((condition) => condition.id === id)) return;
  throw new Rejected('NOT_FOUND', `there is no condition ${id}`, { id });
}

/** @throws Rejected NO_BID_REASON_REQUIRED */
function decideNoBid({ data, issued }: DecideNoBid, tender: ExistingTender): Decided[] {
  const { reason, note } = data;
  if (reason === undefined) throw new Rejected('NO_BID_REASON_REQUIRED', 'why we do not bid is not said');
  return [noBid(tender, reason, note, issued)];
}

function requestNoBid({ data, issued }: RequestNoBid, tender: ExistingTender): Decided[] {
  if (tender.noBidRequested !== undefined) return [];
  const { reason } = data;
  const { salespersonId } = tender;
  const record = tenderRecord(tender, issued);
  return [{ type: 'NoBidRequested', data: { ...record, reason, salespersonId, requestedOn: issued.today } }];
}
