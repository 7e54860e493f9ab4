import { LIVE, possible } from '../production-order.possible.fixtures.js';
import { endingRules } from './ending.js';
import { PlaceHold } from '../holds/holds.commands.js';
import { BOM, CONTRACT_ID, HEAD, ORDER_ID, PROJECT_ID, TRACKING_ID } from '../production-order.fixtures.js';
import {
  boughtWalk,
  closedWalk,
  CONTRACT_END,
  forestalledWalk,
  OrderWalk,
  producedWalk,
  receivedWalk,
  runningWalk,
  WHY,
} from '../production-order.walk.js';
import { PlanShipment } from '../shipping/shipping.commands.js';
import { CompleteStep, CorrectProgress, ReceiveGoods, StartStep } from '../shop-floor/shop-floor.commands.js';
import { CancelOrder, EndOrder, ShortCloseOrder } from './ending.commands.js';

const NO_COST = { producedQty: '0', shippedQty: '0', wipCostFen: 0, scrapCostFen: 0 } as const;

describe('an order is closed', () => {
  it('by the delivery of its whole quantity (P-52)', () => {
    const walk = closedWalk();
    walk.recorded(walk.last[0]!, {
      type: 'ProductionOrderClosed',
      data: {
        ...HEAD,
        state: 'CLOSED',
        lineId: 'L1',
        trackingId: TRACKING_ID,
        deliveredQty: '2',
        closedOn: '2025-03-10',
      },
    });
    expect([walk.types, walk.now.state]).toEqual([['ShipmentDelivered', 'ProductionOrderClosed'], 'CLOSED']);
  });
  it('not while a part of it is refused, and then by what leaves in its place (P-52)', () => {
    const walk = producedWalk('20').open('DISPATCH').ship('20');
    expect(walk.deliver(walk.lastShipmentId, '20').types).toEqual(['ShipmentDelivered']);
    expect(walk.now.state).toBe('PRODUCED');
  });
  it('not before it is produced, whatever was delivered (P-52)', () => {
    const walk = runningWalk('20')
      .report('S1', '20')
      .do(CompleteStep, { stepId: 'S1' })
      .do(StartStep, { stepId: 'S2' });
    walk.report('S2', '5').open('DISPATCH').ship('5');
    expect(walk.deliver().types).toEqual(['ShipmentDelivered']);
  });
  it('only when nothing more of it is on the road, and what waits is cancelled (P-52)', () => {
    const walk = producedWalk('20').settling({ overBps: 1_000 });
    walk.do(CorrectProgress, { stepId: 'S1', goodQty: '21', scrapQty: '0', reason: '漏报' }).report('S2', '1');
    walk.open('DISPATCH').ship('20');
    const { lastShipmentId: first } = walk;
    const { lastShipmentId: second } = walk.ship('1');
    walk.do(PlanShipment, { qty: '1' });
    expect(walk.deliver(first).types).toEqual(['ShipmentDelivered']);
    expect(walk.deliver(second).types).toEqual(['ShipmentDelivered', 'ShipmentCancelled', 'ProductionOrderClosed']);
    expect(walk.last).toMatchObject([{}, { data: { reason: 'delivered in full' } }, { data: { deliveredQty: '21' } }]);
  });
});

describe('an order is cancelled', () => {
  it('with what it has cost, whatever holds it (P-53, P-56)', () => {
    const walk = runningWalk().report('S1', '1', { scrapQty: '2' });
    walk.do(PlaceHold, { projectId: PROJECT_ID, code: 'CHANGE_PENDING', ref: 'c', since: '2025-03-10' });
    walk.do(CancelOrder, WHY).recorded({
      type: 'ProductionOrderCancelled',
      data: {
        productionOrderId: ORDER_ID,
        contractId: CONTRACT_ID,
        lineId: 'L1',
        trackingId: TRACKING_ID,
        state: 'CANCELLED',
        initiator: 'CUSTOMER',
        reason: '项目取消',
        producedQty: '0',
        shippedQty: '0',
        wipCostFen: 1_000,
        scrapCostFen: 2_000,
        contractVersion: 1,
      },
    });
    expect(walk.now).toMatchObject({ state: 'CANCELLED', cancelReason: '项目取消' });
  });
  it('at the largest number of good units of any step, or of bought ones received (P-56)', () => {
    const made = producedWalk('20').do(CancelOrder, WHY);
    expect(made.last[0]?.data).toMatchObject({ producedQty: '20', wipCostFen: 20_000, scrapCostFen: 0 });
    const bought = boughtWalk().do(ReceiveGoods, { qty: '1', docRef: 'd', supplierPartyId: 'p' }).do(CancelOrder, WHY);
    expect(bought.last[0]?.data).toMatchObject({ producedQty: '1', wipCostFen: 1_000 });
  });
  it('at no cost before its BOM, and its waiting shipments with it (P-56)', () => {
    expect(receivedWalk().do(CancelOrder, WHY).last[0]?.data).toMatchObject(NO_COST);
    const walk = producedWalk().prepare('1').do(CancelOrder, WHY);
    expect(walk.types).toEqual(['ShipmentCancelled', 'ProductionOrderCancelled']);
    expect(walk.last[0]?.data).toMatchObject({ reason: '项目取消', shipment: { state: 'CANCELLED' } });
  });
  it('not once something has left (P-53)', () =>
    expect(producedWalk().open('DISPATCH').ship('1').refused(CancelOrder, WHY)).toEqual({
      code: 'ORDER_PARTLY_SHIPPED',
      shippedQty: '1',
    }));
});

