import { orderHandedToEngineering, productionOrderCancelled, productionOrderReceived } from '@engsales/events';
import type { RecordedEvent } from '@engsales/event-sourcing';
import { publish, type Publication } from '@engsales/messaging';
import type { EngineeringPackageEvent } from '../domain/engineering-package/engineering-package.js';
import type { OrderTrackingEvent } from '../domain/order-tracking/order-tracking.js';
import type { ProductionOrderEvent } from '../domain/production-order/production-order.events.js';

/** Own event -> public event, or nothing. The switch is exhaustive: a new event must be decided on here. */
export function publishedEvents(recorded: RecordedEvent): Publication | undefined {
  const event = recorded as unknown as ProductionOrderEvent | EngineeringPackageEvent | OrderTrackingEvent;
  switch (event.type) {
    case 'ProductionOrderReceived': {
      const { projectId: _project, receivedOn: _on, ...data } = event.data;
      return publish(productionOrderReceived, data);
    }
    case 'OrderHandedToEngineering':
      return publish(orderHandedToEngineering, event.data);
    case 'ProductionOrderCancelled': {
      const { contractVersion: _version, ...data } = event.data;
      return publish(productionOrderCancelled, data);
    }
    case 'ProductionOrderForestalled':
    case 'EngineeringPackageRequested':
    case 'EngineeringPackageExtended':
    case 'OrderTrackingOpened':
    case 'OrderTrackingExtended':
      return undefined;
  }
}
