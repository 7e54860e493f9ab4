/** Codes of a risk assessment of a buyout (买断风险评估), as they stand in requests, events and answers. */

export const ASSESSMENT_STATES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** What is looked at: credit, funding, technology, delivery, price, payment, law. */
export const RISK_ITEMS = ['CREDIT', 'FUNDING', 'TECHNICAL', 'DELIVERY', 'PRICE', 'PAYMENT', 'LEGAL'] as const;
export type RiskItem = (typeof RISK_ITEMS)[number];

/** From this score on a risk is met by something. */
export const HIGH_RISK = 4;

export const CONCLUSIONS = ['FEASIBLE', 'CONDITIONAL', 'NOT_FEASIBLE'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export interface ScoredRisk {
  readonly item: RiskItem;
  /** 1 is small, 5 is great. */
  readonly score: number;
  readonly finding: string;
  readonly mitigation?: string;
}
