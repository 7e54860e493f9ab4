import { refuseFuture, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { sumFen } from '@engsales/values';
import { alertsOf } from './alerts.js';
import { AdjustBond, ExtendBond, LodgeBond, type LodgingCommand } from './bond.commands.js';
import type { BondAdjusted, BondEvent, BondExtended, BondLodged } from './bond.events.js';
import { bondRecord, subjectRecord } from './bond-record.js';
import { exists, remainingFen, type Bond, type ExistingBond } from './bond.state.js';
import { AT_BENEFICIARY, expires } from './bond.values.js';
import { warningsOfAccount, warningsOfAmount } from './bond-warnings.js';
import { NOTHING_YET } from './nothing-yet.js';

type GivingCommand = Extract<LodgingCommand, { readonly type: 'LodgeBond' | 'ExtendBond' | 'AdjustBond' }>;

/** The bond goes to the beneficiary, for longer or for another amount if need be. */
export const lodgingRules = {
  LodgeBond: { command: LodgeBond, in: ['APPROVED'], decide: lodgeBond },
  ExtendBond: { command: ExtendBond, in: [...AT_BENEFICIARY, 'EXPIRED'], decide: extendBond },
  AdjustBond: { command: AdjustBond, in: AT_BENEFICIARY, decide: adjustBond },
} satisfies RulesOf<GivingCommand, ExistingBond, BondEvent>;

export const lodgingFold = {
  // a bid bond that is converted begins the performance bond with its lodging
  BondLodged: (before: Bond, data: BondLodged['data']): ExistingBond => ({
    ...(exists(before) && data.convertedFrom === undefined ? before : begun(data)),
    state: data.state,
    validUntil: data.validUntil,
    lodging: {
      on: data.lodgedOn,
      receiptRef: data.receiptRef,
      guaranteeNo: data.guaranteeNo,
      fromBasicAccount: data.fromBasicAccount,
    },
    alerts: data.alerts,
    alerted: [],
    warnings: data.warnings,
  }),
  BondExtended: (bond, { state, validUntil = '', lapsedFen, docRef, alerts, extendedOn }) => ({
    ...bond,
    state,
    validUntil,
    lapsedFen,
    alerts,
    alerted: [],
    extensions: [...bond.extensions, { validUntil, docRef, on: extendedOn }],
  }),
  BondAdjusted: (bond, { amountFen, docRef, convertedFrom, adjustedOn, warnings }) => ({
    ...bond,
    amountFen,
    convertedFrom: convertedFrom ? [...bond.convertedFrom, convertedFrom] : bond.convertedFrom,
    adjustments: [...bond.adjustments, { amountFen, docRef, on: adjustedOn }],
    warnings,
  }),
} satisfies FoldOf<BondLodged, Bond, ExistingBond> & FoldOf<BondExtended | BondAdjusted, ExistingBond>;

const begun = (data: BondLodged['data']): ExistingBond => ({
  ...NOTHING_YET,
  state: data.state,
  bondId: data.bondId,
  requestNo: data.requestNo,
  type: data.type,
  refType: data.refType,
  refId: data.refId,
  projectId: data.projectId,
  leadId: data.leadId,
  projectName: data.projectName,
  tenderNo: data.tenderNo,
  regime: data.regime,
  mandatory: data.mandatory,
  salespersonId: data.salespersonId,
  estimatedPriceFen: data.estimatedPriceFen,
  contractTotalFen: data.contractTotalFen,
  instrument: data.instrument,
  issuer: data.issuer,
  beneficiaryName: data.beneficiaryName,
  validUntil: data.validUntil,
  amountFen: data.amountFen,
  requestedBy: data.by,
  requestedOn: data.recordedOn,
  convertedFrom: data.convertedFrom ? [data.convertedFrom] : [],
  warnings: data.warnings,
});

/** @throws Rejected DATE_IN_FUTURE, BOND_VALIDITY_TOO_SHORT {validUntil, lodgedOn} */
function lodgeBond({ data, issued }: LodgeBond, bond: ExistingBond): BondEvent[] {
  const { lodgedOn, receiptRef, guaranteeNo, fromBasicAccount } = data;
  refuseFuture('lodgedOn', lodgedOn, issued.today);
  const validUntil = data.validUntil ?? bond.validUntil;
  if (expires(bond.instrument) && validUntil !== undefined && validUntil < lodgedOn) {
    const details = { validUntil, lodgedOn };
    throw new Rejected('BOND_VALIDITY_TOO_SHORT', `the guarantee ended on ${validUntil}`, details);
  }
  const lodged = { ...bond, state: 'LODGED' as const, validUntil, lodging: { on: lodgedOn } };
  return [
    {
      type: 'BondLodged',
      data: {
        ...bondRecord(lodged, issued),
        ...subjectRecord(bond),
        lodgedOn,
        receiptRef,
        guaranteeNo,
        fromBasicAccount,
        alerts: alertsOf(lodged, issued),
        recordedOn: issued.today,
        warnings: [...warningsOfAmount(bond, bond.amountFen), ...warningsOfAccount(bond, fromBasicAccount)],
      },
    },
  ];
}

/** An extension that is entered after the last day brings the guarantee back as it was. @throws Rejected BOND_VALIDITY_TOO_SHORT {validUntil, earliest} */
function extendBond({ data: { validUntil, docRef }, issued }: ExtendBond, bond: ExistingBond): BondEvent[] {
  const hasEnded = bond.state === 'EXPIRED';
  const known = bond.validUntil ?? issued.today;
  const earliest = hasEnded && known < issued.today ? issued.today : known;
  if (validUntil < earliest) {
    throw new Rejected('BOND_VALIDITY_TOO_SHORT', `it is valid until ${known} already`, { validUntil, earliest });
  }
  const revived = bond.releaseDue ? ('RELEASE_DUE' as const) : ('LODGED' as const);
  const extended = { ...bond, state: hasEnded ? revived : bond.state, validUntil, lapsedFen: 0 };
  const record = bondRecord(extended, issued);
  const alerts = alertsOf(extended, issued);
  return [{ type: 'BondExtended', data: { ...record, docRef, alerts, extendedOn: issued.today } }];
}

/** To the amount that it now has, of which more must be left than has gone. @throws Rejected AMOUNT_EXCEEDS_BOND {remainingFen} */
function adjustBond({ data: { amountFen, docRef }, issued }: AdjustBond, bond: ExistingBond): BondEvent[] {
  const goneFen = bond.amountFen - remainingFen(bond);
  if (amountFen <= goneFen) {
    const details = { remainingFen: remainingFen(bond), goneFen };
    throw new Rejected('AMOUNT_EXCEEDS_BOND', `${goneFen} fen of the bond have gone already`, details);
  }
  return [adjustedBond(bond, amountFen, { docRef }, issued)];
}

export function adjustedBond(
  bond: ExistingBond,
  amountFen: number,
  { docRef, convertedFrom }: Pick<BondAdjusted['data'], 'docRef' | 'convertedFrom'>,
  issued: AdjustBond['issued'],
): BondEvent {
  const record = bondRecord(bond, issued, { amountFen: sumFen([amountFen]) });
  const others = bond.warnings.filter(({ code }) => code === 'BOND_NOT_FROM_BASIC_ACCOUNT');
  const warnings = [...warningsOfAmount(bond, amountFen), ...others];
  return {
    type: 'BondAdjusted',
    data: { ...record, docRef, convertedFrom, adjustedOn: issued.today, warnings },
  };
}
