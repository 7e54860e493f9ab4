import type { EndingEvent } from './ending/ending.events.js';
import type { HoldEvent } from './holds/holds.events.js';
import type { PlanningEvent } from './planning/planning.events.js';
import type { ReceivingEvent } from './receiving/receiving.events.js';
import type { ShippingEvent } from './shipping/shipping.events.js';
import type { ShopFloorEvent } from './shop-floor/shop-floor.events.js';

export type ProductionOrderEvent =
  ReceivingEvent | HoldEvent | PlanningEvent | ShopFloorEvent | ShippingEvent | EndingEvent;
