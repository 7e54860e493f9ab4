import { legacyProjection } from '@engsales/read-models';
import { applyToOrderRow, ORDER_ROW_EVENTS } from '../order-rows.js';

/** Which orders does a contract have, and where do they stand? */
export const contractOrders = legacyProjection({
  name: 'contract-orders',
  tables: ['contract_orders'],
  handles: ORDER_ROW_EVENTS,
  apply: (event, rows) => applyToOrderRow('contract_orders', event, rows),
});
