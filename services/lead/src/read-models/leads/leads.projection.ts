import {
  eachOf,
  insertOnce,
  projection,
  updateNewer,
  upsertNewer,
  type Columns,
  type Recorded,
} from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { HeardOfRecord, LeadCaptured } from '../../domain/lead/capturing/capturing.events.js';
import type { LeadEvent } from '../../domain/lead/lead.events.js';
import type { ProductLineEvent } from '../../domain/product-line/product-line.events.js';

type Event = LeadEvent | ProductLineEvent;

const each = eachOf<Event>();

/** Where does every lead stand? A row per lead, and what each product line aims at. */
export const leads = projection<Event>({
  name: 'leads',
  tables: ['lead', 'lead_line_target'],
  on: {
    LeadCaptured: (event, rows) => insertOnce(rows, 'lead', 'lead_id', capturedColumns(event)),
    LeadCorrected: (event, rows) => change(event, rows, heardColumns(event.data)),
    ...each(['LeadAssigned', 'LeadClaimed'], (event, rows) => change(event, rows, ownerColumns(event.data))),
    LeadReleasedToPool: (event, rows) =>
      change(event, rows, {
        ...ownerColumns(event.data),
        released_on: event.data.releasedOn,
        release_reason: event.data.reason,
        last_holder_id: event.data.previousSalespersonId,
        cool_off_until: event.data.coolOffUntil,
      }),
    ChannelAttached: (event, rows) => change(event, rows, { channel_id: event.data.channelId }),
    ChannelDetached: (event, rows) => change(event, rows, { channel_id: null }),
    ...each(['ProjectRegistered', 'ProjectDescribed'], (event, rows) =>
      change(event, rows, { product_line_ids: event.data.productLineIds }),
    ),
    LeadForecast: (event, rows) =>
      change(event, rows, {
        estimated_fen: event.data.estimatedAmountFen,
        probability_bps: event.data.winProbabilityBps,
        expected_signing_on: event.data.expectedSigningOn,
      }),
    ConstructionPhaseObserved: (event, rows) =>
      change(event, rows, {
        phase: event.data.constructionPhase,
        process: event.data.constructionProcess,
        work_packages: JSON.stringify(event.data.workPackages),
      }),
    RelationshipAssessed: (event, rows) => change(event, rows, { relationship: event.data.relationship }),
    ChecklistItemConfirmed: (event, rows) => checkItem(event, rows, 'array_append'),
    ChecklistItemWithdrawn: (event, rows) => checkItem(event, rows, 'array_remove'),
    LeadQualified: (event, rows) => change(event, rows, { qualified_on: event.data.qualifiedOn }),
    LeadConverted: (event, rows) =>
      change(event, rows, {
        estimated_fen: event.data.estimatedAmountFen,
        converted_on: event.data.convertedOn,
        awarded: false,
      }),
    PursuitAwarded: (event, rows) =>
      change(event, rows, { awarded: true, ...(event.data.state === 'CONVERTED' ? { outcome: null } : {}) }),
    PursuitEnded: (event, rows) => change(event, rows, { awarded: false }),
    LeadOutcomeRecorded: (event, rows) =>
      change(event, rows, {
        outcome: event.data.outcome,
        won_fen: event.data.amountFen,
        closed_on: event.data.recordedOn,
      }),
    LeadAbandoned: (event, rows) =>
      change(event, rows, {
        abandoned_on: event.data.abandonedOn,
        abandon_reason: event.data.reason,
        abandon_note: event.data.note,
        revisit_on: event.data.revisitOn,
      }),
    LeadRevived: (event, rows) =>
      change(event, rows, {
        ...ownerColumns(event.data),
        attempt_no: event.data.attemptNo,
        outcome: null,
        abandoned_on: null,
        abandon_reason: null,
        abandon_note: null,
        revisit_on: null,
        awarded: false,
      }),
    LeadMerged: (event, rows) => change(event, rows, { into_lead_id: event.data.intoLeadId }),
    SampleCostNoted: (event, rows) => change(event, rows, { sample_cost_fen: event.data.acquisitionCostFen }),
    ...each(['ProductLineDefined', 'ProductLineChanged'], ({ data, revision }, rows) =>
      upsertNewer(rows, 'lead_line_target', 'product_line_id', {
        product_line_id: data.productLineId,
        revision,
        processes: data.targetProcesses,
        work_packages: data.targetWorkPackages,
      }),
    ),
  },
});

/** What was said before stands where nothing is said; the state is the one after the event. */
function change({ data, revision }: Recorded<LeadEvent>, rows: EntityManager, columns: Columns): Promise<void> {
  return updateNewer(rows, 'lead', ['lead_id', data.leadId], revision, { state: data.state, ...columns });
}

/** An item is listed once. */
async function checkItem(
  { data, revision }: Recorded<Extract<LeadEvent, { readonly data: { readonly item: string } }>>,
  rows: EntityManager,
  how: 'array_append' | 'array_remove',
): Promise<void> {
  const { leadId, state, item } = data;
  await rows.query(
    `UPDATE lead SET revision = $2, state = $3,
            checked_items = ${how === 'array_append' ? 'array_append(array_remove(checked_items, $4), $4)' : 'array_remove(checked_items, $4)'}
      WHERE lead_id = $1 AND revision < $2`,
    [leadId, revision, state, item],
  );
}

const heardColumns = (data: HeardOfRecord) => ({
  project_name: data.projectName,
  city: data.city,
  district: data.district,
  source: data.source,
  referrer_ref: data.referrerRef,
  owner_name: data.ownerName,
  owner_party_id: data.ownerPartyId,
  segment: data.customerSegment,
});

interface Owned {
  readonly ownership: string;
  readonly salespersonId?: string;
  readonly teamId?: string;
}

const ownerColumns = ({ ownership, salespersonId, teamId }: Owned) => ({
  ownership,
  salesperson_id: salespersonId ?? null,
  team_id: teamId ?? null,
});

const capturedColumns = ({ data, revision }: Recorded<LeadCaptured>) => ({
  ...heardColumns(data),
  ...ownerColumns(data),
  lead_id: data.leadId,
  revision,
  lead_no: data.leadNo,
  state: data.state,
  channel_id: data.channelId,
  estimated_fen: data.estimatedAmountFen,
  phase: data.constructionPhase,
  process: data.constructionProcess,
  imported: data.imported === true,
  captured_on: data.capturedOn,
  // a lead that nobody owns from the first day on lies in the pool since then
  released_on: data.ownership === 'POOLED' ? data.capturedOn : null,
});
