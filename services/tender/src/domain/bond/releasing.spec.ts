import { ChaseBond, EndBidBond, MarkBondReleaseDue, MarkBondReleaseOverdue, NoteBondAtRisk } from './bond.commands.js';
import { aTender, BID_BOND_ID, cashRequest, PROJECT_ID, SALESPERSON, TENDER_ID } from './bond.fixtures.js';
import type { BidEnd, ReleaseBasis } from './bond.values.js';
import { approvedWalk, dueWalk, lodgedWalk, performanceWalk, requestedWalk } from './bond.walk.js';

const RECORD = {
  bondId: BID_BOND_ID,
  requestNo: 1,
  type: 'BID_BOND' as const,
  refType: 'TENDER' as const,
  refId: TENDER_ID,
  projectId: PROJECT_ID,
  leadId: PROJECT_ID,
  projectName: '临江市第二人民医院新院区中央空调',
  tenderNo: 'LJ-2025-018',
  state: 'LODGED' as const,
  instrument: 'CASH_TRANSFER' as const,
  lodgedOn: '2025-01-20',
  risk: 'NONE' as const,
  amountFen: 15_000_000,
  remainingFen: 15_000_000,
  releasedFen: 0,
  interestFen: 0,
  convertedFen: 0,
  forfeitedFen: 0,
  lapsedFen: 0,
};
const DUE = {
  ...RECORD,
  state: 'RELEASE_DUE' as const,
  basis: 'CONTRACT_SIGNED' as const,
  releaseDueOn: '2025-03-17',
};
/** Under the law of public purchases. */
const procurement = { ...cashRequest, tender: { ...aTender, regime: 'GOVERNMENT_PROCUREMENT' as const } };

describe('a bond that is due back', () => {
  it('after the signature by the fifth day, which is a working one (T-220, T5)', () =>
    dueWalk().recorded({ type: 'BondReleaseDue', data: { ...DUE, markedOn: '2025-03-10', by: 'sun-li' } }));

  it('after the signature of a public purchase on the fifth working day (T-220)', () =>
    expect(dueWalk(procurement).now.releaseDue?.on).toBe('2025-03-17'));

  const day = (basis: ReleaseBasis, on: string, request = cashRequest) =>
    lodgedWalk(request).on(on).do(MarkBondReleaseDue, { basis, on }).now.releaseDue?.on;

  it('counts working days of a public purchase, and calendar days otherwise (T-220)', () => {
    // 2025-05-01 to 05-05 are a holiday
    expect(day('CONTRACT_SIGNED', '2025-04-28')).toBe('2025-05-06');
    expect(day('CONTRACT_SIGNED', '2025-04-28', procurement)).toBe('2025-05-08');
  });

  it('after the completion by the days that the company has settled (T-225)', () => {
    expect(day('CONTRACT_COMPLETED', '2025-03-10')).toBe('2025-04-07');
    const settled = lodgedWalk().settling({ bondReturnDays: 30 }).on('2025-03-10');
    expect(settled.do(MarkBondReleaseDue, { basis: 'CONTRACT_COMPLETED', on: '2025-03-10' }).now.releaseDue?.on).toBe(
      '2025-04-09',
    );
  });

  it('on the day itself of a void, of a settlement, and of the retention (T-226)', () => {
    for (const basis of ['CONTRACT_VOIDED', 'CONTRACT_SETTLED', 'RETENTION_DUE'] as const) {
      expect(day(basis, '2025-03-15')).toBe('2025-03-15');
    }
  });

  it('on a day that somebody says, for whatever reason (T-227)', () => {
    const walk = lodgedWalk().do(MarkBondReleaseDue, { basis: 'ADVANCE_RECOUPED', releaseDueOn: '2025-09-01' });
    expect(walk.now.releaseDue).toEqual({ basis: 'ADVANCE_RECOUPED', on: '2025-09-01', overdue: false });
    expect(walk.refused(MarkBondReleaseDue, { basis: 'OTHER' })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/releaseDueOn',
    });
  });

  it('by the newest basis; the same again is not said again (T-227)', () => {
    const walk = dueWalk();
    expect(walk.do(MarkBondReleaseDue, { basis: 'CONTRACT_SIGNED', on: '2025-03-10' }).last).toEqual([]);
    walk.do(MarkBondReleaseDue, { basis: 'OTHER', releaseDueOn: '2025-03-20' });
    expect(walk.now.releaseDue).toEqual({ basis: 'OTHER', on: '2025-03-20', overdue: false });
  });

  it('is overdue from the day after, once per day (T-229, T5)', () => {
    const walk = dueWalk();
    expect(walk.on('2025-03-17').do(MarkBondReleaseOverdue, { releaseDueOn: '2025-03-17' }).last).toEqual([]);
    walk.on('2025-03-18').do(MarkBondReleaseOverdue, { releaseDueOn: '2025-03-17' });
    walk.recorded({ type: 'BondReleaseOverdue', data: { ...DUE, overdueOn: '2025-03-18', by: 'sun-li' } });
    expect(walk.do(MarkBondReleaseOverdue, { releaseDueOn: '2025-03-17' }).last).toEqual([]);
    walk.do(MarkBondReleaseDue, { basis: 'OTHER', releaseDueOn: '2025-03-20' }).on('2025-03-21');
    expect(walk.do(MarkBondReleaseOverdue, { releaseDueOn: '2025-03-17' }).last).toEqual([]);
    expect(walk.do(MarkBondReleaseOverdue, { releaseDueOn: '2025-03-20' }).types).toEqual(['BondReleaseOverdue']);
  });
});

