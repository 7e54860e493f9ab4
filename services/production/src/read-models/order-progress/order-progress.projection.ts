import type { RecordedEvent } from '@engsales/event-sourcing';
import { legacyProjection } from '@engsales/read-models';
import type { EntityManager } from 'typeorm';
import { plannedEndOf, type WorkStep } from '../../domain/production-order/order-state.js';
import type {
  ProductionOrderEvent,
  ProductionOrderReceived,
} from '../../domain/production-order/production-order.events.js';
import type { CallOffRecorded, OfShipment } from '../../domain/production-order/shipment.events.js';

const HANDLED = [
  'ProductionOrderReceived',
  'OrderHandedToEngineering',
  'OrderEngineered',
  'OrderRescheduled',
  'PaymentGateChanged',
  'HoldPlaced',
  'HoldDropped',
  'OrderPlanned',
  'ProductionOrderReleased',
  'StepStarted',
  'ProductionProgressReported',
  'ProgressCorrected',
  'StepCompleted',
  'GoodsReceived',
  'ProductionCompleted',
  'WorkStopped',
  'WorkResumed',
  'CallOffRecorded',
  'ShipmentPlanned',
  'ShipmentInspected',
  'ShipmentDispatched',
  'ShipmentDelivered',
  'ShipmentCancelled',
  'ReturnDispositioned',
  'ProductionOrderClosed',
  'ProductionOrderCancelled',
  'ProductionOrderShortClosed',
] as const;

type Handled = Extract<ProductionOrderEvent, { type: (typeof HANDLED)[number] }>;

/** New values by column; those of a step or a shipment are laid over what the column has of the others. */
type Changes = Readonly<Record<string, unknown>>;
const LAID_OVER = ['made', 'shipments'];

/** How far is each order: steps, holds, what is made and what has left? One row per order, for several lists. */
export const orderProgress = legacyProjection({
  name: 'order-progress',
  tables: ['order_progress', 'call_off'],
  handles: HANDLED,
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const event = recorded as unknown as Handled;
    if (event.type === 'ProductionOrderReceived') return insert(event, recorded.revision, rows);
    if (event.type === 'CallOffRecorded') return calledOff(event, rows);
    const values: Changes = { state: event.data.state, ...changesBy(event) };
    const sets = Object.keys(values).map((name, i) => {
      return LAID_OVER.includes(name) ? `${name} = ${name} || $${i + 3}::jsonb` : `${name} = $${i + 3}`;
    });
    await rows.query(
      `UPDATE order_progress SET revision = $2, ${sets.join(', ')} WHERE production_order_id = $1 AND revision < $2`,
      [event.data.productionOrderId, recorded.revision, ...Object.values(values)],
    );
  },
});

function changesBy(event: Exclude<Handled, ProductionOrderReceived | CallOffRecorded>): Changes {
  switch (event.type) {
    case 'OrderHandedToEngineering':
    case 'OrderEngineered':
    case 'ProductionCompleted':
    case 'ProductionOrderClosed':
    case 'ProductionOrderCancelled':
    case 'ProductionOrderShortClosed':
      return {};
    case 'OrderRescheduled':
      return { committed_date: event.data.committedDate };
    case 'PaymentGateChanged':
    case 'HoldPlaced':
    case 'HoldDropped':
    case 'WorkStopped':
    case 'WorkResumed':
      return { holds: JSON.stringify(event.data.holds) };
    case 'OrderPlanned':
    case 'ProductionOrderReleased':
      return planned(event.data.steps);
    case 'StepStarted':
    case 'ProductionProgressReported':
      return { ...made(event.data), current_step_id: event.data.step.stepId };
    case 'ProgressCorrected':
      return made(event.data);
    case 'StepCompleted':
      return { ...made(event.data), current_step_id: event.data.readyStepId ?? null };
    case 'GoodsReceived':
      return { received_qty: event.data.cumulativeQty };
    case 'ShipmentPlanned':
    case 'ShipmentInspected':
    case 'ShipmentDispatched':
    case 'ShipmentDelivered':
    case 'ShipmentCancelled':
    case 'ReturnDispositioned':
      return shipped(event.data);
  }
}

function planned(steps: readonly WorkStep[]): Changes {
  const names = steps.map(({ stepId, name, ownerId }) => [stepId, { stepId, name, ownerId }] as const);
  return {
    steps: JSON.stringify(Object.fromEntries(names)),
    current_step_id: steps.find(({ state }) => state === 'READY')?.stepId ?? null,
    last_step_id: steps.at(-1)?.stepId ?? null,
    planned_end: plannedEndOf(steps) ?? null,
  };
}

function shipped(data: OfShipment): Changes {
  const { shipmentId, state, qty } = data.shipment;
  return {
    shipments: JSON.stringify({ [shipmentId]: { state, qty } }),
    shipped_qty: data.cumulativeShippedQty,
    delivered_qty: data.cumulativeDeliveredQty,
    refused_qty: data.cumulativeRefusedQty,
    shipping: data.shipping,
  };
}

function made({ step, percentBps }: { readonly step: WorkStep; readonly percentBps: number }): Changes {
  return { made: JSON.stringify({ [step.stepId]: step.goodQty }), percent_bps: percentBps };
}

async function insert({ data }: ProductionOrderReceived, revision: number, rows: EntityManager): Promise<void> {
  await rows.query(
    `INSERT INTO order_progress (production_order_id, revision, contract_id, line_id, kind, state, item_code, name, uom,
       ordered_qty, committed_date, holds)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (production_order_id) DO NOTHING`,
    [
      ...[data.productionOrderId, revision, data.contractId, data.lineId, data.kind, data.state],
      ...[data.itemCode, data.name, data.uom, data.qty, data.committedDate, JSON.stringify(data.holds ?? [])],
    ],
  );
}

/** A call-off never changes. */
async function calledOff({ data }: CallOffRecorded, rows: EntityManager): Promise<void> {
  const { callOffId, qty, deliverTo = null, requiredOn } = data.callOff;
  await rows.query(
    `INSERT INTO call_off (call_off_id, production_order_id, qty, deliver_to, required_on)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (call_off_id) DO NOTHING`,
    [callOffId, data.productionOrderId, qty, deliverTo, requiredOn],
  );
}
