import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
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
} from './bond.commands.js';
import { BID_BOND_ID, cashRequest, CONTRACT_ID } from './bond.fixtures.js';
import { bond } from './bond.js';
import {
  approvedWalk,
  BondWalk,
  cancelledWalk,
  conversion,
  convertedWalk,
  dueWalk,
  expiredWalk,
  forfeitedWalk,
  lodgedWalk,
  refusedWalk,
  releasedWalk,
  requestedWalk,
} from './bond.walk.js';

const ENDS = ['RELEASED', 'CONVERTED', 'FORFEITED', 'EXPIRED'];
const STANDING = ['REQUESTED', 'APPROVED', 'LODGED', 'RELEASE_DUE'];
const PARTS = ['ConfirmBondRelease', 'ConvertBond', 'ForfeitBond'];

describe('in which state (T-200, T-207, T-210, T-240)', () => {
  const possible = judgeTransitions({
    aggregate: bond,
    ids: { bondId: BID_BOND_ID },
    states: {
      NONE: () => new BondWalk(),
      REQUESTED: requestedWalk,
      APPROVED: approvedWalk,
      REFUSED: refusedWalk,
      CANCELLED: cancelledWalk,
      LODGED: lodgedWalk,
      RELEASE_DUE: dueWalk,
      RELEASED: releasedWalk,
      CONVERTED: convertedWalk,
      FORFEITED: forfeitedWalk,
      EXPIRED: expiredWalk,
    },
    codeIn: (state, type) => {
      if (type === 'RequestBond' && STANDING.includes(state)) return 'DUPLICATE_BOND';
      if (PARTS.includes(type) && ENDS.includes(state)) return 'AMOUNT_EXCEEDS_BOND';
      return state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION';
    },
  });
  const on = '2025-01-20';
  possible(RequestBond, cashRequest, ['NONE', 'REFUSED', 'CANCELLED', ...ENDS]);
  possible(ApproveBond, {}, ['REQUESTED']);
  possible(RefuseBond, { reason: 'x' }, ['REQUESTED']);
  possible(CancelBond, { reason: 'x' }, ['REQUESTED', 'APPROVED']);
  possible(LodgeBond, { lodgedOn: on, receiptRef: 'S' }, ['APPROVED']);
  possible(LodgeConvertedBond, conversion(1), ['NONE', 'REFUSED', 'CANCELLED', ...STANDING, ...ENDS]);
  possible(ExtendBond, { validUntil: '2030-01-01', docRef: 'D' }, ['LODGED', 'RELEASE_DUE', 'EXPIRED']);
  possible(AdjustBond, { amountFen: 1, docRef: 'D' }, ['LODGED', 'RELEASE_DUE']);
  possible(MarkBondExpiring, { daysLeft: 7, validUntil: on }, ['LODGED']);
  possible(ExpireBond, { validUntil: on }, ['LODGED', 'RELEASE_DUE']);
  possible(MarkBondReleaseDue, { basis: 'OTHER', releaseDueOn: on }, ['LODGED', 'RELEASE_DUE']);
  possible(EndBidBond, { basis: 'NO_BID', on }, STANDING);
  possible(NoteBondAtRisk, { reason: 'AWARD_DECLINED' }, ['LODGED', 'RELEASE_DUE']);
  possible(ChaseBond, { channel: 'PHONE', on, note: 'x' }, ['LODGED', 'RELEASE_DUE']);
  possible(MarkBondReleaseOverdue, { releaseDueOn: on }, ['RELEASE_DUE']);
  const part = { amountFen: 1, on, docRef: 'D' };
  possible(ConfirmBondRelease, { ...part, interestFen: 0 }, ['LODGED', 'RELEASE_DUE']);
  possible(ConvertBond, { ...part, contractId: CONTRACT_ID }, ['LODGED', 'RELEASE_DUE']);
  possible(ForfeitBond, { ...part, reason: 'x' }, ['LODGED', 'RELEASE_DUE']);
  possible.every(bond.transitions);
});

it('every event of a bond is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(bond.stored).filter((type) => !written.has(type))).toEqual([]);
});
