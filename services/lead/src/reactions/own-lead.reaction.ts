import { issue, whenOwn } from '@engsales/messaging';
import { businessDateOf } from '@engsales/values';
import type { LeadCaptured } from '../domain/lead/capturing/capturing.events.js';
import type {
  LeadAbandoned,
  LeadConverted,
  LeadMerged,
  LeadRevived,
} from '../domain/lead/converting/converting.events.js';
import type { SampleSiteVisited, TechnicalExchangeHeld } from '../domain/lead/evidence/evidence.events.js';
import { NoteActivity, StartClock, StopClock } from '../domain/follow-up-log/follow-up-log.commands.js';
import type { ActivityKind } from '../domain/follow-up-log/follow-up-log.values.js';
import { followUpLogId, leadHoldingId } from '../domain/ids.js';
import { FreeSlot, HoldLead } from '../domain/lead-holding/lead-holding.js';
import type { LeadOutcomeRecorded } from '../domain/lead/outcome/outcome.events.js';
import { NoteSampleCost } from '../domain/lead/outcome/outcome.commands.js';
import type { LeadAssigned, LeadClaimed, LeadReleasedToPool } from '../domain/lead/ownership/ownership.events.js';
import type { ProjectRegistered } from '../domain/lead/profiling/profiling.events.js';
import type { SampleRejected } from '../domain/sample-project/sample-project.events.js';
import type { VisitReported } from '../domain/visit/visit.events.js';

/** In these states a lead is in work: it is followed up, and counts among those that its owner holds. */
const IN_WORK = ['CAPTURED', 'QUALIFYING', 'DEVELOPING'];

interface Owned {
  readonly leadId: string;
  readonly state: string;
  readonly salespersonId?: string;
  readonly previousSalespersonId?: string;
}

/** A lead with an owner is followed up from that day on, and held by its owner and nobody else. */
function beginWork({ leadId, state, salespersonId, previousSalespersonId }: Owned, on: string) {
  const freed = previousSalespersonId === undefined ? [] : [freeSlot(leadId, previousSalespersonId)];
  if (salespersonId === undefined || !IN_WORK.includes(state)) return freed;
  const subject = { type: 'LEAD' as const, id: leadId };
  const logId = followUpLogId('LEAD', leadId);
  const holdingId = leadHoldingId(salespersonId);
  return [
    ...freed,
    issue(StartClock, 'clock', { logId, subject, projectId: leadId, salespersonId, on }),
    issue(HoldLead, 'hold', { holdingId, staffId: salespersonId, leadId }),
  ];
}

const freeSlot = (leadId: string, staffId: string) =>
  issue(FreeSlot, 'free', { holdingId: leadHoldingId(staffId), staffId, leadId });

/** Nobody follows it up any more. */
function endWork(leadId: string, staffId: string | undefined, on: string) {
  const stopped = issue(StopClock, 'clock', { logId: followUpLogId('LEAD', leadId), on });
  return staffId === undefined ? [stopped] : [stopped, freeSlot(leadId, staffId)];
}

/** The clock stands still already, or never ran. */
const NOTHING_RUNS = ['INVALID_TRANSITION', 'NOT_FOUND'];

export const beginWorkWhenCaptured = whenOwn<LeadCaptured>('LeadCaptured', {
  name: 'begin-work-when-lead-captured',
  // an imported lead may be old; nobody was to follow it up before
  then: ({ data, time }) => beginWork(data, data.imported ? businessDateOf(time) : data.capturedOn),
});
export const beginWorkWhenAssigned = whenOwn<LeadAssigned>('LeadAssigned', {
  name: 'begin-work-when-lead-assigned',
  then: ({ data }) => beginWork(data, data.assignedOn),
});
export const beginWorkWhenClaimed = whenOwn<LeadClaimed>('LeadClaimed', {
  name: 'begin-work-when-lead-claimed',
  then: ({ data }) => beginWork(data, data.claimedOn),
});
export const beginWorkWhenRevived = whenOwn<LeadRevived>('LeadRevived', {
  name: 'begin-work-when-lead-revived',
  then: ({ data }) => beginWork(data, data.revivedOn),
});

