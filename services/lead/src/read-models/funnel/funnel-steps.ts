import type { SalesStep } from '../../domain/lead/lead.values.js';

export type FunnelStep =
  | SalesStep
  | 'CAPTURED'
  | 'FIRST_CONTACT'
  | 'NEEDS'
  | 'VISIT_PLANNED'
  | 'PRODUCT_PRESENTED'
  | 'DECISION_MAKER'
  | 'QUESTION_ANSWERED'
  | 'SAMPLE_SITE'
  | 'CONVERTED';

/** The eight steps of a project's sale (G8). */
const EIGHT: readonly FunnelStep[] = [
  'CAPTURED',
  'FIRST_CONTACT',
  'NEEDS',
  'PROPOSAL_OR_BID',
  'CONTRACT_OR_BID',
  'SIGNED',
  'DISPATCHED',
  'ACCEPTED',
];

/** The ten steps of a salesperson's work (J5). */
const TEN: readonly FunnelStep[] = [
  'CAPTURED',
  'VISIT_PLANNED',
  'NEEDS',
  'PRODUCT_PRESENTED',
  'DECISION_MAKER',
  'QUESTION_ANSWERED',
  'SAMPLE_SITE',
  'CONVERTED',
  'SIGNED',
  'HANDED_TO_ENGINEERING',
];

export const stepsOfFunnel = (count: '8' | '10'): readonly FunnelStep[] => (count === '8' ? EIGHT : TEN);
