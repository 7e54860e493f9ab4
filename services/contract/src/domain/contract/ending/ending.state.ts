import type { OrderOutcome, SignedState } from '../contract.values.js';

export interface Suspension {
  readonly suspensionNo: number;
  readonly since: string;
  /** The state to which the contract resumes. */
  readonly from: SignedState;
}

/** How the production order of a line has ended, and what it has cost in fen. */
export interface OrderEnd {
  readonly lineId: string;
  readonly outcome: OrderOutcome;
  readonly sunkCostFen: number;
}

export interface Settlement {
  /** What the customer pays in all, fen. */
  readonly finalFen: number;
  readonly on: string;
}
