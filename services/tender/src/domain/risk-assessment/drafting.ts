import { authorsOf, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import type { OfferRefType } from '../offers/offer.values.js';
import type { TenderThen } from '../offers/tender-then.js';
import { assessmentRecord, totalScoreOf } from './assessment-record.js';
import { DraftRiskAssessment, SubmitRiskAssessment } from './risk-assessment.commands.js';
import type { RiskAssessmentDrafted, RiskAssessmentEvent, RiskAssessmentSubmitted } from './risk-assessment.events.js';
import type { ExistingAssessment, RiskAssessment } from './risk-assessment.state.js';
import { HIGH_RISK, RISK_ITEMS, type ScoredRisk } from './risk-assessment.values.js';

/** Seven risks are scored; a high one says what is done about it. */
export const draftingRules = {
  DraftRiskAssessment: {
    command: DraftRiskAssessment,
    in: ['NONE', 'DRAFT', 'APPROVED', 'REJECTED'],
    decide: draftRiskAssessment,
  },
  SubmitRiskAssessment: { command: SubmitRiskAssessment, in: ['DRAFT'], decide: submitRiskAssessment },
} satisfies RulesOf<DraftRiskAssessment, RiskAssessment, RiskAssessmentEvent> &
  RulesOf<SubmitRiskAssessment, ExistingAssessment, RiskAssessmentEvent>;

export const draftingFold = {
  RiskAssessmentDrafted: (before, data) => ({
    state: data.state,
    riskAssessmentId: data.riskAssessmentId,
    refType: data.refType,
    refId: data.refId,
    projectId: data.projectId,
    leadId: data.leadId,
    version: data.version,
    items: data.items,
    manufacturerPartyId: data.manufacturerPartyId,
    purchasePriceFen: data.purchasePriceFen,
    salePriceFen: data.salePriceFen,
    buyoutConditions: data.buyoutConditions,
    authors: [
      ...new Set([
        ...(before.state !== 'NONE' && before.version === data.version ? before.authors : []),
        ...authorsOf(data),
      ]),
    ],
    draftedBy: data.by,
    draftedOn: data.draftedOn,
  }),
  RiskAssessmentSubmitted: (assessment, data) => ({
    ...assessment,
    state: data.state,
    conclusion: data.conclusion,
    authors: [...new Set([...assessment.authors, ...authorsOf(data)])],
    submittedBy: data.by,
    submittedOn: data.submittedOn,
  }),
} satisfies FoldOf<RiskAssessmentDrafted, RiskAssessment, ExistingAssessment> &
  FoldOf<RiskAssessmentSubmitted, ExistingAssessment>;

/** @throws Rejected NOT_FOUND {tenderId}, VALIDATION_FAILED {pointer} */
function draftRiskAssessment({ data, issued }: DraftRiskAssessment, before: RiskAssessment): RiskAssessmentEvent[] {
  const { riskAssessmentId, refType, refId, items } = data;
  const { projectId, leadId } = projectOf(refType, refId, data.tender);
  const names = items.map(({ item }) => item);
  const double = names.findIndex((item, index) => names.indexOf(item) !== index);
  if (double >= 0) {
    throw new Rejected('VALIDATION_FAILED', `${names[double]} is scored twice`, { pointer: `/items/${double}/item` });
  }
  const version = before.state === 'NONE' ? 1 : before.version + (before.state === 'DRAFT' ? 0 : 1);
  const record = assessmentRecord({ riskAssessmentId, refType, refId, leadId, version }, 'DRAFT', issued);
  return [
    {
      type: 'RiskAssessmentDrafted',
      data: {
        ...record,
        projectId,
        items: items.map(({ item, score, finding, mitigation }) => ({ item, score, finding, mitigation })),
        manufacturerPartyId: data.manufacturerPartyId,
        purchasePriceFen: data.purchasePriceFen,
        salePriceFen: data.salePriceFen,
        buyoutConditions: data.buyoutConditions,
        draftedOn: issued.today,
      },
    },
  ];
}

function projectOf(refType: OfferRefType, refId: string, tender: TenderThen | undefined) {
  if (refType === 'LEAD') return { projectId: refId, leadId: refId };
  if (!tender) throw new Rejected('NOT_FOUND', `there is no tender ${refId}`, { tenderId: refId });
  return { projectId: tender.projectId, leadId: tender.leadId };
}

/** @throws Rejected RISK_ITEM_MISSING {missing}, RISK_MITIGATION_REQUIRED {items} */
function submitRiskAssessment(
  { data, issued }: SubmitRiskAssessment,
  assessment: ExistingAssessment,
): RiskAssessmentEvent[] {
  const { items } = assessment;
  const missing = RISK_ITEMS.filter((item) => !items.some((scored) => scored.item === item));
  if (missing.length > 0) throw new Rejected('RISK_ITEM_MISSING', `${missing.join(', ')} are not scored`, { missing });
  const unmet = items.filter(needsMitigation).map(({ item }) => item);
  if (unmet.length > 0) {
    throw new Rejected('RISK_MITIGATION_REQUIRED', `nothing is done about ${unmet.join(', ')}`, { items: unmet });
  }
  const { conclusion } = data;
  const record = assessmentRecord(assessment, 'SUBMITTED', issued);
  const totalScore = totalScoreOf(items);
  return [{ type: 'RiskAssessmentSubmitted', data: { ...record, conclusion, totalScore, submittedOn: issued.today } }];
}

const needsMitigation = ({ score, mitigation }: ScoredRisk): boolean => score >= HIGH_RISK && mitigation === undefined;
