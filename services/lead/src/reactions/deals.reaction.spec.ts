import * as events from '@engsales/events';
import type { PublicMessage } from '@engsales/events';
import type { Reaction } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import changeSample from '../../../../libs/events/src/samples/contract.ChangeOrderEffective.v1.json';
import importedSample from '../../../../libs/events/src/samples/contract.ContractImported.v1.json';
import receiptSample from '../../../../libs/events/src/samples/contract.ReceiptRecorded.v1.json';
import reversedSample from '../../../../libs/events/src/samples/contract.ReceiptReversed.v1.json';
import refundReversedSample from '../../../../libs/events/src/samples/contract.RefundReversed.v1.json';
import refundSample from '../../../../libs/events/src/samples/contract.RefundRecorded.v1.json';
import settledSample from '../../../../libs/events/src/samples/contract.ContractSettled.v1.json';
import signedSample from '../../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import terminatedSample from '../../../../libs/events/src/samples/contract.ContractTerminated.v1.json';
import voidedSample from '../../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import ratedSample from '../../../../libs/events/src/samples/aftersales.SatisfactionRated.v1.json';
import { BookDeal, ChangeDeal, EndDeal, MoveDealMoney, RateDeal, SettleDeal } from '../domain/deal/deal.commands.js';
import * as reactions from './deals.reaction.js';

const contractId = '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';
const projectId = '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01';

function told<Data>(event: events.PublicEvent<Data>, sample: object, changes: object = {}): PublicMessage<Data> {
  const parts = { subject: contractId, projectId, sequence: 7, time: '2025-06-10T17:00:00.000Z' };
  return aMessage(event, { ...sample, contractId, ...changes } as Data, parts);
}

const done = (reaction: Reaction, message: PublicMessage) =>
  reaction.then(message).map(({ command, target, data }) => [command, target, data] as const);

describe('when contract tells of a contract', () => {
  const booked = {
    contractId,
    projectId,
    projectName: '临江市第二人民医院新院区中央空调',
    customerName: '临江市第二人民医院',
    salespersonId: 'li-na',
    signedOn: '2025-03-10',
    totalFen: 700_000_000,
  };
  it('a signed one is booked as a deal (L-210)', () => {
    const message = told(events.contractSigned, signedSample, { customerPartyId: 'party-7' });
    const reaction = reactions.bookDealWhenContractSigned;
    expect(done(reaction, message)).toEqual([[BookDeal, 'deal', { ...booked, customerPartyId: 'party-7' }]]);
    expect(reaction.nothingToDo).toEqual(['DUPLICATE_DEAL']);
  });
  it('an imported one with the money that it had received (L-213)', () => {
    const receipt = { receiptId: 'r-1', bankRef: 'B-1', amountFen: 5, receivedOn: '2025-02-01', allocations: [] };
    const message = told(events.contractImported, importedSample, { receipts: [receipt] });
    const commands = done(reactions.bookDealWhenContractImported, message);
    expect(commands[0]).toMatchObject([BookDeal, 'deal', { contractId, projectId }]);
    expect(commands.slice(1)).toEqual([
      [MoveDealMoney, 'receipt:r-1', { contractId, ref: 'receipt:r-1', amountFen: 5, on: '2025-02-01' }],
    ]);
  });
  it('a changed one has another total (L-210)', () =>
    expect(done(reactions.changeDealWhenChangeOrderEffective, told(events.changeOrderEffective, changeSample))).toEqual(
      [[ChangeDeal, 'deal', { contractId, contractVersion: 2, currentTotalFen: 710_240_000, on: '2025-05-06' }]],
    ));
  it.each([
    ['VOIDED', reactions.endDealWhenContractVoided, told(events.contractVoided, voidedSample)],
    ['TERMINATED', reactions.endDealWhenContractTerminated, told(events.contractTerminated, terminatedSample)],
  ] as const)('a %s one ends, at once, on the day of that (L-211)', (kind, reaction, message) => {
    expect(done(reaction, message)).toEqual([[EndDeal, 'deal', { contractId, kind, on: '2025-06-11' }]]);
    expect(reaction).toMatchObject({ neverQueued: true, nothingToDo: ['INVALID_TRANSITION'] });
  });
  it('a settled one counts as what it comes to (L-211)', () => {
    const message = told(events.contractSettled, settledSample, { finalFen: 9, settledOn: '2025-09-01' });
    expect(done(reactions.settleDealWhenContractSettled, message)).toEqual([
      [SettleDeal, 'deal', { contractId, finalFen: 9, on: '2025-09-01' }],
    ]);
  });
});

describe('when contract tells of money', () => {
  it.each([
    [
      reactions.moveMoneyWhenReceiptRecorded,
      told(events.receiptRecorded, receiptSample, { receiptId: 'r', amountFen: 5, receivedOn: '2025-03-12' }),
      { ref: 'receipt:r', amountFen: 5, on: '2025-03-12' },
    ],
    [
      reactions.moveMoneyWhenReceiptReversed,
      told(events.receiptReversed, reversedSample, { receiptId: 'r', amountFen: 5, reversedOn: '2025-03-13' }),
      { ref: 'reversal:r', amountFen: -5, on: '2025-03-13' },
    ],
    [
      reactions.moveMoneyWhenRefundRecorded,
      told(events.refundRecorded, refundSample, { refundId: 'f', amountFen: 5, refundedOn: '2025-03-14' }),
      { ref: 'refund:f', amountFen: -5, on: '2025-03-14' },
    ],
    [
      reactions.moveMoneyWhenRefundReversed,
      told(events.refundReversed, refundReversedSample, { refundId: 'f', amountFen: 5, reversedOn: '2025-03-15' }),
      { ref: 'refund-reversal:f', amountFen: 5, on: '2025-03-15' },
    ],
  ] as const)('the deal hears of it by its sign; before the deal it waits (L-212)', (reaction, message, moved) => {
    expect(done(reaction, message)).toEqual([[MoveDealMoney, 'deal', { contractId, ...moved }]]);
    expect(reaction.nothingToDo).toEqual([]);
  });
});

describe('when aftersales tells of satisfaction', () => {
  const reaction = reactions.rateDealWhenSatisfactionRated;
  it('the deal of the contract is rated, once per rating (L-212)', () => {
    const { subject, subjectId, on } = ratedSample;
    expect(done(reaction, told(events.satisfactionRated, ratedSample))).toEqual([
      [RateDeal, 'deal', { contractId, ref: `${subject}:${subjectId}:7`, scoreTenths: 45, on }],
    ]);
  });
  it('what belongs to no contract is nobody’s deal', () =>
    expect(done(reaction, told(events.satisfactionRated, ratedSample, { contractId: undefined }))).toEqual([]));
});
