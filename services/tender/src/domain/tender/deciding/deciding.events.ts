import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { TenderRecord } from '../tender-record.events.js';
import type { NoBidReason } from '../tender.values.js';

export type CommerceEngaged = DomainEvent<
  'CommerceEngaged',
  TenderRecord & { readonly commerceOwnerId: string; readonly engagedOn: string }
>;

export type GoNoGoDecided = DomainEvent<
  'GoNoGoDecided',
  TenderRecord & {
    readonly go: boolean;
    readonly reason: string;
    readonly winProbabilityBps: number;
    readonly conditions: readonly { readonly id: string; readonly text: string; readonly dueOn?: string }[];
    readonly decidedOn: string;
  }
>;

export type GoConditionMet = DomainEvent<
  'GoConditionMet',
  TenderRecord & { readonly id: string; readonly evidenceRef: string; readonly metOn: string }
>;

export type GoConditionWaived = DomainEvent<
  'GoConditionWaived',
  TenderRecord & { readonly id: string; readonly reason: string; readonly waivedOn: string }
>;

export type NoBidDecided = DomainEvent<
  'NoBidDecided',
  TenderRecord & { readonly reason: NoBidReason; readonly note: string; readonly decidedOn: string }
>;

export type NoBidRequested = DomainEvent<
  'NoBidRequested',
  TenderRecord & { readonly reason: string; readonly salespersonId: string; readonly requestedOn: string }
>;

export type DecidingEvent =
  CommerceEngaged | GoNoGoDecided | GoConditionMet | GoConditionWaived | NoBidDecided | NoBidRequested;
