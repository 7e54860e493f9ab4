import { refuseFuture, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { sumFen } from '@engsales/values';
import { bondIdOf } from '../ids.js';
import { ConfirmBondRelease, ConvertBond, ForfeitBond, type PartingCommand } from './bond.commands.js';
import type { BondEvent, PartingEvent } from './bond.events.js';
import { bondRecord } from './bond-record.js';
import { remainingFen, type ExistingBond } from './bond.state.js';
import { AT_BENEFICIARY, type BondState } from './bond.values.js';

const NOTHING_LEFT: readonly string[] = ['RELEASED', 'CONVERTED', 'FORFEITED', 'EXPIRED'];
const otherwise = (state: string) => (NOTHING_LEFT.includes(state) ? 'AMOUNT_EXCEEDS_BOND' : undefined);

/** A part of a bond comes back, becomes a part of another one, or is kept; the last part ends it. */
export const partingRules = {
  ConfirmBondRelease: { command: ConfirmBondRelease, in: AT_BENEFICIARY, otherwise, decide: confirmBondRelease },
  ConvertBond: { command: ConvertBond, in: AT_BENEFICIARY, otherwise, decide: convertBond },
  ForfeitBond: { command: ForfeitBond, in: AT_BENEFICIARY, otherwise, decide: forfeitBond },
} satisfies RulesOf<PartingCommand, ExistingBond, BondEvent>;

export const partingFold = {
  BondReleased: (bond, data) => {
    const { state, releasedFen, interestFen, partFen, partInterestFen, releasedOn: on, bankRef, docRef, by } = data;
    const release = { amountFen: partFen, interestFen: partInterestFen, on, bankRef, docRef, by };
    return { ...bond, state, releasedFen, interestFen, releases: [...bond.releases, release] };
  },
  BondConverted: (bond, data) => {
    const { state, convertedFen, conversionNo, partFen, contractId, convertedToBondId, convertedOn: on, docRef } = data;
    const conversion = { conversionNo, amountFen: partFen, contractId, toBondId: convertedToBondId, on, docRef };
    return { ...bond, state, convertedFen, conversions: [...bond.conversions, conversion] };
  },
  BondForfeited: (bond, { state, forfeitedFen, partFen, reason, docRef, forfeitedOn: on }) => ({
    ...bond,
    state,
    forfeitedFen,
    forfeitures: [...bond.forfeitures, { amountFen: partFen, reason, docRef, on }],
  }),
} satisfies FoldOf<PartingEvent, ExistingBond>;

/** What is left is out there as before; where nothing is left, the last part says what became of the bond. @throws Rejected AMOUNT_EXCEEDS_BOND {remainingFen} */
function stateAfter(bond: ExistingBond, partFen: number, end: BondState): BondState {
  const left = remainingFen(bond);
  if (partFen > left) {
    throw new Rejected('AMOUNT_EXCEEDS_BOND', `${left} fen are left of the bond`, { remainingFen: left });
  }
  return partFen === left ? end : bond.state;
}

/** @throws Rejected DATE_IN_FUTURE, AMOUNT_EXCEEDS_BOND, VALIDATION_FAILED without a paper */
function confirmBondRelease({ data, issued }: ConfirmBondRelease, bond: ExistingBond): BondEvent[] {
  const { amountFen: partFen, interestFen: partInterestFen, on, bankRef, docRef } = data;
  refuseFuture('on', on, issued.today);
  if (bankRef === undefined && docRef === undefined) {
    throw new Rejected('VALIDATION_FAILED', 'neither the bank nor a paper is named', { pointer: '/bankRef' });
  }
  const record = bondRecord(bond, issued, {
    state: stateAfter(bond, partFen, 'RELEASED'),
    releasedFen: sumFen([bond.releasedFen, partFen]),
    interestFen: sumFen([bond.interestFen, partInterestFen]),
  });
  const part = { partFen, partInterestFen, releasedOn: on, bankRef, docRef, recordedOn: issued.today };
  return [{ type: 'BondReleased', data: { ...record, ...part } }];
}

/** @throws Rejected DATE_IN_FUTURE, INVALID_TRANSITION, DUPLICATE_BOND, AMOUNT_EXCEEDS_BOND */
function convertBond({ data, issued }: ConvertBond, bond: ExistingBond): BondEvent[] {
  const { amountFen: partFen, contractId, on, docRef, target, contractTotalFen } = data;
  refuseFuture('on', on, issued.today);
  if (bond.type !== 'BID_BOND') {
    throw new Rejected('INVALID_TRANSITION', 'only a bid bond becomes a performance bond', { type: bond.type });
  }
  const convertedToBondId = bondIdOf('PERFORMANCE_BOND', contractId);
  if (target?.isLodged && target.instrument !== bond.instrument) {
    const details = { existingBondId: convertedToBondId, instrument: target.instrument };
    throw new Rejected('DUPLICATE_BOND', `the contract has a performance bond by ${target.instrument}`, details);
  }
  const record = bondRecord(bond, issued, {
    state: stateAfter(bond, partFen, 'CONVERTED'),
    convertedFen: sumFen([bond.convertedFen, partFen]),
  });
  return [
    {
      type: 'BondConverted',
      data: {
        ...record,
        conversionNo: bond.conversions.length + 1,
        partFen,
        contractId,
        convertedToBondId,
        convertedOn: on,
        docRef,
        beneficiaryName: bond.beneficiaryName,
        salespersonId: bond.salespersonId,
        contractTotalFen,
        recordedOn: issued.today,
      },
    },
  ];
}

/** @throws Rejected DATE_IN_FUTURE, AMOUNT_EXCEEDS_BOND */
function forfeitBond({ data, issued }: ForfeitBond, bond: ExistingBond): BondEvent[] {
  const { amountFen: partFen, reason, docRef, on } = data;
  refuseFuture('on', on, issued.today);
  const record = bondRecord(bond, issued, {
    state: stateAfter(bond, partFen, 'FORFEITED'),
    forfeitedFen: sumFen([bond.forfeitedFen, partFen]),
  });
  const part = { partFen, reason, docRef, forfeitedOn: on, recordedOn: issued.today };
  return [{ type: 'BondForfeited', data: { ...record, ...part } }];
}
