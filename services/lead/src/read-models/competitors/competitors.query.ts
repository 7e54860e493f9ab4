import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import { competitors } from './competitors.projection.js';

export class GetCompetitors {
  constructor(
    readonly filter: { readonly dimension?: string; readonly partyId?: string; readonly minPosition?: string },
  ) {}
}

interface CompetitorColumns {
  readonly partyId: string;
  readonly name: string;
  readonly dimension: string;
  readonly strengths: readonly string[] | null;
  readonly weaknesses: readonly string[] | null;
  readonly evidence: readonly string[] | null;
  readonly met: number;
  readonly wonAgainst: number;
  readonly lostTo: number;
  readonly lostAmountFen: string | null;
}

/** How good is each competitor, and how often did we win against it? The one that we met most often first. */
@QueryHandler(GetCompetitors)
export class GetCompetitorsHandler implements IQueryHandler<GetCompetitors> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter: { dimension, partyId, minPosition } }: GetCompetitors) {
    await this.reads.waitFor(competitors.name, minPosition);
    const rows = await this.database.query<CompetitorColumns[]>(
      `SELECT c.party_id AS "partyId", max(c.name) AS name, c.dimension,
              (SELECT array_agg(DISTINCT s) FROM lead_competitor x, unnest(x.strengths) s
                WHERE x.party_id = c.party_id AND x.dimension = c.dimension) AS strengths,
              (SELECT array_agg(DISTINCT s) FROM lead_competitor x, unnest(x.weaknesses) s
                WHERE x.party_id = c.party_id AND x.dimension = c.dimension) AS weaknesses,
              array_agg(DISTINCT c.evidence) FILTER (WHERE c.evidence IS NOT NULL) AS evidence,
              count(*)::int AS met, count(*) FILTER (WHERE r.outcome = 'WON')::int AS "wonAgainst",
              (SELECT count(*)::int FROM lead_loss l WHERE l.party_id = c.party_id) AS "lostTo",
              (SELECT sum(l.price_fen)::text FROM lead_loss l WHERE l.party_id = c.party_id) AS "lostAmountFen"
         FROM lead_competitor c LEFT JOIN lead_result r USING (lead_id)
        WHERE ($1::text IS NULL OR c.dimension = $1) AND ($2::text IS NULL OR c.party_id = $2)
        GROUP BY c.party_id, c.dimension ORDER BY count(*) DESC, c.party_id, c.dimension`,
      [dimension, partyId],
    );
    const items = rows.map((row) => ({
      partyId: row.partyId,
      name: row.name,
      dimension: row.dimension,
      strengths: row.strengths ?? [],
      weaknesses: row.weaknesses ?? [],
      evidence: row.evidence ?? [],
      met: row.met,
      wonAgainst: row.wonAgainst,
      lostTo: row.lostTo,
      lostAmountFen: Number(row.lostAmountFen ?? 0),
    }));
    return { items };
  }
}
