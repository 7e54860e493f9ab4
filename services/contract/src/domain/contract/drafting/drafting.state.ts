import type { Fulfilment, OperationMode, SourceType } from '../contract.values.js';
import type { PaymentMilestone } from '../milestones/milestones.state.js';

/** A line of the contract (合同明细). Amounts in fen, VAT included. */
export interface ContractLine {
  readonly lineId: string;
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  /** Decimal string in `uom`. */
  readonly qty: string;
  readonly uom: string;
  /** Yuan, VAT included, decimal text as it was signed. */
  readonly unitPrice: string;
  readonly discountFen: number;
  readonly amountFen: number;
  /** VAT contained in `amountFen`. */
  readonly taxFen: number;
  /** Basis points. */
  readonly taxRateBps: number;
  readonly fulfilment: Fulfilment;
  readonly requestedDate?: string;
  readonly committedDate: string;
  readonly deliverTo?: string;
  /** Lines with the same key share an engineering package. */
  readonly packageKey: string;
  /** Lines with the same key share a tracking. */
  readonly trackingKey: string;
}

export interface Drawing {
  readonly drawingNo: string;
  readonly rev: string;
  readonly docRef?: string;
}

/** The contract document with every amount worked out. */
export interface ContractDocument {
  readonly projectName: string;
  readonly source?: { readonly type: SourceType; readonly id: string };
  /** An organisation, by register or by name. */
  readonly customer?: { readonly partyId?: string; readonly name: string };
  /** Staff ids. */
  readonly salespersonId?: string;
  readonly merchandiserId?: string;
  readonly operationMode: OperationMode;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
  readonly lines: readonly ContractLine[];
  readonly milestones: readonly PaymentMilestone[];
  /** Sum of the lines, VAT included, and the VAT in it. */
  readonly totalFen: number;
  readonly taxFen: number;
  readonly warrantyTerms?: { readonly defectsLiabilityMonths?: number; readonly text?: string };
  readonly penaltyTerms?: { readonly lateDeliveryBpsPerDay: number; readonly capBps: number };
  readonly rightsAndObligations?: string;
  readonly drawings: readonly Drawing[];
  readonly awardedFen?: number;
  /** What was awarded, line by line; as long as it is there nobody changes the award. */
  readonly awardedLines?: readonly AwardedLine[];
  /** Approval of a difference to the award. */
  readonly awardExceptionRef?: string;
  /** Last day to sign after an award: 30 days from the notice (招标投标法 46). */
  readonly signingDueOn?: string;
}

/** What is compared with the award. */
export interface AwardedLine {
  readonly lineId: string;
  readonly itemCode: string;
  readonly qty: string;
  readonly unitPrice: string;
  readonly committedDate: string;
}

export interface NegotiationRound {
  readonly round: number;
  readonly topic: string;
  readonly ours: string;
  readonly theirs: string;
  readonly agreed?: string;
  readonly recordedBy: string;
  readonly recordedOn: string;
}

/** Goods that we hand over; agency goods come from the manufacturer, services have none. */
export const isGoods = ({ fulfilment }: ContractLine): boolean => fulfilment === 'MAKE' || fulfilment === 'BUY';

/** Lines that become a production order each. */
export const orderLineIdsOf = ({ lines }: ContractDocument): string[] =>
  lines.filter(isGoods).map((line) => line.lineId);

/** Which of the ids name no line of the contract. */
export const unknownLines = ({ lines }: ContractDocument, lineIds: readonly string[]): string[] =>
  lineIds.filter((lineId) => !lines.some((line) => line.lineId === lineId));
