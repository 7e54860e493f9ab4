/** Codes of a production order, as they stand in requests, events and answers. */

export const ORDER_KINDS = ['PRODUCE', 'PROCURE'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

/** An order that was received by hand belongs to a contract that lives elsewhere. */
export type ContractOrigin = 'EXTERNAL';

export const BEFORE_RELEASE_STATES = ['RECEIVED', 'WITH_ENGINEERING', 'ENGINEERED', 'PLANNED'] as const;
export const FLOOR_STATES = ['RELEASED', 'IN_PROGRESS'] as const;
export const RELEASED_STATES = [...FLOOR_STATES, 'PRODUCED'] as const;
/** Work is still to be done on an order in these. */
export const LIVE_STATES = [...BEFORE_RELEASE_STATES, ...RELEASED_STATES] as const;
/** A closed order may be open again by a correction, and what stood in its way meanwhile still does. */
export const LIVE_OR_CLOSED_STATES = [...LIVE_STATES, 'CLOSED'] as const;
export const ORDER_STATES = [...LIVE_STATES, 'CLOSED', 'CANCELLED', 'SHORT_CLOSED'] as const;
/** Nothing more is expected of an order in these; goods on the road and what comes back are still taken down. */
export const ENDED_STATES = ['CLOSED', 'CANCELLED', 'SHORT_CLOSED', 'FORESTALLED'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const GATES = ['RELEASE_PRODUCTION', 'DISPATCH'] as const;
export type Gate = (typeof GATES)[number];

export interface GateState {
  readonly state: 'OPEN' | 'CLOSED' | 'OVERRIDDEN';
  /** Last day of a credit release, inclusive, Shanghai. */
  readonly until?: string;
}
export type Gates = Readonly<Record<Gate, GateState>>;

export const HOLD_CODES = [
  'ENGINEERING_STOP',
  'CONTRACT_SUSPENDED',
  'CHANGE_PENDING',
  'PAYMENT_GATE',
  'MATERIAL',
  'QUALITY',
] as const;
export type HoldCode = (typeof HOLD_CODES)[number];

/** What a hold can stop. */
export type Activity = 'ReleaseOrder' | 'StartStep' | 'ReportProgress' | 'CompleteStep' | 'DispatchShipment';

/** What a stop of engineering concerns, and which document was violated. */
export const STOP_SCOPES = ['ORDER', 'STEP'] as const;
export type StopScope = (typeof STOP_SCOPES)[number];
export interface ViolatedArtefact {
  readonly type: string;
  readonly rev?: string;
}

export type StepState = 'PLANNED' | 'READY' | 'RUNNING' | 'DONE';

export const RESULTS = ['PASSED', 'FAILED'] as const;
export type Result = (typeof RESULTS)[number];

export type ShipmentState = 'PLANNED' | 'INSPECTED' | 'DISPATCHED' | 'DELIVERED' | 'REFUSED' | 'CANCELLED';
/** How much of what was ordered has come so far. */
export type ShippingAxis = 'NONE' | 'PARTIAL' | 'FULL';

export const DISPOSITIONS = ['RESTOCK', 'REWORK', 'SCRAP'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];
