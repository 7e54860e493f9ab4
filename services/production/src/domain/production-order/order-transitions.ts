import type { OrderState } from './order-state.js';
import type { EndOrder, PlaceHold, ProductionOrderCommand, ReceiveOrder } from './production-order.commands.js';

const BEFORE_RELEASE: readonly OrderState[] = ['RECEIVED', 'WITH_ENGINEERING', 'ENGINEERED', 'PLANNED'];
const ON_THE_FLOOR: readonly OrderState[] = ['RELEASED', 'IN_PROGRESS'];
const RELEASED: readonly OrderState[] = [...ON_THE_FLOOR, 'PRODUCED'];
const LIVE: readonly OrderState[] = [...BEFORE_RELEASE, ...RELEASED];

/** These also speak to an order that has not come. */
export type ForestallingCommand = ReceiveOrder | EndOrder | PlaceHold;

/** In which states a command is possible. Data, not code: exported for tests and operators. */
export const PRODUCTION_ORDER_TRANSITIONS: Readonly<Record<ProductionOrderCommand['type'], readonly string[]>> = {
  ReceiveOrder: ['NONE', 'AWAITED'],
  HandOverToEngineering: ['RECEIVED'],
  MarkReleaseOverdue: ['RECEIVED'],
  ReassignMerchandiser: LIVE,
  RescheduleOrder: LIVE,
  EngineerOrder: ['RECEIVED', 'WITH_ENGINEERING', 'ENGINEERED'],
  AcceptBom: ['ENGINEERED'],
  NoteExecutionForm: LIVE,
  SetGate: LIVE,
  PlaceHold: ['NONE', 'AWAITED', ...LIVE],
  DropHold: ['AWAITED', ...LIVE],
  NoteException: LIVE,
  CancelOrder: LIVE,
  ShortCloseOrder: LIVE,
  EndOrder: ['NONE', 'AWAITED', ...LIVE],
  PlanOrder: ['ENGINEERED', 'PLANNED'],
  // before it is planned it answers what else is missing: the form, the money, holds
  ReleaseOrder: BEFORE_RELEASE,
  StartStep: ON_THE_FLOOR,
  // what is produced may be exceeded as far as the company allows
  ReportProgress: ['IN_PROGRESS', 'PRODUCED'],
  CorrectProgress: ['IN_PROGRESS', 'PRODUCED'],
  CompleteStep: ['IN_PROGRESS', 'PRODUCED'],
  SuperviseStep: RELEASED,
  ReceiveGoods: RELEASED,
  OrderStopWork: LIVE,
  LiftStopWork: LIVE,
  RecordCallOff: LIVE,
  DeferDelivery: LIVE,
  PlanShipment: RELEASED,
  InspectShipment: RELEASED,
  DispatchShipment: RELEASED,
  ConfirmDelivery: [...RELEASED, 'SHORT_CLOSED'],
  CancelShipment: RELEASED,
  DispositionReturn: [...RELEASED, 'CLOSED', 'SHORT_CLOSED'],
  MarkShipmentDelayed: LIVE,
};
