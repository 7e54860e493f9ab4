import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { AcceptanceResult, ProgressAxis } from '../contract.values.js';

export interface TrackItemRecord {
  readonly item: string;
  readonly ref?: string;
  readonly plannedOn?: string;
  readonly ownerId?: string;
}

export interface TracksRecord {
  readonly money: readonly TrackItemRecord[];
  readonly goods: readonly TrackItemRecord[];
  readonly service: readonly TrackItemRecord[];
}

export type ExecutionFormSubmitted = DomainEvent<
  'ExecutionFormSubmitted',
  {
    readonly contractId: string;
    readonly formId: string;
    readonly state: 'SUBMITTED';
    readonly submission: number;
    readonly tracks: TracksRecord;
    readonly specialRequirements?: string;
    readonly submittedBy: string;
    readonly submittedOn: string;
  }
>;

export type ExecutionFormReturned = DomainEvent<
  'ExecutionFormReturned',
  {
    readonly contractId: string;
    readonly formId: string;
    readonly state: 'RETURNED';
    readonly submission: number;
    readonly reason: string;
    readonly returnedBy: string;
    readonly returnedOn: string;
  }
>;

export type ContractExecutionFormAccepted = DomainEvent<
  'ContractExecutionFormAccepted',
  {
    readonly contractId: string;
    readonly contractVersion: number;
    readonly state: 'IN_EXECUTION';
    readonly orderLineIds: readonly string[];
    readonly formId: string;
    readonly commerceOwnerId: string;
    readonly acceptedOn: string;
    readonly tracks: TracksRecord;
    readonly specialRequirements?: string;
  }
>;

export type GoodsMovementRecorded = DomainEvent<
  'GoodsMovementRecorded',
  {
    readonly contractId: string;
    readonly lineId: string;
    readonly readyQty: string;
    readonly shippedQty: string;
    readonly deliveredQty: string;
    readonly refusedQty: string;
    readonly sequence: number;
    /** Days on which the quantities last grew; none of what is nothing. */
    readonly readyOn?: string;
    readonly shippedOn?: string;
    readonly deliveredOn?: string;
    readonly on: string;
    readonly ref: string;
    readonly delivery: ProgressAxis;
  }
>;

export type InstallationRecorded = DomainEvent<
  'InstallationRecorded',
  { readonly contractId: string; readonly lineIds: readonly string[]; readonly on: string; readonly ref: string }
>;

export type AcceptanceRecorded = DomainEvent<
  'AcceptanceRecorded',
  {
    readonly contractId: string;
    readonly acceptanceId: string;
    readonly lineIds: readonly string[];
    readonly certNo: string;
    readonly on: string;
    readonly result: AcceptanceResult;
    readonly acceptance: ProgressAxis;
  }
>;

export type InstallationRevoked = DomainEvent<
  'InstallationRevoked',
  {
    readonly contractId: string;
    readonly lineIds: readonly string[];
    readonly reason: string;
    readonly revokedBy: string;
    readonly revokedOn: string;
  }
>;

export type AcceptanceRevoked = DomainEvent<
  'AcceptanceRevoked',
  {
    readonly contractId: string;
    readonly lineIds: readonly string[];
    readonly reason: string;
    readonly revokedBy: string;
    readonly revokedOn: string;
    readonly acceptance: ProgressAxis;
  }
>;

export type ContractCompleted = DomainEvent<
  'ContractCompleted',
  {
    readonly contractId: string;
    readonly state: 'COMPLETED';
    readonly completedBy: string;
    readonly completedOn: string;
  }
>;

export type ContractClosed = DomainEvent<
  'ContractClosed',
  { readonly contractId: string; readonly state: 'CLOSED'; readonly closedBy: string; readonly closedOn: string }
>;

export type FormEvent = ExecutionFormSubmitted | ExecutionFormReturned | ContractExecutionFormAccepted;
export type ProgressEvent =
  GoodsMovementRecorded | InstallationRecorded | AcceptanceRecorded | InstallationRevoked | AcceptanceRevoked;
export type CompletionEvent = ContractCompleted | ContractClosed;
export type ExecutionEvent = FormEvent | ProgressEvent | CompletionEvent;
