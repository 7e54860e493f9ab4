import { materialUnitCost } from '@engsales/values';
import { isSettled, needFor } from './artefacts.js';
import type { EngineeringPackageEvent, ReleasedBomRecord } from './engineering-package.events.js';
import { orderIdsOf, type Artefact, type ExistingPackage, type PackageOrder } from './engineering-package.state.js';
import { recordOfArtefact, recordOfOrder } from './package-records.js';

/**
 * Each order is in it once; one that is made needs what the bought ones before it did not need. A released package takes an
 * order as it is, unless it lacks something for the order: then it is prepared and released once more.
 */
export function joinPackage(existing: ExistingPackage, order: PackageOrder): EngineeringPackageEvent[] {
  if (orderIdsOf(existing).includes(order.productionOrderId)) return [];
  const artefacts = existing.artefacts.map((artefact) => needFor(artefact, order.kind, existing.bomLines));
  const needsMore = artefacts.some((artefact, index) => artefact !== existing.artefacts[index]);
  const state = stateWith(existing, artefacts);
  return [
    {
      type: 'EngineeringPackageExtended',
      data: {
        packageId: existing.packageId,
        contractId: existing.contractId,
        state,
        orders: [recordOfOrder(order)],
        artefacts: needsMore ? artefacts.map(recordOfArtefact) : undefined,
        bom: state === 'RELEASED' ? releasedBom(existing) : undefined,
      },
    },
  ];
}

function stateWith({ state }: ExistingPackage, artefacts: readonly Artefact[]): ExistingPackage['state'] {
  const wasComplete = state === 'RELEASED' || state === 'UNDER_REVIEW';
  return wasComplete && !artefacts.every(isSettled) ? 'IN_PREPARATION' : state;
}

const releasedBom = ({ packageId, rev, artefacts, bomLines }: ExistingPackage): ReleasedBomRecord => ({
  bomId: packageId,
  rev,
  drawingRev: artefacts.find(({ type }) => type === 'DRAWING')?.rev,
  unitCost: materialUnitCost(bomLines),
});
