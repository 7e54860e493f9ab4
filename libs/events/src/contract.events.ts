import { publicEvent } from './envelope.js';
import abandonedSchema from './schemas/contract.ContractAbandoned.v1.json';
import draftedSchema from './schemas/contract.ContractDrafted.v1.json';
import milestoneDueSchema from './schemas/contract.PaymentMilestoneDue.v1.json';
import signedSchema from './schemas/contract.ContractSigned.v1.json';
import voidedSchema from './schemas/contract.ContractVoided.v1.json';

export type Fulfilment = 'MAKE' | 'BUY' | 'AGENCY' | 'SERVICE';
export type OperationMode = 'OWN_PRODUCTION' | 'BUYOUT' | 'AGENCY';
export type GateState = { readonly state: 'OPEN' | 'CLOSED' | 'OVERRIDDEN'; readonly until?: string };

export interface PublicContractLine {
  readonly lineId: string;
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  readonly qty: string;
  readonly uom: string;
  /** Yuan, VAT included, decimal text. */
  readonly unitPrice: string;
  readonly discountFen?: number;
  readonly amountFen: number;
  readonly taxRateBps: number;
  readonly fulfilment: Fulfilment;
  readonly requestedDate?: string;
  readonly committedDate: string;
  readonly deliverTo?: string;
  readonly packageKey: string;
  readonly trackingKey: string;
}

export interface PublicMilestone {
  readonly id: string;
  readonly kind: string;
  readonly amountFen: number;
  readonly trigger: string;
  readonly netDays: number;
  readonly gate: 'NONE' | 'RELEASE_PRODUCTION' | 'DISPATCH';
  readonly status: string;
  readonly dueOn?: string;
}

export interface ContractDraftedData {
  readonly contractId: string;
  readonly state: string;
  readonly draftNo: number;
  readonly projectName: string;
  readonly customerName?: string;
  readonly salespersonId?: string;
  readonly totalFen: number;
  readonly draftedOn: string;
}

export interface ContractAbandonedData {
  readonly contractId: string;
  readonly state: string;
  readonly source?: { readonly type: 'TENDER' | 'NEGOTIATION'; readonly id: string };
  readonly reason: string;
  readonly abandonedOn: string;
}

export interface ContractSignedData {
  readonly contractId: string;
  readonly contractNo: string;
  readonly contractVersion: number;
  readonly state: string;
  readonly source?: { readonly type: 'TENDER' | 'NEGOTIATION'; readonly id: string };
  readonly projectName: string;
  readonly customerPartyId?: string;
  readonly customerName: string;
  readonly salespersonId: string;
  readonly merchandiserId: string;
  readonly operationMode: OperationMode;
  readonly signedOn: string;
  readonly totalFen: number;
  readonly taxFen: number;
  readonly currency: 'CNY';
  readonly lines: readonly PublicContractLine[];
  /** The MAKE and BUY lines: one production order each. */
  readonly orderLineIds: readonly string[];
  readonly milestones: readonly PublicMilestone[];
  readonly gates: { readonly RELEASE_PRODUCTION: GateState; readonly DISPATCH: GateState };
  readonly warrantyTerms?: object;
  readonly penaltyTerms?: object;
  readonly drawings: readonly object[];
  readonly awardedFen?: number;
  readonly payment?: string;
}

export interface ContractVoidedData {
  readonly contractId: string;
  readonly source?: { readonly type: 'TENDER' | 'NEGOTIATION'; readonly id: string };
  readonly contractVersion: number;
  readonly state?: string;
  readonly orderLineIds: readonly string[];
  readonly initiator: 'CUSTOMER' | 'US' | 'MUTUAL';
  readonly reason: string;
  readonly docRef: string;
  readonly receivedFen: number;
  readonly refundedFen: number;
  readonly shippedLines: readonly { readonly lineId: string; readonly qty: string }[];
}

export interface PaymentMilestoneDueData {
  readonly contractId: string;
  readonly milestoneId: string;
  readonly kind: string;
  readonly amountFen: number;
  readonly paidFen: number;
  readonly dueOn: string;
  readonly gate: string;
  readonly status?: string;
  readonly trigger?: string;
  readonly triggeredOn?: string;
  readonly payment?: string;
}

export const contractDrafted = publicEvent<ContractDraftedData>({
  type: 'contract.ContractDrafted',
  service: 'contract',
  version: 1,
  nameZh: '合同已起草',
  summary: 'A contract was drafted.',
  schema: draftedSchema,
});

export const contractAbandoned = publicEvent<ContractAbandonedData>({
  type: 'contract.ContractAbandoned',
  service: 'contract',
  version: 1,
  nameZh: '合同已放弃',
  summary: 'A contract was given up before it was signed.',
  schema: abandonedSchema,
});

export const contractSigned = publicEvent<ContractSignedData>({
  type: 'contract.ContractSigned',
  service: 'contract',
  version: 1,
  nameZh: '合同已签订',
  summary: 'A contract was signed; production, engineering and the merchandiser begin.',
  schema: signedSchema,
});

export const contractVoided = publicEvent<ContractVoidedData>({
  type: 'contract.ContractVoided',
  service: 'contract',
  version: 1,
  nameZh: '合同已作废',
  summary: 'A signed contract was declared void; its orders end. Wins over a late ContractSigned.',
  schema: voidedSchema,
});

export const paymentMilestoneDue = publicEvent<PaymentMilestoneDueData>({
  type: 'contract.PaymentMilestoneDue',
  service: 'contract',
  version: 1,
  nameZh: '收款节点到期应收',
  summary: 'The trigger of a payment milestone has come about; the amount is receivable.',
  schema: milestoneDueSchema,
});
