import { ToContract } from './contract.commands.js';
import type { DraftDocument } from './contract-document.js';
import type { Allocation, Instrument } from './money.js';

export interface ImportedReceipt {
  readonly receiptId: string;
  readonly bankRef: string;
  readonly amountFen: number;
  readonly receivedOn: string;
  readonly instrument: Instrument;
  readonly maturesOn?: string;
  readonly allocations: readonly Allocation[];
}

/** A running contract from another system, as it stands (期初导入). */
export class ImportContract extends ToContract<{
  readonly projectId: string;
  readonly document: DraftDocument;
  readonly contractNo: string;
  readonly signedOn: string;
  /** Days of triggers that have come about, by milestone. */
  readonly triggered: readonly { readonly milestoneId: string; readonly on: string }[];
  readonly receipts: readonly ImportedReceipt[];
  readonly shipped: readonly { readonly lineId: string; readonly qty: string }[];
  readonly delivered: readonly { readonly lineId: string; readonly qty: string }[];
  readonly installed?: readonly { readonly lineId: string; readonly on: string }[];
  readonly accepted?: readonly { readonly lineId: string; readonly on: string }[];
}> {
  readonly type = 'ImportContract';
}
