import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { riskAssessments } from './risk-assessments.projection.js';

export const ASSESSMENT_SORTS = ['draftedOn', '-draftedOn'] as const;
export type AssessmentSort = (typeof ASSESSMENT_SORTS)[number];

const SORTS = {
  draftedOn: { order: 'ASC', beyond: '>' },
  '-draftedOn': { order: 'DESC', beyond: '<' },
} as const;

export class FindRiskAssessments {
  constructor(
    readonly filter: ListFilter & {
      readonly refType?: string;
      readonly refId?: string;
      readonly state?: string;
      /** A part of the conditions or of the id of the manufacturer. */
      readonly q?: string;
      readonly sort?: AssessmentSort;
    },
  ) {}
}

interface AssessmentColumns {
  readonly riskAssessmentId: string;
  readonly refType: string;
  readonly refId: string;
  readonly leadId: string | null;
  readonly version: number;
  readonly state: string;
  readonly manufacturerPartyId: string;
  readonly purchasePriceFen: string | null;
  readonly salePriceFen: string | null;
  readonly totalScore: number | null;
  readonly conclusion: string | null;
  readonly draftedBy: string;
  readonly draftedOn: string;
  readonly submittedOn: string | null;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
  readonly writtenConsentRef: string | null;
  readonly consentOn: string | null;
  readonly reason: string | null;
}

/** Risk assessments, the newest first. */
@QueryHandler(FindRiskAssessments)
export class FindRiskAssessmentsHandler implements IQueryHandler<FindRiskAssessments> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindRiskAssessments) {
    const { order, beyond } = SORTS[filter.sort ?? '-draftedOn'];
    const { refType, refId, state, q } = filter;
    return this.reads.page(filter, {
      from: [riskAssessments],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<AssessmentColumns[]>(
          `SELECT risk_assessment_id AS "riskAssessmentId", ref_type AS "refType", ref_id AS "refId", lead_id AS "leadId",
              version, state, manufacturer_party_id AS "manufacturerPartyId",
              purchase_price_fen AS "purchasePriceFen", sale_price_fen AS "salePriceFen",
              total_score AS "totalScore", conclusion, drafted_by AS "draftedBy", drafted_on::text AS "draftedOn",
              submitted_on::text AS "submittedOn", approved_by AS "approvedBy", approved_on::text AS "approvedOn",
              written_consent_ref AS "writtenConsentRef", consent_on::text AS "consentOn", reason
         FROM risk_assessment
        WHERE ($1::text IS NULL OR ref_type = $1) AND ($2::uuid IS NULL OR ref_id = $2)
          AND ($3::text IS NULL OR state = $3)
          AND ($4::text IS NULL OR ${foldedSql('buyout_conditions', 'manufacturer_party_id')} LIKE $4)
          AND ($5::date IS NULL OR (drafted_on, risk_assessment_id) ${beyond} ($5::date, $6::uuid))
        ORDER BY drafted_on ${order}, risk_assessment_id ${order} LIMIT $7`,
          [refType, refId, state, partOf(q), ...after, limit],
        ),
      key: (row) => [row.draftedOn, row.riskAssessmentId],
      item: assessmentItem,
    });
  }
}

const fenOf = (text: string | null): number | null => (text === null ? null : Number(text));

const assessmentItem = (row: AssessmentColumns) => ({
  riskAssessmentId: row.riskAssessmentId,
  refType: row.refType,
  refId: row.refId,
  leadId: row.leadId,
  version: row.version,
  state: row.state,
  manufacturerPartyId: row.manufacturerPartyId,
  purchasePriceFen: fenOf(row.purchasePriceFen),
  salePriceFen: fenOf(row.salePriceFen),
  totalScore: row.totalScore,
  conclusion: row.conclusion,
  draftedBy: row.draftedBy,
  draftedOn: row.draftedOn,
  submittedOn: row.submittedOn,
  approvedBy: row.approvedBy,
  approvedOn: row.approvedOn,
  writtenConsentRef: row.writtenConsentRef,
  consentOn: row.consentOn,
  reason: row.reason,
});
