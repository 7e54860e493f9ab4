import type { PricedLine } from '../../offers/priced-lines.js';

/** What we ask for the works of the tender, and what they cost us. */
export interface BidPrice {
  /** None where the customer pays the manufacturer (代理): then the price alone is offered. */
  readonly lines: readonly PricedLine[];
  readonly priceFen: number;
  readonly costFen: number;
  /** Undefined of a price of nothing. */
  readonly marginBps?: number;
  readonly warrantyTerms?: WarrantyTerms;
  readonly deliveryDays?: number;
}

/** What we promise about defects (质保条款): from the sales kit to the bid, the award and the contract. */
export interface WarrantyTerms {
  readonly defectsLiabilityMonths?: number;
  readonly text?: string;
}
