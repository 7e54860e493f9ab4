import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { cooperationAgreements } from './cooperation-agreements.projection.js';

export const AGREEMENT_SORTS = ['validUntil', '-validUntil'] as const;
export type AgreementSort = (typeof AGREEMENT_SORTS)[number];

const SORTS = {
  validUntil: { order: 'ASC', beyond: '>' },
  '-validUntil': { order: 'DESC', beyond: '<' },
} as const;

export class FindCooperationAgreements {
  constructor(
    readonly filter: ListFilter & {
      readonly partyId?: string;
      readonly state?: string;
      readonly validOn?: string;
      /** A part of the number, the name of the party or the scope. */
      readonly q?: string;
      readonly sort?: AgreementSort;
    },
  ) {}
}

interface AgreementColumns {
  readonly agreementId: string;
  readonly state: string;
  readonly agreementNo: string | null;
  readonly partyId: string;
  readonly partyName: string;
  readonly scope: string;
  readonly commissionBps: number;
  readonly exclusivity: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly signedOn: string | null;
  readonly reason: string | null;
}

/** Cooperation agreements, by their last day. */
@QueryHandler(FindCooperationAgreements)
export class FindCooperationAgreementsHandler implements IQueryHandler<FindCooperationAgreements> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindCooperationAgreements) {
    const { order, beyond } = SORTS[filter.sort ?? 'validUntil'];
    const { partyId, state, validOn, q } = filter;
    return this.reads.page(filter, {
      from: [cooperationAgreements],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<AgreementColumns[]>(
          `SELECT agreement_id AS "agreementId", state, agreement_no AS "agreementNo", party_id AS "partyId",
              party_name AS "partyName", scope, commission_bps AS "commissionBps", exclusivity,
              valid_from::text AS "validFrom", valid_until::text AS "validUntil", signed_on::text AS "signedOn", reason
         FROM cooperation_agreement
        WHERE ($1::text IS NULL OR party_id = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::date IS NULL OR (state IN ('SIGNED', 'EXPIRED') AND $3 BETWEEN valid_from AND valid_until))
          AND ($4::text IS NULL OR ${foldedSql('agreement_no', 'party_name', 'scope')} LIKE $4)
          AND ($5::date IS NULL OR (valid_until, agreement_id) ${beyond} ($5::date, $6::uuid))
        ORDER BY valid_until ${order}, agreement_id ${order} LIMIT $7`,
          [partyId, state, validOn, partOf(q), ...after, limit],
        ),
      key: (row) => [row.validUntil, row.agreementId],
      item: (row) => row,
    });
  }
}
