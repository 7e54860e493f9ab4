export const TEAM_STATES = ['ACTIVE', 'DISSOLVED'] as const;
export type TeamState = (typeof TEAM_STATES)[number];
