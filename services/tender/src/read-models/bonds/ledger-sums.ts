import { sumFen } from '@engsales/values';
import { STANDINGS, type Standing } from './ledger-sql.js';

/** What bonds of one standing, issuer and project come to. */
export interface SumColumns {
  readonly standing: Standing;
  readonly issuer: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly bonds: number;
  readonly amountFen: string;
  readonly remainingFen: string;
  readonly releasedFen: string;
  readonly interestFen: string;
  readonly convertedFen: string;
  readonly forfeitedFen: string;
  readonly lapsedFen: string;
}

type SumsPart = Readonly<Record<keyof Omit<SumColumns, 'standing' | 'issuer' | 'projectId' | 'projectName'>, number>>;

export interface LedgerSums {
  readonly total: SumsPart;
  /** Each fen stands once: what is left under the standing of its bond, a part that has gone under what became of it. */
  readonly byStanding: readonly { readonly standing: Standing; readonly fen: number }[];
  readonly byIssuer: readonly (SumsPart & { readonly issuer: string | null })[];
  readonly byProject: readonly (SumsPart & {
    readonly projectId: string | null;
    readonly projectName: string | null;
  })[];
}

export const ledgerSums = (rows: readonly SumColumns[]): LedgerSums => ({
  total: summed(rows),
  byStanding: STANDINGS.map((standing) => ({ standing, fen: fenOf(standing, rows) })),
  byIssuer: groups(rows, ({ issuer }) => issuer).map(([issuer, of]) => ({ issuer, ...summed(of) })),
  byProject: groups(rows, ({ projectId }) => projectId).map(([projectId, of]) => ({
    projectId,
    projectName: of.find(({ projectName }) => projectName !== null)?.projectName ?? null,
    ...summed(of),
  })),
});

const total = (rows: readonly SumColumns[], of: (row: SumColumns) => string | number): number =>
  sumFen(rows.map((row) => Number(of(row))));

const summed = (rows: readonly SumColumns[]): SumsPart => ({
  bonds: total(rows, ({ bonds }) => bonds),
  amountFen: total(rows, ({ amountFen }) => amountFen),
  remainingFen: total(rows, ({ remainingFen }) => remainingFen),
  releasedFen: total(rows, ({ releasedFen }) => releasedFen),
  interestFen: total(rows, ({ interestFen }) => interestFen),
  convertedFen: total(rows, ({ convertedFen }) => convertedFen),
  forfeitedFen: total(rows, ({ forfeitedFen }) => forfeitedFen),
  lapsedFen: total(rows, ({ lapsedFen }) => lapsedFen),
});

function fenOf(standing: Standing, rows: readonly SumColumns[]): number {
  const all = summed(rows);
  switch (standing) {
    case 'RETURNED':
      return sumFen([all.releasedFen, all.lapsedFen]);
    case 'CONVERTED':
      return all.convertedFen;
    case 'LOST':
      return all.forfeitedFen;
    case 'AT_STAKE':
    case 'AT_RISK':
    case 'DUE_BACK':
    case 'OVERDUE':
      return summed(rows.filter((row) => row.standing === standing)).remainingFen;
  }
}

function groups(
  rows: readonly SumColumns[],
  of: (row: SumColumns) => string | null,
): [string | null, readonly SumColumns[]][] {
  const keys = [...new Set(rows.map(of))];
  return keys.map((key) => [key, rows.filter((row) => of(row) === key)]);
}
