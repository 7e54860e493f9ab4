import { issue, whenOwn } from '@engsales/messaging';
import { EndBidBond, LodgeConvertedBond, MarkBondReleaseDue, NoteBondAtRisk } from '../domain/bond/bond.commands.js';
import type { BondConverted } from '../domain/bond/bond.events.js';
import type { BidEnd } from '../domain/bond/bond.values.js';
import { bondIdOf } from '../domain/ids.js';
import type { AwardDeclined, AwardRevoked } from '../domain/tender/awarding/awarding.events.js';
import type { NoBidDecided } from '../domain/tender/deciding/deciding.events.js';
import type { BidLost, TenderCancelled, WinnerSigningNoted } from '../domain/tender/ending/ending.events.js';
import type { BidWithdrawn } from '../domain/tender/submitting/submitting.events.js';

/** No bond was asked for, or nothing is left of it. */
const nothingToDo = ['NOT_FOUND', 'INVALID_TRANSITION'];

const endBidBond = (tenderId: string, basis: BidEnd, on: string, validityUntil?: string) => {
  const bondId = bondIdOf('BID_BOND', tenderId);
  return [issue(EndBidBond, bondId, { bondId, basis, on, validityUntil })];
};

export const endBondWhenBidLost = whenOwn<BidLost>('BidLost', {
  name: 'end-bid-bond-when-bid-lost',
  nothingToDo,
  then: ({ data: { tenderId, reasons, noticeOn, lostOn, validityUntil } }) => {
    if (reasons.includes('BID_REVOKED')) return endBidBond(tenderId, 'BID_REVOKED', lostOn);
    if (reasons.includes('VALIDITY_NOT_EXTENDED')) return endBidBond(tenderId, 'VALIDITY_NOT_EXTENDED', lostOn);
    return endBidBond(tenderId, 'BID_LOST', noticeOn ?? lostOn, validityUntil);
  },
});

/** A bid that is handed in again keeps its bond. */
export const endBondWhenBidWithdrawn = whenOwn<BidWithdrawn>('BidWithdrawn', {
  name: 'end-bid-bond-when-bid-withdrawn',
  nothingToDo,
  then: ({ data: { tenderId, resubmit, withdrawnOn } }) =>
    resubmit ? [] : endBidBond(tenderId, 'BID_WITHDRAWN', withdrawnOn),
});

export const endBondWhenNoBid = whenOwn<NoBidDecided>('NoBidDecided', {
  name: 'end-bid-bond-when-no-bid',
  nothingToDo,
  then: ({ data: { tenderId, decidedOn } }) => endBidBond(tenderId, 'NO_BID', decidedOn),
});

export const endBondWhenTenderCancelled = whenOwn<TenderCancelled>('TenderCancelled', {
  name: 'end-bid-bond-when-tender-cancelled',
  nothingToDo,
  then: ({ data: { tenderId, noticeOn } }) => endBidBond(tenderId, 'TENDER_CANCELLED', noticeOn),
});

export const endBondWhenAwardRevoked = whenOwn<AwardRevoked>('AwardRevoked', {
  name: 'end-bid-bond-when-award-revoked',
  nothingToDo,
  then: ({ data: { tenderId, revokedOn } }) => endBidBond(tenderId, 'AWARD_REVOKED', revokedOn),
});

/** Whoever does not take the award may lose the bond (条例 74). */
export const riskBondWhenAwardDeclined = whenOwn<AwardDeclined>('AwardDeclined', {
  name: 'risk-bid-bond-when-award-declined',
  nothingToDo,
  then: ({ data: { tenderId, declinedBy } }) => {
    const bondId = bondIdOf('BID_BOND', tenderId);
    const reason = declinedBy === 'US' ? 'AWARD_DECLINED' : 'CONTRACT_ABANDONED';
    return [issue(NoteBondAtRisk, bondId, { bondId, reason })];
  },
});

/** The five days count from the winner's signature. */
export const releaseBondWhenWinnerSigned = whenOwn<WinnerSigningNoted>('WinnerSigningNoted', {
  name: 'release-bid-bond-when-winner-signed',
  nothingToDo,
  then: ({ data: { tenderId, signedOn } }) => {
    const bondId = bondIdOf('BID_BOND', tenderId);
    return [issue(MarkBondReleaseDue, bondId, { bondId, basis: 'WINNER_SIGNED', on: signedOn })];
  },
});

export const lodgeWhenConverted = whenOwn<BondConverted>('BondConverted', {
  name: 'lodge-performance-bond-when-converted',
  then: ({ data }) => [
    issue(LodgeConvertedBond, data.convertedToBondId, {
      bondId: data.convertedToBondId,
      contractId: data.contractId,
      fromBondId: data.bondId,
      conversionNo: data.conversionNo,
      requestNo: data.requestNo,
      amountFen: data.partFen,
      on: data.convertedOn,
      docRef: data.docRef,
      instrument: data.instrument,
      issuer: data.issuer,
      beneficiaryName: data.beneficiaryName,
      validUntil: data.validUntil,
      projectId: data.projectId,
      leadId: data.leadId,
      projectName: data.projectName,
      salespersonId: data.salespersonId,
      contractTotalFen: data.contractTotalFen,
    }),
  ],
});
