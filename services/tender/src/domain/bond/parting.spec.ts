import { ConfirmBondRelease, ConvertBond, ForfeitBond } from './bond.commands.js';
import { BID_BOND_ID, CASHIER, CONTRACT_ID, PERFORMANCE_BOND_ID, PROJECT_ID, TENDER_ID } from './bond.fixtures.js';
import { convertedWalk, dueWalk, forfeitedWalk, lodgedWalk, performanceWalk, releasedWalk } from './bond.walk.js';

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
  lodgedOn: '2025-01-20',
  risk: 'NONE' as const,
  basis: 'CONTRACT_SIGNED' as const,
  releaseDueOn: '2025-03-17',
  amountFen: 15_000_000,
  remainingFen: 0,
  releasedFen: 0,
  interestFen: 0,
  convertedFen: 0,
  forfeitedFen: 0,
  lapsedFen: 0,
};
const release = { amountFen: 1, interestFen: 0, on: '2025-03-10', bankRef: 'BANK-1' };
const convert = { amountFen: 1, contractId: CONTRACT_ID, on: '2025-03-10', docRef: 'ZLY-1' };
const forfeit = { amountFen: 1, reason: '放弃中标', docRef: 'HAN-1', on: '2025-03-10' };

describe('what comes back', () => {
  it('ends the bond with its last fen; the interest is counted apart (T-240, T-241, T5)', () =>
    releasedWalk().recorded({
      type: 'BondReleased',
      data: {
        ...RECORD,
        state: 'RELEASED',
        releasedFen: 15_000_000,
        interestFen: 8_630,
        partFen: 15_000_000,
        partInterestFen: 8_630,
        releasedOn: '2025-03-18',
        bankRef: 'BANK-1',
        recordedOn: '2025-03-18',
        by: 'qian-hui',
      },
    }));

  it('in part leaves the bond where it was (T-241)', () => {
    const walk = lodgedWalk().release(14_999_999, 5);
    expect(walk.said).toMatchObject({ state: 'LODGED', remainingFen: 1, releasedFen: 14_999_999, interestFen: 5 });
    expect(walk.release(1, 3).said).toMatchObject({ state: 'RELEASED', remainingFen: 0, interestFen: 8 });
    expect(walk.now.releases.map(({ amountFen }) => amountFen)).toEqual([14_999_999, 1]);
  });

  it('is on the account or on paper, and not of tomorrow (T-242)', () => {
    const walk = dueWalk();
    const nowhere = { code: 'VALIDATION_FAILED', pointer: '/bankRef' };
    expect(walk.refused(ConfirmBondRelease, { ...release, bankRef: undefined })).toEqual(nowhere);
    const onPaper = { ...release, bankRef: undefined, docRef: 'BH-1' };
    expect(walk.refused(ConfirmBondRelease, onPaper).code).toBe('accepted');
    expect(walk.refused(ConfirmBondRelease, { ...release, on: '2025-03-11' }).code).toBe('DATE_IN_FUTURE');
  });
});

describe('what becomes the performance bond', () => {
  it('ends the bid bond with its last fen, and names the bond that it became (T-243, T11)', () =>
    convertedWalk().recorded({
      type: 'BondConverted',
      data: {
        ...RECORD,
        state: 'CONVERTED',
        convertedFen: 15_000_000,
        conversionNo: 1,
        partFen: 15_000_000,
        contractId: CONTRACT_ID,
        convertedToBondId: PERFORMANCE_BOND_ID,
        convertedOn: '2025-03-10',
        docRef: 'ZLY-1',
        beneficiaryName: '临江市第二人民医院',
        salespersonId: 'li-na',
        recordedOn: '2025-03-10',
        by: 'qian-hui',
      },
    }));

  it('in part leaves the rest due back, and each part has its number (T-243)', () => {
    const walk = dueWalk().convert(10_000_000);
    expect(walk.said).toMatchObject({ state: 'RELEASE_DUE', remainingFen: 5_000_000, conversionNo: 1 });
    expect(walk.convert(4_999_999).said).toMatchObject({ remainingFen: 1, conversionNo: 2, convertedFen: 14_999_999 });
  });

  it('is of a bid bond (T-243)', () =>
    expect(performanceWalk().refused(ConvertBond, convert)).toEqual({
      code: 'INVALID_TRANSITION',
      type: 'PERFORMANCE_BOND',
    }));

  it('does not join a bond that was given in another way (T-243)', () => {
    const target = { isLodged: true, instrument: 'BANK_GUARANTEE' as const };
    expect(dueWalk().refused(ConvertBond, { ...convert, target })).toEqual({
      code: 'DUPLICATE_BOND',
      existingBondId: PERFORMANCE_BOND_ID,
      instrument: 'BANK_GUARANTEE',
    });
    const cash = { isLodged: true, instrument: 'CASH_TRANSFER' as const };
    expect(dueWalk().refused(ConvertBond, { ...convert, target: cash }).code).toBe('accepted');
    const asked = { isLodged: false, instrument: 'BANK_GUARANTEE' as const };
    expect(dueWalk().refused(ConvertBond, { ...convert, target: asked }).code).toBe('accepted');
    expect(dueWalk().refused(ConvertBond, { ...convert, on: '2025-03-11' }).code).toBe('DATE_IN_FUTURE');
  });
});

describe('what the beneficiary keeps', () => {
  it('ends the bond with its last fen (T-240, T-241)', () => {
    forfeitedWalk().recorded({
      type: 'BondForfeited',
      data: {
        ...RECORD,
        basis: undefined,
        releaseDueOn: undefined,
        state: 'FORFEITED',
        forfeitedFen: 15_000_000,
        partFen: 15_000_000,
        reason: '放弃中标',
        docRef: 'HAN-1',
        forfeitedOn: '2025-03-12',
        recordedOn: '2025-03-12',
        by: 'qian-hui',
      },
    });
    expect(dueWalk().refused(ForfeitBond, { ...forfeit, on: '2025-03-11' }).code).toBe('DATE_IN_FUTURE');
  });
});

it('no part is more than what is left, be it one fen (T-240, T11)', () => {
  const tooMuch = { code: 'AMOUNT_EXCEEDS_BOND', remainingFen: 15_000_000 };
  const amountFen = 15_000_001;
  expect(dueWalk().refused(ConfirmBondRelease, { ...release, amountFen }, CASHIER)).toEqual(tooMuch);
  expect(dueWalk().refused(ConvertBond, { ...convert, amountFen }, CASHIER)).toEqual(tooMuch);
  expect(dueWalk().refused(ForfeitBond, { ...forfeit, amountFen }, CASHIER)).toEqual(tooMuch);
  for (const walk of [releasedWalk, convertedWalk, forfeitedWalk]) {
    expect(walk().refused(ConfirmBondRelease, release).code).toBe('AMOUNT_EXCEEDS_BOND');
    expect(walk().refused(ConvertBond, convert).code).toBe('AMOUNT_EXCEEDS_BOND');
    expect(walk().refused(ForfeitBond, forfeit).code).toBe('AMOUNT_EXCEEDS_BOND');
  }
});
