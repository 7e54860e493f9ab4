export const SUBJECT_TYPES = ['LEAD', 'CHANNEL', 'PARTY'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** What a log is about. */
export interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

export const FOLLOW_UP_MEDIA = ['PHONE', 'EMAIL', 'WECHAT', 'LETTER', 'MEETING', 'TRADE_SHOW', 'OTHER'] as const;
export type FollowUpMedium = (typeof FOLLOW_UP_MEDIA)[number];

/** What customers ask about; the first three show that they are interested (J5). */
export const QUESTION_TOPICS = ['INITIAL_INVESTMENT', 'OPERATING_COST', 'FEASIBILITY', 'OTHER'] as const;
export type QuestionTopic = (typeof QUESTION_TOPICS)[number];

export interface QuestionAsked {
  readonly topic: QuestionTopic;
  readonly question: string;
  readonly answer?: string;
}

export type ActivityKind = 'VISIT' | 'TECHNICAL_EXCHANGE' | 'SAMPLE_SITE' | 'REGISTRATION';

/** How late a follow-up is: 1 reminds, 2 tells the manager, 3 is high risk. */
export type OverdueLevel = 0 | 1 | 2 | 3;
