import type { Issued } from '@engsales/event-sourcing/domain';
import { isCleared } from '../money/booking.js';
import type { ReceiptRecord } from '../money/money.events.js';
import type { Receipt } from '../money/money.state.js';
import { refuseWrongAllocation } from './imported-facts.js';
import type { ImportedReceipt } from './importing.commands.js';

/** Money that came in before the import; whoever imports it has booked it here. */
export function receiptOfImport(receipt: ImportedReceipt, { by, today }: Issued): Receipt {
  refuseWrongAllocation(receipt, today);
  return {
    receiptId: receipt.receiptId,
    bankRef: receipt.bankRef,
    amountFen: receipt.amountFen,
    receivedOn: receipt.receivedOn,
    instrument: receipt.instrument,
    maturesOn: receipt.maturesOn,
    cleared: isCleared(receipt, today),
    status: 'RECORDED',
    allocations: receipt.allocations.map(({ milestoneId, amountFen }) => ({ milestoneId, amountFen })),
    recordedBy: by.id,
    recordedOn: today,
  };
}

export function recordOfReceipt(receipt: Receipt): ReceiptRecord {
  return {
    receiptId: receipt.receiptId,
    bankRef: receipt.bankRef,
    amountFen: receipt.amountFen,
    receivedOn: receipt.receivedOn,
    instrument: receipt.instrument,
    maturesOn: receipt.maturesOn,
    cleared: receipt.cleared,
    status: 'RECORDED',
    allocations: receipt.allocations,
    recordedBy: receipt.recordedBy,
    recordedOn: receipt.recordedOn,
  };
}

export function receiptFromRecord(record: ReceiptRecord): Receipt {
  return {
    receiptId: record.receiptId,
    bankRef: record.bankRef,
    amountFen: record.amountFen,
    receivedOn: record.receivedOn,
    payer: record.payer,
    instrument: record.instrument,
    maturesOn: record.maturesOn,
    cleared: record.cleared,
    status: record.status,
    allocations: record.allocations,
    recordedBy: record.recordedBy,
    recordedOn: record.recordedOn,
  };
}
