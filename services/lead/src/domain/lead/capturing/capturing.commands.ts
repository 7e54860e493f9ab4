import { CommandTo } from '@engsales/event-sourcing/domain';
import type { ConstructionProcess } from '../../construction.values.js';
import type { CustomerSegment } from '../../party/party.values.js';
import type { Siblings } from '../lead-siblings.js';
import type { LeadSource } from '../lead.values.js';

/** What somebody has heard of a project. */
interface HeardOf {
  readonly projectName: string;
  readonly city: string;
  readonly district?: string;
  /** A hint without a source is refused. */
  readonly source?: LeadSource;
  readonly referrerRef?: string;
  readonly ownerName?: string;
  readonly ownerPartyId?: string;
  readonly designInstitutePartyId?: string;
  readonly customerSegment?: CustomerSegment;
}

interface FirstWords extends HeardOf {
  readonly constructionProcess?: ConstructionProcess;
  readonly estimatedAmountFen?: number;
  readonly needsSummary?: string;
  readonly channelId?: string;
  /** A manager's to say; otherwise it is the lead of the salesperson who captures it. */
  readonly salespersonId?: string;
  /** Its handler reads them. */
  readonly siblings?: Siblings;
}

/** Records a hint on a project (线索登记). */
export class CaptureLead extends CommandTo<
  'leadId',
  FirstWords & {
    /** Why a second lead of the same project is wanted; a manager's to say. */
    readonly duplicateOverrideReason?: string;
    /** By reaction: what tells this hint from others, where the project has a lead already; else who referred it. */
    readonly hintRef?: string;
  }
> {
  readonly type = 'CaptureLead';
}

/** Somebody at the owner or the design institute of an imported lead. */
export interface ImportedContact {
  readonly personRef: string;
  readonly post: string;
  readonly at: 'OWNER' | 'DESIGN_INSTITUTE';
}

/** Takes a lead over from a list (导入), dated by the list. Its handler finds or registers the parties that the list names. */
export class ImportLead extends CommandTo<
  'leadId',
  FirstWords & {
    /** Today when absent. */
    readonly capturedOn?: string;
    readonly designInstituteName?: string;
    readonly contact?: ImportedContact;
  }
> {
  readonly type = 'ImportLead';
}

/** What was heard was something else; what is not said stays as it is. */
export class CorrectLead extends CommandTo<
  'leadId',
  Partial<HeardOf> & { readonly reason: string; readonly siblings?: Siblings }
> {
  readonly type = 'CorrectLead';
}

export type CapturingCommand = CaptureLead | ImportLead | CorrectLead;
