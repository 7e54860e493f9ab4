import type { Issued } from '@engsales/event-sourcing/domain';
import type { BondRecord, BondSubjectRecord } from './bond-record.events.js';
import { remainingFen, type ExistingBond } from './bond.state.js';

/** What the record says of a bond. */
export type BondToTell = Pick<
  ExistingBond,
  | 'bondId'
  | 'requestNo'
  | 'type'
  | 'refType'
  | 'refId'
  | 'projectId'
  | 'leadId'
  | 'projectName'
  | 'tenderNo'
  | 'state'
  | 'instrument'
  | 'issuer'
  | 'validUntil'
  | 'risk'
  | 'releaseDue'
  | 'amountFen'
  | 'releasedFen'
  | 'interestFen'
  | 'convertedFen'
  | 'forfeitedFen'
  | 'lapsedFen'
> & { readonly lodging?: { readonly on: string } };

/** What every event says of the bond; `after` is what it changes. */
export function bondRecord(bond: BondToTell, issued: Issued, after: Partial<BondToTell> = {}): BondRecord {
  const told: BondToTell = { ...bond, ...after };
  return {
    bondId: told.bondId,
    requestNo: told.requestNo,
    type: told.type,
    refType: told.refType,
    refId: told.refId,
    projectId: told.projectId,
    leadId: told.leadId,
    projectName: told.projectName,
    tenderNo: told.tenderNo,
    state: told.state,
    instrument: told.instrument,
    issuer: told.issuer,
    validUntil: told.validUntil,
    lodgedOn: told.lodging?.on,
    risk: told.risk,
    basis: told.releaseDue?.basis,
    releaseDueOn: told.releaseDue?.on,
    amountFen: told.amountFen,
    remainingFen: remainingFen(told),
    releasedFen: told.releasedFen,
    interestFen: told.interestFen,
    convertedFen: told.convertedFen,
    forfeitedFen: told.forfeitedFen,
    lapsedFen: told.lapsedFen,
    by: issued.by.id,
  };
}

export type BondSubject = Pick<ExistingBond, keyof BondSubjectRecord>;

export const subjectRecord = (bond: BondSubject): BondSubjectRecord => ({
  regime: bond.regime,
  mandatory: bond.mandatory,
  salespersonId: bond.salespersonId,
  estimatedPriceFen: bond.estimatedPriceFen,
  contractTotalFen: bond.contractTotalFen,
  beneficiaryName: bond.beneficiaryName,
});
