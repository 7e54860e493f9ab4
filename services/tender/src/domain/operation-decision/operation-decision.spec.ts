import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { TENDER_STATES } from '../tender/tender.values.js';
import { DecideOperationMode, FixOperationMode } from './operation-decision.commands.js';
import { operationDecision } from './operation-decision.js';
import {
  agency,
  AGREEMENT_ID,
  aTender,
  buyout,
  CONTRACT_ID,
  decidedWalk,
  DECISION_ID,
  DecisionWalk,
  fixedWalk,
  LEAD_ID,
  ofLead,
  ofTender,
  RISK_ID,
  TENDER_ID,
} from './operation-decision.walk.js';

const RECORD = {
  decisionId: DECISION_ID,
  refType: 'LEAD' as const,
  refId: LEAD_ID,
  projectId: LEAD_ID,
  leadId: LEAD_ID,
};
const refused = (words: typeof ofLead) => new DecisionWalk().refused(DecideOperationMode, words);

describe('how a deal is run', () => {
  it('is decided for a lead that is negotiated directly, and again until it is fixed (T-300)', () => {
    decidedWalk().recorded({
      type: 'OperationModeDecided',
      data: {
        ...RECORD,
        state: 'DECIDED',
        mode: 'OWN_PRODUCTION',
        reason: '自有产能充足',
        by: 'wang-fang',
        decidedOn: '2025-03-10',
      },
    });
    decidedWalk()
      .do(DecideOperationMode, agency)
      .recorded({
        type: 'OperationModeDecided',
        data: {
          ...RECORD,
          state: 'DECIDED',
          mode: 'AGENCY',
          manufacturerPartyId: 'party-12',
          agreementId: AGREEMENT_ID,
          reason: '自有产能充足',
          by: 'wang-fang',
          decidedOn: '2025-03-10',
        },
      });
    expect(fixedWalk().refused(DecideOperationMode, ofLead).code).toBe('INVALID_TRANSITION');
  });

  it('names the papers of a buyout as far as there are any (T-300)', () => {
    const written = {
      decisionId: DECISION_ID,
      refType: 'TENDER' as const,
      refId: TENDER_ID,
      projectId: LEAD_ID,
      leadId: LEAD_ID,
      tenderId: TENDER_ID,
      state: 'DECIDED' as const,
      mode: 'BUYOUT' as const,
      manufacturerPartyId: 'party-12',
      reason: '自有产能充足',
      by: 'wang-fang',
      decidedOn: '2025-03-10',
    };
    const papers = { riskAssessmentId: RISK_ID, writtenConsentRef: 'DOC-210' };
    decidedWalk(buyout).recorded({ type: 'OperationModeDecided', data: { ...written, ...papers } });
    decidedWalk({ ...buyout, assessment: undefined }).recorded({ type: 'OperationModeDecided', data: written });
    expect(decidedWalk({ ...buyout, mode: 'OWN_PRODUCTION' }).last[0]?.data).not.toHaveProperty('riskAssessmentId');
  });

  it('is decided for a tender before the bid is handed in only (T-301)', () => {
    const open = TENDER_STATES.filter(
      (state) => refused({ ...ofTender, tender: { ...aTender, state } }).code === 'accepted',
    );
    expect(open).toEqual(['REGISTERED', 'PUBLISHED', 'PREPARING']);
    expect(refused({ ...ofTender, tender: { ...aTender, state: 'SUBMITTED' } })).toEqual({
      code: 'INVALID_TRANSITION',
      tenderId: TENDER_ID,
      state: 'SUBMITTED',
      possibleIn: ['REGISTERED', 'PUBLISHED', 'PREPARING'],
    });
    expect(refused({ ...ofTender, tender: undefined })).toEqual({ code: 'NOT_FOUND', tenderId: TENDER_ID });
  });

  it.each(['BUYOUT', 'AGENCY'] as const)('as %s names the manufacturer (T-302)', (mode) =>
    expect(refused({ ...ofLead, mode })).toEqual({ code: 'MANUFACTURER_REQUIRED', mode }),
  );

  it('names an agreement that there is (T-302)', () => {
    expect(refused({ ...agency, agreement: undefined })).toEqual({ code: 'NOT_FOUND', agreementId: AGREEMENT_ID });
    expect(refused({ ...agency, agreement: undefined, agreementId: undefined }).code).toBe('accepted');
  });

  it('is fixed once, by the first contract of the lead that is signed (T-303)', () => {
    const walk = fixedWalk();
    walk.recorded({
      type: 'OperationModeFixed',
      data: {
        ...RECORD,
        state: 'FIXED',
        mode: 'OWN_PRODUCTION',
        contractId: CONTRACT_ID,
        by: 'system:reaction',
        fixedOn: '2025-03-10',
      },
    });
    expect(walk.do(FixOperationMode, { contractId: TENDER_ID }).types).toEqual([]);
    expect(walk.state).toMatchObject({ contractId: CONTRACT_ID });
  });
});

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: operationDecision,
    ids: { decisionId: DECISION_ID },
    states: { NONE: () => new DecisionWalk(), DECIDED: decidedWalk, FIXED: fixedWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(DecideOperationMode, ofLead, ['NONE', 'DECIDED']);
  possible(FixOperationMode, { contractId: CONTRACT_ID }, ['DECIDED', 'FIXED']);
  possible.every(operationDecision.transitions);
});

it('every event of a decision is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(operationDecision.stored).filter((type) => !written.has(type))).toEqual([]);
});
