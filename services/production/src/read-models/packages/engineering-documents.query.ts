import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { DataSource } from 'typeorm';
import { firstStatus } from '../../domain/engineering-package/artefacts.js';
import type { ArtefactRecord } from '../../domain/engineering-package/engineering-package.events.js';
import {
  ARTEFACT_TYPES,
  type ArtefactType,
  type OrderKind,
} from '../../domain/engineering-package/engineering-package.values.js';
import { productionOrders } from '../orders/production-orders.projection.js';
import { engineeringPackages } from './engineering-packages.projection.js';

export class FindEngineeringDocuments {
  constructor(
    readonly filter: ListFilter & {
      readonly contractId?: string;
    },
  ) {}
}

interface DocumentColumns {
  readonly productionOrderId: string;
  readonly contractId: string;
  readonly lineId: string;
  readonly kind: OrderKind;
  readonly name: string;
  readonly packageId: string;
  readonly packageState: string | null;
  readonly packageRev: number | null;
  readonly artefacts: readonly ArtefactRecord[];
}

/** The matrix of orders and their seven documents, by line. */
@QueryHandler(FindEngineeringDocuments)
export class FindEngineeringDocumentsHandler implements IQueryHandler<FindEngineeringDocuments> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindEngineeringDocuments) {
    return this.reads.page(filter, {
      from: [productionOrders, engineeringPackages],
      sort: 'text',
      rows: (after, limit) =>
        this.database.query<DocumentColumns[]>(
          `SELECT o.production_order_id AS "productionOrderId", o.contract_id AS "contractId", o.line_id AS "lineId", o.kind,
              o.name, o.package_id AS "packageId", k.state AS "packageState", k.rev AS "packageRev",
              coalesce(k.artefacts, '[]') AS artefacts
         FROM production_order o LEFT JOIN engineering_package k ON k.package_id = o.package_id
        WHERE ($1::uuid IS NULL OR o.contract_id = $1)
          AND ($2::text IS NULL OR (o.line_id, o.production_order_id) > ($2, $3::uuid))
        ORDER BY o.line_id, o.production_order_id LIMIT $4`,
          [filter.contractId, ...after, limit],
        ),
      key: (row) => [row.lineId, row.productionOrderId],
      item: documentsView,
    });
  }
}

const documentsView = (row: DocumentColumns) => ({
  productionOrderId: row.productionOrderId,
  contractId: row.contractId,
  lineId: row.lineId,
  kind: row.kind,
  name: row.name,
  packageId: row.packageId,
  packageState: row.packageState,
  packageRev: row.packageRev,
  documents: ARTEFACT_TYPES.map((type) => documentView(row, type)),
});

/** Also before the package is begun. */
function documentView({ artefacts, kind }: DocumentColumns, type: ArtefactType) {
  const artefact = artefacts.find((other) => other.type === type);
  return {
    type,
    status: artefact?.status ?? firstStatus(type, kind),
    rev: artefact?.rev ?? null,
    docRef: artefact?.docRef ?? null,
  };
}
