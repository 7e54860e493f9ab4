export const INSTRUMENTS = ['TRANSFER', 'BANK_ACCEPTANCE', 'COMMERCIAL_ACCEPTANCE', 'OFFSET'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

export interface Allocation {
  readonly milestoneId: string;
  readonly amountFen: number;
}

/** An organisation by name or register, a person by reference into the vault. */
export interface Payer {
  readonly partyId?: string;
  readonly name?: string;
  readonly personRef?: string;
}

export interface Receipt {
  readonly receiptId: string;
  readonly bankRef: string;
  readonly amountFen: number;
  readonly receivedOn: string;
  readonly payer?: Payer;
  readonly instrument: Instrument;
  readonly maturesOn?: string;
  /** False for a commercial acceptance bill until it has matured: it opens no gate before. */
  readonly cleared: boolean;
  readonly status: 'RECORDED' | 'REVERSED';
  readonly allocations: readonly Allocation[];
}

export interface Refund {
  readonly refundId: string;
  readonly amountFen: number;
  readonly refundedOn: string;
  readonly bankRef: string;
}

export interface SupplierPayment {
  readonly paymentId: string;
  readonly supplierPartyId: string;
  readonly amountFen: number;
  readonly paidOn: string;
  readonly bankRef: string;
  readonly lineIds: readonly string[];
}
