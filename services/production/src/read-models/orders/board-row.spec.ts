import { boardRow, type BoardColumns } from './board-row.js';

const COLUMNS: BoardColumns = {
  productionOrderId: 'o-1',
  projectId: 'p-1',
  contractId: 'c-1',
  lineId: 'L1',
  kind: 'PRODUCE',
  state: 'IN_PROGRESS',
  itemCode: 'CH-2000',
  name: '离心式冷水机组',
  qty: '4',
  uom: '台',
  committedDate: '2025-09-01',
  merchandiserId: 'zhou-min',
  packageId: 'k-1',
  packageState: 'RELEASED',
  trackingId: 't-1',
  trackingState: 'OPEN',
  currentStep: { stepId: 'S1', name: '钣金', ownerId: 'ma-jun' },
  plannedEnd: '2025-08-10',
  deferredUntil: null,
  dueOn: '2025-09-01',
  percentBps: 2_500,
  producedQty: '3',
  toMakeQty: '4',
  shippedQty: '1',
  grossShippedQty: '2',
  shipping: 'PARTIAL',
  holds: [{ code: 'ENGINEERING_STOP' }, { code: 'ENGINEERING_STOP' }, { code: 'MATERIAL' }],
  openExceptions: 1,
  delayDays: 4,
  unansweredInquiries: 2,
};

describe('a line of the board', () => {
  it('shows the order, each code of its holds once, and the forecast of today (P-39)', () =>
    expect(boardRow(COLUMNS, '2025-03-10')).toEqual({
      productionOrderId: 'o-1',
      projectId: 'p-1',
      contractId: 'c-1',
      lineId: 'L1',
      kind: 'PRODUCE',
      state: 'IN_PROGRESS',
      itemCode: 'CH-2000',
      name: '离心式冷水机组',
      qty: '4',
      uom: '台',
      committedDate: '2025-09-01',
      deferredUntil: null,
      dueOn: '2025-09-01',
      merchandiserId: 'zhou-min',
      packageId: 'k-1',
      packageState: 'RELEASED',
      trackingId: 't-1',
      trackingState: 'OPEN',
      currentStep: { stepId: 'S1', name: '钣金', ownerId: 'ma-jun' },
      percentBps: 2_500,
      shippedQty: '1',
      grossShippedQty: '2',
      shipping: 'PARTIAL',
      holds: ['ENGINEERING_STOP', 'MATERIAL'],
      openExceptions: 1,
      delayDays: 4,
      unansweredInquiries: 2,
      forecastDate: '2025-08-14',
    }));
  it.each([
    ['the planned end with the days of the exceptions', {}, '2025-08-13', '2025-08-14'],
    ['never before today', {}, '2025-08-20', '2025-08-20'],
    ['the promise before a plan', { plannedEnd: null, delayDays: 0 }, '2025-03-10', '2025-09-01'],
    ['the day to which the customer defers', { deferredUntil: '2025-09-30' }, '2025-03-10', '2025-09-30'],
  ])('forecasts %s (P-39)', (_title, changes, today, forecastDate) =>
    expect(boardRow({ ...COLUMNS, ...changes }, today)).toMatchObject({ forecastDate }),
  );
  it('of bought goods says what has come of what was ordered', () =>
    expect(boardRow({ ...COLUMNS, kind: 'PROCURE', percentBps: 0 }, '2025-03-10')).toMatchObject({
      percentBps: 7_500,
    }));
});
