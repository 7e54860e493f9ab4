import { CommandTo } from '@engsales/event-sourcing/domain';
import type { ArtefactType, ContractOrigin, OrderKind, Supply } from './engineering-package.values.js';

/** Asks engineering for the package of an order; several orders of a contract may share one. */
export class RequestPackage extends CommandTo<
  'packageId',
  {
    readonly projectId: string;
    readonly contractId: string;
    readonly productionOrderId: string;
    readonly kind: OrderKind;
    readonly qty: string;
    /** Absent where the contract lives in this system. */
    readonly contractOrigin?: ContractOrigin;
  }
> {
  readonly type = 'RequestPackage';
}

export class SubmitArtefact extends CommandTo<
  'packageId',
  {
    readonly type: ArtefactType;
    readonly docRef: string;
    readonly rev: string;
    /** As before when absent. */
    readonly customerApprovalRequired?: boolean;
  }
> {
  readonly type = 'SubmitArtefact';
}

export interface SubmittedBomLine {
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  readonly qty: string;
  readonly uom: string;
  readonly scrapBps: number;
  readonly unitCost: string;
  readonly supply: Supply;
  readonly drawingNo?: string;
  readonly drawingRev?: string;
}

export class SubmitBom extends CommandTo<
  'packageId',
  { readonly lines: readonly SubmittedBomLine[]; readonly rev: string; readonly docRef?: string }
> {
  readonly type = 'SubmitBom';
}

export class RecordCustomerApproval extends CommandTo<
  'packageId',
  { readonly type: ArtefactType; readonly docRef: string; readonly on: string }
> {
  readonly type = 'RecordCustomerApproval';
}

export class MarkNotApplicable extends CommandTo<
  'packageId',
  { readonly type: ArtefactType; readonly reason: string }
> {
  readonly type = 'MarkNotApplicable';
}

export class ConfirmArtefact extends CommandTo<'packageId', { readonly type: ArtefactType }> {
  readonly type = 'ConfirmArtefact';
}

export class ReleasePackage extends CommandTo<'packageId'> {
  readonly type = 'ReleasePackage';
}

export type ArtefactCommand = SubmitArtefact | SubmitBom | RecordCustomerApproval | MarkNotApplicable | ConfirmArtefact;
export type EngineeringPackageCommand = RequestPackage | ArtefactCommand | ReleasePackage;
