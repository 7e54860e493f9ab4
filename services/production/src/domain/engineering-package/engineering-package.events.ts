import type { DomainEvent } from '@engsales/event-sourcing/decider';
import type { Artefact, BomLine, OrderKind } from './artefacts.js';

export type PackageState = 'REQUESTED' | 'IN_PREPARATION' | 'UNDER_REVIEW' | 'RELEASED';

/** Orders of a package with their quantity; absent in events before quantities were told. */
export interface PackageOrder {
  readonly productionOrderId: string;
  readonly kind: OrderKind;
  readonly qty?: string;
}

export interface PackageData {
  readonly packageId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly state: PackageState;
  readonly productionOrderIds: readonly string[];
  readonly orders?: readonly PackageOrder[];
  readonly artefacts: readonly Artefact[];
}

/** An artefact was written, approved or left out; all artefacts, as they are now. */
interface ArtefactData {
  readonly packageId: string;
  readonly contractId: string;
  readonly productionOrderIds: readonly string[];
  readonly state: PackageState;
  readonly artefact: Artefact;
  readonly artefacts: readonly Artefact[];
  readonly by: string;
  readonly on: string;
}

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
    readonly lines: readonly BomLine[];
    /** Material of all orders of the package with scrap, fen. */
    readonly materialBudgetFen: number;
    readonly releasedOn: string;
  }
>;

export type EngineeringPackageEvent =
  | DomainEvent<'EngineeringPackageRequested', PackageData & { readonly requestedOn: string }>
  | DomainEvent<'EngineeringPackageExtended', PackageData>
  | DomainEvent<'ArtefactSubmitted', ArtefactData>
  | DomainEvent<'BomSubmitted', ArtefactData & { readonly lines: readonly BomLine[] }>
  | DomainEvent<'CustomerApprovalRecorded', ArtefactData>
  | DomainEvent<'ArtefactNotApplicable', ArtefactData>
  | DomainEvent<'ArtefactConfirmed', ArtefactData>
  | DomainEvent<
      'EngineeringPackageReleased',
      {
        readonly packageId: string;
        readonly contractId: string;
        readonly productionOrderIds: readonly string[];
        readonly state: 'RELEASED';
        readonly rev: number;
        readonly artefacts: readonly Artefact[];
        readonly releasedBy: string;
        readonly releasedOn: string;
      }
    >
  | BomReleased;

export const engineeringPackageEvents: Record<EngineeringPackageEvent['type'], number> = {
  EngineeringPackageRequested: 1,
  EngineeringPackageExtended: 1,
  ArtefactSubmitted: 1,
  BomSubmitted: 1,
  CustomerApprovalRecorded: 1,
  ArtefactNotApplicable: 1,
  ArtefactConfirmed: 1,
  EngineeringPackageReleased: 1,
  BomReleased: 1,
};