describe('an order is closed short', () => {
  it('with what has left, whatever holds it, and what waits is cancelled (P-54, P-56)', () => {
    const walk = producedWalk().open('DISPATCH').ship('1').prepare('1').suspend().do(ShortCloseOrder, WHY);
    walk.recorded(walk.last[0]!, {
      type: 'ProductionOrderShortClosed',
      data: {
        productionOrderId: ORDER_ID,
        contractId: CONTRACT_ID,
        lineId: 'L1',
        trackingId: TRACKING_ID,
        state: 'SHORT_CLOSED',
        initiator: 'CUSTOMER',
        reason: '项目取消',
        producedQty: '2',
        shippedQty: '1',
        wipCostFen: 1_000,
        scrapCostFen: 0,
        contractVersion: 1,
      },
    });
    expect(walk.types).toEqual(['ShipmentCancelled', 'ProductionOrderShortClosed']);
  });
  it('at the cost of what was begun and is not with the customer (P-56)', () => {
    const walk = producedWalk('20').open('DISPATCH').ship('12').deliver(undefined, '3').do(ShortCloseOrder, WHY);
    // 20 made, 12 shipped, 3 of them came back
    expect(walk.last[0]?.data).toMatchObject({ producedQty: '20', shippedQty: '9', wipCostFen: 11_000 });
    const gone = producedWalk().open('DISPATCH').ship('2').do(ShortCloseOrder, WHY);
    expect(gone.last[0]?.data).toMatchObject({ wipCostFen: 0 });
  });
  it('not at a cost that is beyond what is exact (P-121)', () => {
    const walk = producedWalk('20').open('DISPATCH').ship('1');
    walk.state = { ...walk.now, bom: { ...BOM, unitCost: '90071992547409.91', accepted: true } };
    expect(walk.refused(ShortCloseOrder, WHY)).toEqual({ code: 'AMOUNT_TOO_LARGE' });
  });
  it('not while nothing has left (P-54)', () =>
    expect(producedWalk().refused(ShortCloseOrder, WHY)).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'ShortCloseOrder',
      shippedQty: '0',
    }));
});

describe('the end of the contract', () => {
  it('cancels an order of which nothing has left, by its version (P-55)', () =>
    expect(receivedWalk().do(EndOrder, CONTRACT_END).last).toMatchObject([
      {
        type: 'ProductionOrderCancelled',
        data: { initiator: 'MUTUAL', reason: '业主资金未落实', contractVersion: 2, ...NO_COST },
      },
    ]));
  it('cancels an order of which everything came back (P-55, P-91)', () => {
    const walk = producedWalk().open('DISPATCH').ship('1').deliver(undefined, '1').do(EndOrder, CONTRACT_END);
    expect([walk.types, walk.now.state]).toEqual([['ProductionOrderCancelled'], 'CANCELLED']);
  });
  it('closes the others short, at what has left and not come back (P-55, P-91)', () => {
    const walk = producedWalk('20').open('DISPATCH').ship('5').deliver(undefined, '2').do(EndOrder, CONTRACT_END);
    expect(walk.last).toMatchObject([{ type: 'ProductionOrderShortClosed', data: { shippedQty: '3' } }]);
  });
  it('closes the others short (P-55)', () => {
    const walk = producedWalk().open('DISPATCH').ship('1').do(EndOrder, CONTRACT_END);
    expect([walk.types, walk.now.state]).toEqual([['ProductionOrderShortClosed'], 'SHORT_CLOSED']);
  });
  it('takes the place of an order that has not come (P-57)', () => {
    const walk = new OrderWalk().suspend().do(EndOrder, CONTRACT_END);
    walk.recorded({
      type: 'ProductionOrderForestalled',
      data: {
        productionOrderId: ORDER_ID,
        projectId: PROJECT_ID,
        contractId: CONTRACT_ID,
        lineId: 'L1',
        state: 'FORESTALLED',
        initiator: 'MUTUAL',
        reason: '业主资金未落实',
        contractVersion: 2,
      },
    });
    expect(walk.state).toEqual({
      state: 'FORESTALLED',
      productionOrderId: ORDER_ID,
      projectId: PROJECT_ID,
      contractId: CONTRACT_ID,
      lineId: 'L1',
      reason: '业主资金未落实',
    });
  });
  it('said again finds the place taken (P-57)', () => forestalledWalk().do(EndOrder, CONTRACT_END).recorded());
  it('comes too late for an order that has ended (P-60)', () =>
    expect(receivedWalk().do(CancelOrder, WHY).refused(EndOrder, CONTRACT_END)).toMatchObject({
      code: 'ORDER_ENDED',
      state: 'CANCELLED',
    }));
});

describe('in which state (P-60)', () => {
  possible(CancelOrder, WHY, LIVE);
  possible(ShortCloseOrder, WHY, LIVE);
  possible(EndOrder, CONTRACT_END, ['NONE', 'AWAITED', 'FORESTALLED', ...LIVE]);
  possible.every(endingRules);
});
