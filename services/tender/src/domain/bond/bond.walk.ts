import { Walk } from '@engsales/event-sourcing/testing';
import {
  AdjustBond,
  ApproveBond,
  CancelBond,
  ChaseBond,
  ConfirmBondRelease,
  ConvertBond,
  EndBidBond,
  ExpireBond,
  ExtendBond,
  ForfeitBond,
  LodgeBond,
  LodgeConvertedBond,
  MarkBondExpiring,
  MarkBondReleaseDue,
  MarkBondReleaseOverdue,
  NoteBondAtRisk,
  RefuseBond,
  RequestBond,
  type BondCommand,
} from './bond.commands.js';
import type { BondEvent } from './bond.events.js';
import {
  aTender,
  type AskedBond,
  BID_BOND_ID,
  CASHIER,
  cashRequest,
  COMMERCE,
  CONTRACT_ID,
  guaranteeRequest,
  PERFORMANCE_BOND_ID,
  PROJECT_ID,
  SALESPERSON,
} from './bond.fixtures.js';
import { bond } from './bond.js';
import { exists, type Bond, type ExistingBond } from './bond.state.js';

/** A bond that is led through commands. */
export class BondWalk extends Walk<Bond, BondCommand, BondEvent, 'bondId'> {
  override today = '2025-01-20';

  constructor(bondId = BID_BOND_ID) {
    super(bond, { bondId }, COMMERCE);
  }

  get now(): ExistingBond {
    if (!exists(this.state)) throw new Error('there is no bond');
    return this.state;
  }

  /** Data of the last event. */
  get said(): BondEvent['data'] | undefined {
    return this.last.at(-1)?.data;
  }

  release(amountFen: number, interestFen = 0): this {
    return this.do(ConfirmBondRelease, { amountFen, interestFen, on: this.today, bankRef: 'BANK-1' }, CASHIER);
  }

  convert(amountFen: number): this {
    return this.do(ConvertBond, { amountFen, contractId: CONTRACT_ID, on: this.today, docRef: 'ZLY-1' }, CASHIER);
  }

  forfeit(amountFen: number): this {
    return this.do(ForfeitBond, { amountFen, reason: '放弃中标', docRef: 'HAN-1', on: this.today }, CASHIER);
  }
}

export const requestedWalk = (request: AskedBond = cashRequest): BondWalk =>
  new BondWalk().do(RequestBond, request, SALESPERSON);
export const approvedWalk = (request: AskedBond = cashRequest): BondWalk =>
  requestedWalk(request).do(ApproveBond, {}, CASHIER);
export const refusedWalk = (): BondWalk => requestedWalk().do(RefuseBond, { reason: '先补资料' }, CASHIER);
export const cancelledWalk = (): BondWalk => approvedWalk().do(CancelBond, { reason: '改用保函' });
export const lodgedWalk = (request: AskedBond = cashRequest): BondWalk =>
  approvedWalk(request).do(LodgeBond, { lodgedOn: '2025-01-20', receiptRef: 'SJ-1', fromBasicAccount: true }, CASHIER);
/** The contract is signed on 2025-03-10. */
export const dueWalk = (request: AskedBond = cashRequest): BondWalk =>
  lodgedWalk(request).on('2025-03-10').do(MarkBondReleaseDue, { basis: 'CONTRACT_SIGNED', on: '2025-03-10' });
export const releasedWalk = (): BondWalk => dueWalk().on('2025-03-18').release(15_000_000, 8_630);
export const convertedWalk = (): BondWalk => dueWalk().convert(15_000_000);
export const forfeitedWalk = (): BondWalk => lodgedWalk().on('2025-03-12').forfeit(15_000_000);
export const expiredWalk = (): BondWalk =>
  lodgedWalk(guaranteeRequest).on('2025-04-28').do(ExpireBond, { validUntil: '2025-04-27' });

/** What the reaction says of a bid bond of which so much was converted. */
export const conversion = (amountFen: number, conversionNo = 1): Omit<LodgeConvertedBond['data'], 'bondId'> => ({
  contractId: CONTRACT_ID,
  fromBondId: BID_BOND_ID,
  requestNo: 1,
  conversionNo,
  amountFen,
  on: '2025-03-10',
  docRef: 'ZLY-1',
  instrument: 'CASH_TRANSFER',
  beneficiaryName: '临江市第二人民医院',
  projectId: PROJECT_ID,
  leadId: PROJECT_ID,
  projectName: '临江市第二人民医院新院区中央空调',
  salespersonId: 'li-na',
  contractTotalFen: 700_000_000,
});
export const performanceWalk = (): BondWalk =>
  new BondWalk(PERFORMANCE_BOND_ID).on('2025-03-10').do(LodgeConvertedBond, conversion(15_000_000));

/** Lives of bonds that together record every type of event; their streams are frozen in `history/`. */
export const bondLives: Readonly<Record<string, () => BondWalk>> = {
  'chased-and-back-late': () =>
    dueWalk()
      .on('2025-03-18')
      .do(MarkBondReleaseOverdue, { releaseDueOn: '2025-03-17' })
      .do(ChaseBond, {
        channel: 'PHONE',
        on: '2025-03-18',
        promiseDate: '2025-03-21',
        note: '下周五前退',
        tender: aTender,
      })
      .on('2025-03-21')
      .release(10_000_000, 8_630)
      .release(5_000_000),
  'converted-in-part': () => dueWalk().convert(10_000_000).release(5_000_000, 100),
  'kept-after-the-award-was-declined': () =>
    lodgedWalk().on('2025-03-11').do(NoteBondAtRisk, { reason: 'AWARD_DECLINED' }).on('2025-03-12').forfeit(15_000_000),
  'guarantee-to-its-last-day': () =>
    lodgedWalk(guaranteeRequest)
      .do(AdjustBond, { amountFen: 16_000_000, docRef: 'BH-1-Z1' })
      .on('2025-03-28')
      .do(MarkBondExpiring, { daysLeft: 30, validUntil: '2025-04-27' })
      .do(ExtendBond, { validUntil: '2025-05-27', docRef: 'BH-1-Z2' })
      .on('2025-05-28')
      .do(ExpireBond, { validUntil: '2025-05-27' }),
  'refused-and-asked-for-again': () =>
    refusedWalk().do(RequestBond, guaranteeRequest, SALESPERSON).do(EndBidBond, { basis: 'NO_BID', on: '2025-01-20' }),
  'performance-bond-of-a-conversion': () => performanceWalk().do(LodgeConvertedBond, conversion(5_000_000, 2)),
};
