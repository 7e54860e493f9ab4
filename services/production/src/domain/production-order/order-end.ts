import { Rejected } from '@engsales/event-sourcing/decider';
import { largerQuantity, materialCostFen, sumQuantities } from '@engsales/values';
import { headOf } from './order-office.js';
import { producedQty, shippedQty, type LiveOrder, type ProductionOrder } from './order-state.js';
import type { CancelOrder, EndOrder, ShortCloseOrder } from './production-order.commands.js';
import type { ProductionOrderEvent } from './production-order.events.js';
import { cancelOpenShipments } from './shipments.js';

/** Nothing has left. Holds do not matter. @throws Rejected ORDER_PARTLY_SHIPPED */
export function cancel({ data }: CancelOrder, order: LiveOrder): ProductionOrderEvent[] {
  const shipped = shippedQty(order);
  if (shipped !== '0') {
    throw new Rejected('ORDER_PARTLY_SHIPPED', 'goods have left; close it short', { shippedQty: shipped });
  }
  return ended(order, data, 'ProductionOrderCancelled');
}

/** Something has left, the rest will not be made. */
export function shortClose({ data }: ShortCloseOrder, order: LiveOrder): ProductionOrderEvent[] {
  if (shippedQty(order) === '0') {
    throw new Rejected('INVALID_TRANSITION', 'nothing has left; cancel it', {
      command: 'ShortCloseOrder',
      shippedQty: '0',
    });
  }
  return ended(order, data, 'ProductionOrderShortClosed');
}

/** The end of the contract: cancels or closes short what exists, and takes the place of what does not exist yet. */
export function end({ data }: EndOrder, order: ProductionOrder): ProductionOrderEvent[] {
  const { productionOrderId, projectId, contractId, lineId, initiator, reason, contractVersion } = data;
  if (order.state === 'NONE' || order.state === 'AWAITED') {
    const place = { productionOrderId, projectId, contractId, lineId, reason, contractVersion };
    return [{ type: 'ProductionOrderForestalled', data: { ...place, state: 'FORESTALLED' } }];
  }
  if (order.state === 'FORESTALLED') return [];
  const type = shippedQty(order) === '0' ? 'ProductionOrderCancelled' : 'ProductionOrderShortClosed';
  return ended(order, { initiator, reason, contractVersion }, type);
}

interface Why {
  readonly initiator: string;
  readonly reason: string;
  readonly contractVersion?: number;
}

function ended(
  order: LiveOrder,
  { initiator, reason, contractVersion = order.contractVersion }: Why,
  type: 'ProductionOrderCancelled' | 'ProductionOrderShortClosed',
): ProductionOrderEvent[] {
  const { lineId, trackingId, steps = [], bom } = order;
  const produced = producedQty(order);
  const unitCostFen = bom?.unitCostFen ?? 0;
  const begun = steps.reduce((most, step) => largerQuantity(most, step.goodQty), produced);
  const scrap = sumQuantities(steps.map((step) => step.scrapQty));
  const costs = {
    wipCostFen: materialCostFen(begun, '1', 0, unitCostFen),
    scrapCostFen: materialCostFen(scrap, '1', 0, unitCostFen),
    recoverableFen: 0,
  };
  const state = type === 'ProductionOrderCancelled' ? 'CANCELLED' : 'SHORT_CLOSED';
  const quantities = { producedQty: produced, shippedQty: shippedQty(order) };
  const data = {
    ...headOf(order),
    state,
    lineId,
    trackingId,
    initiator,
    reason,
    ...quantities,
    ...costs,
    contractVersion,
  } as const;
  return [...cancelOpenShipments(order, reason), { type, data }];
}
