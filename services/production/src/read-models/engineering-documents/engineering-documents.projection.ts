import type { RecordedEvent } from '@engsales/event-sourcing';
import { legacyProjection } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import type { EngineeringPackageEvent } from '../../domain/engineering-package/engineering-package.events.js';
import type { ProductionOrderReceived } from '../../domain/production-order/production-order.events.js';

const HANDLED = [
  'ProductionOrderReceived',
  'EngineeringPackageRequested',
  'EngineeringPackageExtended',
  'ArtefactSubmitted',
  'BomSubmitted',
  'CustomerApprovalRecorded',
  'ArtefactNotApplicable',
  'ArtefactConfirmed',
  'EngineeringPackageReleased',
] as const;

type Handled = Extract<ProductionOrderReceived | EngineeringPackageEvent, { type: (typeof HANDLED)[number] }>;

/** Which of the seven documents does each order have? One row per order, guarded by the revision of its package. */
export const engineeringDocuments = legacyProjection({
  name: 'engineering-documents',
  tables: ['engineering_document'],
  handles: HANDLED,
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const event = recorded as unknown as Handled;
    if (event.type === 'ProductionOrderReceived') return insert(event, rows);
    const { productionOrderIds, state, artefacts } = event.data;
    const rev = event.type === 'EngineeringPackageReleased' ? event.data.rev : null;
    await rows.query(
      `UPDATE engineering_document SET revision = $2, package_state = $3, artefacts = $4,
              package_rev = coalesce($5, package_rev)
        WHERE production_order_id = ANY($1) AND revision < $2`,
      [productionOrderIds, recorded.revision, state, JSON.stringify(artefacts), rev],
    );
  },
});

async function insert({ data }: ProductionOrderReceived, rows: EntityManager): Promise<void> {
  await rows.query(
    `INSERT INTO engineering_document (production_order_id, contract_id, line_id, kind, name, package_id)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (production_order_id) DO NOTHING`,
    [data.productionOrderId, data.contractId, data.lineId, data.kind, data.name, data.packageId],
  );
}