export const endWorkWhenReleased = whenOwn<LeadReleasedToPool>('LeadReleasedToPool', {
  name: 'end-work-when-lead-released',
  nothingToDo: NOTHING_RUNS,
  then: ({ data: { leadId, previousSalespersonId, releasedOn } }) => endWork(leadId, previousSalespersonId, releasedOn),
});
export const endWorkWhenConverted = whenOwn<LeadConverted>('LeadConverted', {
  name: 'end-work-when-lead-converted',
  nothingToDo: NOTHING_RUNS,
  then: ({ data: { leadId, salespersonId, convertedOn } }) => endWork(leadId, salespersonId, convertedOn),
});
export const endWorkWhenAbandoned = whenOwn<LeadAbandoned>('LeadAbandoned', {
  name: 'end-work-when-lead-abandoned',
  nothingToDo: NOTHING_RUNS,
  then: ({ data: { leadId, salespersonId, abandonedOn } }) => endWork(leadId, salespersonId, abandonedOn),
});
export const endWorkWhenMerged = whenOwn<LeadMerged>('LeadMerged', {
  name: 'end-work-when-lead-merged',
  nothingToDo: NOTHING_RUNS,
  then: ({ data: { leadId, salespersonId, mergedOn } }) => endWork(leadId, salespersonId, mergedOn),
});
export const endWorkWhenOutcomeRecorded = whenOwn<LeadOutcomeRecorded>('LeadOutcomeRecorded', {
  name: 'end-work-when-outcome-recorded',
  nothingToDo: NOTHING_RUNS,
  then: ({ data: { leadId, salespersonId, recordedOn } }) => endWork(leadId, salespersonId, recordedOn),
});

function activity(leadId: string, kind: ActivityKind, ref: string, on: string, nextFollowUpOn?: string) {
  return [issue(NoteActivity, ref, { logId: followUpLogId('LEAD', leadId), kind, ref, on, nextFollowUpOn })];
}

/** The lead has no owner and no log yet. */
const NO_LOG = ['NOT_FOUND'];

export const noteActivityWhenRegistered = whenOwn<ProjectRegistered>('ProjectRegistered', {
  name: 'note-activity-when-project-registered',
  nothingToDo: NO_LOG,
  then: ({ data: { leadId, recordedOn }, id }) => activity(leadId, 'REGISTRATION', id, recordedOn),
});
export const noteActivityWhenExchanged = whenOwn<TechnicalExchangeHeld>('TechnicalExchangeHeld', {
  name: 'note-activity-when-exchange-held',
  nothingToDo: NO_LOG,
  then: ({ data: { leadId, on }, id }) => activity(leadId, 'TECHNICAL_EXCHANGE', id, on),
});
export const noteActivityWhenSampleSeen = whenOwn<SampleSiteVisited>('SampleSiteVisited', {
  name: 'note-activity-when-sample-site-visited',
  nothingToDo: NO_LOG,
  then: ({ data: { leadId, on }, id }) => activity(leadId, 'SAMPLE_SITE', id, on),
});
export const noteActivityWhenVisited = whenOwn<VisitReported>('VisitReported', {
  name: 'note-activity-when-visit-reported',
  nothingToDo: NO_LOG,
  then: ({ data: { leadId, heldOn, nextFollowUpOn, visitId } }) =>
    activity(leadId, 'VISIT', visitId, heldOn, nextFollowUpOn),
});

/** What a rejected sample has cost, the lead has cost. */
export const noteCostWhenSampleRejected = whenOwn<SampleRejected>('SampleRejected', {
  name: 'note-cost-when-sample-rejected',
  then: ({ data: { leadId, sampleProjectId, costFen } }) => [
    issue(NoteSampleCost, sampleProjectId, { leadId, sampleProjectId, costFen }),
  ],
});
