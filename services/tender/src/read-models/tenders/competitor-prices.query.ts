import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { tenders } from './tenders.projection.js';
import { gapBps } from './win-loss.query.js';

export class FindCompetitorPrices {
  constructor(readonly filter: ListFilter & { readonly bidder?: string }) {}
}

interface PriceColumns {
  readonly tenderId: string;
  readonly no: number;
  readonly projectName: string;
  readonly openedOn: string;
  readonly bidderName: string;
  readonly bidderPartyId: string | null;
  readonly priceFen: string | null;
  readonly rank: number | null;
  readonly rejected: boolean;
  readonly ourPriceFen: string | null;
}

/** What did the others ask for where we bid? The newest openings first. */
@QueryHandler(FindCompetitorPrices)
export class FindCompetitorPricesHandler implements IQueryHandler<FindCompetitorPrices> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindCompetitorPrices) {
    return this.reads.page<PriceColumns, object>(filter, {
      from: [tenders],
      sort: 'text',
      rows: (after, limit) =>
        this.database.query<PriceColumns[]>(
          `SELECT b.tender_id AS "tenderId", b.no, t.project_name AS "projectName", b.opened_on::text AS "openedOn",
                  b.bidder_name AS "bidderName", b.party_id AS "bidderPartyId", b.price_fen AS "priceFen", b.rank, b.rejected,
                  o.price_fen AS "ourPriceFen"
             FROM tender_bidder b JOIN tender t ON t.tender_id = b.tender_id
             LEFT JOIN tender_bidder o ON o.tender_id = b.tender_id AND o.ours
            WHERE NOT b.ours AND ($1::text IS NULL OR ${foldedSql('b.bidder_name')} LIKE $1)
              AND ($2::text IS NULL
                   OR (b.opened_on::text || lpad(b.no::text, 6, '0'), b.tender_id) < ($2, $3::uuid))
            ORDER BY b.opened_on::text || lpad(b.no::text, 6, '0') DESC, b.tender_id DESC LIMIT $4`,
          [partOf(filter.bidder), ...after, limit],
        ),
      key: (row) => [`${row.openedOn}${String(row.no).padStart(6, '0')}`, row.tenderId],
      item: (row) => ({
        tenderId: row.tenderId,
        projectName: row.projectName,
        openedOn: row.openedOn,
        bidderName: row.bidderName,
        bidderPartyId: row.bidderPartyId,
        priceFen: row.priceFen === null ? null : Number(row.priceFen),
        rank: row.rank,
        rejected: row.rejected,
        ourPriceFen: row.ourPriceFen === null ? null : Number(row.ourPriceFen),
        gapBps: gapBps(row.ourPriceFen, row.priceFen),
      }),
    });
  }
}
