import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import { leads } from '../leads/leads.projection.js';
import { stepsOfFunnel } from './funnel-steps.js';
import { salesFunnel } from './sales-funnel.projection.js';

export class GetSalesFunnel {
  constructor(
    readonly filter: {
      readonly steps: '8' | '10';
      readonly from?: string;
      readonly to?: string;
      readonly salespersonId?: string;
      readonly minPosition?: string;
    },
  ) {}
}

interface StepColumns {
  readonly step: string;
  readonly reached: number;
  readonly nowIn: number;
  readonly lostAfter: number;
  readonly days: string | null;
}

/**
 * How far do leads come? Of those that were captured in the span, each counts once for a step that it has reached; it is now in, or was
 * lost after, the furthest of them. `daysFromPrevious` is the mean from the step before that the lead has reached.
 */
@QueryHandler(GetSalesFunnel)
export class GetSalesFunnelHandler implements IQueryHandler<GetSalesFunnel> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter: { steps: count, from, to, salespersonId, minPosition } }: GetSalesFunnel) {
    await this.reads.waitFor(leads.name, minPosition);
    await this.reads.waitFor(salesFunnel.name, minPosition);
    const steps = stepsOfFunnel(count);
    const rows = await this.database.query<StepColumns[]>(
      `WITH reached AS (
         SELECT s.lead_id, array_position($1::text[], s.step) AS place, s.on_date, l.state, l.outcome,
                s.on_date - lag(s.on_date) OVER (PARTITION BY s.lead_id ORDER BY array_position($1::text[], s.step)) AS days,
                max(array_position($1::text[], s.step)) OVER (PARTITION BY s.lead_id) AS furthest
           FROM lead_step s JOIN lead l USING (lead_id)
          WHERE s.step = ANY ($1) AND l.state <> 'MERGED' AND ($2::date IS NULL OR l.captured_on >= $2)
            AND ($3::date IS NULL OR l.captured_on <= $3) AND ($4::text IS NULL OR l.salesperson_id = $4))
       SELECT step, count(lead_id)::int AS reached,
              count(*) FILTER (WHERE place = furthest AND NOT ended)::int AS "nowIn",
              count(*) FILTER (WHERE place = furthest AND ended)::int AS "lostAfter",
              round(avg(greatest(days, 0)) FILTER (WHERE days IS NOT NULL), 1)::text AS days
         FROM unnest($1::text[]) WITH ORDINALITY AS named(step, no)
         LEFT JOIN (SELECT *, state = 'ABANDONED' OR COALESCE(outcome, 'WON') <> 'WON' AS ended FROM reached) r ON r.place = no
        GROUP BY step, no ORDER BY no`,
      [steps, from, to, salespersonId],
    );
    const items = rows.map((row, index) => ({
      no: index + 1,
      step: row.step,
      reached: row.reached,
      nowIn: row.nowIn,
      lostAfter: row.lostAfter,
      daysFromPrevious: row.days === null ? null : Number(row.days),
    }));
    return { from: from ?? null, to: to ?? null, items };
  }
}
