import {
  awardDeclined,
  awardRevoked,
  bidAwarded,
  bidLost,
  bidsOpened,
  bidSubmitted,
  bidWithdrawn,
  noBidDecided,
  tenderAmended,
  tenderCancelled,
  tenderContracted,
  tenderPublished,
  tenderRegistered,
  type BidAwardedData,
  type BidLostData,
  type BidSubmittedData,
  type TenderPublishedData,
  type TenderRegisteredData,
} from '@engsales/events';
import { publish } from '@engsales/messaging';
import type {
  AwardDeclined,
  AwardRevoked,
  BidAwarded,
  TenderContracted,
} from '../domain/tender/awarding/awarding.events.js';
import type { NoBidDecided } from '../domain/tender/deciding/deciding.events.js';
import type { BidLost, TenderCancelled } from '../domain/tender/ending/ending.events.js';
import type { BidsOpened } from '../domain/tender/opening/opening.events.js';
import type { OfferedLineRecord } from '../domain/tender/preparing/preparing.events.js';
import type { TenderAmended, TenderPublished } from '../domain/tender/publishing/publishing.events.js';
import type { TenderRegistered } from '../domain/tender/registering/registering.events.js';
import type { BidSubmitted, BidWithdrawn } from '../domain/tender/submitting/submitting.events.js';

/** What the tender service says to the others about a tender. */
export const publishedTender = {
  TenderRegistered: (data: TenderRegistered['data']) => publish(tenderRegistered, registeredTender(data)),
  TenderPublished: (data: TenderPublished['data']) => publish(tenderPublished, announcedTender(data)),
  TenderAmended: (data: TenderAmended['data']) =>
    publish(tenderAmended, {
      ...announcedTender(data),
      addendumNo: data.addendumNo,
      affectsBid: data.affectsBid,
      bidVersion: data.bidVersion,
      issuedOn: data.issuedOn,
    }),
  BidSubmitted: (data: BidSubmitted['data']) => publish(bidSubmitted, submittedBid(data)),
  BidWithdrawn: ({
    tenderId,
    leadId,
    state,
    bidVersion,
    resubmit,
    reason,
    withdrawnOn,
    bondId,
  }: BidWithdrawn['data']) =>
    publish(bidWithdrawn, { tenderId, leadId, state, bidVersion, resubmit, reason, withdrawnOn, bondId }),
  BidsOpened: ({ tenderId, leadId, state, openedAt, bids }: BidsOpened['data']) =>
    publish(bidsOpened, {
      tenderId,
      leadId,
      state,
      openedAt,
      bids: bids.map(({ bidderName, bidderPartyId, priceFen, rank, ours, rejected }) => ({
        bidderName,
        bidderPartyId,
        priceFen,
        rank,
        ours,
        rejected,
      })),
    }),
  BidAwarded: (data: BidAwarded['data']) => publish(bidAwarded, awardedBid(data)),
  BidLost: (data: BidLost['data']) => publish(bidLost, lostBid(data)),
  TenderCancelled: ({
    tenderId,
    leadId,
    state,
    round,
    kind,
    reason,
    retender,
    nextRound,
    noticeOn,
  }: TenderCancelled['data']) =>
    publish(tenderCancelled, {
      tenderId,
      leadId,
      state,
      round,
      kind,
      reason,
      retender,
      nextTenderId: nextRound?.tenderId,
      noticeOn,
    }),
  AwardRevoked: ({ tenderId, leadId, state, noticeNo, reason, retender, nextRound, revokedOn }: AwardRevoked['data']) =>
    publish(awardRevoked, {
      tenderId,
      leadId,
      state,
      noticeNo,
      reason,
      retender,
      nextTenderId: nextRound?.tenderId,
      revokedOn,
    }),
  NoBidDecided: ({ tenderId, leadId, state, reason, note, decidedOn }: NoBidDecided['data']) =>
    publish(noBidDecided, { tenderId, leadId, state, reason, note, decidedOn }),
  AwardDeclined: ({ tenderId, leadId, state, noticeNo, declinedBy, reason, declinedOn }: AwardDeclined['data']) =>
    publish(awardDeclined, { tenderId, leadId, state, noticeNo, by: declinedBy, reason, declinedOn }),
  TenderContracted: ({
    tenderId,
    leadId,
    state,
    contractId,
    contractNo,
    signedOn,
    totalFen,
  }: TenderContracted['data']) =>
    publish(tenderContracted, { tenderId, leadId, state, contractId, contractNo, signedOn, totalFen }),
};

