import { Rejected, type FoldOf, type RulesOf, refuseBefore } from '@engsales/event-sourcing/domain';
import { minutesAfter } from '@engsales/values';
import { companySettings } from '../../company-settings.js';
import { holdFromRecord, recordOfHold } from '../holds/hold-records.js';
import { orderRecord } from '../order-record.js';
import type { ProductionOrderEvent } from '../production-order.events.js';
import type { AwaitedOrder, LiveOrder, NoOrder } from '../production-order.state.js';
import { LIVE_STATES, type Gates } from '../production-order.values.js';
import { completeProduction } from '../shop-floor/progress.js';
import {
  HandOverToEngineering,
  MarkReleaseOverdue,
  NoteExecutionForm,
  ReassignMerchandiser,
  ReceiveOrder,
  RescheduleOrder,
  type ReceivingCommand,
} from './receiving.commands.js';
import { openingFromRecord, openingRecord, shipmentsOnTheRoad } from './opening.js';
import type { ProductionOrderReceived, ReceivingEvent } from './receiving.events.js';

/** From the contract line to engineering's desk (接单、移交工程), and what the contract says of an order later. */
export const receivingRules = {
  ReceiveOrder: {
    command: ReceiveOrder,
    in: ['NONE', 'AWAITED'],
    otherwise: (state) => (state === 'FORESTALLED' ? undefined : 'DUPLICATE_PRODUCTION_ORDER'),
    decide: receiveOrder,
  },
  HandOverToEngineering: { command: HandOverToEngineering, in: ['RECEIVED'], decide: handOverToEngineering },
  MarkReleaseOverdue: { command: MarkReleaseOverdue, in: ['RECEIVED'], decide: markReleaseOverdue },
  ReassignMerchandiser: { command: ReassignMerchandiser, in: LIVE_STATES, decide: reassignMerchandiser },
  RescheduleOrder: { command: RescheduleOrder, in: LIVE_STATES, decide: rescheduleOrder },
  NoteExecutionForm: { command: NoteExecutionForm, in: LIVE_STATES, decide: noteExecutionForm },
} satisfies RulesOf<ReceiveOrder, NoOrder | AwaitedOrder, ProductionOrderEvent> &
  RulesOf<Exclude<ReceivingCommand, ReceiveOrder>, LiveOrder, ProductionOrderEvent>;

export const receivingFold = {
  ProductionOrderReceived: (_order, data) => orderFromRecord(data),
  OrderHandedToEngineering: (order, { state, backupCopyRef }) => ({ ...order, state, backupCopyRef }),
  ReleaseOverdue: (order) => ({ ...order, releaseOverdue: true }),
  MerchandiserReassigned: (order, { merchandiserId }) => ({ ...order, merchandiserId }),
  OrderRescheduled: (order, { committedDate, contractVersion }) => ({ ...order, committedDate, contractVersion }),
  ExecutionFormNoted: (order) => ({ ...order, executionFormAccepted: true }),
} satisfies FoldOf<ProductionOrderReceived, NoOrder | AwaitedOrder, LiveOrder> &
  FoldOf<Exclude<ReceivingEvent, ProductionOrderReceived>, LiveOrder>;

const CLOSED_GATES: Gates = { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } };

/**
 * One order per contract line, whatever arrives twice; a held one where a suspension came before it. What is made or bought
 * already needs no work any more: it is PRODUCED at once.
 */
function receiveOrder({ data, issued }: ReceiveOrder, order: NoOrder | AwaitedOrder): ProductionOrderEvent[] {
  const received: ProductionOrderReceived = {
    type: 'ProductionOrderReceived',
    data: {
      productionOrderId: data.productionOrderId,
      projectId: data.projectId,
      contractId: data.contractId,
      lineId: data.lineId,
      kind: data.kind,
      state: 'RECEIVED',
      itemCode: data.itemCode,
      name: data.name,
      qty: data.qty,
      uom: data.uom,
      amountFen: data.amountFen,
      committedDate: data.committedDate,
      merchandiserId: data.merchandiserId,
      packageId: data.packageId,
      trackingId: data.trackingId,
      contractVersion: data.contractVersion,
      gates: data.gates ?? CLOSED_GATES,
      holds: order.state === 'AWAITED' ? order.holds.map(recordOfHold) : [],
      receivedOn: issued.today,
      releaseDueAt: minutesAfter(issued.at, companySettings(issued).releaseHours * 60),
      salespersonId: data.salespersonId,
      contractOrigin: data.contractOrigin,
      executionFormAccepted: data.executionFormAccepted,
      opening: data.opening && openingRecord(data.opening, issued.commandId),
    },
  };
  return [received, ...completeProduction(orderFromRecord(received.data), issued.today)];
}

