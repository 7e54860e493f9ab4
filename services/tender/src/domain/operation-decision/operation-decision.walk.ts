import { Walk } from '@engsales/event-sourcing/testing';
import type { TenderThen } from '../offers/tender-then.js';
import { DecideOperationMode, FixOperationMode, type OperationDecisionCommand } from './operation-decision.commands.js';
import type { OperationDecisionEvent } from './operation-decision.events.js';
import { operationDecision, type OperationDecision } from './operation-decision.js';

export const DECISION_ID = '1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c51';
export const LEAD_ID = '1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c52';
export const TENDER_ID = '1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c53';
export const AGREEMENT_ID = '1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c54';
export const RISK_ID = '1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c55';
export const CONTRACT_ID = '1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c56';

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

type Words = Omit<DecideOperationMode['data'], 'decisionId'>;
export const ofLead: Words = { refType: 'LEAD', refId: LEAD_ID, mode: 'OWN_PRODUCTION', reason: '自有产能充足' };
export const ofTender: Words = { ...ofLead, refType: 'TENDER', refId: TENDER_ID, tender: aTender };
export const buyout: Words = {
  ...ofTender,
  mode: 'BUYOUT',
  manufacturerPartyId: 'party-12',
  assessment: { riskAssessmentId: RISK_ID, state: 'APPROVED', writtenConsentRef: 'DOC-210' },
};
export const agency: Words = {
  ...ofLead,
  mode: 'AGENCY',
  manufacturerPartyId: 'party-12',
  agreementId: AGREEMENT_ID,
  agreement: {
    agreementId: AGREEMENT_ID,
    state: 'SIGNED',
    commissionBps: 300,
    validFrom: '2025-01-01',
    validUntil: '2025-12-31',
  },
};

/** A decision that is led through commands. */
export class DecisionWalk extends Walk<
  OperationDecision,
  OperationDecisionCommand,
  OperationDecisionEvent,
  'decisionId'
> {
  constructor() {
    super(operationDecision, { decisionId: DECISION_ID }, { id: 'wang-fang', role: 'SALES_MANAGER' });
  }
}

export const decidedWalk = (words: Words = ofLead): DecisionWalk => new DecisionWalk().do(DecideOperationMode, words);
export const fixedWalk = (): DecisionWalk =>
  decidedWalk().do(FixOperationMode, { contractId: CONTRACT_ID }, { id: 'system:reaction', role: 'SYSTEM' });

/** Lives of decisions that together record every type of event; their streams are frozen in `history/`. */
export const decisionLives: Readonly<Record<string, () => DecisionWalk>> = {
  fixed: fixedWalk,
  'bought-for-a-tender': () => decidedWalk(ofTender).do(DecideOperationMode, buyout),
  'for-a-commission': () => decidedWalk(agency),
};
