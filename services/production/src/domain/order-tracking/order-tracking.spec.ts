import { given, issued } from '@engsales/event-sourcing/testing';
import { OpenTracking, orderTracking, type OrderTrackingEvent } from './order-tracking.js';

const open = (productionOrderId: string) =>
  new OpenTracking(
    { trackingId: 't', projectId: 'p', contractId: 'c', productionOrderId, merchandiserId: 'zhou-min' },
    issued(),
  );
const data = {
  trackingId: 't',
  projectId: 'p',
  contractId: 'c',
  state: 'OPEN',
  merchandiserId: 'zhou-min',
  productionOrderIds: ['o1'],
} as const;
const opened: OrderTrackingEvent = { type: 'OrderTrackingOpened', data: { ...data, openedOn: '2025-03-10' } };

describe('an order tracking', () => {
  it('is opened with the merchandiser', () => given(orderTracking).when(open('o1')).then(opened));
  it('is not opened twice for the same order', () => given(orderTracking, opened).when(open('o1')).thenNothing());
  it('is shared by a second order of the same tracking key', () =>
    given(orderTracking, opened)
      .when(open('o2'))
      .then({ type: 'OrderTrackingExtended', data: { ...data, productionOrderIds: ['o1', 'o2'] } }));
});
