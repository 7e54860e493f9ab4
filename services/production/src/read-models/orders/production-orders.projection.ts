import { insertOnce, eachOf, projection, updateNewer, upsertNewer, type Recorded } from '@engsales/read-models';
import { difference } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { ProductionOrderEvent } from '../../domain/production-order/production-order.events.js';
import type { StepRecord } from '../../domain/production-order/shop-floor/shop-floor.events.js';
import { shippingAxis } from '../../domain/production-order/shipping/quantities.js';
import type { ProductionOrderReceived } from '../../domain/production-order/receiving/receiving.events.js';
import type {
  CallOffCorrected,
  CallOffRecorded,
  DeferralWithdrawn,
  ShipmentEvent,
} from '../../domain/production-order/shipping/shipping.events.js';

const each = eachOf<ProductionOrderEvent>();

/** Where does each order stand, and what of it is made, gone and asked for? Ended orders stay, so that a replay brings none back. */
export const productionOrders = projection<ProductionOrderEvent>({
  name: 'production-orders',
  tables: ['production_order', 'shipment', 'call_off'],
  on: {
    ProductionOrderReceived: receive,
    MerchandiserReassigned: (event, rows) => change(event, rows, { merchandiser_id: event.data.merchandiserId }),
    ...each(['DeliveryDeferred', 'DeferralCorrected'], (event, rows) =>
      change(event, rows, { deferred_until: event.data.until }),
    ),
    DeferralWithdrawn: withdrawDeferral,
    OrderRescheduled: (event, rows) => change(event, rows, { committed_date: event.data.committedDate }),
    ...each(
      [
        'OrderHandedToEngineering',
        'OrderEngineered',
        'ProductionCompleted',
        'ProductionOrderClosed',
        'ProductionOrderReopened',
        'ProductionOrderCancelled',
        'ProductionOrderShortClosed',
      ],
      (event, rows) => change(event, rows, { state: event.data.state }),
    ),
    ...each(['PaymentGateChanged', 'HoldPlaced', 'HoldDropped', 'WorkStopped', 'WorkResumed'], (event, rows) =>
      change(event, rows, { holds: JSON.stringify(event.data.holds) }),
    ),
    ...each(['OrderPlanned', 'ProductionOrderReleased'], (event, rows) =>
      change(event, rows, { state: event.data.state, ...plan(event.data.steps) }),
    ),
    StepStarted: (event, rows) => changeStep(event, rows, event.data.step.stepId),
    ProductionProgressReported: (event, rows) => changeStep(event, rows, event.data.step.stepId),
    ProgressCorrected: (event, rows) => changeStep(event, rows, event.data.currentStepId),
    StepStartCorrected: (event, rows) => changeStep(event, rows),
    StepReopened: (event, rows) => changeStep(event, rows, event.data.step.stepId),
    ToMakeChanged: (event, rows) =>
      change(event, rows, {
        state: event.data.state,
        percent_bps: event.data.percentBps,
        current_step_id: event.data.currentStepId ?? null,
      }),
    StepCompleted: (event, rows) => changeStep(event, rows, event.data.readyStepId ?? event.data.currentStepId ?? null),
    ...each(['GoodsReceived', 'GoodsInCorrected', 'GoodsInReversed'], (event, rows) =>
      change(event, rows, { state: event.data.state, produced_qty: event.data.cumulativeQty }),
    ),
    ...each(
      [
        'ShipmentPlanned',
        'ShipmentInspected',
        'ShipmentDispatched',
        'ShipmentRecalled',
        'InspectionWithdrawn',
        'ShipmentCancelled',
        'ReturnDispositioned',
        'DispositionCorrected',
      ],
      (event, rows) => changeShipment(event, rows),
    ),
    async ShipmentSplit(event, rows) {
      const { from } = event.data;
      await updateNewer(rows, 'shipment', ['shipment_id', from.shipmentId], event.revision, { qty: from.qty });
      await changeShipment(event, rows);
    },
    ...each(['ShipmentDelivered', 'DeliveryCorrected'], (event, rows) =>
      changeShipment(event, rows, {
        delivered_on: event.data.shipment.deliveredOn,
        days_late: event.data.daysLate,
      }),
    ),
    ...each(['CallOffRecorded', 'CallOffCorrected'], (event, rows) => putCallOff(event, rows)),
    CallOffWithdrawn: ({ data, revision }, rows) =>
      updateNewer(rows, 'call_off', ['call_off_id', data.callOffId], revision, { withdrawn: true }),
  },
});

/** Where the promise holds again no deferral is left. */
async function withdrawDeferral({ data, revision }: Recorded<DeferralWithdrawn>, rows: EntityManager): Promise<void> {
  await rows.query(
    `UPDATE production_order SET revision = $2, deferred_until = nullif($3::date, committed_date)
      WHERE production_order_id = $1 AND revision < $2`,
    [data.productionOrderId, revision, data.until],
  );
}

