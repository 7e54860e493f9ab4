import type { LiveOrder, ProductionOrder } from './order-state.js';
import type { ProductionOrderEvent } from './production-order.events.js';
import type { ShipmentEvent } from './shipment.events.js';
import { withShipment } from './shipments.js';
import type { ShopFloorEvent } from './shop-floor.events.js';
import { withStep } from './shop-floor.js';

export function evolve(order: ProductionOrder, event: ProductionOrderEvent): ProductionOrder {
  const live = order as LiveOrder;
  switch (event.type) {
    case 'ProductionOrderReceived':
      return event.data;
    case 'OrderHandedToEngineering':
      return { ...live, state: event.data.state, backupCopyRef: event.data.backupCopyRef };
    case 'ReleaseOverdue':
      return { ...live, releaseOverdue: true };
    case 'OrderEngineered':
      return { ...live, state: event.data.state, bom: event.data.bom };
    case 'BomAccepted':
      return { ...live, ...(live.bom ? { bom: { ...live.bom, accepted: true } } : {}) };
    case 'MerchandiserReassigned':
      return { ...live, merchandiserId: event.data.merchandiserId };
    case 'OrderRescheduled':
      return { ...live, committedDate: event.data.committedDate, contractVersion: event.data.contractVersion };
    case 'ExecutionFormNoted':
      return { ...live, executionFormAccepted: true };
    case 'PaymentGateChanged':
      return { ...live, gates: event.data.gates, holds: event.data.holds };
    case 'HoldPlaced': {
      const { productionOrderId, projectId, state, holds } = event.data;
      return state === 'AWAITED' ? { state, productionOrderId, projectId, holds } : { ...live, holds };
    }
    case 'HoldDropped':
      return { ...live, holds: event.data.holds };
    case 'ExceptionNoted': {
      const { exceptionId, delayDays, sequence } = event.data;
      return { ...live, delayDays, exceptionsHeard: { ...live.exceptionsHeard, [exceptionId]: sequence } };
    }
    case 'ProductionOrderCancelled':
    case 'ProductionOrderShortClosed':
      return { ...live, state: event.data.state, cancelReason: event.data.reason };
    case 'ProductionOrderForestalled': {
      const { contractVersion: _version, ...forestalled } = event.data;
      return forestalled;
    }
    case 'OrderPlanned':
    case 'ProductionOrderReleased':
    case 'StepStarted':
    case 'ProductionProgressReported':
    case 'ProgressCorrected':
    case 'StepCompleted':
    case 'StepSupervised':
    case 'GoodsReceived':
    case 'ProductionCompleted':
    case 'WorkStopped':
    case 'WorkResumed':
      return evolveShopFloor(live, event);
    case 'CallOffRecorded':
    case 'DeliveryDeferred':
    case 'ShipmentPlanned':
    case 'ShipmentInspected':
    case 'ShipmentDispatched':
    case 'ShipmentDelivered':
    case 'ShipmentCancelled':
    case 'ReturnDispositioned':
    case 'ShipmentDelayed':
    case 'ProductionOrderClosed':
      return evolveShipment(live, event);
  }
}

function evolveShopFloor(order: LiveOrder, event: ShopFloorEvent): LiveOrder {
  switch (event.type) {
    case 'OrderPlanned':
      return { ...order, state: event.data.state, steps: event.data.steps };
    case 'ProductionOrderReleased': {
      const { state, steps, instructionNo } = event.data;
      return { ...order, state, steps, instructionNo };
    }
    case 'StepStarted':
    case 'ProductionProgressReported':
    case 'ProgressCorrected':
      return withStep({ ...order, state: event.data.state }, event.data.step);
    case 'StepCompleted': {
      const { step, readyStepId } = event.data;
      const after = withStep(order, step);
      const next = after.steps?.find((other) => other.stepId === readyStepId);
      return next ? withStep(after, { ...next, state: 'READY' }) : after;
    }
    case 'StepSupervised':
      return order; // kept in history; no rule asks for it
    case 'GoodsReceived':
      return { ...order, state: event.data.state, receivedQty: event.data.cumulativeQty };
    case 'ProductionCompleted':
      return { ...order, state: event.data.state };
    case 'WorkStopped':
      return { ...order, holds: event.data.holds, stops: [...(order.stops ?? []), event.data.stop] };
    case 'WorkResumed': {
      const { stop, holds } = event.data;
      const stops = (order.stops ?? []).map((other) => (other.stopId === stop.stopId ? stop : other));
      return { ...order, holds, stops };
    }
  }
}

function evolveShipment(order: LiveOrder, event: ShipmentEvent): LiveOrder {
  switch (event.type) {
    case 'CallOffRecorded':
      return { ...order, callOffs: [...(order.callOffs ?? []), event.data.callOff] };
    case 'DeliveryDeferred':
      return { ...order, deferredUntil: event.data.until };
    case 'ShipmentPlanned':
    case 'ShipmentInspected':
    case 'ShipmentDispatched':
    case 'ShipmentDelivered':
    case 'ShipmentCancelled':
    case 'ReturnDispositioned':
      return withShipment(order, event.data.shipment);
    case 'ShipmentDelayed':
      return { ...order, delayToldFor: event.data.committedDate };
    case 'ProductionOrderClosed':
      return { ...order, state: event.data.state };
  }
}
