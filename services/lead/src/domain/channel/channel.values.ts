/** Codes of a sales channel (渠道), as they stand in requests, events and answers. */

export const CHANNEL_STATES = ['PLANNED', 'ACTIVE', 'UNDER_REVIEW', 'SUSPENDED', 'TERMINATED'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

export const CHANNEL_TYPES = ['DIRECT', 'AGENT', 'PARTNER'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

export const COMPLIANCES = ['COMPLIANT', 'WARNED', 'VIOLATED'] as const;
export type Compliance = (typeof COMPLIANCES)[number];

export const CHANNEL_DECISIONS = ['KEEP', 'SUSPEND', 'TERMINATE'] as const;
export type ChannelDecision = (typeof CHANNEL_DECISIONS)[number];
