import { CommandTo } from '@engsales/event-sourcing/domain';
import type { Instrument } from '../contract.values.js';
import type { DraftDocument } from '../drafting/drafting.commands.js';
import type { SaidAllocation } from '../money/money.commands.js';

export interface ImportedReceipt {
  readonly receiptId: string;
  readonly bankRef: string;
  readonly amountFen: number;
  readonly receivedOn: string;
  readonly instrument: Instrument;
  readonly maturesOn?: string;
  readonly allocations: readonly SaidAllocation[];
  /** Says that this much is kept without a milestone, beyond the contract's total too. */
  readonly unallocatedFen?: number;
}

export interface MovedLine {
  readonly lineId: string;
  /** Cumulative decimal. */
  readonly qty: string;
}

export interface DatedLine {
  readonly lineId: string;
  readonly on: string;
}

/** A running contract from another system, as it stands (期初导入). */
export class ImportContract extends CommandTo<
  'contractId',
  {
    readonly projectId: string;
    readonly document: DraftDocument;
    readonly contractNo: string;
    readonly signedOn: string;
    /** Days of triggers that have come about, by milestone. */
    readonly triggered: readonly { readonly milestoneId: string; readonly on: string }[];
    readonly receipts: readonly ImportedReceipt[];
    /** Made or bought in so far (已完工数量), goods that have left included. */
    readonly produced: readonly MovedLine[];
    readonly shipped: readonly MovedLine[];
    readonly delivered: readonly MovedLine[];
    readonly installed: readonly DatedLine[];
    readonly accepted: readonly DatedLine[];
    /** Last day on which running contracts are taken, as configured; null: on none; absent: on every day. */
    readonly openUntil?: string | null;
  }
> {
  readonly type = 'ImportContract';
}

/** A second person has looked at what was imported (期初复核). */
export class ConfirmImport extends CommandTo<'contractId', object> {
  readonly type = 'ConfirmImport';
}

export type ImportingCommand = ImportContract | ConfirmImport;
