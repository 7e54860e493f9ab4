import type { ShownPerson, ShownPersons } from '@engsales/personal-data';
import { packageLives, requestedWalk } from '../domain/engineering-package/engineering-package.walk.js';
import { orderIdsOf } from '../domain/engineering-package/engineering-package.state.js';
import { openedWalk, trackingLives } from '../domain/order-tracking/order-tracking.walk.js';
import {
  CONTRACT_ID,
  ORDER_ID,
  PACKAGE_ID,
  PROJECT_ID,
  TRACKING_ID,
} from '../domain/production-order/production-order.fixtures.js';
import {
  forestalledWalk,
  orderLives,
  OrderWalk,
  receivedWalk,
} from '../domain/production-order/production-order.walk.js';
import { stockLives, wholeWalk } from '../domain/stock-snapshot/stock-snapshot.walk.js';
import { orderView, personsIn } from './order.view.js';
import { packageView } from './package.view.js';
import { snapshotView } from './stock.view.js';
import { trackingView } from './tracking.view.js';

/** As it goes over the wire. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const NOBODY = new Map<string, never>();
const CLOSED = { state: 'CLOSED' };

describe('what is answered of a production order', () => {
  it('is the order as it was received', () =>
    expect(sent(orderView(ORDER_ID, 0, receivedWalk().state, NOBODY))).toEqual({
      id: ORDER_ID,
      revision: 0,
      productionOrderId: ORDER_ID,
      projectId: PROJECT_ID,
      contractId: CONTRACT_ID,
      lineId: 'L1',
      kind: 'PRODUCE',
      state: 'RECEIVED',
      itemCode: 'CH-2000',
      name: '离心式冷水机组',
      qty: '2',
      uom: '台',
      amountFen: 372_000_000,
      committedDate: '2025-09-01',
      merchandiserId: 'zhou-min',
      packageId: PACKAGE_ID,
      trackingId: TRACKING_ID,
      contractVersion: 1,
      opening: { producedQty: '0', onTheRoadQty: '0', deliveredQty: '0' },
      receivedOn: '2025-03-10',
      releaseDueAt: '2025-03-11T01:00:00.000Z',
      releaseOverdue: false,
      executionFormAccepted: false,
      gates: { RELEASE_PRODUCTION: CLOSED, DISPATCH: CLOSED },
      holds: [],
      stops: [],
      steps: [],
      shipments: [],
      goods: {
        toMakeQty: '2',
        producedQty: '0',
        availableQty: '0',
        readyQty: '0',
        shippedQty: '0',
        grossShippedQty: '0',
        deliveredQty: '0',
        refusedQty: '0',
        restockedQty: '0',
        scrappedQty: '0',
      },
      callOffs: [],
      earlierDeferrals: [],
      delayDays: 0,
      exceptionsHeard: {},
    }));
  it('is what is known of one that has not come, or whose place is taken', () => {
    expect(sent(orderView(ORDER_ID, 0, new OrderWalk().suspend().state, NOBODY))).toEqual({
      id: ORDER_ID,
      revision: 0,
      state: 'AWAITED',
      productionOrderId: ORDER_ID,
      projectId: PROJECT_ID,
      holds: [{ code: 'CONTRACT_SUSPENDED', ref: '1', since: '2025-03-10', by: 'pmc-1' }],
    });
    expect(sent(orderView(ORDER_ID, 0, forestalledWalk().state, NOBODY))).toEqual({
      id: ORDER_ID,
      revision: 0,
      state: 'FORESTALLED',
      productionOrderId: ORDER_ID,
      projectId: PROJECT_ID,
      contractId: CONTRACT_ID,
      lineId: 'L1',
      reason: '业主资金未落实',
    });
    expect(orderView(ORDER_ID, 0, { state: 'NONE' }, NOBODY)).toEqual({ id: ORDER_ID, revision: 0, state: 'NONE' });
  });
  it('shows who drove and who signed in the masked form, and only what the vault knows of them (P-176)', () => {
    const state = orderLives.returned?.().state ?? { state: 'NONE' as const };
    const driver = { personRef: 'p-8', masked: { name: '赵*', phone: '138****1234' }, erasedAt: null };
    const erased = { personRef: 'p-9', masked: null, erasedAt: '2025-03-10T00:00:00.000Z' };
    expect([...new Set(personsIn(state))].sort()).toEqual(['p-8', 'p-9']);
    const people: ShownPersons = new Map<string, ShownPerson>([
      ['p-8', driver],
      ['p-9', erased],
    ]);
    const shown = (known: ShownPersons) => sent(orderView(ORDER_ID, 7, state, known)) as { shipments: object[] };
    expect(shown(people).shipments[0]).toMatchObject({
      driverRef: 'p-8',
      driver,
      signedByRef: 'p-9',
      signedBy: erased,
    });
    const unknown = { personRef: 'p-8', masked: null, erasedAt: null };
    expect(shown(NOBODY).shipments[0]).toMatchObject({ driver: unknown });
  });
  it.each(Object.entries(orderLives))('leaves nothing out: %s', (_name, life) => {
    const { state } = life();
    const { goods: _figures, ...view } = sent(orderView(ORDER_ID, 7, state, NOBODY)) as Record<string, unknown>;
    const { goods: _none, ...whole } = sent({ id: ORDER_ID, revision: 7, ...state }) as Record<string, unknown>;
    const withoutPersons = (shipment: Record<string, unknown>) => ({
      ...shipment,
      driver: undefined,
      signedBy: undefined,
    });
    const shipments = view.shipments as Record<string, unknown>[] | undefined;
    expect(sent({ ...view, shipments: shipments?.map(withoutPersons) })).toEqual(whole);
  });
});

describe('what is answered of a package', () => {
  it('names its orders also by their ids alone', () =>
    expect(packageView('k', 0, requestedWalk().state)).toMatchObject({
      id: 'k',
      revision: 0,
      productionOrderIds: [ORDER_ID],
      orders: [{ productionOrderId: ORDER_ID, kind: 'PRODUCE', qty: '2' }],
      rev: 0,
    }));
  it.each(Object.entries(packageLives))('leaves nothing out: %s', (_name, life) => {
    const { state } = life();
    if (state.state === 'NONE') throw new Error('there is no package');
    const ids = { id: 'k', revision: 7, productionOrderIds: orderIdsOf(state) };
    expect(sent(packageView('k', 7, state))).toEqual(sent({ ...ids, ...state }));
  });
});

describe('what is answered of a tracking', () => {
  it('has its exceptions and inquiries', () => {
    const walk = openedWalk().raise().ask();
    expect(trackingView('t', 2, walk.state)).toMatchObject({
      id: 't',
      revision: 2,
      state: 'OPEN',
      ended: [],
      exceptions: [{ type: 'MATERIAL_SHORTAGE', stepSeq: 2, feedbackOverdue: false }],
      inquiries: [{ question: '何时发货', state: 'ASKED' }],
    });
  });
  it.each(Object.entries(trackingLives))('leaves nothing out: %s', (_name, life) => {
    const { state } = life();
    expect(sent(trackingView('t', 7, state))).toEqual(sent({ id: 't', revision: 7, ...state }));
  });
});

describe('what is answered of a stock count', () => {
  it('is how much of it there is, not its rows', () =>
    expect(snapshotView('s', 0, wholeWalk().state)).toEqual({
      id: 's',
      revision: 0,
      state: 'COMPLETE',
      takenAt: '2025-03-10T01:00:00.000Z',
      rowCount: 1,
    }));
  it.each(Object.entries(stockLives))('leaves nothing out: %s', (_name, life) => {
    const { state } = life();
    expect(snapshotView('s', 7, state)).toEqual({ id: 's', revision: 7, ...state });
  });
});
