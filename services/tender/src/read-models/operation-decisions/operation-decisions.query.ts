import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { operationDecisions } from './operation-decisions.projection.js';

export const DECISION_SORTS = ['decidedOn', '-decidedOn'] as const;
export type DecisionSort = (typeof DECISION_SORTS)[number];

const SORTS = {
  decidedOn: { order: 'ASC', beyond: '>' },
  '-decidedOn': { order: 'DESC', beyond: '<' },
} as const;

export class FindOperationDecisions {
  constructor(
    readonly filter: ListFilter & {
      readonly refType?: string;
      readonly refId?: string;
      readonly leadId?: string;
      readonly mode?: string;
      readonly state?: string;
      /** A part of the reason. */
      readonly q?: string;
      readonly sort?: DecisionSort;
    },
  ) {}
}

interface DecisionColumns {
  readonly decisionId: string;
  readonly refType: string;
  readonly refId: string;
  readonly leadId: string | null;
  readonly state: string;
  readonly mode: string;
  readonly manufacturerPartyId: string | null;
  readonly agreementId: string | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly contractId: string | null;
}

/** Decisions on how deals are run, the newest first. */
@QueryHandler(FindOperationDecisions)
export class FindOperationDecisionsHandler implements IQueryHandler<FindOperationDecisions> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindOperationDecisions) {
    const { order, beyond } = SORTS[filter.sort ?? '-decidedOn'];
    const { refType, refId, leadId, mode, state, q } = filter;
    return this.reads.page(filter, {
      from: [operationDecisions],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<DecisionColumns[]>(
          `SELECT decision_id AS "decisionId", ref_type AS "refType", ref_id AS "refId", lead_id AS "leadId", state, mode,
              manufacturer_party_id AS "manufacturerPartyId", agreement_id AS "agreementId", reason,
              decided_by AS "decidedBy", decided_on::text AS "decidedOn", contract_id AS "contractId"
         FROM operation_decision
        WHERE ($1::text IS NULL OR ref_type = $1) AND ($2::uuid IS NULL OR ref_id = $2)
          AND ($3::uuid IS NULL OR lead_id = $3) AND ($4::text IS NULL OR mode = $4)
          AND ($5::text IS NULL OR state = $5) AND ($6::text IS NULL OR ${foldedSql('reason')} LIKE $6)
          AND ($7::date IS NULL OR (decided_on, decision_id) ${beyond} ($7::date, $8::uuid))
        ORDER BY decided_on ${order}, decision_id ${order} LIMIT $9`,
          [refType, refId, leadId, mode, state, partOf(q), ...after, limit],
        ),
      key: (row) => [row.decidedOn, row.decisionId],
      item: (row) => row,
    });
  }
}
