import {
  contractCompleted,
  contractSettled,
  contractSigned,
  contractTerminated,
  contractVoided,
  paymentMilestoneDue,
  type PublicMessage,
} from '@engsales/events';
import { aMessage } from '@engsales/messaging/testing';
import type { Reaction } from '@engsales/messaging';
import { EndBidBond, LodgeConvertedBond, MarkBondReleaseDue, NoteBondAtRisk } from '../domain/bond/bond.commands.js';
import { CONTRACT_ID as contractId, PERFORMANCE_BOND_ID, TENDER_ID as tenderId } from '../domain/bond/bond.fixtures.js';
import { convertedWalk } from '../domain/bond/bond.walk.js';
import * as byContract from './bonds-by-contract.reaction.js';
import * as byTender from './bonds-by-tender.reaction.js';

/** Written by hand: what is derived may not move. */
const BID = '942cbef6-74aa-56d4-a9af-d1f109ae52ae';

const own = (reaction: Reaction, data: object): PublicMessage => ({
  id: 'event-1',
  type: reaction.type,
  source: 'tender',
  subject: tenderId,
  time: '2025-03-10T19:00:00.000Z',
  version: 1,
  projectId: tenderId,
  correlationId: tenderId,
  causationId: 'command-1',
  sequence: 3,
  data: { tenderId, ...data },
});
const issued = (reaction: Reaction, message: PublicMessage) =>
  reaction.then(message).map(({ command, target, data }) => {
    const { bondId, ...words } = data as { bondId: string };
    expect(target).toBe(bondId);
    return [command, bondId, words];
  });
const done = (reaction: Reaction, data: object) => issued(reaction, own(reaction, data));
const told = (reaction: Reaction, event: Parameters<typeof aMessage>[0], data: object) =>
  issued(reaction, aMessage(event, { contractId, ...data }, { subject: contractId, time: '2025-03-10T19:00:00.000Z' }));

describe('a tender that is over ends its bid bond', () => {
  const lost = { noticeOn: '2025-02-20', lostOn: '2025-02-21', validityUntil: '2025-04-27' };

  it('by a loss, from the day of the notice, and with the day until which the bid binds us (T-221)', () => {
    const reaction = byTender.endBondWhenBidLost;
    expect(done(reaction, { ...lost, reasons: ['PRICE'] })).toEqual([
      [EndBidBond, BID, { basis: 'BID_LOST', on: '2025-02-20', validityUntil: '2025-04-27' }],
    ]);
    expect(done(reaction, { ...lost, noticeOn: undefined, reasons: ['PRICE'] })).toMatchObject([
      [EndBidBond, BID, { on: '2025-02-21' }],
    ]);
  });

  it('by a revocation after the deadline, and by a validity that was not extended, from that day (T-222, T-224)', () => {
    for (const reason of ['BID_REVOKED', 'VALIDITY_NOT_EXTENDED'] as const) {
      expect(done(byTender.endBondWhenBidLost, { ...lost, reasons: ['OTHER', reason] })).toEqual([
        [EndBidBond, BID, { basis: reason, on: '2025-02-21' }],
      ]);
    }
  });

  it('by a withdrawal, but not by one that is handed in again (T-222)', () => {
    const withdrawn = { withdrawnOn: '2025-01-20' };
    expect(done(byTender.endBondWhenBidWithdrawn, { ...withdrawn, resubmit: false })).toEqual([
      [EndBidBond, BID, { basis: 'BID_WITHDRAWN', on: '2025-01-20' }],
    ]);
    expect(done(byTender.endBondWhenBidWithdrawn, { ...withdrawn, resubmit: true })).toEqual([]);
  });

  it.each([
    ['NO_BID', byTender.endBondWhenNoBid, { decidedOn: '2025-01-20' }],
    ['TENDER_CANCELLED', byTender.endBondWhenTenderCancelled, { noticeOn: '2025-01-20' }],
    ['AWARD_REVOKED', byTender.endBondWhenAwardRevoked, { revokedOn: '2025-01-20' }],
  ] as const)('by %s, from its day (T-222, T-223)', (basis, reaction, data) =>
    expect(done(reaction, data)).toEqual([[EndBidBond, BID, { basis, on: '2025-01-20' }]]),
  );

  it('by the signature of the winner, which sets the day (T-221)', () =>
    expect(done(byTender.releaseBondWhenWinnerSigned, { signedOn: '2025-03-10' })).toEqual([
      [MarkBondReleaseDue, BID, { basis: 'WINNER_SIGNED', on: '2025-03-10' }],
    ]));

  it('and an award that is not taken puts it at risk (T-224)', () => {
    const reaction = byTender.riskBondWhenAwardDeclined;
    expect(done(reaction, { declinedBy: 'US' })).toEqual([[NoteBondAtRisk, BID, { reason: 'AWARD_DECLINED' }]]);
    expect(done(reaction, { declinedBy: 'CONTRACT_ABANDONED' })).toEqual([
      [NoteBondAtRisk, BID, { reason: 'CONTRACT_ABANDONED' }],
    ]);
  });

  it('nobody misses a bond that was not asked for, or of which nothing is left (T-227)', () => {
    const { lodgeWhenConverted, ...ending } = byTender;
    for (const { nothingToDo } of [...Object.values(ending), ...Object.values(byContract)]) {
      expect(nothingToDo).toEqual(['NOT_FOUND', 'INVALID_TRANSITION']);
    }
    // money must not vanish
    expect(lodgeWhenConverted.nothingToDo).toEqual([]);
  });
});

