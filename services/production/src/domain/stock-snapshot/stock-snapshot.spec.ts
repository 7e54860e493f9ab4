import { given, issued } from '@engsales/event-sourcing/testing';
import { AddStockRows, TakeStockSnapshot } from './stock-snapshot.commands.js';
import { stockSnapshot, type StockSnapshotEvent } from './stock-snapshot.js';

const rows = [{ itemCode: 'CU-22', uom: 'm', onHand: '400' }];
const by = issued({ by: { id: 'wh-1', role: 'WAREHOUSE' } });
const take = (complete = true, takenAt?: string) =>
  new TakeStockSnapshot({ snapshotId: 's', rows, complete, ...(takenAt ? { takenAt } : {}) }, by);
const add = (complete: boolean) => new AddStockRows({ snapshotId: 's', rows, complete }, by);
const part = (type: StockSnapshotEvent['type'], state: 'OPEN' | 'COMPLETE', takenAt = by.at): StockSnapshotEvent => ({
  type,
  data: { snapshotId: 's', takenAt, state, rows, by: 'wh-1' },
});

describe('a stock snapshot', () => {
  it('is taken whole, as of now or as of its count', () => {
    given(stockSnapshot).when(take()).then(part('StockSnapshotTaken', 'COMPLETE'));
    const counted = part('StockSnapshotTaken', 'COMPLETE', '2025-03-09T22:00:00.000Z');
    given(stockSnapshot).when(take(true, '2025-03-09T22:00:00.000Z')).then(counted);
  });
  it('is no forecast', () =>
    given(stockSnapshot).when(take(true, '2025-03-10T01:00:01Z')).thenRejected('DATE_IN_FUTURE'));
  it('comes in parts until it is complete', () => {
    const begun = part('StockSnapshotTaken', 'OPEN');
    given(stockSnapshot, begun).when(add(false)).then(part('StockRowsAdded', 'OPEN'));
    const whole = given(stockSnapshot, begun, part('StockRowsAdded', 'COMPLETE'));
    expect(whole.state).toEqual({ state: 'COMPLETE', takenAt: by.at, rowCount: 2 });
    whole.when(add(true)).thenRejected('INVALID_TRANSITION');
  });
  it('is begun once, and before its parts', () => {
    given(stockSnapshot, part('StockSnapshotTaken', 'COMPLETE')).when(take()).thenRejected('INVALID_TRANSITION');
    given(stockSnapshot).when(add(true)).thenRejected('NOT_FOUND');
  });
});
