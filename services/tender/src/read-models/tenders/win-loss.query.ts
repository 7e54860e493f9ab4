import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { partOf } from '@engsales/read-models';
import { rateBps } from '@engsales/values';
import { DataSource } from 'typeorm';
import { tenders } from './tenders.projection.js';

export class GetWinLoss {
  constructor(
    readonly filter: {
      readonly from?: string;
      readonly to?: string;
      readonly salespersonId?: string;
      readonly competitor?: string;
      readonly reason?: string;
      readonly minPosition?: string;
    },
  ) {}
}

interface DecidedColumns {
  readonly tenderId: string;
  readonly projectName: string;
  readonly salespersonId: string;
  readonly won: boolean;
  readonly priceFen: string | null;
  readonly noticeFen: string | null;
  readonly marginBps: number | null;
  readonly winnerName: string | null;
  readonly winnerPriceFen: string | null;
  readonly reasons: readonly string[];
  readonly lessons: string | null;
  readonly decidedOn: string;
}

const WON = `t.state IN ('AWARDED', 'CONTRACTED')`;

/** How many of our bids won, at which margin, and how far off were the others? A tender counts on the day on which it was decided. */
@QueryHandler(GetWinLoss)
export class GetWinLossHandler implements IQueryHandler<GetWinLoss> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter: { from, to, salespersonId, competitor, reason, minPosition } }: GetWinLoss) {
    await this.reads.waitFor(tenders.name, minPosition);
    const rows = await this.database.query<DecidedColumns[]>(
      `SELECT t.tender_id AS "tenderId", t.project_name AS "projectName", t.salesperson_id AS "salespersonId", ${WON} AS won,
              t.price_fen AS "priceFen", t.notice_fen AS "noticeFen", t.margin_bps AS "marginBps",
              t.winner_name AS "winnerName", t.winner_price_fen AS "winnerPriceFen", t.loss_reasons AS reasons, t.lessons,
              t.ended_on::text AS "decidedOn"
         FROM tender t
        WHERE (${WON} OR t.state = 'LOST') AND ($1::date IS NULL OR t.ended_on >= $1) AND ($2::date IS NULL OR t.ended_on <= $2)
          AND ($3::text IS NULL OR t.salesperson_id = $3) AND ($5::text IS NULL OR $5 = ANY (t.loss_reasons))
          AND ($4::text IS NULL OR EXISTS (
                SELECT FROM tender_bidder b WHERE b.tender_id = t.tender_id AND NOT b.ours
                   AND upper(regexp_replace(normalize(b.bidder_name, NFKC), '\\s', '', 'g')) LIKE $4)
               OR upper(regexp_replace(normalize(COALESCE(t.winner_name, ''), NFKC), '\\s', '', 'g')) LIKE $4)
        ORDER BY t.ended_on DESC, t.tender_id LIMIT 1000`,
      [from, to, salespersonId, partOf(competitor), reason],
    );
    return { from: from ?? null, to: to ?? null, ...figuresOf(rows), items: rows.map(decidedItem) };
  }
}

/** Sums over what was found; a margin of several bids is that of their sum, not the mean of their margins. */
function figuresOf(rows: readonly DecidedColumns[]) {
  const won = rows.filter((row) => row.won);
  const lost = rows.filter((row) => !row.won);
  return {
    bids: rows.length,
    won: won.length,
    rateBps: rows.length === 0 ? null : rateBps(won.length, rows.length),
    wonFen: sumOf(won, (row) => row.noticeFen),
    lostFen: sumOf(lost, (row) => row.priceFen),
    wonMarginFen: sumOf(won, marginFen),
    lostMarginFen: sumOf(lost, marginFen),
    reasons: countedReasons(lost),
  };
}

const sumOf = (rows: readonly DecidedColumns[], of: (row: DecidedColumns) => string | number | null): number =>
  rows.reduce((sum, row) => sum + Number(of(row) ?? 0), 0);

const marginFen = ({ priceFen, marginBps }: DecidedColumns): number =>
  priceFen === null || marginBps === null ? 0 : Math.round((Number(priceFen) * marginBps) / 10_000);

function countedReasons(lost: readonly DecidedColumns[]) {
  const counts = new Map<string, number>();
  for (const reason of lost.flatMap(({ reasons }) => reasons)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}

const decidedItem = (row: DecidedColumns) => ({
  tenderId: row.tenderId,
  projectName: row.projectName,
  salespersonId: row.salespersonId,
  won: row.won,
  priceFen: row.priceFen === null ? null : Number(row.priceFen),
  marginBps: row.marginBps,
  winnerName: row.winnerName,
  winnerPriceFen: row.winnerPriceFen === null ? null : Number(row.winnerPriceFen),
  gapBps: gapBps(row.priceFen, row.winnerPriceFen),
  reasons: row.reasons,
  lessons: row.lessons,
  decidedOn: row.decidedOn,
});

/** How far our price lies over theirs, basis points of theirs; negative where we were cheaper. */
export const gapBps = (ours: string | null, theirs: string | null): number | null =>
  ours === null || theirs === null || Number(theirs) === 0 ? null : rateBps(Number(ours) - Number(theirs), theirs);
