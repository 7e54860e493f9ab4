import type {
  Bond,
  Chasing,
  Conversion,
  ConvertedFrom,
  ExistingBond,
  Forfeiture,
  Release,
} from '../domain/bond/bond.state.js';
import { exists, remainingFen } from '../domain/bond/bond.state.js';

/** A bond as it is answered. */
export function bondView(id: string, revision: number, bond: Bond) {
  if (!exists(bond)) return { id, revision, state: bond.state };
  return {
    id,
    revision,
    bondId: bond.bondId,
    requestNo: bond.requestNo,
    state: bond.state,
    type: bond.type,
    refType: bond.refType,
    refId: bond.refId,
    projectId: bond.projectId,
    leadId: bond.leadId,
    projectName: bond.projectName,
    tenderNo: bond.tenderNo,
    regime: bond.regime,
    mandatory: bond.mandatory,
    salespersonId: bond.salespersonId,
    estimatedPriceFen: bond.estimatedPriceFen,
    contractTotalFen: bond.contractTotalFen,
    instrument: bond.instrument,
    issuer: bond.issuer,
    beneficiaryName: bond.beneficiaryName,
    validUntil: bond.validUntil,
    neededBy: bond.neededBy,
    feeFen: bond.feeFen,
    marginFen: bond.marginFen,
    requestedBy: bond.requestedBy,
    requestedOn: bond.requestedOn,
    approvedBy: bond.approvedBy,
    approvedOn: bond.approvedOn,
    reason: bond.reason,
    lodging: lodgingView(bond),
    extensions: bond.extensions.map(({ validUntil, docRef, on }) => ({ validUntil, docRef, on })),
    adjustments: bond.adjustments.map(({ amountFen, docRef, on }) => ({ amountFen, docRef, on })),
    alerts: bond.alerts.map(({ days, on }) => ({ days, on, given: bond.alerted.includes(days) })),
    risk: bond.risk,
    riskReason: bond.riskReason,
    releaseDue: bond.releaseDue && {
      basis: bond.releaseDue.basis,
      on: bond.releaseDue.on,
      overdue: bond.releaseDue.overdue,
    },
    chasings: bond.chasings.map(chasingView),
    ...moneyView(bond),
    warnings: bond.warnings,
  };
}

const lodgingView = ({ lodging, convertedFrom }: ExistingBond) =>
  lodging && {
    on: lodging.on,
    receiptRef: lodging.receiptRef,
    guaranteeNo: lodging.guaranteeNo,
    fromBasicAccount: lodging.fromBasicAccount,
    convertedFrom: convertedFrom.map(convertedFromView),
  };

const convertedFromView = ({ bondId, requestNo, conversionNo }: ConvertedFrom) => ({ bondId, requestNo, conversionNo });

const chasingView = ({ channel, on, promiseDate, note, by }: Chasing) => ({ channel, on, promiseDate, note, by });

const moneyView = (bond: ExistingBond) => ({
  amountFen: bond.amountFen,
  remainingFen: remainingFen(bond),
  releasedFen: bond.releasedFen,
  interestFen: bond.interestFen,
  convertedFen: bond.convertedFen,
  forfeitedFen: bond.forfeitedFen,
  lapsedFen: bond.lapsedFen,
  releases: bond.releases.map(releaseView),
  conversions: bond.conversions.map(conversionView),
  forfeitures: bond.forfeitures.map(forfeitureView),
});

const releaseView = ({ amountFen, interestFen, on, bankRef, docRef, by }: Release) => ({
  amountFen,
  interestFen,
  on,
  bankRef,
  docRef,
  by,
});

const conversionView = ({ conversionNo, amountFen, contractId, toBondId, on, docRef }: Conversion) => ({
  conversionNo,
  amountFen,
  contractId,
  toBondId,
  on,
  docRef,
});

const forfeitureView = ({ amountFen, reason, docRef, on }: Forfeiture) => ({ amountFen, reason, docRef, on });
