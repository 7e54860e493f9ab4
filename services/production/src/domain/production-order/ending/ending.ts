import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { difference, largerQuantity, materialCostFen, sumQuantities } from '@engsales/values';
import type { ProductionOrderEvent } from '../production-order.events.js';
import {
  stepsOf,
  type AwaitedOrder,
  type ForestalledOrder,
  type LiveOrder,
  type NoOrder,
  type ProductionOrder,
} from '../production-order.state.js';
import { LIVE_STATES } from '../production-order.values.js';
import { orderRecord } from '../order-record.js';
import { refusedQty, shippedQty } from '../shipping/quantities.js';
import { cancelWaitingShipments } from '../shipping/shipment-records.js';
import { producedQty, withOpening } from '../shop-floor/progress.js';
import { CancelOrder, EndOrder, ShortCloseOrder, type EndingCommand } from './ending.commands.js';
import type { EarlyEndRecord, EndingEvent, ProductionOrderForestalled } from './ending.events.js';

/** An order that ends, by hand or with its contract (取消、短结), whatever holds it. */
export const endingRules = {
  CancelOrder: { command: CancelOrder, in: LIVE_STATES, decide: cancelOrder },
  ShortCloseOrder: { command: ShortCloseOrder, in: LIVE_STATES, decide: shortCloseOrder },
  EndOrder: { command: EndOrder, in: ['NONE', 'AWAITED', 'FORESTALLED', ...LIVE_STATES], decide: endOrder },
} satisfies RulesOf<EndOrder, ProductionOrder, ProductionOrderEvent> &
  RulesOf<Exclude<EndingCommand, EndOrder>, LiveOrder, ProductionOrderEvent>;

export const endingFold = {
  ProductionOrderCancelled: (order, { state, reason }) => ({ ...order, state, cancelReason: reason }),
  ProductionOrderShortClosed: (order, { state, reason }) => ({ ...order, state, cancelReason: reason }),
  ProductionOrderForestalled: (_order, data) => ({
    state: data.state,
    productionOrderId: data.productionOrderId,
    projectId: data.projectId,
    contractId: data.contractId,
    lineId: data.lineId,
    reason: data.reason,
  }),
  ProductionOrderClosed: (order, { state }) => ({ ...order, state }),
} satisfies FoldOf<ProductionOrderForestalled, NoOrder | AwaitedOrder, ForestalledOrder> &
  FoldOf<Exclude<EndingEvent, ProductionOrderForestalled>, LiveOrder>;

/** @throws Rejected ORDER_PARTLY_SHIPPED */
function cancelOrder({ data }: CancelOrder, order: LiveOrder): ProductionOrderEvent[] {
  if (hasLeft(order)) {
    throw new Rejected('ORDER_PARTLY_SHIPPED', 'goods have left; close it short', { shippedQty: shippedOfLine(order) });
  }
  const { initiator, reason } = data;
  return cancelWith(order, { initiator, reason, contractVersion: order.contractVersion });
}

/** Something has left, the rest will not be made. @throws Rejected INVALID_TRANSITION */
function shortCloseOrder({ data }: ShortCloseOrder, order: LiveOrder): ProductionOrderEvent[] {
  if (!hasLeft(order)) {
    const details = { command: 'ShortCloseOrder', shippedQty: '0' };
    throw new Rejected('INVALID_TRANSITION', 'nothing has left; cancel it', details);
  }
  const { initiator, reason } = data;
  return shortCloseWith(order, { initiator, reason, contractVersion: order.contractVersion });
}

/** The end of the contract: cancels or closes short what exists, and takes the place of what does not exist yet. */
function endOrder({ data }: EndOrder, order: ProductionOrder): ProductionOrderEvent[] {
  const { productionOrderId, projectId, contractId, lineId, reason, contractVersion } = data;
  if (order.state === 'NONE' || order.state === 'AWAITED') {
    const { initiator } = data;
    const place = { productionOrderId, projectId, contractId, lineId, initiator, reason, contractVersion };
    return [{ type: 'ProductionOrderForestalled', data: { ...place, state: 'FORESTALLED' } }];
  }
  if (order.state === 'FORESTALLED') return [];
  const why = { initiator: data.initiator, reason, contractVersion };
  return hasLeft(order) ? shortCloseWith(order, why) : cancelWith(order, why);
}

/** Also what was delivered of the line before the order for the rest began. */
const shippedOfLine = (order: LiveOrder): string => sumQuantities([shippedQty(order), order.opening.deliveredQty]);
const hasLeft = (order: LiveOrder): boolean => shippedOfLine(order) !== '0';

interface Why {
  readonly initiator: string;
  readonly reason: string;
  readonly contractVersion: number;
}

const cancelWith = (order: LiveOrder, why: Why): ProductionOrderEvent[] => [
  ...cancelWaitingShipments(order, why.reason),
  { type: 'ProductionOrderCancelled', data: { ...earlyEnd(order, why), state: 'CANCELLED' } },
];

const shortCloseWith = (order: LiveOrder, why: Why): ProductionOrderEvent[] => [
  ...cancelWaitingShipments(order, why.reason),
  { type: 'ProductionOrderShortClosed', data: { ...earlyEnd(order, why), state: 'SHORT_CLOSED' } },
];

/** What was begun and is not with the customer, and what was spoilt, each unit at its material cost. */
function earlyEnd(order: LiveOrder, { initiator, reason, contractVersion }: Why): EarlyEndRecord {
  const steps = stepsOf(order);
  const produced = producedQty(order);
  const unitCost = order.bom?.unitCost ?? '0';
  const goods = steps.map((step) => withOpening(order, step.goodQty));
  const begun = goods.reduce(largerQuantity, produced);
  const away = difference(shippedQty(order), refusedQty(order));
  const { contractOrigin, deliveredBefore } = orderRecord(order);
  const scrap = sumQuantities(steps.map((step) => step.scrapQty));
  return {
    productionOrderId: order.productionOrderId,
    contractId: order.contractId,
    lineId: order.lineId,
    trackingId: order.trackingId,
    initiator,
    reason,
    producedQty: produced,
    shippedQty: shippedQty(order),
    wipCostFen: materialCostFen(largerQuantity(difference(begun, away), '0'), '1', 0, unitCost),
    scrapCostFen: materialCostFen(scrap, '1', 0, unitCost),
    contractVersion,
    contractOrigin,
    deliveredBefore,
  };
}
