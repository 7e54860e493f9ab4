import { isSettled, needFor } from './artefacts.js';
import type { EngineeringPackageEvent, ReleasedBomRecord } from './engineering-package.events.js';
import { orderIdsOf, type Artefact, type ExistingPackage, type PackageOrder } from './engineering-package.state.js';
import { recordOfArtefact, recordOfBomLine, recordOfOrder } from './package-records.js';

/**
 * Each order is in it once; one that is made needs what the bought ones before it did not need. A released package takes an
 * order as it is, unless it lacks something for the order: then it is prepared and released once more.
 */
export function joinPackage(existing: ExistingPackage, order: PackageOrder): EngineeringPackageEvent[] {
  if (orderIdsOf(existing).includes(order.productionOrderId)) return [];
  const orders = [...existing.orders, order];
  const artefacts = existing.artefacts.map((artefact) => needFor(artefact, order.kind, existing.bomLines));
  const state = stateWith(existing, artefacts);
  const joined: ExistingPackage = { ...existing, state, orders, artefacts };
  return [
    {
      type: 'EngineeringPackageExtended',
      data: {
        packageId: existing.packageId,
        contractId: existing.contractId,
        state,
        productionOrderIds: orderIdsOf(joined),
        orders: orders.map(recordOfOrder),
        artefacts: artefacts.map(recordOfArtefact),
        bom: state === 'RELEASED' ? releasedBom(joined) : undefined,
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
  lines: bomLines.map(recordOfBomLine),
});
