import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { LeadFact } from '../lead-fact.events.js';

export type FeasibilityReportObtained = DomainEvent<
  'FeasibilityReportObtained',
  LeadFact & { readonly docRef: string; readonly on: string }
>;

export type TechnicalExchangeHeld = DomainEvent<
  'TechnicalExchangeHeld',
  LeadFact & {
    readonly on: string;
    readonly attendees: readonly { readonly partyId: string; readonly contactId: string }[];
    readonly topics: readonly string[];
    readonly result: string;
    readonly docRef?: string;
  }
>;

export type SampleSiteVisited = DomainEvent<
  'SampleSiteVisited',
  LeadFact & {
    readonly site: string;
    readonly sampleProjectId?: string;
    readonly on: string;
    readonly impression: string;
  }
>;

export type DocumentFiled = DomainEvent<
  'DocumentFiled',
  LeadFact & { readonly documentType: string; readonly title: string; readonly docRef: string }
>;

export type EvidenceEvent = FeasibilityReportObtained | TechnicalExchangeHeld | SampleSiteVisited | DocumentFiled;