const registeredTender = (data: TenderRegistered['data']): TenderRegisteredData => ({
  tenderId: data.tenderId,
  leadId: data.leadId,
  state: data.state,
  round: data.round,
  previousTenderId: data.previousTenderId,
  lotNo: data.registration.lotNo,
  projectName: data.registration.projectName,
  tendereeName: data.registration.tenderee.name,
  tendereePartyId: data.registration.tenderee.partyId,
  estimatedPriceFen: data.registration.estimatedPriceFen,
  salespersonId: data.salespersonId,
  registeredOn: data.registeredOn,
});

const announcedTender = (data: TenderPublished['data'] | TenderAmended['data']): TenderPublishedData => ({
  tenderId: data.tenderId,
  leadId: data.leadId,
  state: data.state,
  tenderNo: data.announcement.tenderNo,
  lotNo: data.lotNo,
  round: data.round,
  method: data.announcement.method,
  publishedOn: data.announcement.publishedOn,
  clarificationDeadline: data.announcement.clarificationDeadline,
  submissionDeadline: data.announcement.submissionDeadline,
  openingAt: data.announcement.openingAt,
  bidValidityDays: data.announcement.bidValidityDays,
  envelopeStructure: data.announcement.envelopeStructure,
  estimatedPriceFen: data.estimatedPriceFen,
  maxPriceFen: data.announcement.maxPriceFen,
  bondRequiredFen: data.announcement.bondRequiredFen,
  performanceBondBps: data.announcement.performanceBondBps,
  warnings: data.warnings.map(({ code }) => ({ code })),
});

const submittedBid = (data: BidSubmitted['data']): BidSubmittedData => ({
  tenderId: data.tenderId,
  leadId: data.leadId,
  state: data.state,
  round: data.round,
  bidVersion: data.bidVersion,
  priceFen: data.priceFen,
  submittedAt: data.submittedAt,
  enteredLate: data.enteredLate,
  validityUntil: data.validityUntil,
  bondId: data.bondId,
  mode: data.mode,
  riskAssessmentId: data.riskAssessmentId,
  writtenConsentRef: data.writtenConsentRef,
  agreementId: data.agreementId,
});

const awardedBid = (data: BidAwarded['data']): BidAwardedData => ({
  tenderId: data.tenderId,
  leadId: data.leadId,
  state: data.state,
  noticeNo: data.noticeNo,
  noticeOn: data.noticeOn,
  awardedFen: data.awardedFen,
  lines: data.lines.map(publicLine),
  contractSigningDueOn: data.contractSigningDueOn,
  performanceBondFen: data.performanceBondFen,
  mode: data.mode,
  projectName: data.projectName,
  customer: { partyId: data.customer.partyId, name: data.customer.name },
  salespersonId: data.salespersonId,
  riskAssessmentId: data.riskAssessmentId,
  writtenConsentRef: data.writtenConsentRef,
  agreementId: data.agreementId,
  round: data.round,
  lotNo: data.lotNo,
  noticeFen: data.noticeFen,
  warrantyTerms: data.warrantyTerms && {
    defectsLiabilityMonths: data.warrantyTerms.defectsLiabilityMonths,
    text: data.warrantyTerms.text,
  },
  agencyTerms: data.agencyTerms && {
    manufacturerPartyId: data.agencyTerms.manufacturerPartyId,
    customerPaysManufacturerFen: data.agencyTerms.customerPaysManufacturerFen,
    commissionBps: data.agencyTerms.commissionBps,
    commissionFen: data.agencyTerms.commissionFen,
  },
  promoted: data.promotedReason !== undefined,
  bondId: data.bondId,
});

const publicLine = (line: OfferedLineRecord): BidAwardedData['lines'][number] => ({
  lineId: line.lineId,
  itemCode: line.itemCode,
  name: line.name,
  spec: line.spec,
  qty: line.qty,
  uom: line.uom,
  unitPrice: line.unitPrice,
  discountFen: line.discountFen,
  amountFen: line.amountFen,
  taxRateBps: line.taxRateBps,
  fulfilment: line.fulfilment,
  requestedDate: line.requestedDate,
  committedDate: line.committedDate,
  deliverTo: line.deliverTo,
  packageKey: line.packageKey,
  trackingKey: line.trackingKey,
});

const lostBid = (data: BidLost['data']): BidLostData => ({
  tenderId: data.tenderId,
  leadId: data.leadId,
  state: data.state,
  round: data.round,
  winnerName: data.winnerName,
  winnerPartyId: data.winnerPartyId,
  winnerPriceFen: data.winnerPriceFen,
  ourPriceFen: data.ourPriceFen,
  ourRank: data.ourRank,
  marginBps: data.marginBps,
  reasons: data.reasons,
  lessons: data.lessons,
  bondId: data.bondId,
  lostOn: data.lostOn,
});
