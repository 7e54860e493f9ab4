import { ledgerSums, type SumColumns } from './ledger-sums.js';

const row = (changes: Partial<SumColumns>): SumColumns => ({
  standing: 'AT_STAKE',
  issuer: null,
  projectId: null,
  projectName: null,
  bonds: 1,
  amountFen: '0',
  remainingFen: '0',
  releasedFen: '0',
  interestFen: '0',
  convertedFen: '0',
  forfeitedFen: '0',
  lapsedFen: '0',
  ...changes,
});
/** Of two banks and none, of two projects and none; what the database gives for bigint is text. */
const ROWS = [
  row({ issuer: 'A', projectId: 'p-1', projectName: '医院', bonds: 2, amountFen: '1000', remainingFen: '1000' }),
  row({
    standing: 'OVERDUE',
    projectId: 'p-1',
    amountFen: '500',
    remainingFen: '200',
    releasedFen: '250',
    interestFen: '3',
    forfeitedFen: '50',
  }),
  row({ standing: 'RETURNED', issuer: 'B', projectId: 'p-2', amountFen: '70', releasedFen: '60', convertedFen: '10' }),
  row({ standing: 'RETURNED', issuer: 'A', amountFen: '30', lapsedFen: '30' }),
  row({ standing: 'AT_RISK', issuer: 'B', projectId: 'p-2', amountFen: '7', remainingFen: '7' }),
];

describe('the sums of the ledger (T-251)', () => {
  const { total, byStanding, byIssuer, byProject } = ledgerSums(ROWS);

  it('say each fen once, under the standing of its bond or under what became of it', () => {
    expect(byStanding).toEqual([
      { standing: 'AT_STAKE', fen: 1000 },
      { standing: 'AT_RISK', fen: 7 },
      { standing: 'DUE_BACK', fen: 0 },
      { standing: 'OVERDUE', fen: 200 },
      { standing: 'RETURNED', fen: 340 },
      { standing: 'CONVERTED', fen: 10 },
      { standing: 'LOST', fen: 50 },
    ]);
    expect(byStanding.reduce((sum, { fen }) => sum + fen, 0)).toBe(total.amountFen);
    expect(total).toEqual({
      bonds: 6,
      amountFen: 1607,
      remainingFen: 1207,
      releasedFen: 310,
      interestFen: 3,
      convertedFen: 10,
      forfeitedFen: 50,
      lapsedFen: 30,
    });
  });

  it('are of each issuer and of each project, and of those without', () => {
    expect(byIssuer.map(({ issuer, bonds, amountFen }) => [issuer, bonds, amountFen])).toEqual([
      ['A', 3, 1030],
      [null, 1, 500],
      ['B', 2, 77],
    ]);
    expect(byProject.map(({ projectId, projectName, remainingFen }) => [projectId, projectName, remainingFen])).toEqual(
      [
        ['p-1', '医院', 1200],
        ['p-2', null, 7],
        [null, null, 0],
      ],
    );
  });

  it('are nothing of no bond', () => {
    const none = ledgerSums([]);
    expect([none.total.bonds, none.byIssuer, none.byProject]).toEqual([0, [], []]);
    expect(none.byStanding.every(({ fen }) => fen === 0)).toBe(true);
  });
});
