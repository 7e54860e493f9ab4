import { Rejected } from '@engsales/event-sourcing/domain';
import { materialCostFen, sumFen } from '@engsales/values';
import { isSettled, refuseEmptyBom } from './artefacts.js';
import type { ReleasePackage } from './engineering-package.commands.js';
import type { EngineeringPackageEvent } from './engineering-package.events.js';
import { orderIdsOf, type ExistingPackage } from './engineering-package.state.js';
import { recordOfArtefact, recordOfBomLine } from './package-records.js';

/** @throws Rejected ENGINEERING_PACKAGE_INCOMPLETE (details.missing), BOM_EMPTY, CUSTOMER_DRAWING_APPROVAL_REQUIRED (details.artefacts) */
export function releasePackage({ issued }: ReleasePackage, existing: ExistingPackage): EngineeringPackageEvent[] {
  refuseIncomplete(existing);
  const { packageId, contractId, artefacts, bomLines, contractOrigin } = existing;
  const productionOrderIds = orderIdsOf(existing);
  const rev = existing.rev + 1;
  const revOf = (type: 'BOM' | 'DRAWING') => artefacts.find((artefact) => artefact.type === type)?.rev;
  return [
    {
      type: 'EngineeringPackageReleased',
      data: {
        packageId,
        contractId,
        productionOrderIds,
        state: 'RELEASED',
        rev,
        artefacts: artefacts.map(recordOfArtefact),
        releasedBy: issued.by.id,
        releasedOn: issued.today,
        contractOrigin,
      },
    },
    {
      type: 'BomReleased',
      data: {
        packageId,
        contractId,
        productionOrderIds,
        bomId: packageId,
        rev,
        docRev: revOf('BOM') ?? String(rev),
        drawingRev: revOf('DRAWING'),
        lines: bomLines.map(recordOfBomLine),
        materialBudgetFen: materialBudgetFen(existing),
        releasedOn: issued.today,
        contractOrigin,
      },
    },
  ];
}

function refuseIncomplete(existing: ExistingPackage): void {
  const { artefacts } = existing;
  const missing = artefacts.filter((artefact) => !isSettled(artefact)).map((artefact) => artefact.type);
  if (missing.length > 0) {
    throw new Rejected('ENGINEERING_PACKAGE_INCOMPLETE', `${missing.join(', ')} of the package are not confirmed`, {
      missing,
    });
  }
  refuseEmptyBom(existing);
  const unapproved = artefacts.filter(({ customerApproval: c }) => c?.required && !c.docRef).map((a) => a.type);
  if (unapproved.length > 0) {
    const details = { artefacts: unapproved };
    throw new Rejected(
      'CUSTOMER_DRAWING_APPROVAL_REQUIRED',
      `the customer has not approved ${unapproved.join(', ')}`,
      details,
    );
  }
}

function materialBudgetFen({ bomLines, orders }: ExistingPackage): number {
  return sumFen(
    orders.flatMap((order) =>
      bomLines.map((line) => materialCostFen(line.qty, order.qty, line.scrapBps, line.unitCost)),
    ),
  );
}
