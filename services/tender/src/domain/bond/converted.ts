import type { Issued, RulesOf } from '@engsales/event-sourcing/domain';
import { sumFen } from '@engsales/values';
import { alertsOf } from './alerts.js';
import { LodgeConvertedBond } from './bond.commands.js';
import type { BondEvent } from './bond.events.js';
import { bondRecord, subjectRecord } from './bond-record.js';
import { exists, type Bond, type ExistingBond } from './bond.state.js';
import { AT_BENEFICIARY, type BondState } from './bond.values.js';
import { warningsOfAmount } from './bond-warnings.js';
import { adjustedBond } from './lodging.js';
import { NOTHING_YET } from './nothing-yet.js';

/** What was a bid bond becomes a performance bond, or joins the one that the contract has. */
export const convertedRules = {
  LodgeConvertedBond: {
    command: LodgeConvertedBond,
    in: [
      'NONE',
      'REQUESTED',
      'APPROVED',
      'REFUSED',
      'CANCELLED',
      ...AT_BENEFICIARY,
      'RELEASED',
      'CONVERTED',
      'FORFEITED',
      'EXPIRED',
    ],
    decide: lodgeConvertedBond,
  },
} satisfies RulesOf<LodgeConvertedBond, Bond, BondEvent>;

const atBeneficiary: readonly BondState[] = AT_BENEFICIARY;

function lodgeConvertedBond({ data, issued }: LodgeConvertedBond, before: Bond): BondEvent[] {
  const { amountFen, docRef } = data;
  if (exists(before) && isKnown(before, data)) return [];
  if (exists(before) && atBeneficiary.includes(before.state)) {
    const joined = sumFen([before.amountFen, amountFen]);
    return [adjustedBond(before, joined, { docRef, convertedFrom: conversionOf(data) }, issued)];
  }
  return [lodgedAnew(data, exists(before) ? before.requestNo + 1 : 1, issued)];
}

const conversionOf = ({ fromBondId: bondId, requestNo, conversionNo }: LodgeConvertedBond['data']) => ({
  bondId,
  requestNo,
  conversionNo,
});

function isKnown({ convertedFrom }: ExistingBond, data: LodgeConvertedBond['data']): boolean {
  const { bondId, requestNo, conversionNo } = conversionOf(data);
  return convertedFrom.some(
    (from) => from.bondId === bondId && from.requestNo === requestNo && from.conversionNo === conversionNo,
  );
}

function lodgedAnew(data: LodgeConvertedBond['data'], requestNo: number, issued: Issued): BondEvent {
  const { bondId, contractId, amountFen, on, docRef, instrument, issuer, validUntil } = data;
  const { projectId, leadId, projectName, salespersonId, contractTotalFen, beneficiaryName } = data;
  const bond = {
    ...NOTHING_YET,
    state: 'LODGED' as const,
    bondId,
    requestNo,
    type: 'PERFORMANCE_BOND' as const,
    refType: 'CONTRACT' as const,
    refId: contractId,
    projectId,
    leadId,
    projectName,
    amountFen,
    instrument,
    issuer,
    validUntil,
    lodging: { on },
  };
  const subject = {
    regime: 'BIDDING_LAW' as const,
    mandatory: false,
    salespersonId,
    contractTotalFen,
    beneficiaryName,
  };
  return {
    type: 'BondLodged',
    data: {
      ...bondRecord(bond, issued),
      ...subjectRecord(subject),
      lodgedOn: on,
      receiptRef: docRef,
      convertedFrom: conversionOf(data),
      alerts: alertsOf(bond, issued),
      recordedOn: issued.today,
      warnings: warningsOfAmount({ type: bond.type, contractTotalFen }, amountFen),
    },
  };
}