function orderFromRecord(data: ProductionOrderReceived['data']): LiveOrder {
  const received = {
    state: data.state,
    productionOrderId: data.productionOrderId,
    projectId: data.projectId,
    contractId: data.contractId,
    lineId: data.lineId,
    itemCode: data.itemCode,
    name: data.name,
    qty: data.qty,
    uom: data.uom,
    amountFen: data.amountFen,
    committedDate: data.committedDate,
    merchandiserId: data.merchandiserId,
    salespersonId: data.salespersonId,
    packageId: data.packageId,
    trackingId: data.trackingId,
    contractVersion: data.contractVersion,
    contractOrigin: data.contractOrigin,
    opening: openingFromRecord(data.opening),
    receivedOn: data.receivedOn,
    releaseDueAt: data.releaseDueAt,
    releaseOverdue: false,
    executionFormAccepted: data.executionFormAccepted ?? false,
    gates: data.gates,
    holds: data.holds.map(holdFromRecord),
    stops: [],
    shipments: shipmentsOnTheRoad(data.opening),
    callOffs: [],
    earlierDeferrals: [],
    delayDays: 0,
    exceptionsHeard: {},
  };
  return data.kind === 'PRODUCE'
    ? { ...received, kind: data.kind, steps: [] }
    : { ...received, kind: data.kind, receivedQty: received.opening.producedQty, goodsIn: [] };
}

/** An order that has its BOM already is engineered with the hand-over. @throws Rejected ORDER_BACKUP_REQUIRED */
function handOverToEngineering({ data, issued }: HandOverToEngineering, order: LiveOrder): ProductionOrderEvent[] {
  const { packageId, merchandiserId } = order;
  const backupCopyRef = data.backupCopyRef?.trim();
  if (!backupCopyRef) throw new Rejected('ORDER_BACKUP_REQUIRED', 'no backup copy of the order is named');
  const state = order.bom ? 'ENGINEERED' : 'WITH_ENGINEERING';
  const what = { packageId, merchandiserId, backupCopyRef, handedOverOn: issued.today };
  return [{ type: 'OrderHandedToEngineering', data: { ...orderRecord(order), state, ...what } }];
}

/** Once; whose omission it was is decided by people. */
function markReleaseOverdue(_command: MarkReleaseOverdue, order: LiveOrder): ProductionOrderEvent[] {
  if (order.releaseOverdue) return [];
  const { merchandiserId, receivedOn } = order;
  return [{ type: 'ReleaseOverdue', data: { ...orderRecord(order), merchandiserId, receivedOn } }];
}

function reassignMerchandiser({ data }: ReassignMerchandiser, order: LiveOrder): ProductionOrderEvent[] {
  const { merchandiserId, reason } = data;
  if (merchandiserId === order.merchandiserId) return [];
  const { trackingId, merchandiserId: from } = order;
  return [
    { type: 'MerchandiserReassigned', data: { ...orderRecord(order), trackingId, merchandiserId, from, reason } },
  ];
}

/**
 * A promise that moves, with a reason: by hand not to a day that has passed. A version of the contract that was applied before
 * changes nothing. @throws Rejected DATE_BEFORE_TODAY
 */
function rescheduleOrder({ data, issued }: RescheduleOrder, order: LiveOrder): ProductionOrderEvent[] {
  const { to, reason, contractVersion = order.contractVersion } = data;
  if (contractVersion < order.contractVersion || to === order.committedDate) return [];
  if (data.contractVersion === undefined) refuseBefore('TODAY', 'to', to, issued.today);
  const { lineId, committedDate: from } = order;
  const moved = { lineId, from, committedDate: to, deferredUntil: order.deferredUntil, reason, contractVersion };
  return [{ type: 'OrderRescheduled', data: { ...orderRecord(order), ...moved } }];
}

function noteExecutionForm({ issued }: NoteExecutionForm, order: LiveOrder): ProductionOrderEvent[] {
  if (order.executionFormAccepted) return [];
  return [{ type: 'ExecutionFormNoted', data: { ...orderRecord(order), notedOn: issued.today } }];
}
