import {
  bomReleased,
  engineeringPackageReleased,
  goodsReadyToShip,
  orderHandedToEngineering,
  orderRescheduled,
  productionCompleted,
  productionExceptionRaised,
  productionExceptionResolved,
  productionOrderCancelled,
  productionOrderClosed,
  productionOrderReceived,
  productionOrderReleased,
  productionOrderShortClosed,
  productionProgressReported,
  shipmentDelayed,
  shipmentDelivered,
  shipmentDispatched,
  workResumed,
  workStopped,
} from '@engsales/events';
import type { RecordedEvent } from '@engsales/event-sourcing';
import { publish, type Publication } from '@engsales/messaging';
import type { EngineeringPackageEvent } from '../domain/engineering-package/engineering-package.events.js';
import type { OrderTrackingEvent } from '../domain/order-tracking/order-tracking.events.js';
import type { ProductionOrderEvent } from '../domain/production-order/production-order.events.js';
import type { StockSnapshotEvent } from '../domain/stock-snapshot/stock-snapshot.js';
import { exceptionData, readyData, shipmentData, stopData } from './published-data.js';

type ProductionEvent = ProductionOrderEvent | EngineeringPackageEvent | OrderTrackingEvent | StockSnapshotEvent;

/** Own event -> public event, or nothing. The switch is exhaustive: a new event must be decided on here. */
export function publishedEvents(recorded: RecordedEvent): Publication | undefined {
  const event = recorded as unknown as ProductionEvent;
  switch (event.type) {
    case 'ProductionOrderReceived': {
      const {
        projectId: _project,
        receivedOn: _on,
        releaseDueAt: _due,
        gates: _gates,
        holds: _holds,
        ...data
      } = event.data;
      return publish(productionOrderReceived, data);
    }
    case 'OrderHandedToEngineering':
      return publish(orderHandedToEngineering, event.data);
    case 'EngineeringPackageReleased': {
      const { releasedBy: _by, artefacts, ...data } = event.data;
      const shown = artefacts.map(({ type, status, docRef, rev }) => {
        return { type, status, ...(docRef ? { docRef } : {}), ...(rev ? { rev } : {}) };
      });
      return publish(engineeringPackageReleased, { ...data, artefacts: shown });
    }
    case 'BomReleased':
      return publish(bomReleased, event.data);
    case 'ProductionOrderReleased': {
      const { releasedBy: _by, steps, ...data } = event.data;
      const shown = steps.map(({ seq, name, ownerId }) => ({ seq, name, ownerId }));
      return publish(productionOrderReleased, { ...data, steps: shown });
    }
    case 'ProductionProgressReported': {
      const { step, reportedBy: _by, serialNos: _serials, ...data } = event.data;
      return publish(productionProgressReported, { ...data, stepSeq: step.seq });
    }
    case 'ProductionCompleted':
      return publish(productionCompleted, event.data);
    case 'WorkStopped':
      return publish(workStopped, stopData(event));
    case 'WorkResumed':
      return publish(workResumed, stopData(event));
    case 'OrderRescheduled':
      return publish(orderRescheduled, event.data);
    case 'ShipmentInspected':
      return event.data.result === 'PASSED' ? publish(goodsReadyToShip, readyData(event)) : undefined;
    case 'ShipmentDispatched':
      return publish(shipmentDispatched, shipmentData(event));
    case 'ShipmentDelivered':
      return publish(shipmentDelivered, shipmentData(event));
    case 'ShipmentDelayed':
      return publish(shipmentDelayed, event.data);
    case 'ProductionOrderCancelled': {
      const { contractVersion: _version, trackingId: _tracking, ...data } = event.data;
      return publish(productionOrderCancelled, data);
    }
    case 'ProductionOrderShortClosed': {
      const { contractVersion: _version, trackingId: _tracking, ...data } = event.data;
      return publish(productionOrderShortClosed, data);
    }
    case 'ProductionOrderClosed': {
      const { trackingId: _tracking, ...data } = event.data;
      return publish(productionOrderClosed, data);
    }
    case 'ProductionExceptionRaised': {
      const { stopsWork, raisedAt, feedbackDueAt } = event.data.exception;
      return publish(productionExceptionRaised, { ...exceptionData(event), stopsWork, raisedAt, feedbackDueAt });
    }
    case 'ProductionExceptionResolved': {
      const { actualDelayDays = 0, fedBackAt } = event.data.exception;
      const heard = fedBackAt ? { fedBackAt } : {};
      return publish(productionExceptionResolved, { ...exceptionData(event), actualDelayDays, ...heard });
    }
    case 'ProductionOrderForestalled':
    case 'ReleaseOverdue':
    case 'OrderEngineered':
    case 'BomAccepted':
    case 'MerchandiserReassigned':
    case 'ExecutionFormNoted':
    case 'PaymentGateChanged':
    case 'HoldPlaced':
    case 'HoldDropped':
    case 'ExceptionNoted':
    case 'OrderPlanned':
    case 'StepStarted':
    case 'ProgressCorrected':
    case 'StepCompleted':
    case 'StepSupervised':
    case 'GoodsReceived':
    case 'CallOffRecorded':
    case 'DeliveryDeferred':
    case 'ShipmentPlanned':
    case 'ShipmentCancelled':
    case 'ReturnDispositioned':
    case 'EngineeringPackageRequested':
    case 'EngineeringPackageExtended':
    case 'ArtefactSubmitted':
    case 'BomSubmitted':
    case 'CustomerApprovalRecorded':
    case 'ArtefactNotApplicable':
    case 'ArtefactConfirmed':
    case 'OrderTrackingOpened':
    case 'OrderTrackingExtended':
    case 'OrderTrackingClosed':
    case 'TrackedOrderEnded':
    case 'TrackingHandedOver':
    case 'ExceptionFedBackToSales':
    case 'CustomerInformed':
    case 'FeedbackOverdue':
    case 'InquiryAsked':
    case 'InquiryAnswered':
    case 'InquiryOverdue':
    case 'StockSnapshotTaken':
    case 'StockRowsAdded':
      return undefined;
  }
}
