import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { stockSnapshot } from './stock-snapshot.js';
import { AddStockRows, TakeStockSnapshot } from './stock-snapshot.commands.js';
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
  it('warns of what nothing asks for, and names some of it (P-162)', () => {
    const unrequired = Array.from({ length: 101 }, (_, i) => ({ itemCode: `X-${i}`, uom: 'm', requiredUoms: ['kg'] }));
    const warnings = [{ code: 'STOCK_ITEMS_NOT_REQUIRED', count: 101, items: unrequired.slice(0, 100) }];
    const walk = new StockWalk().do(TakeStockSnapshot, { rows: ROWS, complete: false, unrequired });
    expect(walk.last[0]?.data).toMatchObject({ warnings });
    walk.do(AddStockRows, { rows: ROWS, complete: true, unrequired: unrequired.slice(100) });
    expect(walk.last[0]?.data).toMatchObject({ warnings: [{ count: 1, items: [{ itemCode: 'X-100' }] }] });
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

describe('in which state (P-80)', () => {
  const possible = judgeTransitions({
    aggregate: stockSnapshot,
    ids: { snapshotId: SNAPSHOT_ID },
    states: { NONE: () => new StockWalk(), OPEN: begunWalk, COMPLETE: wholeWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(TakeStockSnapshot, { rows: ROWS, complete: true }, ['NONE']);
  possible(AddStockRows, { rows: ROWS, complete: true }, ['OPEN']);
  possible.every(stockSnapshot.transitions);
});

it('every event of a stock count is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(stockSnapshot.stored).filter((type) => !written.has(type))).toEqual([]);
});