type StepEventType =
  | 'StepStarted'
  | 'StepStartCorrected'
  | 'ProductionProgressReported'
  | 'ProgressCorrected'
  | 'StepCompleted'
  | 'StepReopened';
type StepEvent = Extract<ProductionOrderEvent, { type: StepEventType }>;

type Changes = Readonly<Record<string, unknown>>;

/** With what was there before it: on hand, and on the road as a shipment of the order. */
async function receive({ data, revision }: Recorded<ProductionOrderReceived>, rows: EntityManager): Promise<void> {
  const { productionOrderId, opening } = data;
  const onTheRoadQty = opening?.onTheRoadQty ?? '0';
  await insertOnce(rows, 'production_order', 'production_order_id', {
    production_order_id: productionOrderId,
    revision,
    project_id: data.projectId,
    contract_id: data.contractId,
    line_id: data.lineId,
    kind: data.kind,
    state: data.state,
    item_code: data.itemCode,
    name: data.name,
    qty: data.qty,
    uom: data.uom,
    committed_date: data.committedDate,
    merchandiser_id: data.merchandiserId,
    salesperson_id: data.salespersonId,
    package_id: data.packageId,
    tracking_id: data.trackingId,
    holds: JSON.stringify(data.holds),
    opening_qty: data.kind === 'PRODUCE' ? (opening?.producedQty ?? '0') : '0',
    produced_qty: opening?.producedQty ?? '0',
    shipped_qty: onTheRoadQty,
    gross_shipped_qty: onTheRoadQty,
    shipping: shippingAxis(onTheRoadQty, data.qty),
  });
  if (opening?.shipmentId === undefined) return;
  const { shipmentId } = opening;
  const shipment = { shipment_id: shipmentId, revision, production_order_id: productionOrderId, state: 'DISPATCHED' };
  await insertOnce(rows, 'shipment', 'shipment_id', { ...shipment, qty: onTheRoadQty, refused_qty: '0' });
}

function putCallOff(
  { data: { productionOrderId, callOff }, revision }: Recorded<CallOffRecorded | CallOffCorrected>,
  rows: EntityManager,
): Promise<void> {
  return upsertNewer(rows, 'call_off', 'call_off_id', {
    call_off_id: callOff.callOffId,
    revision,
    production_order_id: productionOrderId,
    qty: callOff.qty,
    deliver_to: callOff.deliverTo,
    required_on: callOff.requiredOn,
  });
}

function change(event: Recorded<ProductionOrderEvent>, rows: EntityManager, values: Changes): Promise<void> {
  const key = ['production_order_id', event.data.productionOrderId] as const;
  return updateNewer(rows, 'production_order', key, event.revision, values);
}

function plan(steps: readonly StepRecord[]): Changes {
  const names = steps.map(({ stepId, name, ownerId }) => [stepId, { stepId, name, ownerId }] as const);
  const ends = steps.map((step) => step.plannedEnd).sort();
  return {
    steps: JSON.stringify(Object.fromEntries(names)),
    current_step_id: steps.find(({ state }) => state === 'READY')?.stepId,
    last_step_id: steps.at(-1)?.stepId,
    planned_end: ends.at(-1),
  };
}

/** Good units of the last step, with what was there before, are what is produced. The step under work stays what it was where none is given. */
async function changeStep({ data, revision }: Recorded<StepEvent>, rows: EntityManager, currentStepId?: string | null) {
  const { productionOrderId, state, percentBps, step } = data;
  await rows.query(
    `UPDATE production_order SET revision = $2, state = $3, percent_bps = $4,
            current_step_id = CASE WHEN $5::boolean THEN $6 ELSE current_step_id END,
            produced_qty = CASE WHEN last_step_id = $7 THEN opening_qty + $8::numeric ELSE produced_qty END
      WHERE production_order_id = $1 AND revision < $2`,
    [
      ...[productionOrderId, revision, state, percentBps],
      ...[currentStepId !== undefined, currentStepId, step.stepId, step.goodQty],
    ],
  );
}

async function changeShipment(event: Recorded<ShipmentEvent>, rows: EntityManager, delivery: Changes = {}) {
  const { data, revision } = event;
  const { shipmentId, state, qty, refusedQty, disposedQty, restockedQty } = data.shipment;
  await upsertNewer(rows, 'shipment', 'shipment_id', {
    shipment_id: shipmentId,
    revision,
    production_order_id: data.productionOrderId,
    state,
    qty,
    refused_qty: refusedQty,
    scrapped_qty: difference(disposedQty, restockedQty),
    ...delivery,
  });
  // the first events say their axis of what has left, also of what came back
  const netQty = difference(data.cumulativeShippedQty, data.cumulativeRefusedQty);
  await change(event, rows, {
    shipped_qty: netQty,
    gross_shipped_qty: data.cumulativeShippedQty,
    delivered_qty: data.cumulativeDeliveredQty,
    refused_qty: data.cumulativeRefusedQty,
    shipping: shippingAxis(netQty, data.orderedQty),
  });
}
