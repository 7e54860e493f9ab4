import { Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { difference, isAtLeast, isSameNumber, sumQuantities } from '@engsales/values';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { BoughtOrder, LiveOrder } from '../production-order.state.js';
import { RELEASED_STATES } from '../production-order.values.js';
import { toMakeQty } from '../shipping/quantities.js';
import { withdrawInspections } from '../shipping/shipment-records.js';
import { completeProduction, refuseOverProduction } from './progress.js';
import { CorrectGoodsIn, ReceiveGoods, ReverseGoodsIn, type GoodsInCommand } from './shop-floor.commands.js';
import type { GoodsInEvent } from './shop-floor.events.js';
import { refuseMoreAwayThanMade } from './step-corrections.js';
import type { GoodsIn } from './shop-floor.state.js';

/** What comes in of bought goods, by the supplier's notes (入库). */
export const goodsInRules = {
  ReceiveGoods: { command: ReceiveGoods, in: RELEASED_STATES, decide: receiveGoods },
  CorrectGoodsIn: { command: CorrectGoodsIn, in: RELEASED_STATES, decide: correctGoodsIn },
  ReverseGoodsIn: { command: ReverseGoodsIn, in: RELEASED_STATES, decide: reverseGoodsIn },
} satisfies RulesOf<GoodsInCommand, LiveOrder, ProductionOrderEvent>;

export const goodsInFold = {
  GoodsReceived(order, { state, cumulativeQty, goodsInId, qty, docRef, supplierPartyId, receivedOn }) {
    // the first events did not name the goods-in
    const came = { goodsInId: goodsInId ?? docRef, qty, docRef, supplierPartyId, receivedOn };
    return { ...order, state, receivedQty: cumulativeQty, goodsIn: [...order.goodsIn, came] };
  },
  GoodsInCorrected: (order, { state, cumulativeQty, goodsInId, qty }) => ({
    ...order,
    state,
    receivedQty: cumulativeQty,
    goodsIn: order.goodsIn.map((other) => (other.goodsInId === goodsInId ? { ...other, qty } : other)),
  }),
  GoodsInReversed: (order, { state, cumulativeQty, goodsInId }) => ({
    ...order,
    state,
    receivedQty: cumulativeQty,
    goodsIn: order.goodsIn.filter((other) => other.goodsInId !== goodsInId),
  }),
} satisfies FoldOf<GoodsInEvent, BoughtOrder>;

/** The note of a supplier in the order, however it is written. */
export const goodsInBy = ({ goodsIn }: BoughtOrder, docRef: string, supplierPartyId: string): GoodsIn | undefined =>
  goodsIn.find((other) => other.supplierPartyId === supplierPartyId && isSameNumber(other.docRef, docRef));

/** @throws Rejected DUPLICATE_GOODS_IN, OVER_PRODUCTION, INVALID_TRANSITION for what is made here */
function receiveGoods({ data, issued }: ReceiveGoods, order: LiveOrder): ProductionOrderEvent[] {
  const bought = boughtOrder('ReceiveGoods', order);
  const { qty, docRef, supplierPartyId } = data;
  const before = goodsInBy(bought, docRef, supplierPartyId);
  if (before) {
    const details = { docRef, supplierPartyId, existing: order.productionOrderId, goodsInId: before.goodsInId };
    throw new Rejected('DUPLICATE_GOODS_IN', `the note ${docRef} of this supplier is in already`, details);
  }
  const cumulativeQty = sumQuantities([bought.receivedQty, qty]);
  refuseOverProduction(issued, order, cumulativeQty);
  const state = order.state === 'PRODUCED' ? 'PRODUCED' : 'IN_PROGRESS';
  const goodsInId = issued.commandId;
  const said = { qty, cumulativeQty, docRef, supplierPartyId, receivedOn: issued.today, goodsInId };
  return [
    { type: 'GoodsReceived', data: { ...orderRecord(order), state, ...said } },
    ...completeProduction({ ...bought, receivedQty: cumulativeQty }, issued.today),
  ];
}

/** Inspected shipments that no longer have goods are planned again. @throws Rejected NOT_FOUND, OVER_PRODUCTION, OVER_SHIPMENT, INVALID_TRANSITION */
function correctGoodsIn({ data, issued }: CorrectGoodsIn, order: LiveOrder): ProductionOrderEvent[] {
  const { bought, before } = goodsInOf('CorrectGoodsIn', order, data.goodsInId);
  const after = withQty(bought, before, data.qty);
  refuseOverProduction(issued, order, after.receivedQty);
  refuseMoreAwayThanMade(after);
  const change = { ...goodsInChange(after, before, issued), qty: data.qty, reason: data.reason };
  return [
    { type: 'GoodsInCorrected', data: { ...change, correctedBy: issued.by.id } },
    ...withdrawInspections(after, data.reason, issued.today),
    ...completeProduction(after, issued.today),
  ];
}

/** The note is free again. @throws Rejected NOT_FOUND, OVER_SHIPMENT, INVALID_TRANSITION */
function reverseGoodsIn({ data, issued }: ReverseGoodsIn, order: LiveOrder): ProductionOrderEvent[] {
  const { bought, before } = goodsInOf('ReverseGoodsIn', order, data.goodsInId);
  const after = withQty(bought, before, '0');
  refuseMoreAwayThanMade(after);
  const change = { ...goodsInChange(after, before, issued), qty: before.qty, reason: data.reason };
  return [
    { type: 'GoodsInReversed', data: { ...change, reversedBy: issued.by.id } },
    ...withdrawInspections(after, data.reason, issued.today),
  ];
}

/** The order with another quantity of one goods-in; no longer PRODUCED where that is less than was ordered. */
function withQty(bought: BoughtOrder, before: GoodsIn, qty: string): BoughtOrder {
  const receivedQty = sumQuantities([difference(bought.receivedQty, before.qty), qty]);
  const falls = bought.state === 'PRODUCED' && !isAtLeast(receivedQty, toMakeQty(bought));
  return { ...bought, receivedQty, state: falls ? 'IN_PROGRESS' : bought.state };
}

const goodsInChange = (after: BoughtOrder, { goodsInId, docRef, supplierPartyId }: GoodsIn, { today }: Issued) => ({
  ...orderRecord(after),
  goodsInId,
  cumulativeQty: after.receivedQty,
  docRef,
  supplierPartyId,
  on: today,
});

function boughtOrder(command: string, order: LiveOrder): BoughtOrder {
  if (order.kind === 'PROCURE') return order;
  throw new Rejected('INVALID_TRANSITION', 'the order is produced here', { command, kind: order.kind });
}

function goodsInOf(command: string, order: LiveOrder, goodsInId: string) {
  const bought = boughtOrder(command, order);
  const before = bought.goodsIn.find((other) => other.goodsInId === goodsInId);
  if (before) return { bought, before };
  throw new Rejected('NOT_FOUND', `the order has no goods-in ${goodsInId}`, { goodsInId });
}
