import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { pageOf } from '@engsales/read-models';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import {
  ARTEFACT_TYPES,
  firstStatus,
  type Artefact,
  type OrderKind,
} from '../../domain/engineering-package/artefacts.js';
import { engineeringDocuments } from './engineering-documents.projection.js';

export class FindEngineeringDocuments {
  constructor(
    readonly filter: {
      readonly contractId?: string;
      readonly limit: number;
      readonly cursor?: string;
      readonly minPosition?: string;
    },
  ) {}
}

interface Row {
  readonly productionOrderId: string;
  readonly lineId: string;
  readonly kind: OrderKind;
  readonly artefacts: readonly Artefact[];
}

/** The matrix of orders and their seven documents, by line. */
@QueryHandler(FindEngineeringDocuments)
export class FindEngineeringDocumentsHandler implements IQueryHandler<FindEngineeringDocuments> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter }: FindEngineeringDocuments) {
    await this.reads.waitFor(engineeringDocuments.name, filter.minPosition);
    const [line = null, id = null] = this.reads.cursor(filter.cursor, 'text')?.after ?? [];
    const rows = await this.database.query<Row[]>(
      `SELECT production_order_id AS "productionOrderId", contract_id AS "contractId", line_id AS "lineId", kind, name,
              package_id AS "packageId", package_state AS "packageState", package_rev AS "packageRev", artefacts
         FROM engineering_document
        WHERE ($1::uuid IS NULL OR contract_id = $1)
          AND ($2::text IS NULL OR (line_id, production_order_id) > ($2, $3::uuid))
        ORDER BY line_id, production_order_id LIMIT $4`,
      [filter.contractId, line, id, filter.limit + 1],
    );
    return pageOf(rows, filter.limit, (row) => [row.lineId, row.productionOrderId], shown);
  }
}

/** All seven also before the package is begun. */
function shown({ artefacts, ...row }: Row) {
  const documents = ARTEFACT_TYPES.map((type) => {
    const {
      status,
      rev = null,
      docRef = null,
    } = artefacts.find((artefact) => artefact.type === type) ?? {
      status: firstStatus(type, row.kind),
    };
    return { type, status, rev, docRef };
  });
  return { ...row, documents };
}
