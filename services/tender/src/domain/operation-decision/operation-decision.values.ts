/** A mode that the contract was signed with does not change any more. */
export const DECISION_STATES = ['DECIDED', 'FIXED'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];
