export const TRAINING_STATES = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type TrainingState = (typeof TRAINING_STATES)[number];

export const TRAINING_TOPICS = ['PRODUCT', 'SKILL', 'COMMUNICATION', 'TEAM_BUILDING', 'OTHER'] as const;
export type TrainingTopic = (typeof TRAINING_TOPICS)[number];

export const TRAINING_RESULTS = ['PASSED', 'FAILED', 'ATTENDED', 'ABSENT'] as const;
export type TrainingResult = (typeof TRAINING_RESULTS)[number];
