import type { EndingCommand } from './ending/ending.commands.js';
import type { HoldCommand } from './holds/holds.commands.js';
import type { PlanningCommand } from './planning/planning.commands.js';
import type { ReceivingCommand } from './receiving/receiving.commands.js';
import type { ShippingCommand } from './shipping/shipping.commands.js';
import type { ShopFloorCommand } from './shop-floor/shop-floor.commands.js';

export type ProductionOrderCommand =
  ReceivingCommand | HoldCommand | PlanningCommand | ShopFloorCommand | ShippingCommand | EndingCommand;
