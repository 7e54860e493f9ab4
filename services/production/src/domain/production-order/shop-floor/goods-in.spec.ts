import { holdLife } from '@engsales/event-sourcing/testing';
import path from 'node:path';
import { scheduleOf } from '../../../views/order-schedule.js';
import { HEAD, ORDER_ID } from '../production-order.fixtures.js';
import { productionOrder } from '../production-order.js';
import { boughtWalk, runningWalk } from '../production-order.walk.js';
import { CorrectGoodsIn, ReceiveGoods, ReverseGoodsIn } from './shop-floor.commands.js';

const goods = (qty: string, docRef = 'GR-1') => ({ qty, docRef, supplierPartyId: 'p-7' });
const WHY = { reason: '数量录错' } as const;

describe('bought goods', () => {
  it('come in, until all of them are there (P-34, P-38)', () => {
    const walk = boughtWalk().do(ReceiveGoods, goods('1'), 'wh-1');
    walk.recorded({
      type: 'GoodsReceived',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        qty: '1',
        cumulativeQty: '1',
        docRef: 'GR-1',
        supplierPartyId: 'p-7',
        receivedOn: '2025-03-10',
        goodsInId: walk.lastId,
      },
    });
    expect(walk.do(ReceiveGoods, goods('1', 'GR-2')).types).toEqual(['GoodsReceived', 'ProductionCompleted']);
    expect(walk.now).toMatchObject({ state: 'PRODUCED', receivedQty: '2' });
  });
  it('are no more than was ordered and is allowed (P-33)', () => {
    const walk = boughtWalk().do(ReceiveGoods, goods('2'));
    expect(walk.refused(ReceiveGoods, goods('1', 'GR-2'))).toMatchObject({ code: 'OVER_PRODUCTION', overQty: '1' });
    walk.settling({ overBps: 5_000 }).do(ReceiveGoods, goods('1', 'GR-2'));
    expect(walk.types).toEqual(['GoodsReceived']);
    expect(walk.now).toMatchObject({ state: 'PRODUCED', receivedQty: '3' });
  });
  it('are not made here, nor the other way round (P-38)', () =>
    expect(runningWalk().refused(ReceiveGoods, goods('1'))).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'ReceiveGoods',
      kind: 'PRODUCE',
    }));
  it('are as far as they have come (P-132)', () => {
    const walk = boughtWalk().do(ReceiveGoods, goods('0.5'));
    expect(scheduleOf(walk.now, '2025-03-10')).toMatchObject({ percentBps: 2_500, tasks: [] });
  });
});

describe('the note of a supplier', () => {
  it.each(['GR-1', ' gr-1', 'ＧＲ-1', 'GR\u200b-1'])('comes in once, also written as "%s" (P-133)', (docRef) => {
    const walk = boughtWalk().do(ReceiveGoods, goods('1'));
    expect(walk.refused(ReceiveGoods, goods('1', docRef))).toEqual({
      code: 'DUPLICATE_GOODS_IN',
      docRef,
      supplierPartyId: 'p-7',
      existing: ORDER_ID,
      goodsInId: walk.now.kind === 'PROCURE' ? walk.now.goodsIn[0]?.goodsInId : '',
    });
  });
  it('of another supplier is another note (P-133)', () => {
    const walk = boughtWalk().do(ReceiveGoods, goods('1'));
    expect(walk.do(ReceiveGoods, { ...goods('1'), supplierPartyId: 'p-8' }).types).toContain('GoodsReceived');
  });
});

