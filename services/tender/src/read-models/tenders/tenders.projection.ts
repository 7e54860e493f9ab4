import { businessDateOf } from '@engsales/values';
import { eachOf, insertOnce, projection, updateNewer, upsertNewer, type Recorded } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { OperationDecisionEvent } from '../../domain/operation-decision/operation-decision.events.js';
import type { GoNoGoDecided } from '../../domain/tender/deciding/deciding.events.js';
import type { BidsOpened } from '../../domain/tender/opening/opening.events.js';
import type { RegistrationRecord } from '../../domain/tender/registering/registering.events.js';
import type { TenderEvent } from '../../domain/tender/tender.events.js';

type Event = TenderEvent | OperationDecisionEvent;

const each = eachOf<Event>();

const change = (
  { data, revision }: Recorded<TenderEvent>,
  rows: EntityManager,
  values: Readonly<Record<string, unknown>>,
) => updateNewer(rows, 'tender', ['tender_id', data.tenderId], revision, { state: data.state, ...values });

/** Which tenders stand where, until when, at which price, and how did they end? A row per round. */
export const tenders = projection<Event>({
  name: 'tenders',
  tables: ['tender', 'tender_mode', 'tender_bidder', 'tender_condition'],
  on: {
    TenderRegistered: ({ data, revision }, rows) =>
      insertOnce(rows, 'tender', 'tender_id', {
        tender_id: data.tenderId,
        revision,
        lead_id: data.leadId,
        project_id: data.projectId,
        state: data.state,
        round: data.round,
        previous_tender_id: data.previousTenderId,
        salesperson_id: data.salespersonId,
        registered_on: data.registeredOn,
        ...registered(data.registration),
      }),
    TenderCorrected: (event, rows) => change(event, rows, registered(event.data.registration)),
    TenderReassigned: (event, rows) => change(event, rows, { salesperson_id: event.data.salespersonId }),
    TenderPublished: (event, rows) =>
      change(event, rows, {
        ...dated(event.data.announcement),
        tender_no: event.data.announcement.tenderNo,
        method: event.data.announcement.method,
        estimated_fen: event.data.estimatedPriceFen,
      }),
    TenderAmended: (event, rows) =>
      change(event, rows, {
        ...dated(event.data.announcement),
        bid_state: event.data.bidState,
        bid_version: event.data.bidVersion,
      }),
    CommerceEngaged: (event, rows) => change(event, rows, { commerce_owner_id: event.data.commerceOwnerId }),
    GoNoGoDecided: async (event, rows) => {
      await change(event, rows, { go: event.data.go ? 'GO' : 'NO_GO' });
      await setConditions(event, rows);
    },
    ...each(['GoConditionMet', 'GoConditionWaived'], ({ data, revision }, rows) =>
      rows.query(
        'UPDATE tender_condition SET open = false, revision = $3 WHERE tender_id = $1 AND id = $2 AND revision < $3',
        [data.tenderId, data.id, revision],
      ),
    ),
    BidPreparationBegun: (event, rows) => change(event, rows, { bid_version: 1 }),
    ...each(['BidVolumePrepared', 'BidChecklistSet', 'BidItemTicked', 'BidItemUnticked'], (event, rows) =>
      change(event, rows, { bid_state: event.data.bidState, bid_version: event.data.bidVersion }),
    ),
    BidPriced: (event, rows) =>
      change(event, rows, {
        bid_state: event.data.bidState,
        bid_version: event.data.bidVersion,
        price_fen: event.data.priceFen,
        margin_bps: event.data.marginBps,
      }),
    BidSubmittedForReview: (event, rows) =>
      change(event, rows, { bid_state: event.data.bidState, review_since: event.data.sentOn, reviewed_on: null }),
    BidReviewed: (event, rows) =>
      change(event, rows, {
        bid_state: event.data.bidState,
        reviewed_on: event.data.passed ? event.data.reviewedOn : null,
      }),
    ...each(['BidApproved', 'BidRejected', 'BidSealed', 'BidUnsealed'], (event, rows) =>
      change(event, rows, { bid_state: event.data.bidState }),
    ),
    BidSubmitted: (event, rows) =>
      change(event, rows, { bid_state: 'SUBMITTED', submitted_at: event.data.submittedAt }),
    BidWithdrawn: (event, rows) =>
      change(event, rows, {
        bid_state: event.data.bidState,
        bid_version: event.data.bidVersion,
        submitted_at: null,
        ended_on: event.data.resubmit ? null : event.data.withdrawnOn,
      }),
    BidsOpened: async (event, rows) => {
      await change(event, rows, { our_rank: event.data.bids.find(({ ours }) => ours)?.rank });
      await setBidders(event, rows);
    },
    CandidatesAnnounced: (event, rows) => change(event, rows, { publicity_until: event.data.to }),
    BidAwarded: (event, rows) =>
      change(event, rows, {
        notice_fen: event.data.noticeFen,
        signing_due_on: event.data.contractSigningDueOn,
        ended_on: event.data.noticeOn,
        loss_reasons: [],
        lessons: null,
        winner_name: null,
        winner_party_id: null,
        winner_price_fen: null,
      }),
    BidLost: (event, rows) =>
      change(event, rows, {
        our_rank: event.data.ourRank,
        winner_name: event.data.winnerName,
        winner_party_id: event.data.winnerPartyId,
        winner_price_fen: event.data.winnerPriceFen,
        loss_reasons: event.data.reasons,
        lessons: event.data.lessons,
        ended_on: event.data.lostOn,
      }),
    NoBidDecided: (event, rows) => change(event, rows, { ended_on: event.data.decidedOn }),
    TenderCancelled: (event, rows) =>
      change(event, rows, { ended_on: event.data.noticeOn, next_tender_id: event.data.nextRound?.tenderId }),
    AwardRevoked: (event, rows) =>
      change(event, rows, {
        ended_on: event.data.revokedOn,
        signing_due_on: null,
        next_tender_id: event.data.nextRound?.tenderId,
      }),
    AwardDeclined: (event, rows) => change(event, rows, { ended_on: event.data.declinedOn, signing_due_on: null }),
    TenderContracted: (event, rows) => change(event, rows, { signed_on: event.data.signedOn, signing_due_on: null }),
    OperationModeDecided: async ({ data, revision }, rows) => {
      if (data.refType !== 'TENDER') return;
      await upsertNewer(rows, 'tender_mode', 'tender_id', { tender_id: data.refId, revision, mode: data.mode });
    },
  },
});

