import type { RecordedEvent } from '@engsales/event-sourcing';
import { validateMessage } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import {
  anOrder,
  cancelled,
  forestalled,
  handedOver,
  received,
} from '../domain/production-order/production-order.fixtures.js';
import { publishedEvents } from './published-events.js';

describe('what production publishes', () => {
  it.each([received, handedOver, cancelled])('$type passes its own schema', (event) => {
    const published = publishedEvents(event as unknown as RecordedEvent);
    if (!published) throw new Error('nothing was published');
    expect(() =>
      validateMessage(aMessage(published.event, published.data, { subject: anOrder.productionOrderId })),
    ).not.toThrow();
  });
  it('says nothing of an order whose place was taken', () =>
    expect(publishedEvents(forestalled as unknown as RecordedEvent)).toBeUndefined());
});
