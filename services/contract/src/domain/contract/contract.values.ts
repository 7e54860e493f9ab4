/** Codes of a contract, as they stand in requests, events and answers. */

export const UNSIGNED_STATES = ['DRAFT', 'NEGOTIATING', 'PENDING_APPROVAL', 'APPROVED', 'ABANDONED'] as const;
export const SIGNED_STATES = [
  'SIGNED',
  'IN_EXECUTION',
  'COMPLETED',
  'CLOSED',
  'SUSPENDED',
  'VOIDED',
  'TERMINATED',
  'SETTLED',
] as const;
export const CONTRACT_STATES = [...UNSIGNED_STATES, ...SIGNED_STATES] as const;
/** Nothing more is expected of a contract in these; money and facts are still taken down. */
export const ENDED_STATES = ['CLOSED', 'VOIDED', 'TERMINATED', 'SETTLED', 'ABANDONED'] as const;
export type SignedState = (typeof SIGNED_STATES)[number];

export { FULFILMENTS, OPERATION_MODES, type Fulfilment, type OperationMode } from '@engsales/values';

/** What of an award a contract may say otherwise. */
export const DEVIATION_KINDS = [
  'AMOUNT',
  'ITEM',
  'QTY',
  'UNIT_PRICE',
  'COMMITTED_DATE',
  'LINE_ADDED',
  'LINE_MISSING',
] as const;
export type DeviationKind = (typeof DEVIATION_KINDS)[number];

export const SOURCES = ['TENDER', 'NEGOTIATION'] as const;
export type SourceType = (typeof SOURCES)[number];

export const MILESTONE_KINDS = [
  'DEPOSIT',
  'ADVANCE',
  'PROGRESS',
  'PRE_SHIPMENT',
  'DELIVERY',
  'INSTALLATION',
  'ACCEPTANCE',
  'RETENTION',
] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

export const TRIGGERS = ['SIGNED', 'GOODS_READY', 'DISPATCHED', 'DELIVERED', 'INSTALLED', 'ACCEPTED', 'DATE'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** How a milestone came to be due: by a fact that was reported, by a person's word, or by the calendar. */
export type TriggeredBy = 'FACT' | 'PERSON' | 'CALENDAR';

/** A milestone that is late is OVERDUE, however much is paid on it. CANCELLED belongs to the end of a contract before its time. */
export type MilestoneStatus = 'PLANNED' | 'DUE' | 'PART_PAID' | 'PAID' | 'OVERDUE' | 'WAIVED' | 'CANCELLED';

/** ANY: something of one line brings the trigger about; ALL: the whole of every line does. */
export interface MilestoneScope {
  readonly mode: 'ANY' | 'ALL';
  /** All goods lines when absent. */
  readonly lineIds?: readonly string[];
}

export const GATES = ['RELEASE_PRODUCTION', 'DISPATCH'] as const;
export type Gate = (typeof GATES)[number];
export const MILESTONE_GATES = ['NONE', ...GATES] as const;
export type MilestoneGate = (typeof MILESTONE_GATES)[number];

export interface GateState {
  readonly state: 'OPEN' | 'CLOSED' | 'OVERRIDDEN';
  /** Last day of a credit release, inclusive, Shanghai. */
  readonly until?: string;
}
export type Gates = Readonly<Record<Gate, GateState>>;

/** Axes: how far money, goods and acceptance have come, each by itself. */
export type PaymentAxis = 'NOT_DUE' | 'DUE' | 'PART' | 'PAID' | 'OVERDUE';
export type ProgressAxis = 'NONE' | 'PARTIAL' | 'FULL';

export const INSTRUMENTS = ['TRANSFER', 'BANK_ACCEPTANCE', 'COMMERCIAL_ACCEPTANCE', 'OFFSET'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

export const INVOICE_KINDS = ['VAT_SPECIAL', 'VAT_ORDINARY'] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

export const INITIATORS = ['CUSTOMER', 'US', 'MUTUAL'] as const;
export type Initiator = (typeof INITIATORS)[number];

export type OrderOutcome = 'CANCELLED' | 'SHORT_CLOSED' | 'CLOSED';
export type AcceptanceResult = 'PASSED' | 'CONDITIONALLY_PASSED';
export type SignatorySide = 'OURS' | 'THEIRS';
