import { ApproveBond, CancelBond, ChaseBond, RefuseBond, RequestBond } from './bond.commands.js';
import {
  aTender,
  BID_BOND_ID,
  CASHIER,
  cashRequest,
  CONTRACT_ID,
  guaranteeRequest,
  LEADER,
  PERFORMANCE_BOND_ID,
  performanceRequest,
  PROJECT_ID,
  SALESPERSON,
  TENDER_ID,
} from './bond.fixtures.js';
import {
  approvedWalk,
  BondWalk,
  cancelledWalk,
  convertedWalk,
  dueWalk,
  expiredWalk,
  forfeitedWalk,
  lodgedWalk,
  refusedWalk,
  releasedWalk,
  requestedWalk,
} from './bond.walk.js';

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
  instrument: 'CASH_TRANSFER' as const,
  risk: 'NONE' as const,
  amountFen: 15_000_000,
  remainingFen: 15_000_000,
  releasedFen: 0,
  interestFen: 0,
  convertedFen: 0,
  forfeitedFen: 0,
  lapsedFen: 0,
};
const asked = (changes: Partial<typeof cashRequest>, by = SALESPERSON) =>
  new BondWalk().refused(RequestBond, { ...cashRequest, ...changes }, by);

describe('a bond that is asked for', () => {
  it('keeps what its tender says: number, project, law and salesperson (T-201)', () =>
    requestedWalk(guaranteeRequest).recorded({
      type: 'BondRequested',
      data: {
        ...RECORD,
        state: 'REQUESTED',
        instrument: 'BANK_GUARANTEE',
        issuer: '临江农商银行',
        validUntil: '2025-04-27',
        regime: 'BIDDING_LAW',
        mandatory: true,
        salespersonId: 'li-na',
        estimatedPriceFen: 750_000_000,
        beneficiaryName: '临江市第二人民医院',
        neededBy: '2025-01-24',
        feeFen: 30_000,
        marginFen: 3_000_000,
        requestedOn: '2025-01-20',
        warnings: [],
        by: 'li-na',
      },
    }));

  it('is for a tender that is published and not handed in (T-201)', () => {
    expect(asked({ tender: undefined })).toEqual({ code: 'NOT_FOUND', tenderId: TENDER_ID });
    expect(asked({ tender: { ...aTender, state: 'REGISTERED' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      state: 'REGISTERED',
    });
    expect(asked({ tender: { ...aTender, state: 'SUBMITTED' } }).code).toBe('INVALID_TRANSITION');
    expect(asked({ tender: { ...aTender, state: 'PUBLISHED' } }).code).toBe('accepted');
  });

  it('of a contract has the project that was named, and whoever sells asked for it as the salesperson (T-201)', () => {
    const walk = new BondWalk(PERFORMANCE_BOND_ID).do(RequestBond, performanceRequest, SALESPERSON);
    expect(walk.now).toMatchObject({
      refType: 'CONTRACT',
      refId: CONTRACT_ID,
      projectId: PROJECT_ID,
      salespersonId: 'li-na',
    });
    expect(walk.now.projectName).toBeUndefined();
    const byCommerce = new BondWalk(PERFORMANCE_BOND_ID).do(RequestBond, performanceRequest);
    expect(byCommerce.now.salespersonId).toBeUndefined();
  });

  it('names its issuer and its last day where it is a guarantee or a surety (T-202)', () => {
    for (const instrument of ['BANK_GUARANTEE', 'SURETY'] as const) {
      expect(asked({ instrument, validUntil: '2025-04-27' })).toEqual({ code: 'BOND_ISSUER_REQUIRED', instrument });
      expect(asked({ instrument, issuer: '临江农商银行' })).toEqual({ code: 'BOND_VALIDITY_REQUIRED', instrument });
    }
    expect(asked({ instrument: 'CHEQUE' }).code).toBe('accepted');
  });

  it('is noted where it is more than 2 % of the estimate or 10 % of the contract (T-206)', () => {
    const over = requestedWalk({ ...cashRequest, amountFen: 15_000_001 });
    expect(over.now.warnings).toEqual([
      { code: 'BID_BOND_OVER_2_PERCENT', amountFen: 15_000_001, limitFen: 15_000_000 },
    ]);
    const unknown = requestedWalk({
      ...cashRequest,
      amountFen: 15_000_001,
      tender: { ...aTender, estimatedPriceFen: undefined },
    });
    expect(unknown.now.warnings).toEqual([]);
    const performance = (amountFen: number) =>
      new BondWalk(PERFORMANCE_BOND_ID).do(RequestBond, { ...performanceRequest, amountFen }).now.warnings;
    expect(performance(35_000_000)).toEqual([]);
    expect(performance(35_000_001)).toEqual([
      { code: 'PERFORMANCE_BOND_OVER_10_PERCENT', amountFen: 35_000_001, limitFen: 35_000_000 },
    ]);
  });

  it('is asked for once while it stands, and anew when it does not (T-200)', () => {
    for (const walk of [requestedWalk(), approvedWalk(), lodgedWalk(), dueWalk()]) {
      expect(walk.refused(RequestBond, cashRequest)).toMatchObject({ code: 'DUPLICATE_BOND', bondId: BID_BOND_ID });
    }
    const ends = [refusedWalk(), cancelledWalk(), releasedWalk(), convertedWalk(), forfeitedWalk(), expiredWalk()];
    for (const walk of ends) {
      const { requestNo, state, releases, alerts, lodging, reason } = walk.do(RequestBond, guaranteeRequest).now;
      expect({ requestNo, state, releases, alerts, lodging, reason }).toEqual({
        requestNo: 2,
        state: 'REQUESTED',
        releases: [],
        alerts: [],
      });
      expect(walk.said).toMatchObject({ remainingFen: 15_000_000, releasedFen: 0 });
    }
  });
});

describe('the approval of a bond', () => {
  it('is given by somebody else than its author, whoever stands in for whom (T-203, T11)', () => {
    approvedWalk().recorded({
      type: 'BondApproved',
      data: { ...RECORD, state: 'APPROVED', by: 'qian-hui', approvedOn: '2025-01-20' },
    });
    const own = new BondWalk().do(RequestBond, cashRequest, CASHIER);
    const self = { code: 'SELF_APPROVAL', by: 'qian-hui' };
    expect(own.refused(ApproveBond, {}, CASHIER)).toEqual(self);
    expect(own.refused(ApproveBond, {}, { ...LEADER, onBehalfOf: 'qian-hui' })).toEqual(self);
    const forHer = new BondWalk().do(RequestBond, cashRequest, { ...SALESPERSON, onBehalfOf: 'qian-hui' });
    expect(forHer.refused(ApproveBond, {}, CASHIER)).toEqual(self);
    expect(own.refused(ApproveBond, {}, LEADER).code).toBe('accepted');
  });

  it('is a leader’s beyond what finance may approve (T-204)', () => {
    const dear = () => requestedWalk({ ...cashRequest, amountFen: 50_000_001 });
    const limit = { code: 'BOND_NEEDS_LEADER', amountFen: 50_000_001, limitFen: 50_000_000 };
    expect(dear().refused(ApproveBond, {}, CASHIER)).toEqual(limit);
    expect(dear().refused(ApproveBond, {}, LEADER).code).toBe('accepted');
    const both = { ...CASHIER, roles: ['FINANCE', 'COMPANY_LEADER'] };
    expect(dear().refused(ApproveBond, {}, both).code).toBe('accepted');
    expect(requestedWalk({ ...cashRequest, amountFen: 50_000_000 }).refused(ApproveBond, {}, CASHIER).code).toBe(
      'accepted',
    );
    const settled = requestedWalk().settling({ bondLeaderFen: 14_999_999 });
    expect(settled.refused(ApproveBond, {}, CASHIER)).toMatchObject({ limitFen: 14_999_999 });
  });

  it('is refused, or the bond is given up before it is lodged, for a reason (T-207)', () => {
    refusedWalk().recorded({
      type: 'BondRefused',
      data: { ...RECORD, state: 'REFUSED', reason: '先补资料', by: 'qian-hui', refusedOn: '2025-01-20' },
    });
    cancelledWalk().recorded({
      type: 'BondCancelled',
      data: { ...RECORD, state: 'CANCELLED', reason: '改用保函', by: 'sun-li', cancelledOn: '2025-01-20' },
    });
    expect([refusedWalk().now.reason, cancelledWalk().now.reason]).toEqual(['先补资料', '改用保函']);
    expect(requestedWalk().refused(CancelBond, { reason: '改用保函' }).code).toBe('accepted');
    expect(requestedWalk().refused(RefuseBond, { reason: '无' }, LEADER).code).toBe('accepted');
  });
});

describe('whose a bond is', () => {
  const stranger = { id: 'zhao-lei', role: 'SALES' };
  const chase = { channel: 'PHONE' as const, on: '2025-03-10', note: '已催' };

  it('it is of whoever has the tender, also where that has changed (T-205)', () => {
    const other = { code: 'ROLE_NOT_ALLOWED', salespersonId: 'li-na' };
    expect(asked({}, stranger)).toEqual(other);
    expect(dueWalk().refused(ChaseBond, { ...chase, tender: aTender }, stranger)).toEqual(other);
    const given = { ...aTender, salespersonId: 'zhao-lei' };
    expect(dueWalk().refused(ChaseBond, { ...chase, tender: given }, stranger).code).toBe('accepted');
    expect(dueWalk().refused(ChaseBond, { ...chase, tender: given }, SALESPERSON).code).toBe('ROLE_NOT_ALLOWED');
    const manager = { id: 'zhao-lei', role: 'SALES', roles: ['SALES', 'SALES_MANAGER'] };
    expect(asked({}, manager).code).toBe('accepted');
  });

  it('that of a contract is of the salesperson who asked for it, else of all (T-205)', () => {
    const walk = new BondWalk(PERFORMANCE_BOND_ID).do(RequestBond, performanceRequest, SALESPERSON);
    expect(walk.refused(RequestBond, performanceRequest, stranger).code).toBe('DUPLICATE_BOND');
    const cancelled = walk.do(CancelBond, { reason: '金额有误' });
    expect(cancelled.refused(RequestBond, performanceRequest, stranger).code).toBe('accepted');
  });
});
