import { CommandTo } from '@engsales/event-sourcing/domain';
import type { DraftDocument } from '../drafting/drafting.commands.js';

/** The customer has accepted a quotation: by reaction, to the contract that the lead leads to without a tender. */
export class TakeUpQuotation extends CommandTo<
  'contractId',
  {
    readonly leadId: string;
    readonly projectId: string;
    /** What the quotation says of the contract; it says nothing of payment milestones. */
    readonly quoted: DraftDocument;
  }
> {
  readonly type = 'TakeUpQuotation';
}

export type QuotationCommand = TakeUpQuotation;
