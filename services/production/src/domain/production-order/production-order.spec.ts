import { typesWrittenOut } from '@engsales/event-sourcing/testing';
import { productionOrder } from './production-order.js';

it('every event of an order is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(productionOrder.stored).filter((type) => !written.has(type))).toEqual([]);
});
