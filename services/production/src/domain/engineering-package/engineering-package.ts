import type { Command, Decider, DomainEvent, Issued } from '@engsales/event-sourcing/decider';

/** What engineering owes an order (seed D15). */
export const ARTEFACT_TYPES = [
  'BOM',
  'DRAWING',
  'MATERIAL_BUDGET',
  'PROCESS_FLOW',
  'WORK_INSTRUCTION',
  'PRODUCT_MANUAL',
  'INSPECTION_STANDARD',
] as const;
export type ArtefactType = (typeof ARTEFACT_TYPES)[number];
export interface Artefact {
  readonly type: ArtefactType;
  readonly status: 'MISSING' | 'DRAFT' | 'CONFIRMED' | 'NOT_APPLICABLE';
}

interface PackageRequest {
  readonly packageId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly productionOrderId: string;
  readonly kind: 'PRODUCE' | 'PROCURE';
}

/** Asks engineering for the package of an order; several orders of a contract may share one. */
export class RequestPackage implements Command {
  readonly type = 'RequestPackage';
  constructor(
    readonly data: PackageRequest,
    readonly issued: Issued,
  ) {}
}

interface PackageData {
  readonly packageId: string;
  readonly projectId: string;
  readonly contractId: string;
  readonly state: 'REQUESTED';
  readonly productionOrderIds: readonly string[];
  readonly artefacts: readonly Artefact[];
}

export type EngineeringPackageEvent =
  | DomainEvent<'EngineeringPackageRequested', PackageData & { readonly requestedOn: string }>
  | DomainEvent<'EngineeringPackageExtended', PackageData>;

export type EngineeringPackage = { readonly state: 'NONE' } | PackageData;

export const engineeringPackage: Decider<EngineeringPackage, RequestPackage, EngineeringPackageEvent> = {
  category: 'engineeringPackage',
  stored: { EngineeringPackageRequested: 1, EngineeringPackageExtended: 1 },
  initialState: { state: 'NONE' },
  decide({ data, issued }, existing) {
    const { packageId, projectId, contractId, productionOrderId, kind } = data;
    if (existing.state === 'NONE') {
      const artefacts = ARTEFACT_TYPES.map((type) => ({ type, status: firstStatus(type, kind) }));
      const requested = {
        packageId,
        projectId,
        contractId,
        state: 'REQUESTED',
        productionOrderIds: [productionOrderId],
        artefacts,
      } as const;
      return [{ type: 'EngineeringPackageRequested', data: { ...requested, requestedOn: issued.today } }];
    }
    if (existing.productionOrderIds.includes(productionOrderId)) return [];
    const productionOrderIds = [...existing.productionOrderIds, productionOrderId];
    const artefacts = existing.artefacts.map((artefact) => needed(artefact, kind));
    return [{ type: 'EngineeringPackageExtended', data: { ...existing, productionOrderIds, artefacts } }];
  },
  evolve(_state, event) {
    switch (event.type) {
      case 'EngineeringPackageRequested': {
        const { requestedOn: _on, ...requested } = event.data;
        return requested;
      }
      case 'EngineeringPackageExtended':
        return event.data;
    }
  },
};

/** Bought goods need neither a process nor work instructions of ours. */
function firstStatus(type: ArtefactType, kind: PackageRequest['kind']): Artefact['status'] {
  const ours = type === 'PROCESS_FLOW' || type === 'WORK_INSTRUCTION';
  return kind === 'PROCURE' && ours ? 'NOT_APPLICABLE' : 'MISSING';
}

/** An order that is produced makes artefacts needed that the bought ones before it did not need. */
function needed(artefact: Artefact, kind: PackageRequest['kind']): Artefact {
  const wakes = artefact.status === 'NOT_APPLICABLE' && firstStatus(artefact.type, kind) === 'MISSING';
  return wakes ? { ...artefact, status: 'MISSING' } : artefact;
}
