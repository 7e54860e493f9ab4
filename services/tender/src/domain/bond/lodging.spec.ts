import {
  AdjustBond,
  ApproveBond,
  ExpireBond,
  ExtendBond,
  LodgeBond,
  LodgeConvertedBond,
  MarkBondExpiring,
  MarkBondReleaseDue,
  RequestBond,
} from './bond.commands.js';
import {
  aTender,
  BID_BOND_ID,
  CASHIER,
  cashRequest,
  CONTRACT_ID,
  guaranteeRequest,
  PERFORMANCE_BOND_ID,
  performanceRequest,
  PROJECT_ID,
  TENDER_ID,
} from './bond.fixtures.js';
import { approvedWalk, BondWalk, conversion, dueWalk, expiredWalk, lodgedWalk, performanceWalk } from './bond.walk.js';

const GUARANTEE = {
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
  instrument: 'BANK_GUARANTEE' as const,
  issuer: '临江农商银行',
  validUntil: '2025-04-27',
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
const lodging = { lodgedOn: '2025-01-20', receiptRef: 'SJ-1' };

describe('a bond that is lodged', () => {
  it('says how it was given, and when its end is told (T-210, T-213)', () =>
    approvedWalk(guaranteeRequest)
      .do(LodgeBond, { ...lodging, guaranteeNo: 'BH-1' }, CASHIER)
      .recorded({
        type: 'BondLodged',
        data: {
          ...GUARANTEE,
          regime: 'BIDDING_LAW',
          mandatory: true,
          salespersonId: 'li-na',
          estimatedPriceFen: 750_000_000,
          beneficiaryName: '临江市第二人民医院',
          lodgedOn: '2025-01-20',
          receiptRef: 'SJ-1',
          guaranteeNo: 'BH-1',
          alerts: [
            { days: 30, on: '2025-03-28' },
            { days: 15, on: '2025-04-12' },
            { days: 7, on: '2025-04-20' },
          ],
          recordedOn: '2025-01-20',
          warnings: [],
          by: 'qian-hui',
        },
      }));

  it('was lodged by today, and has not ended before (T-210)', () => {
    const walk = approvedWalk(guaranteeRequest);
    const ahead = { code: 'DATE_IN_FUTURE', lodgedOn: '2025-01-21', today: '2025-01-20' };
    expect(walk.refused(LodgeBond, { ...lodging, lodgedOn: '2025-01-21' })).toEqual(ahead);
    expect(walk.refused(LodgeBond, { ...lodging, validUntil: '2025-01-19' })).toEqual({
      code: 'BOND_VALIDITY_TOO_SHORT',
      validUntil: '2025-01-19',
      lodgedOn: '2025-01-20',
    });
    expect(walk.do(LodgeBond, { ...lodging, validUntil: '2025-04-26' }).now.validUntil).toBe('2025-04-26');
  });

  it('is noted where money for a mandatory tender did not come from the basic account (T-206)', () => {
    const warned = (request: typeof cashRequest, fromBasicAccount?: boolean) =>
      approvedWalk(request).do(LodgeBond, { ...lodging, fromBasicAccount }).now.warnings;
    expect(warned(cashRequest)).toEqual([{ code: 'BOND_NOT_FROM_BASIC_ACCOUNT', instrument: 'CASH_TRANSFER' }]);
    expect(warned({ ...cashRequest, instrument: 'CHEQUE' }, false)).toEqual([
      { code: 'BOND_NOT_FROM_BASIC_ACCOUNT', instrument: 'CHEQUE' },
    ]);
    expect(warned(cashRequest, true)).toEqual([]);
    expect(warned(guaranteeRequest)).toEqual([]);
    expect(warned({ ...cashRequest, tender: { ...aTender, mandatory: false } })).toEqual([]);
  });
});

describe('an extension', () => {
  it('moves the last day and its alerts (T-211)', () =>
    lodgedWalk(guaranteeRequest)
      .on('2025-04-12')
      .do(ExtendBond, { validUntil: '2025-05-27', docRef: 'BH-1-Z1' })
      .recorded({
        type: 'BondExtended',
        data: {
          ...GUARANTEE,
          validUntil: '2025-05-27',
          docRef: 'BH-1-Z1',
          alerts: [
            { days: 30, on: '2025-04-27' },
            { days: 15, on: '2025-05-12' },
            { days: 7, on: '2025-05-20' },
          ],
          extendedOn: '2025-04-12',
          by: 'sun-li',
        },
      }));

  it('never makes it shorter (T-211)', () => {
    const walk = lodgedWalk(guaranteeRequest);
    const earlier = { code: 'BOND_VALIDITY_TOO_SHORT', validUntil: '2025-04-26', earliest: '2025-04-27' };
    expect(walk.refused(ExtendBond, { validUntil: '2025-04-26', docRef: 'D' })).toEqual(earlier);
    expect(walk.refused(ExtendBond, { validUntil: '2025-04-27', docRef: 'D' }).code).toBe('accepted');
  });

  it('that is entered after the last day brings the guarantee back as it was (T-215)', () => {
    const walk = expiredWalk();
    expect(walk.refused(ExtendBond, { validUntil: '2025-04-27', docRef: 'D' })).toMatchObject({
      code: 'BOND_VALIDITY_TOO_SHORT',
      earliest: '2025-04-28',
    });
    walk.do(ExtendBond, { validUntil: '2025-05-27', docRef: 'D' });
    expect(walk.said).toMatchObject({ state: 'LODGED', remainingFen: 15_000_000, lapsedFen: 0 });
    const due = dueWalk(guaranteeRequest).on('2025-04-28').do(ExpireBond, { validUntil: '2025-04-27' });
    due.do(ExtendBond, { validUntil: '2025-05-27', docRef: 'D' });
    expect(due.said).toMatchObject({ state: 'RELEASE_DUE', releaseDueOn: '2025-03-17' });
  });
});

describe('another amount', () => {
  it('is the whole amount, and the warnings are counted again (T-212, T-206)', () => {
    const walk = approvedWalk().do(LodgeBond, lodging).do(AdjustBond, { amountFen: 15_000_001, docRef: 'Z1' });
    walk.recorded({
      type: 'BondAdjusted',
      data: {
        ...GUARANTEE,
        instrument: 'CASH_TRANSFER',
        issuer: undefined,
        validUntil: undefined,
        amountFen: 15_000_001,
        remainingFen: 15_000_001,
        docRef: 'Z1',
        adjustedOn: '2025-01-20',
        warnings: [
          { code: 'BID_BOND_OVER_2_PERCENT', amountFen: 15_000_001, limitFen: 15_000_000 },
          { code: 'BOND_NOT_FROM_BASIC_ACCOUNT', instrument: 'CASH_TRANSFER' },
        ],
        by: 'sun-li',
      },
    });
    expect(walk.do(AdjustBond, { amountFen: 15_000_000, docRef: 'Z2' }).now.warnings).toEqual([
      { code: 'BOND_NOT_FROM_BASIC_ACCOUNT', instrument: 'CASH_TRANSFER' },
    ]);
  });

  it('is more than what has gone (T-212)', () => {
    const walk = dueWalk().release(5_000_000);
    const gone = { code: 'AMOUNT_EXCEEDS_BOND', remainingFen: 10_000_000, goneFen: 5_000_000 };
    expect(walk.refused(AdjustBond, { amountFen: 5_000_000, docRef: 'Z1' })).toEqual(gone);
    expect(walk.do(AdjustBond, { amountFen: 5_000_001, docRef: 'Z1' }).said).toMatchObject({ remainingFen: 1 });
  });
});

describe('the end of a guarantee', () => {
  const until = '2025-06-30';
  const guarantee = () =>
    new BondWalk(PERFORMANCE_BOND_ID)
      .on('2025-03-10')
      .do(RequestBond, performanceRequest)
      .do(ApproveBond, {}, CASHIER)
      .do(LodgeBond, { ...lodging, lodgedOn: '2025-03-10' }, CASHIER);

  it('is told 30, 15 and 7 days before, each alert once (T-213, T11)', () => {
    const walk = guarantee();
    expect(walk.now.alerts.map(({ on }) => on)).toEqual(['2025-05-31', '2025-06-15', '2025-06-23']);
    const told = [30, 15, 7].map((daysLeft, index) => {
      walk.on(walk.now.alerts[index]?.on ?? '').do(MarkBondExpiring, { daysLeft, validUntil: until });
      const again = walk.last;
      walk.do(MarkBondExpiring, { daysLeft, validUntil: until });
      return [again.length, walk.last.length];
    });
    expect(told).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(walk.now.alerted).toEqual([30, 15, 7]);
  });

  it('is told with what is left of the days (T-213)', () =>
    lodgedWalk(guaranteeRequest)
      .on('2025-03-29')
      .do(MarkBondExpiring, { daysLeft: 30, validUntil: '2025-04-27' })
      .recorded({
        type: 'BondExpiring',
        data: {
          ...GUARANTEE,
          alertNo: 1,
          alertPlace: 1,
          alertDays: 30,
          daysLeft: 29,
          alertedOn: '2025-03-29',
          by: 'sun-li',
        },
      }));

  it('is told on the days that the company has settled; those gone by are left out, but for the last (T-213)', () => {
    const alerts = (validUntil: string, settings = {}) =>
      approvedWalk({ ...guaranteeRequest, validUntil })
        .settling(settings)
        .do(LodgeBond, lodging).now.alerts;
    expect(alerts('2025-02-08')).toEqual([
      { days: 15, on: '2025-01-24' },
      { days: 7, on: '2025-02-01' },
    ]);
    expect(alerts('2025-01-22')).toEqual([{ days: 7, on: '2025-01-15' }]);
    const own = { bondAlertDays1: 10, bondAlertDays2: 60, bondAlertDays3: 10 };
    expect(alerts('2025-04-27', own).map(({ days }) => days)).toEqual([60, 10]);
  });

  it('does not tell of a last day that is no longer the last (T-213)', () => {
    const walk = lodgedWalk(guaranteeRequest).do(ExtendBond, { validUntil: '2025-05-27', docRef: 'D' });
    expect(walk.on('2025-03-28').do(MarkBondExpiring, { daysLeft: 30, validUntil: '2025-04-27' }).last).toEqual([]);
    expect(walk.do(MarkBondExpiring, { daysLeft: 20, validUntil: '2025-05-27' }).last).toEqual([]);
    expect(walk.on('2025-05-28').do(MarkBondExpiring, { daysLeft: 7, validUntil: '2025-05-27' }).last).toEqual([]);
  });

  it('comes on the day after its last, and never for money (T-214, T11)', () => {
    const walk = guarantee();
    expect(walk.on(until).do(ExpireBond, { validUntil: until }).last).toEqual([]);
    expect(walk.on('2025-07-01').do(ExpireBond, { validUntil: '2025-05-30' }).last).toEqual([]);
    expect(walk.do(ExpireBond, { validUntil: until }).now.state).toBe('EXPIRED');
    expiredWalk().recorded({
      type: 'BondExpired',
      data: {
        ...GUARANTEE,
        state: 'EXPIRED',
        remainingFen: 0,
        lapsedFen: 15_000_000,
        expiredOn: '2025-04-28',
        by: 'sun-li',
      },
    });
    const cash = lodgedWalk({ ...cashRequest, validUntil: '2025-04-27' });
    expect(cash.now.alerts).toEqual([]);
    expect(cash.on('2025-04-28').do(ExpireBond, { validUntil: '2025-04-27' }).last).toEqual([]);
  });
});

describe('a bid bond that was converted', () => {
  it('is the performance bond of the contract, lodged (T-243)', () => {
    const walk = performanceWalk();
    expect(walk.now).toMatchObject({
      bondId: PERFORMANCE_BOND_ID,
      state: 'LODGED',
      type: 'PERFORMANCE_BOND',
      refType: 'CONTRACT',
      refId: CONTRACT_ID,
      instrument: 'CASH_TRANSFER',
      amountFen: 15_000_000,
      salespersonId: 'li-na',
      lodging: { on: '2025-03-10', receiptRef: 'ZLY-1' },
      convertedFrom: [{ bondId: BID_BOND_ID, requestNo: 1, conversionNo: 1 }],
      warnings: [],
    });
    const large = { ...conversion(15_000_000), contractTotalFen: 149_000_000 };
    expect(new BondWalk(PERFORMANCE_BOND_ID).do(LodgeConvertedBond, large).now.warnings).toEqual([
      { code: 'PERFORMANCE_BOND_OVER_10_PERCENT', amountFen: 15_000_000, limitFen: 14_900_000 },
    ]);
  });

  it('is lodged once, and a further part joins it (T-243)', () => {
    const walk = performanceWalk();
    expect(walk.do(LodgeConvertedBond, conversion(15_000_000)).last).toEqual([]);
    expect(walk.do(LodgeConvertedBond, conversion(20_000_000, 2)).types).toEqual(['BondAdjusted']);
    expect(walk.now.amountFen).toBe(35_000_000);
    expect(walk.do(LodgeConvertedBond, conversion(20_000_000, 2)).last).toEqual([]);
    const due = performanceWalk().do(MarkBondReleaseDue, { basis: 'CONTRACT_COMPLETED', on: '2025-03-10' });
    expect(due.do(LodgeConvertedBond, conversion(1, 2)).now).toMatchObject({
      state: 'RELEASE_DUE',
      amountFen: 15_000_001,
    });
  });

  it('stands for one that was asked for, and for one that has ended (T-243)', () => {
    const asked = new BondWalk(PERFORMANCE_BOND_ID).do(RequestBond, performanceRequest);
    asked.do(LodgeConvertedBond, conversion(15_000_000));
    expect(asked.now).toMatchObject({
      requestNo: 2,
      state: 'LODGED',
      amountFen: 15_000_000,
      instrument: 'CASH_TRANSFER',
    });
    const back = performanceWalk().release(15_000_000).do(LodgeConvertedBond, conversion(5_000_000, 2));
    expect(back.now).toMatchObject({ requestNo: 2, state: 'LODGED', amountFen: 5_000_000, releasedFen: 0 });
  });
});
