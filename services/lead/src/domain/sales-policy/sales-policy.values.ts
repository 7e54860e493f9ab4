export const POLICY_STATES = ['PUBLISHED', 'WITHDRAWN'] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

/** What a policy rules (制度): the process of selling, customers, contracts, the team, the channels. */
export const POLICY_KINDS = ['SALES_PROCESS', 'CUSTOMER_MANAGEMENT', 'CONTRACT_MANAGEMENT', 'TEAM', 'CHANNEL'] as const;
export type PolicyKind = (typeof POLICY_KINDS)[number];
