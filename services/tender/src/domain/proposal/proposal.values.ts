/** Codes of a proposal (销售方案), as they stand in requests, events and answers. */

/** What goes to the customer: a budget 预算报价, a solution 方案, or a quotation 报价, which alone binds us. */
export const PROPOSAL_KINDS = ['BUDGET', 'SOLUTION', 'QUOTATION'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATES = [
  'DRAFT',
  'PENDING_APPROVAL',
  'APPROVED',
  'SENT',
  'ACCEPTED',
  'DECLINED',
  'EXPIRED',
  'CANCELLED',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Which way it goes to the customer. */
export const SENDING_CHANNELS = ['EMAIL', 'WECHAT', 'LETTER', 'MEETING', 'OTHER'] as const;
export type SendingChannel = (typeof SENDING_CHANNELS)[number];