describe('a goods-in that was entered wrongly', () => {
  const entered = () => {
    const walk = boughtWalk().do(ReceiveGoods, goods('2'));
    return { walk, goodsInId: walk.lastId };
  };

  it('gets its right quantity with a reason, and the order is no longer produced (P-134)', () => {
    const { walk, goodsInId } = entered();
    walk.do(CorrectGoodsIn, { goodsInId, qty: '1.5', ...WHY }, 'wh-1').recorded({
      type: 'GoodsInCorrected',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        goodsInId,
        qty: '1.5',
        cumulativeQty: '1.5',
        docRef: 'GR-1',
        supplierPartyId: 'p-7',
        reason: '数量录错',
        on: '2025-03-10',
        correctedBy: 'wh-1',
      },
    });
    expect(walk.now).toMatchObject({ state: 'IN_PROGRESS', receivedQty: '1.5', goodsIn: [{ qty: '1.5' }] });
    expect(walk.do(CorrectGoodsIn, { goodsInId, qty: '2', ...WHY }).types).toEqual([
      'GoodsInCorrected',
      'ProductionCompleted',
    ]);
  });
  it('is taken back with a reason, and its note may come in again (P-134)', () => {
    const { walk, goodsInId } = entered();
    walk.do(ReverseGoodsIn, { goodsInId, reason: '录到别的订单' }, 'wh-1').recorded({
      type: 'GoodsInReversed',
      data: {
        ...HEAD,
        state: 'IN_PROGRESS',
        goodsInId,
        qty: '2',
        cumulativeQty: '0',
        docRef: 'GR-1',
        supplierPartyId: 'p-7',
        reason: '录到别的订单',
        on: '2025-03-10',
        reversedBy: 'wh-1',
      },
    });
    expect(walk.now).toMatchObject({ state: 'IN_PROGRESS', receivedQty: '0', goodsIn: [] });
    expect(walk.do(ReceiveGoods, goods('2')).types).toEqual(['GoodsReceived', 'ProductionCompleted']);
  });
  it('stays as far as its goods are away (P-134)', () => {
    const { walk, goodsInId } = entered();
    walk.open('DISPATCH').ship('1.5');
    const refused = { code: 'OVER_SHIPMENT', producedQty: '1', awayQty: '1.5', overQty: '0.5' };
    expect(walk.refused(CorrectGoodsIn, { goodsInId, qty: '1', ...WHY })).toEqual(refused);
    expect(walk.refused(ReverseGoodsIn, { goodsInId, ...WHY })).toEqual({
      ...refused,
      producedQty: '0',
      overQty: '1.5',
    });
    expect(walk.do(CorrectGoodsIn, { goodsInId, qty: '1.5', ...WHY }).now.state).toBe('IN_PROGRESS');
  });
  it('takes what was inspected of it back to the plan (P-134)', () => {
    const { walk, goodsInId } = entered();
    walk.prepare('2').do(CorrectGoodsIn, { goodsInId, qty: '1', ...WHY });
    expect(walk.types).toEqual(['GoodsInCorrected', 'InspectionWithdrawn']);
    expect(walk.now.shipments).toMatchObject([{ state: 'PLANNED', qty: '2' }]);
  });
  it('is no more than was ordered, is one of the order, and of bought goods (P-33, P-134)', () => {
    const { walk, goodsInId } = entered();
    expect(walk.refused(CorrectGoodsIn, { goodsInId, qty: '3', ...WHY }).code).toBe('OVER_PRODUCTION');
    const unknown = { code: 'NOT_FOUND', goodsInId: 'g-9' };
    expect(walk.refused(CorrectGoodsIn, { goodsInId: 'g-9', qty: '1', ...WHY })).toEqual(unknown);
    expect(walk.refused(ReverseGoodsIn, { goodsInId: 'g-9', ...WHY })).toEqual(unknown);
    expect(runningWalk().refused(ReverseGoodsIn, { goodsInId, ...WHY }).code).toBe('INVALID_TRANSITION');
  });
});

holdLife(productionOrder, path.join(__dirname, '../history'), 'goods-in-corrected', () => {
  const walk = boughtWalk().do(ReceiveGoods, goods('1'));
  walk.do(CorrectGoodsIn, { goodsInId: walk.lastId, qty: '2', ...WHY });
  return walk;
});
holdLife(productionOrder, path.join(__dirname, '../history'), 'goods-in-reversed', () => {
  const walk = boughtWalk().do(ReceiveGoods, goods('1'));
  return walk.do(ReverseGoodsIn, { goodsInId: walk.lastId, ...WHY });
});
