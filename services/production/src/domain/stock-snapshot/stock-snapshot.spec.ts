import { issued, refusalOf, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { stockSnapshot } from './stock-snapshot.js';
import { AddStockRows, TakeStockSnapshot, type StockSnapshotCommand } from './stock-snapshot.commands.js';
import { ROWS, SNAPSHOT_ID } from './stock-snapshot.fixtures.js';
import { begunWalk, StockWalk, wholeWalk } from './stock-snapshot.walk.js';

const NOW = '2025-03-10T01:00:00.000Z';

describe('a stock count', () => {
  it('is taken whole, as of now (P-80)', () =>
    wholeWalk().recorded({
      type: 'StockSnapshotTaken',
      data: { snapshotId: SNAPSHOT_ID, takenAt: NOW, state: 'COMPLETE', rows: ROWS, by: 'wh-1' },
    }));
  it('or as of the instant at which it was made, never of one to come (P-80)', () => {
    const taken = { rows: ROWS, complete: true };
    const walk = new StockWalk().do(TakeStockSnapshot, { ...taken, takenAt: '2025-03-09T22:00:00.000Z' });
    expect(walk.state).toEqual({ state: 'COMPLETE', takenAt: '2025-03-09T22:00:00.000Z', rowCount: 1 });
    expect(new StockWalk().refused(TakeStockSnapshot, { ...taken, takenAt: '2025-03-10T01:00:01Z' })).toEqual({
      code: 'DATE_IN_FUTURE',
      takenAt: '2025-03-10T01:00:01Z',
      now: NOW,
    });
  });
  it('comes in parts until it is complete, all of the instant of the first (P-80)', () => {
    const walk = begunWalk().on('2025-03-11').do(AddStockRows, { rows: ROWS, complete: false });
    walk.recorded({
      type: 'StockRowsAdded',
      data: { snapshotId: SNAPSHOT_ID, takenAt: NOW, state: 'OPEN', rows: ROWS, by: 'wh-1' },
    });
    walk.do(AddStockRows, { rows: [...ROWS, ...ROWS], complete: true });
    expect(walk.state).toEqual({ state: 'COMPLETE', takenAt: NOW, rowCount: 4 });
  });
});

const STATES = { NONE: () => new StockWalk(), OPEN: begunWalk, COMPLETE: wholeWalk } satisfies Record<
  string,
  () => StockWalk
>;
type State = keyof typeof STATES;

const rows = { snapshotId: SNAPSHOT_ID, rows: ROWS, complete: true };

/** Where each command is possible, as the rules say; written by hand, not read from the code. */
const EXPECTED: readonly (readonly [State, StockSnapshotCommand, string])[] = [
  ['NONE', new TakeStockSnapshot(rows, issued()), 'accepted'],
  ['OPEN', new TakeStockSnapshot(rows, issued()), 'INVALID_TRANSITION'],
  ['COMPLETE', new TakeStockSnapshot(rows, issued()), 'INVALID_TRANSITION'],
  ['NONE', new AddStockRows(rows, issued()), 'NOT_FOUND'],
  ['OPEN', new AddStockRows(rows, issued()), 'accepted'],
  ['COMPLETE', new AddStockRows(rows, issued()), 'INVALID_TRANSITION'],
];

describe('every command of a stock count in every state (P-80)', () => {
  it('is in this table', () =>
    expect([...new Set(EXPECTED.map(([, { type }]) => type))].sort()).toEqual(
      Object.keys(stockSnapshot.transitions).sort(),
    ));
  it.each(EXPECTED.map(([state, command, code]) => [state, command.type, code, command] as const))(
    '%s: %s is %s',
    (state, _type, code, command) =>
      expect(refusalOf(() => stockSnapshot.decide(command, STATES[state]().state)).code).toBe(code),
  );
});

it('every event of a stock count is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(stockSnapshot.stored).filter((type) => !written.has(type))).toEqual([]);
});
