import {
  changeOrderEffective,
  contractImported,
  contractSettled,
  contractSigned,
  contractTerminated,
  contractVoided,
  receiptRecorded,
  receiptReversed,
  refundRecorded,
  refundReversed,
  satisfactionRated,
  type ContractImportedData,
  type ContractSignedData,
} from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { businessDateOf } from '@engsales/values';
import { BookDeal, ChangeDeal, EndDeal, MoveDealMoney, RateDeal, SettleDeal } from '../domain/deal/deal.commands.js';

/** The deal is booked. */
const BOOKED = ['DUPLICATE_DEAL'];
/** The deal has ended. What comes before the deal is NOT_FOUND and waits for it. */
const ENDED = ['INVALID_TRANSITION'];

export const bookDealWhenContractSigned = when(contractSigned, {
  name: 'book-deal-when-contract-signed',
  nothingToDo: BOOKED,
  then: ({ data, projectId }) => [issue(BookDeal, 'deal', dealOf(data, projectId, data.customerPartyId))],
});

/** A contract that was running before brings the money with it that it had received. */
export const bookDealWhenContractImported = when(contractImported, {
  name: 'book-deal-when-contract-imported',
  nothingToDo: BOOKED,
  then: ({ data, projectId }) => [
    issue(BookDeal, 'deal', dealOf(data, projectId)),
    ...data.receipts.map(({ receiptId, amountFen, receivedOn }) =>
      issue(MoveDealMoney, `receipt:${receiptId}`, {
        contractId: data.contractId,
        ref: `receipt:${receiptId}`,
        amountFen,
        on: receivedOn,
      }),
    ),
  ],
});

export const changeDealWhenChangeOrderEffective = when(changeOrderEffective, {
  name: 'change-deal-when-change-order-effective',
  then: ({ data: { contractId, contractVersion, currentTotalFen, effectiveOn } }) => [
    issue(ChangeDeal, 'deal', { contractId, contractVersion, currentTotalFen, on: effectiveOn }),
  ],
});

export const endDealWhenContractVoided = when(contractVoided, {
  name: 'end-deal-when-contract-voided',
  nothingToDo: ENDED,
  neverQueued: true,
  then: ({ data: { contractId }, time }) => [
    issue(EndDeal, 'deal', { contractId, kind: 'VOIDED', on: businessDateOf(time) }),
  ],
});

export const endDealWhenContractTerminated = when(contractTerminated, {
  name: 'end-deal-when-contract-terminated',
  nothingToDo: ENDED,
  neverQueued: true,
  then: ({ data: { contractId }, time }) => [
    issue(EndDeal, 'deal', { contractId, kind: 'TERMINATED', on: businessDateOf(time) }),
  ],
});

export const settleDealWhenContractSettled = when(contractSettled, {
  name: 'settle-deal-when-contract-settled',
  nothingToDo: ENDED,
  then: ({ data: { contractId, finalFen, settledOn } }) => [
    issue(SettleDeal, 'deal', { contractId, finalFen, on: settledOn }),
  ],
});

export const moveMoneyWhenReceiptRecorded = when(receiptRecorded, {
  name: 'move-deal-money-when-receipt-recorded',
  then: ({ data: { contractId, receiptId, amountFen, receivedOn } }) => [
    issue(MoveDealMoney, 'deal', { contractId, ref: `receipt:${receiptId}`, amountFen, on: receivedOn }),
  ],
});

export const moveMoneyWhenReceiptReversed = when(receiptReversed, {
  name: 'move-deal-money-when-receipt-reversed',
  then: ({ data: { contractId, receiptId, amountFen, reversedOn } }) => [
    issue(MoveDealMoney, 'deal', { contractId, ref: `reversal:${receiptId}`, amountFen: -amountFen, on: reversedOn }),
  ],
});

export const moveMoneyWhenRefundRecorded = when(refundRecorded, {
  name: 'move-deal-money-when-refund-recorded',
  then: ({ data: { contractId, refundId, amountFen, refundedOn } }) => [
    issue(MoveDealMoney, 'deal', { contractId, ref: `refund:${refundId}`, amountFen: -amountFen, on: refundedOn }),
  ],
});

/** The money was never given back. */
export const moveMoneyWhenRefundReversed = when(refundReversed, {
  name: 'move-deal-money-when-refund-reversed',
  then: ({ data: { contractId, refundId, amountFen, reversedOn } }) => [
    issue(MoveDealMoney, 'deal', { contractId, ref: `refund-reversal:${refundId}`, amountFen, on: reversedOn }),
  ],
});

/** What is rated of no contract is no deal's. */
export const rateDealWhenSatisfactionRated = when(satisfactionRated, {
  name: 'rate-deal-when-satisfaction-rated',
  then: ({ data: { contractId, subject, subjectId, scoreTenths, on }, sequence }) =>
    contractId === undefined
      ? []
      : [issue(RateDeal, 'deal', { contractId, ref: `${subject}:${subjectId}:${sequence}`, scoreTenths, on })],
});

const dealOf = (
  data: Pick<
    ContractSignedData | ContractImportedData,
    'contractId' | 'projectName' | 'customerName' | 'salespersonId' | 'signedOn' | 'totalFen'
  >,
  projectId: string,
  customerPartyId?: string,
): BookDeal['data'] => ({
  contractId: data.contractId,
  projectId,
  projectName: data.projectName,
  customerPartyId,
  customerName: data.customerName,
  salespersonId: data.salespersonId,
  signedOn: data.signedOn,
  totalFen: data.totalFen,
});
