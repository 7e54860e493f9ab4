import { Rejected } from '@engsales/event-sourcing/decider';
import { materialCostFen, sumFen } from '@engsales/values';
import { isSettled, type BomLine } from './artefacts.js';
import type { ReleasePackage } from './engineering-package.commands.js';
import type { EngineeringPackageEvent, PackageOrder } from './engineering-package.events.js';
import type { ExistingPackage } from './engineering-package.js';

/** @throws Rejected ENGINEERING_PACKAGE_INCOMPLETE (details.missing), CUSTOMER_DRAWING_APPROVAL_REQUIRED (details.artefacts) */
export function release({ issued }: ReleasePackage, existing: ExistingPackage): EngineeringPackageEvent[] {
  const { packageId, contractId, productionOrderIds, artefacts, bomLines = [], orders = [] } = existing;
  const missing = artefacts.filter((artefact) => !isSettled(artefact)).map((artefact) => artefact.type);
  if (missing.length > 0) {
    throw new Rejected('ENGINEERING_PACKAGE_INCOMPLETE', `not confirmed: ${missing.join(', ')}`, { missing });
  }
  const unapproved = artefacts.filter(({ customerApproval: c }) => c?.required && !c.docRef).map((a) => a.type);
  if (unapproved.length > 0) {
    const details = { artefacts: unapproved };
    throw new Rejected('CUSTOMER_DRAWING_APPROVAL_REQUIRED', 'the customer has not approved it', details);
  }
  const rev = (existing.rev ?? 0) + 1;
  const ids = { packageId, contractId, productionOrderIds };
  const revOf = (type: 'BOM' | 'DRAWING') => artefacts.find((artefact) => artefact.type === type)?.rev;
  const drawingRev = revOf('DRAWING');
  const bom = { bomId: packageId, rev, docRev: revOf('BOM') ?? String(rev), ...(drawingRev ? { drawingRev } : {}) };
  const budget = { lines: bomLines, materialBudgetFen: budgetFen(bomLines, orders) };
  const by = { releasedBy: issued.by.id, releasedOn: issued.today };
  return [
    { type: 'EngineeringPackageReleased', data: { ...ids, state: 'RELEASED', rev, artefacts, ...by } },
    { type: 'BomReleased', data: { ...ids, ...bom, ...budget, releasedOn: issued.today } },
  ];
}

function budgetFen(lines: readonly BomLine[], orders: readonly PackageOrder[]): number {
  return sumFen(
    orders.flatMap((order) =>
      lines.map((line) => materialCostFen(line.qty, order.qty ?? '1', line.scrapBps, line.unitCostFen)),
    ),
  );
}
