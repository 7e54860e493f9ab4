import { namedId } from '@engsales/event-sourcing/domain';
import { foldedNumber } from '@engsales/values';

/** Every id that the contract service derives. The same source gives the same id, whoever tells of it and however often. */

/** The contract that a tender leads to. */
export const contractIdOfTender = (tenderId: string) => namedId(`contract:tender:${tenderId}`);

/** The contract that a lead leads to without a tender; a lead that was revived leads to another one. */
export const contractIdOfLead = (leadId: string, attemptNo: number) =>
  namedId(attemptNo === 1 ? `contract:lead:${leadId}` : `contract:lead:${leadId}:${attemptNo}`);

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
