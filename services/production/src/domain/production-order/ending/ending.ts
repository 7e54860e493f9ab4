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
import { netShippedQty } from '../shipping/quantities.js';
import { cancelWaitingShipments } from '../shipping/shipment-records.js';
import { producedQty, withOpening } from '../shop-floor/steps.js';
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
  ProductionOrderReopened: (order, { state }) => ({ ...order, state }),
} satisfies FoldOf<ProductionOrderForestalled, NoOrder | AwaitedOrder, ForestalledOrder> &
  FoldOf<Exclude<EndingEvent, ProductionOrderForestalled>, LiveOrder>;

/** What came back does not count as shipped. @throws Rejected ORDER_PARTLY_SHIPPED */
function cancelOrder({ data, issued }: CancelOrder, order: LiveOrder): ProductionOrderEvent[] {
  const shipped = shippedOfLine(order);
  if (shipped !== '0') {
    const message = 'goods have left and not come back; close it short';
    throw new Rejected('ORDER_PARTLY_SHIPPED', message, { shippedQty: shipped });
  }
  const { initiator, reason } = data;
  return cancelWith(order, { initiator, reason, contractVersion: order.contractVersion, on: issued.today });
}

/** Something has left, the rest will not be made. @throws Rejected INVALID_TRANSITION */
function shortCloseOrder({ data, issued }: ShortCloseOrder, order: LiveOrder): ProductionOrderEvent[] {
  if (shippedOfLine(order) === '0') {
    const details = { command: 'ShortCloseOrder', shippedQty: '0' };
    throw new Rejected('INVALID_TRANSITION', 'nothing has left; cancel it', details);
  }
  const { initiator, reason } = data;
  return shortCloseWith(order, { initiator, reason, contractVersion: order.contractVersion, on: issued.today });
}

/** The end of the contract: cancels or closes short what exists, and takes the place of what does not exist yet. */
function endOrder({ data, issued }: EndOrder, order: ProductionOrder): ProductionOrderEvent[] {
  const { productionOrderId, projectId, contractId, lineId, reason, contractVersion } = data;
  if (order.state === 'NONE' || order.state === 'AWAITED') {
    const { initiator } = data;
    const place = { productionOrderId, projectId, contractId, lineId, initiator, reason, contractVersion };
    return [{ type: 'ProductionOrderForestalled', data: { ...place, state: 'FORESTALLED' } }];
  }
  if (order.state === 'FORESTALLED') return [];
  const why = { initiator: data.initiator, reason, contractVersion, on: issued.today };
  return shippedOfLine(order) === '0' ? cancelWith(order, why) : shortCloseWith(order, why);
}

/** Also what was delivered of the line before the order for the rest began; what came back does not count. */
const shippedOfLine = (order: LiveOrder): string => sumQuantities([netShippedQty(order), order.opening.deliveredQty]);

interface Why {
  readonly initiator: string;
  readonly reason: string;
  readonly contractVersion: number;
  readonly on: string;
}

const cancelWith = (order: LiveOrder, why: Why): ProductionOrderEvent[] => [
  ...cancelWaitingShipments(order, why.reason, why.on),
  { type: 'ProductionOrderCancelled', data: { ...earlyEnd(order, why), state: 'CANCELLED' } },
];

const shortCloseWith = (order: LiveOrder, why: Why): ProductionOrderEvent[] => [
  ...cancelWaitingShipments(order, why.reason, why.on),
  { type: 'ProductionOrderShortClosed', data: { ...earlyEnd(order, why), state: 'SHORT_CLOSED' } },
];

/** What was begun and is not with the customer, and what was spoilt, each unit at its material cost. */
function earlyEnd(order: LiveOrder, { initiator, reason, contractVersion }: Why): EarlyEndRecord {
  const steps = stepsOf(order);
  const produced = producedQty(order);
  const unitCost = order.bom?.unitCost ?? '0';
  const goods = steps.map((step) => withOpening(order, step.goodQty));
  const begun = goods.reduce(largerQuantity, produced);
  const away = netShippedQty(order);
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
    shippedQty: away,
    wipCostFen: materialCostFen(largerQuantity(difference(begun, away), '0'), '1', 0, unitCost),
    scrapCostFen: materialCostFen(scrap, '1', 0, unitCost),
    contractVersion,
    contractOrigin,
    deliveredBefore,
  };
}