describe('the end of a tender', () => {
  const end = (basis: BidEnd, on: string, { validityUntil = '2025-04-27', request = cashRequest } = {}) =>
    lodgedWalk(request).on(on).do(EndBidBond, { basis, on, validityUntil });

  it.each([
    ['BID_WITHDRAWN', '2025-01-20', '2025-01-26'],
    ['NO_BID', '2025-02-10', '2025-02-17'],
    ['VALIDITY_NOT_EXTENDED', '2025-03-10', '2025-03-17'],
    ['TENDER_CANCELLED', '2025-03-10', '2025-03-17'],
    ['AWARD_REVOKED', '2025-03-11', '2025-03-17'],
  ] as const)('%s on %s makes the bond due back on %s (T-222, T-223, T12)', (basis, on, dueOn) => {
    const { state, releaseDue } = end(basis, on).now;
    expect([state, releaseDue]).toEqual(['RELEASE_DUE', { basis, on: dueOn, overdue: false }]);
  });

  it('by a loss makes it due when the bid binds us no longer, and by the winner’s signature five days later (T-221, T7)', () => {
    const walk = end('BID_LOST', '2025-02-20');
    expect(walk.now.releaseDue?.on).toBe('2025-04-27');
    walk.on('2025-03-10').do(MarkBondReleaseDue, { basis: 'WINNER_SIGNED', on: '2025-03-10' });
    expect(walk.now.releaseDue).toEqual({ basis: 'WINNER_SIGNED', on: '2025-03-17', overdue: false });
    const unknown = lodgedWalk().on('2025-03-10').do(EndBidBond, { basis: 'BID_LOST', on: '2025-03-10' });
    expect(unknown.now.releaseDue?.on).toBe('2025-03-17');
  });

  it('by a lost public purchase makes it due five working days after the notice, whoever signs when (T-221)', () => {
    const walk = end('BID_LOST', '2025-02-20', { request: procurement });
    expect(walk.now.releaseDue?.on).toBe('2025-02-27');
    expect(walk.on('2025-03-10').do(MarkBondReleaseDue, { basis: 'WINNER_SIGNED', on: '2025-03-10' }).last).toEqual([]);
  });

  it('gives up a bond that is still in the house (T-228)', () => {
    approvedWalk()
      .do(EndBidBond, { basis: 'NO_BID', on: '2025-01-20' })
      .recorded({
        type: 'BondCancelled',
        data: {
          ...RECORD,
          lodgedOn: undefined,
          state: 'CANCELLED',
          reason: 'NO_BID',
          cause: 'NO_BID',
          cancelledOn: '2025-01-20',
          by: 'sun-li',
        },
      });
    const revoked = requestedWalk().do(EndBidBond, { basis: 'BID_REVOKED', on: '2025-01-20' });
    expect(revoked.now.state).toBe('CANCELLED');
  });

  it('by a revocation after the deadline puts the bond at risk (T-224)', () => {
    const { state, risk, riskReason } = end('BID_REVOKED', '2025-02-10').now;
    expect([state, risk, riskReason]).toEqual(['LODGED', 'AT_RISK', 'BID_REVOKED']);
  });
});

describe('a bond at risk', () => {
  it('has no day on which it is due back, until somebody says one (T-224)', () => {
    const walk = lodgedWalk().on('2025-03-10').do(NoteBondAtRisk, { reason: 'AWARD_DECLINED' });
    walk.recorded({
      type: 'BondAtRisk',
      data: { ...RECORD, risk: 'AT_RISK', reason: 'AWARD_DECLINED', notedOn: '2025-03-10', by: 'sun-li' },
    });
    expect(walk.do(NoteBondAtRisk, { reason: 'AWARD_DECLINED' }).last).toEqual([]);
    walk.do(MarkBondReleaseDue, { basis: 'OTHER', releaseDueOn: '2025-04-01' });
    expect([walk.now.risk, walk.now.riskReason, walk.now.releaseDue?.on]).toEqual(['NONE', undefined, '2025-04-01']);
  });

  it('loses the day that it had (T-224)', () => {
    const walk = performanceWalk().do(MarkBondReleaseDue, { basis: 'OTHER', releaseDueOn: '2025-03-12' });
    walk.do(NoteBondAtRisk, { reason: 'CONTRACT_TERMINATED' });
    expect(walk.now).toMatchObject({ state: 'RELEASE_DUE', risk: 'AT_RISK' });
    expect(walk.now.releaseDue).toBeUndefined();
    expect(walk.on('2025-03-13').do(MarkBondReleaseOverdue, { releaseDueOn: '2025-03-12' }).last).toEqual([]);
    walk.do(MarkBondReleaseDue, { basis: 'CONTRACT_SETTLED', on: '2025-03-13' });
    expect(walk.now).toMatchObject({ risk: 'NONE', releaseDue: { on: '2025-03-13' } });
  });
});

describe('asking for a bond', () => {
  it('is kept with what was promised, numbered (T-230)', () => {
    const walk = dueWalk().on('2025-03-18');
    const chase = { channel: 'PHONE' as const, on: '2025-03-18', note: '下周五前退', tender: aTender };
    walk.do(ChaseBond, { ...chase, promiseDate: '2025-03-21' }, SALESPERSON);
    walk.recorded({
      type: 'BondChased',
      data: {
        ...DUE,
        chaseNo: 1,
        channel: 'PHONE',
        chasedOn: '2025-03-18',
        promiseDate: '2025-03-21',
        note: '下周五前退',
        recordedOn: '2025-03-18',
        by: 'li-na',
      },
    });
    expect(walk.do(ChaseBond, chase).said).toMatchObject({ chaseNo: 2, by: 'sun-li' });
    expect(walk.refused(ChaseBond, { ...chase, on: '2025-03-19' }).code).toBe('DATE_IN_FUTURE');
  });
});
