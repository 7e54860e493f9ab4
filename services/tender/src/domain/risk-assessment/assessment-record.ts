import type { Issued } from '@engsales/event-sourcing/domain';
import type { AssessmentRecord } from './risk-assessment.events.js';
import type { ExistingAssessment } from './risk-assessment.state.js';
import type { AssessmentState, ScoredRisk } from './risk-assessment.values.js';

/** What every event says of the assessment, which is in `state` after it. */
export const assessmentRecord = (
  assessment: Pick<ExistingAssessment, 'riskAssessmentId' | 'refType' | 'refId' | 'leadId' | 'version'>,
  state: AssessmentState,
  { by }: Issued,
): AssessmentRecord => ({
  riskAssessmentId: assessment.riskAssessmentId,
  refType: assessment.refType,
  refId: assessment.refId,
  leadId: assessment.leadId,
  version: assessment.version,
  state,
  by: by.id,
  onBehalfOf: by.onBehalfOf,
});

export const totalScoreOf = (items: readonly ScoredRisk[]): number => items.reduce((sum, { score }) => sum + score, 0);