describe('a contract makes bonds due back', () => {
  const [performance, advance, warranty] = [
    PERFORMANCE_BOND_ID,
    'a1683051-c40e-5a93-b5c1-01ac721665cf',
    '6799b12b-5618-59af-a0fc-4ca553983a03',
  ];
  const bases = (commands: unknown[][]) => commands.map(([command, , words]) => [command, words]);

  it('the bid bond of its tender by its signature; one that was negotiated has none (T-220)', () => {
    const signed = { signedOn: '2025-03-10', source: { type: 'TENDER', id: tenderId } };
    expect(told(byContract.releaseBidBondWhenSigned, contractSigned, signed)).toEqual([
      [MarkBondReleaseDue, BID, { basis: 'CONTRACT_SIGNED', on: '2025-03-10' }],
    ]);
    const negotiated = { signedOn: '2025-03-10', source: { type: 'NEGOTIATION', id: tenderId } };
    expect(told(byContract.releaseBidBondWhenSigned, contractSigned, negotiated)).toEqual([]);
    expect(told(byContract.releaseBidBondWhenSigned, contractSigned, { signedOn: '2025-03-10' })).toEqual([]);
  });

  it('those for performance and advance by its completion (T-225)', () => {
    const commands = told(byContract.releaseBondsWhenCompleted, contractCompleted, { completedOn: '2025-09-30' });
    const words = { basis: 'CONTRACT_COMPLETED', on: '2025-09-30' };
    expect(commands.map(([, bondId]) => bondId)).toEqual([performance, advance]);
    expect(bases(commands)).toEqual([
      [MarkBondReleaseDue, words],
      [MarkBondReleaseDue, words],
    ]);
  });

  it('that of the warranty by the retention that falls due, and by no other milestone (T-226)', () => {
    const due = { kind: 'RETENTION', dueOn: '2026-09-30' };
    expect(told(byContract.releaseBondWhenRetentionDue, paymentMilestoneDue, due)).toEqual([
      [MarkBondReleaseDue, warranty, { basis: 'RETENTION_DUE', on: '2026-09-30' }],
    ]);
    const other = { kind: 'DELIVERY', dueOn: '2026-09-30' };
    expect(told(byContract.releaseBondWhenRetentionDue, paymentMilestoneDue, other)).toEqual([]);
  });

  it('all three by its settlement, and by a void on the day in Shanghai on which it was told (T-226)', () => {
    const settled = told(byContract.releaseBondsWhenSettled, contractSettled, { settledOn: '2025-06-30' });
    expect(settled.map(([, bondId]) => bondId)).toEqual([performance, advance, warranty]);
    expect(settled[0]?.[2]).toEqual({ basis: 'CONTRACT_SETTLED', on: '2025-06-30' });
    const voided = told(byContract.releaseBondsWhenVoided, contractVoided, {});
    expect(voided).toHaveLength(3);
    expect(voided[2]?.[2]).toEqual({ basis: 'CONTRACT_VOIDED', on: '2025-03-11' });
  });

  it('and those for performance and advance are at risk when it is terminated (T-224)', () => {
    const commands = told(byContract.riskBondsWhenTerminated, contractTerminated, {});
    expect(commands.map(([, bondId]) => bondId)).toEqual([performance, advance]);
    expect(bases(commands)[0]).toEqual([NoteBondAtRisk, { reason: 'CONTRACT_TERMINATED' }]);
  });
});

it('what was converted is lodged for the contract (T-243)', () => {
  const [converted] = convertedWalk().last;
  expect(issued(byTender.lodgeWhenConverted, own(byTender.lodgeWhenConverted, converted?.data ?? {}))).toEqual([
    [
      LodgeConvertedBond,
      PERFORMANCE_BOND_ID,
      {
        contractId,
        fromBondId: BID,
        requestNo: 1,
        conversionNo: 1,
        amountFen: 15_000_000,
        on: '2025-03-10',
        docRef: 'ZLY-1',
        instrument: 'CASH_TRANSFER',
        beneficiaryName: '临江市第二人民医院',
        projectId: '1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80',
        leadId: '1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80',
        projectName: '临江市第二人民医院新院区中央空调',
        salespersonId: 'li-na',
      },
    ],
  ]);
});
