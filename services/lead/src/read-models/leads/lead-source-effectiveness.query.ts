import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { proportionFen } from '@engsales/values';
import { DataSource } from 'typeorm';
import { leads } from './leads.projection.js';

export interface Span {
  readonly from?: string;
  readonly to?: string;
  readonly minPosition?: string;
}

export class GetLeadSourceEffectiveness {
  constructor(readonly filter: Span) {}
}

interface SourceColumns {
  readonly source: string;
  readonly referrerRef: string | null;
  readonly captured: number;
  readonly qualified: number;
  readonly converted: number;
  readonly won: number;
  readonly wonAmountFen: string;
  readonly sampleCostFen: string;
}

/** Which sources bring deals? Of the leads that were captured in the span; merged ones count for what they were merged into. */
@QueryHandler(GetLeadSourceEffectiveness)
export class GetLeadSourceEffectivenessHandler implements IQueryHandler<GetLeadSourceEffectiveness> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter: { from, to, minPosition } }: GetLeadSourceEffectiveness) {
    await this.reads.waitFor(leads.name, minPosition);
    const rows = await this.database.query<SourceColumns[]>(
      `SELECT source, referrer_ref AS "referrerRef", count(*)::int AS captured, count(qualified_on)::int AS qualified,
              count(converted_on)::int AS converted, count(*) FILTER (WHERE outcome = 'WON')::int AS won,
              sum(won_fen)::text AS "wonAmountFen", sum(sample_cost_fen)::text AS "sampleCostFen"
         FROM lead
        WHERE state <> 'MERGED' AND ($1::date IS NULL OR captured_on >= $1) AND ($2::date IS NULL OR captured_on <= $2)
        GROUP BY source, referrer_ref ORDER BY sum(won_fen) DESC, count(*) DESC, source, referrer_ref`,
      [from, to],
    );
    const items = rows.map((row) => ({
      source: row.source,
      referrerRef: row.referrerRef,
      captured: row.captured,
      qualified: row.qualified,
      converted: row.converted,
      won: row.won,
      wonRateBps: proportionFen(10_000, row.won, row.captured),
      wonAmountFen: Number(row.wonAmountFen),
      sampleCostFen: Number(row.sampleCostFen),
    }));
    return { from: from ?? null, to: to ?? null, items };
  }
}
