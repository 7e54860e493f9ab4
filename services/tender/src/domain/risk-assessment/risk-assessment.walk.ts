import { Walk } from '@engsales/event-sourcing/testing';
import type { TenderThen } from '../offers/tender-then.js';
import {
  ApproveRiskAssessment,
  DraftRiskAssessment,
  GiveWrittenConsent,
  RejectRiskAssessment,
  SubmitRiskAssessment,
  type RiskAssessmentCommand,
} from './risk-assessment.commands.js';
import type { RiskAssessmentEvent } from './risk-assessment.events.js';
import { riskAssessment } from './risk-assessment.js';
import type { ExistingAssessment, RiskAssessment } from './risk-assessment.state.js';
import type { RiskItem, ScoredRisk } from './risk-assessment.values.js';

export const RISK_ID = '2a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c51';
export const TENDER_ID = '2a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c52';
export const LEAD_ID = '2a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c53';

export const LEADER = { id: 'chen-zong', role: 'COMPANY_LEADER' };

export const aTender: TenderThen = {
  tenderId: TENDER_ID,
  projectId: LEAD_ID,
  leadId: LEAD_ID,
  state: 'PREPARING',
  projectName: '临江市第二人民医院新院区中央空调',
  tendereeName: '临江市第二人民医院',
  regime: 'BIDDING_LAW',
  mandatory: true,
  salespersonId: 'li-na',
};

const risk = (item: RiskItem, score: number): ScoredRisk => ({ item, score, finding: `${item} 已核实` });

/** Seven risks, 18 in all; the delivery is a high one. */
export const RISKS: readonly ScoredRisk[] = [
  risk('CREDIT', 2),
  risk('FUNDING', 2),
  risk('TECHNICAL', 3),
  { ...risk('DELIVERY', 4), mitigation: '厂家锁定排产' },
  risk('PRICE', 3),
  risk('PAYMENT', 2),
  risk('LEGAL', 2),
];

export type Draft = Omit<DraftRiskAssessment['data'], 'riskAssessmentId'>;
export const aDraft: Draft = {
  refType: 'TENDER',
  refId: TENDER_ID,
  items: RISKS,
  manufacturerPartyId: 'party-12',
  purchasePriceFen: 180_000_000,
  salePriceFen: 220_000_000,
  buyoutConditions: '厂家现货',
  tender: aTender,
};
export const ofLead: Draft = { ...aDraft, refType: 'LEAD', refId: LEAD_ID, tender: undefined };

/** An assessment that is led through commands. */
export class AssessmentWalk extends Walk<
  RiskAssessment,
  RiskAssessmentCommand,
  RiskAssessmentEvent,
  'riskAssessmentId'
> {
  constructor() {
    super(riskAssessment, { riskAssessmentId: RISK_ID }, { id: 'li-na', role: 'SALES' });
  }

  get now(): ExistingAssessment {
    if (this.state.state === 'NONE') throw new Error('there is no assessment');
    return this.state;
  }
}

export const draftedWalk = (draft: Draft = aDraft): AssessmentWalk =>
  new AssessmentWalk().do(DraftRiskAssessment, draft);
export const submittedWalk = (draft: Draft = aDraft): AssessmentWalk =>
  draftedWalk(draft).do(SubmitRiskAssessment, { conclusion: 'CONDITIONAL', tender: draft.tender });
export const approvedWalk = (): AssessmentWalk => submittedWalk().do(ApproveRiskAssessment, {}, LEADER);
export const consentedWalk = (): AssessmentWalk =>
  approvedWalk().on('2025-03-12').do(GiveWrittenConsent, { writtenConsentRef: 'DOC-210' }, LEADER);
export const rejectedWalk = (): AssessmentWalk =>
  submittedWalk().do(RejectRiskAssessment, { reason: '付款条件不足' }, LEADER);

/** Lives of assessments that together record every type of event; their streams are frozen in `history/`. */
export const assessmentLives: Readonly<Record<string, () => AssessmentWalk>> = {
  'consented-and-drafted-again': () => consentedWalk().do(DraftRiskAssessment, aDraft),
  rejected: rejectedWalk,
  'of-a-lead': () => submittedWalk(ofLead).do(ApproveRiskAssessment, { writtenConsentRef: 'DOC-211' }, LEADER),
};
