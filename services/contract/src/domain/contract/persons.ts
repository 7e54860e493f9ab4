import type { Duties, Owner } from '@engsales/event-sourcing/domain';
import { daysBetween } from '@engsales/values';
import type { ContractCommand } from './contract.commands.js';
import type { Contract, SignedContract } from './contract.state.js';
import type { AcceptExecutionForm } from './execution/execution.commands.js';
import type { ConfirmImport } from './importing/importing.commands.js';
import type { ReverseReceipt } from './money/money.commands.js';

/** Until the day after it was booked, a receipt may be taken back by whoever has booked it. */
const OWN_MISTAKE_DAYS = 1;

/** Duties that exclude each other for one person on one contract (不相容职务分离, C-113). */
export const contractDuties = {
  AcceptExecutionForm: (_command: AcceptExecutionForm, { executionForm: form }: SignedContract) =>
    form && { command: 'SubmitExecutionForm', by: form.submittedBy },
  ReverseReceipt({ data, issued }: ReverseReceipt, { receipts }: SignedContract) {
    const receipt = receipts.find(({ receiptId }) => receiptId === data.receiptId);
    const isOld = receipt && daysBetween(receipt.recordedOn, issued.today) > OWN_MISTAKE_DAYS;
    return isOld ? { command: 'RecordReceipt', by: receipt.recordedBy } : undefined;
  },
  ConfirmImport: (_command: ConfirmImport, { imported }: SignedContract) =>
    imported && { command: 'ImportContract', by: imported.by },
} satisfies Duties<ContractCommand>;

/** A salesperson acts on the own contracts only (C-112); one that names none yet is of whoever has drafted it. */
export function ownersOfContract(contract: Contract, command: ContractCommand): Owner[] {
  const ids =
    contract.state === 'NONE' ? ownersToCome(command) : [contract.document.salespersonId ?? contract.draftedBy];
  return [{ role: 'SALES', field: 'salespersonId', ids, freedBy: ['SALES_MANAGER', 'COMPANY_LEADER'] }];
}

const ownersToCome = (command: ContractCommand): string[] =>
  command.type === 'DraftContract' ? [command.data.document.salespersonId ?? command.issued.by.id] : [];
