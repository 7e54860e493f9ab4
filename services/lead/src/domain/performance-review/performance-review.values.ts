export const REVIEW_STATES = ['RECORDED', 'CONFIRMED', 'REJECTED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What a review proposes (奖励、处罚); nothing is paid or withheld by it. */
export const PROPOSALS = ['REWARD', 'PENALTY', 'NONE'] as const;
export type Proposal = (typeof PROPOSALS)[number];

/** A year, a quarter or a month. */
export const PERIOD_PATTERN = /^(19|2\d)\d{2}(-(Q[1-4]|0[1-9]|1[0-2]))?$/;
