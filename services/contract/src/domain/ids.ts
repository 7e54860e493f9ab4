import { namedId } from '@engsales/event-sourcing/domain';
import { foldedNumber } from '@engsales/values';

/** Every id that the contract service derives. The same source gives the same id, whoever tells of it and however often. */

/** The contract that a lead or a tender leads to. */
export const contractIdFrom = (source: 'tender' | 'lead', id: string) => namedId(`contract:${source}:${id}`);

/** The contract that is imported under a number: whoever imports it again meets the same one. */
export const importedContractId = (contractNo: string) => namedId(`imported:${foldedNumber(contractNo)}`);

/** The engineering project of a contract that names none. */
export const projectIdOf = (contractId: string) => namedId(`project:${contractId}`);

export const importedReceiptId = (contractId: string, bankRef: string) => namedId(`receipt:${contractId}:${bankRef}`);

/** The row of a milestone among the receivables. */
export const receivableId = (contractId: string, milestoneId: string) =>
  namedId(`receivable:${contractId}:${milestoneId}`);

/** A task for a person: one per contract, kind and thing that it is about. */
export const taskId = (contractId: string, kind: string, of: string) => namedId(`task:${contractId}:${kind}:${of}`);
