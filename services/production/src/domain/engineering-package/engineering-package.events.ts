import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type {
  ArtefactStatus,
  ArtefactType,
  ContractOrigin,
  OpenState,
  OrderKind,
  Supply,
} from './engineering-package.values.js';

export interface ArtefactRecord {
  readonly type: ArtefactType;
  readonly status: ArtefactStatus;
  readonly docRef?: string;
  readonly rev?: string;
  /** Day on which this version was submitted. */
  readonly submittedOn?: string;
  readonly customerApproval?: { readonly required: boolean; readonly docRef?: string; readonly on?: string };
  readonly reason?: string;
}

export interface BomLineRecord {
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

export interface PackageOrderRecord {
  readonly productionOrderId: string;
  readonly kind: OrderKind;
  readonly qty: string;
}

export type EngineeringPackageRequested = DomainEvent<
  'EngineeringPackageRequested',
  {
    readonly packageId: string;
    readonly projectId: string;
    readonly contractId: string;
    readonly state: 'REQUESTED';
    readonly orders: readonly PackageOrderRecord[];
    readonly artefacts: readonly ArtefactRecord[];
    readonly requestedOn: string;
    readonly contractOrigin?: ContractOrigin;
  }
>;

/** The BOM that a package has released, as an order that joins later needs it. */
export interface ReleasedBomRecord {
  readonly bomId: string;
  readonly rev: number;
  readonly drawingRev?: string;
  /** Material of one unit of an order, in yuan. */
  readonly unitCost: string;
}

/** Orders join the package. What they do not change is not said again: a package of many orders would grow with their square. */
export type EngineeringPackageExtended = DomainEvent<
  'EngineeringPackageExtended',
  {
    readonly packageId: string;
    readonly contractId: string;
    readonly state: OpenState | 'RELEASED';
    /** Those that join. */
    readonly orders: readonly PackageOrderRecord[];
    /** All artefacts as they are now, where the orders need more than those before them. */
    readonly artefacts?: readonly ArtefactRecord[];
    /** Where the package stays released: nothing of it is missing for the orders. */
    readonly bom?: ReleasedBomRecord;
  }
>;

/** An artefact was written, approved or left out; all artefacts, as they are now. */
export interface ArtefactChange {
  readonly packageId: string;
  readonly contractId: string;
  readonly state: OpenState;
  readonly artefact: ArtefactRecord;
  readonly artefacts: readonly ArtefactRecord[];
  readonly by: string;
  readonly on: string;
}

export type ArtefactSubmitted = DomainEvent<'ArtefactSubmitted', ArtefactChange>;
export type BomSubmitted = DomainEvent<'BomSubmitted', ArtefactChange & { readonly lines: readonly BomLineRecord[] }>;
export type CustomerApprovalRecorded = DomainEvent<'CustomerApprovalRecorded', ArtefactChange>;
export type ArtefactNotApplicable = DomainEvent<'ArtefactNotApplicable', ArtefactChange>;
export type ArtefactConfirmed = DomainEvent<'ArtefactConfirmed', ArtefactChange>;

export type EngineeringPackageReleased = DomainEvent<
  'EngineeringPackageReleased',
  {
    readonly packageId: string;
    readonly contractId: string;
    readonly productionOrderIds: readonly string[];
    readonly state: 'RELEASED';
    readonly rev: number;
    readonly artefacts: readonly ArtefactRecord[];
    readonly releasedBy: string;
    readonly releasedOn: string;
    readonly contractOrigin?: ContractOrigin;
  }
>;

export type BomReleased = DomainEvent<
  'BomReleased',
  {
    readonly packageId: string;
    readonly contractId: string;
    readonly productionOrderIds: readonly string[];
    readonly bomId: string;
    readonly rev: number;
    readonly docRev: string;
    readonly drawingRev?: string;
    readonly lines: readonly BomLineRecord[];
    /** Material of all orders of the package with scrap, fen. */
    readonly materialBudgetFen: number;
    readonly releasedOn: string;
    readonly contractOrigin?: ContractOrigin;
  }
>;

export type ArtefactEvent =
  ArtefactSubmitted | BomSubmitted | CustomerApprovalRecorded | ArtefactNotApplicable | ArtefactConfirmed;
export type EngineeringPackageEvent =
  EngineeringPackageRequested | EngineeringPackageExtended | ArtefactEvent | EngineeringPackageReleased | BomReleased;
