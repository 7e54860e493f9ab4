import { aggregate } from '@engsales/event-sourcing/domain';
import { endingFold, endingRules } from './ending/ending.js';
import { endingUpcasters } from './ending/ending.upcasters.js';
import { holdFold, holdRules } from './holds/holds.js';
import { planningFold, planningRules } from './planning/planning.js';
import { planningUpcasters } from './planning/planning.upcasters.js';
import { ownersOfOrder } from './persons.js';
import type { ProductionOrderCommand } from './production-order.commands.js';
import type { ProductionOrderEvent } from './production-order.events.js';
import type { ProductionOrder } from './production-order.state.js';
import { ENDED_STATES } from './production-order.values.js';
import { receivingFold, receivingRules } from './receiving/receiving.js';
import { deferralUpcasters } from './shipping/deferrals.js';
import { shippingFold, shippingRules } from './shipping/shipping.js';
import { shopFloorFold, shopFloorRules } from './shop-floor/shop-floor.js';

/** The production order (生产订单): each topic has its table of rules and its table of folds. */
export const productionOrder = aggregate<ProductionOrder, ProductionOrderCommand, ProductionOrderEvent>({
  category: 'productionOrder',
  id: 'productionOrderId',
  initialState: { state: 'NONE' },
  absent: ['NONE', 'AWAITED'],
  ended: { in: ENDED_STATES, code: 'ORDER_ENDED' },
  owners: ownersOfOrder,
  rules: {
    ...receivingRules,
    ...holdRules,
    ...planningRules,
    ...shopFloorRules,
    ...shippingRules,
    ...endingRules,
  },
  fold: {
    ...receivingFold,
    ...holdFold,
    ...planningFold,
    ...shopFloorFold,
    ...shippingFold,
    ...endingFold,
  },
  versions: { OrderEngineered: 2, DeliveryDeferred: 2, ProductionOrderCancelled: 2, ProductionOrderShortClosed: 2 },
  upcasters: { ...planningUpcasters, ...deferralUpcasters, ...endingUpcasters },
});
