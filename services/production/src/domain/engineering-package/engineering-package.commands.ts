import type { Command, Issued } from '@engsales/event-sourcing/decider';
import type { ArtefactType, BomLine, OrderKind } from './artefacts.js';

/** What every command to a package carries. */
export abstract class ToPackage<Data = unknown> implements Command {
  abstract readonly type: string;
  constructor(
    readonly data: Data & { readonly packageId: string },
    readonly issued: Issued,
  ) {}
}

/** Asks engineering for the package of an order; several orders of a contract may share one. */
export class RequestPackage extends ToPackage<{
  readonly projectId: string;
  readonly contractId: string;
  readonly productionOrderId: string;
  readonly kind: OrderKind;
  readonly qty?: string;
}> {
  readonly type = 'RequestPackage';
}

export class SubmitArtefact extends ToPackage<{
  readonly type: ArtefactType;
  readonly docRef: string;
  readonly rev: string;
  readonly customerApprovalRequired?: boolean;
}> {
  readonly type = 'SubmitArtefact';
}

export class SubmitBom extends ToPackage<{
  readonly lines: readonly BomLine[];
  readonly rev: string;
  readonly docRef?: string;
}> {
  readonly type = 'SubmitBom';
}

export class RecordCustomerApproval extends ToPackage<{
  readonly type: ArtefactType;
  readonly docRef: string;
  readonly on: string;
}> {
  readonly type = 'RecordCustomerApproval';
}

export class MarkNotApplicable extends ToPackage<{ readonly type: ArtefactType; readonly reason: string }> {
  readonly type = 'MarkNotApplicable';
}

export class ConfirmArtefact extends ToPackage<{ readonly type: ArtefactType }> {
  readonly type = 'ConfirmArtefact';
}

export class ReleasePackage extends ToPackage {
  readonly type = 'ReleasePackage';
}

export type EngineeringPackageCommand =
  | RequestPackage
  | SubmitArtefact
  | SubmitBom
  | RecordCustomerApproval
  | MarkNotApplicable
  | ConfirmArtefact
  | ReleasePackage;
