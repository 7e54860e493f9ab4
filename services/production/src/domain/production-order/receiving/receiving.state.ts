/** What there was of a contract line before its order, where the contract came as a running one. Decimals, all 0 by default. */
export interface Opening {
  /** Made or come in, and not delivered: part of what the order is for. */
  readonly producedQty: string;
  /** Of these, what has left. */
  readonly onTheRoadQty: string;
  /** Delivered: the order is for the rest. */
  readonly deliveredQty: string;
}
