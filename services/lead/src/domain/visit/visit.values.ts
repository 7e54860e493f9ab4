/** Codes of a visit (拜访), as they stand in requests, events and answers. */

export const VISIT_STATES = ['PLANNED', 'DONE', 'MISSED', 'CANCELLED'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

export const VISIT_PURPOSES = [
  'CALL',
  'SAMPLE_SITE',
  'TECHNICAL_EXCHANGE',
  'NEGOTIATION',
  'COLLECTION',
  'OTHER',
] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];

/** What is packed for a visit (备品); the last one is whatever else is needed. */
export const PACKING_ITEMS = [
  'PRODUCT_BROCHURE',
  'REFERENCE_LIST',
  'POLICY_DOCUMENTS',
  'PEN_AND_NOTEBOOK',
  'BUSINESS_CARDS',
  'OTHER',
] as const;
export type PackingItem = (typeof PACKING_ITEMS)[number];

/** The points of an outline (访客提纲), in the order in which they are thought through. */
export const OUTLINE_POINTS = ['ROUTE', 'MEET', 'FALLBACK', 'TARGET', 'TOPICS', 'DEMANDS', 'OUTCOMES'] as const;
export type OutlinePoint = (typeof OUTLINE_POINTS)[number];

export const VISIT_RESULTS = ['DONE', 'MISSED'] as const;
export type VisitResult = (typeof VISIT_RESULTS)[number];

export const QUESTION_TOPICS = ['INITIAL_INVESTMENT', 'OPERATING_COST', 'FEASIBILITY', 'OTHER'] as const;
export type QuestionTopic = (typeof QUESTION_TOPICS)[number];

/** What the customer shows, and what is done about it. */
export const SIGNALS = ['TIRED', 'READY_TO_SIGN', 'HESITANT', 'ANNOYED', 'INTERESTED'] as const;
export type Signal = (typeof SIGNALS)[number];
export type Advice = 'REST' | 'PROPOSE_SIGNING' | 'ANSWER_QUESTIONS' | 'CHANGE_TOPIC' | 'GO_DEEPER';

export const ADVICE: Readonly<Record<Signal, Advice>> = {
  TIRED: 'REST',
  READY_TO_SIGN: 'PROPOSE_SIGNING',
  HESITANT: 'ANSWER_QUESTIONS',
  ANNOYED: 'CHANGE_TOPIC',
  INTERESTED: 'GO_DEEPER',
};
