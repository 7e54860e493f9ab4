import { namedId } from '@engsales/event-sourcing/domain';

/** Every id that the contract service derives. The same source gives the same id, whoever tells of it and however often. */

/** The contract that a lead or a tender leads to. */
export const contractIdFrom = (source: 'tender' | 'lead', id: string) => namedId(`contract:${source}:${id}`);

/** The contract that is imported under a number: whoever imports it again meets the same one. */
export const importedContractId = (contractNo: string) => namedId(`imported:${foldedContractNo(contractNo)}`);

/** The engineering project of a contract that names none. */
export const projectIdOf = (contractId: string) => namedId(`project:${contractId}`);

export const importedReceiptId = (contractId: string, bankRef: string) => namedId(`receipt:${contractId}:${bankRef}`);

/** The reservation of a contract number. */
export const contractNumberId = (contractNo: string) => namedId(`contractNumber:${foldedContractNo(contractNo)}`);

/** The row of a milestone among the receivables. */
export const receivableId = (contractId: string, milestoneId: string) =>
  namedId(`receivable:${contractId}:${milestoneId}`);

/** What looks the same on paper is the same number: width, case and doubled spaces do not tell numbers apart. */
export function foldedContractNo(contractNo: string): string {
  return contractNo.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();
}
