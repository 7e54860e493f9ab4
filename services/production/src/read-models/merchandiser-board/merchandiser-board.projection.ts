import { legacyProjection } from '@engsales/read-models';
import { applyToOrderRow, ORDER_ROW_EVENTS } from '../order-rows.js';

/** What does a merchandiser have to follow? One row per order, ended ones too, so that a replay brings none back. */
export const merchandiserBoard = legacyProjection({
  name: 'merchandiser-board',
  tables: ['merchandiser_board'],
  handles: ORDER_ROW_EVENTS,
  apply: (event, rows) => applyToOrderRow('merchandiser_board', event, rows),
});