const registered = (registration: RegistrationRecord) => ({
  project_name: registration.projectName,
  title: registration.title,
  city: registration.city,
  tenderee_name: registration.tenderee.name,
  tender_no: registration.tenderNo,
  lot_no: registration.lotNo,
  method: registration.method,
  estimated_fen: registration.estimatedPriceFen,
});

const dated = (announcement: {
  readonly clarificationDeadline?: string;
  readonly submissionDeadline: string;
  readonly openingAt: string;
}) => ({
  clarification_deadline: announcement.clarificationDeadline,
  submission_deadline: announcement.submissionDeadline,
  opening_at: announcement.openingAt,
});

/** The whole list anew: what a later decision does not name is no condition any more. */
async function setConditions({ data, revision }: Recorded<GoNoGoDecided>, rows: EntityManager): Promise<void> {
  const { tenderId, conditions, decidedOn } = data;
  const ids = conditions.map(({ id }) => id);
  await rows.query('DELETE FROM tender_condition WHERE tender_id = $1 AND revision < $2 AND NOT id = ANY ($3)', [
    tenderId,
    revision,
    ids,
  ]);
  for (const { id, text, dueOn } of data.go ? conditions : []) {
    await rows.query(
      `INSERT INTO tender_condition AS present (tender_id, id, revision, text, due_on, since, open)
       VALUES ($1, $2, $3, $4, $5, $6, true)
       ON CONFLICT (tender_id, id) DO UPDATE
          SET revision = excluded.revision, text = excluded.text, due_on = excluded.due_on,
              open = present.open OR present.text <> excluded.text
        WHERE present.revision < excluded.revision`,
      [tenderId, id, revision, text, dueOn ?? null, decidedOn],
    );
  }
}

/** The opening as it was last recorded. */
async function setBidders({ data, revision }: Recorded<BidsOpened>, rows: EntityManager): Promise<void> {
  const { tenderId, bids, openedAt } = data;
  await rows.query('DELETE FROM tender_bidder WHERE tender_id = $1 AND revision < $2', [tenderId, revision]);
  for (const [index, bid] of bids.entries()) {
    await insertOnce(rows, 'tender_bidder', 'tender_id, no', {
      tender_id: tenderId,
      no: index + 1,
      revision,
      bidder_name: bid.bidderName,
      party_id: bid.bidderPartyId,
      price_fen: bid.priceFen,
      rank: bid.rank,
      ours: bid.ours,
      rejected: bid.rejected ?? false,
      opened_on: businessDateOf(openedAt),
    });
  }
}
