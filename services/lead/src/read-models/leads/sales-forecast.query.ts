import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { DataSource } from 'typeorm';
import { leads } from './leads.projection.js';

export class GetSalesForecast {
  constructor(
    readonly filter: {
      readonly salespersonId?: string;
      readonly productLineId?: string;
      readonly minPosition?: string;
    },
  ) {}
}

interface ForecastColumns {
  readonly month: string | null;
  readonly salespersonId: string | null;
  readonly leads: number;
  readonly estimatedFen: string;
  readonly weightedFen: string;
}

/** What may be signed, and when? Open leads by their own probability, else by the weight of their state; by month and salesperson. */
@QueryHandler(GetSalesForecast)
export class GetSalesForecastHandler implements IQueryHandler<GetSalesForecast> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  async execute({ filter: { salespersonId, productLineId, minPosition } }: GetSalesForecast) {
    await this.reads.waitFor(leads.name, minPosition);
    const { settings } = this.runtime.config;
    const rows = await this.database.query<ForecastColumns[]>(
      `SELECT to_char(expected_signing_on, 'YYYY-MM') AS month, salesperson_id AS "salespersonId", count(*)::int AS leads,
              sum(estimated)::text AS "estimatedFen",
              sum(div(estimated * weight + 5000, 10000))::text AS "weightedFen"
         FROM (SELECT expected_signing_on, salesperson_id, COALESCE(estimated_fen, 0)::numeric AS estimated,
                      COALESCE(probability_bps, CASE WHEN awarded THEN $3::int WHEN state = 'CAPTURED' THEN $4::int
                        WHEN state = 'QUALIFYING' THEN $5::int WHEN state = 'DEVELOPING' THEN $6::int ELSE $7::int END) AS weight
                 FROM lead
                WHERE state IN ('CAPTURED', 'QUALIFYING', 'DEVELOPING', 'CONVERTED')
                  AND ($1::text IS NULL OR salesperson_id = $1) AND ($2::text IS NULL OR $2 = ANY (product_line_ids))) open
        GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2 NULLS LAST`,
      [
        salespersonId,
        productLineId,
        settings.weightAwardedBps,
        settings.weightCapturedBps,
        settings.weightQualifyingBps,
        settings.weightDevelopingBps,
        settings.weightConvertedBps,
      ],
    );
    const items = rows.map((row) => ({
      month: row.month,
      salespersonId: row.salespersonId,
      leads: row.leads,
      estimatedFen: Number(row.estimatedFen),
      weightedFen: Number(row.weightedFen),
    }));
    return { items, weightedFen: items.reduce((sum, item) => sum + item.weightedFen, 0) };
  }
}
