/** FORESTALLED: the end of the contract was heard of before its signature. */
export const DEAL_STATES = ['FORESTALLED', 'BOOKED', 'VOIDED', 'TERMINATED', 'SETTLED'] as const;

/** How a contract ends before all of it is done: it never counted (作废), or it counts as settled (解除). */
export const DEAL_ENDS = ['VOIDED', 'TERMINATED'] as const;
export type DealEnd = (typeof DEAL_ENDS)[number];

/** States of a deal that was booked. */
export type BookedState = 'BOOKED' | 'VOIDED' | 'TERMINATED' | 'SETTLED';
