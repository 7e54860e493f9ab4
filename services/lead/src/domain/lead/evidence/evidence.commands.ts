import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Siblings } from '../lead-siblings.js';

/** 可行性研究报告 */
export class ObtainFeasibilityReport extends CommandTo<'leadId', { readonly docRef: string; readonly on: string }> {
  readonly type = 'ObtainFeasibilityReport';
}

/** 技术交流 */
export class HoldTechnicalExchange extends CommandTo<
  'leadId',
  {
    readonly on: string;
    readonly attendees: readonly { readonly partyId: string; readonly contactId: string }[];
    readonly topics: readonly string[];
    readonly result: string;
    readonly docRef?: string;
    readonly siblings?: Siblings;
  }
> {
  readonly type = 'HoldTechnicalExchange';
}

/** The customer saw what the company has built (样板考察). */
export class VisitSampleSite extends CommandTo<
  'leadId',
  { readonly site: string; readonly sampleProjectId?: string; readonly on: string; readonly impression: string }
> {
  readonly type = 'VisitSampleSite';
}

export class FileDocument extends CommandTo<
  'leadId',
  { readonly documentType: string; readonly title: string; readonly docRef: string }
> {
  readonly type = 'FileDocument';
}

export type EvidenceCommand = ObtainFeasibilityReport | HoldTechnicalExchange | VisitSampleSite | FileDocument;
