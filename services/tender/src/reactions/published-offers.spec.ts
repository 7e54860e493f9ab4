import type { RecordedEvent } from '@engsales/event-sourcing';
import { publishing } from '@engsales/messaging';
import { publicationFaults } from '@engsales/messaging/testing';
import { AGREEMENT_ID } from '../domain/cooperation-agreement/cooperation-agreement.walk.js';
import { agreementLives, signedWalk } from '../domain/cooperation-agreement/cooperation-agreement.walk.js';
import { buyout, decidedWalk, decisionLives, LEAD_ID } from '../domain/operation-decision/operation-decision.walk.js';
import { DECISION_ID, RISK_ID, TENDER_ID } from '../domain/operation-decision/operation-decision.walk.js';
import { LEAD_ID as LEAD_OF_PROPOSAL, LINE, PROPOSAL_ID } from '../domain/proposal/proposal.fixtures.js';
import { acceptedWalk, proposalLives, sentWalk } from '../domain/proposal/proposal.walk.js';
import * as risk from '../domain/risk-assessment/risk-assessment.walk.js';
import { publishedOffers, type OfferEvent } from './published-offers.js';

const publishedEvents = publishing<OfferEvent>({ ...publishedOffers });
const published = (events: readonly OfferEvent[]) =>
  events.flatMap((event) => publishedEvents(event as unknown as RecordedEvent) ?? []);
const told = (events: readonly OfferEvent[]) => {
  const [{ event, data } = { event: undefined, data: undefined }] = published(events);
  return [event?.type, JSON.parse(JSON.stringify(data)) as unknown];
};

describe('what the tender service publishes of its offers (T-354)', () => {
  it('is how a deal is run', () =>
    expect(told(decidedWalk(buyout).last)).toEqual([
      'tender.OperationModeDecided',
      {
        decisionId: DECISION_ID,
        refType: 'TENDER',
        refId: TENDER_ID,
        tenderId: TENDER_ID,
        leadId: LEAD_ID,
        state: 'DECIDED',
        mode: 'BUYOUT',
        manufacturerPartyId: 'party-12',
        riskAssessmentId: RISK_ID,
        writtenConsentRef: 'DOC-210',
        reason: '自有产能充足',
        decidedOn: '2025-03-10',
      },
    ]));

  it('is the consent to a buyout', () =>
    expect(told(risk.consentedWalk().last)).toEqual([
      'tender.BuyoutConsentGiven',
      {
        riskAssessmentId: risk.RISK_ID,
        refType: 'TENDER',
        refId: risk.TENDER_ID,
        leadId: risk.LEAD_ID,
        state: 'APPROVED',
        writtenConsentRef: 'DOC-210',
        totalScore: 18,
        consentBy: 'chen-zong',
        consentOn: '2025-03-12',
      },
    ]));

  it('is a signed agreement, without who signed', () =>
    expect(told(signedWalk().last)).toEqual([
      'tender.CooperationAgreementSigned',
      {
        agreementId: AGREEMENT_ID,
        state: 'SIGNED',
        agreementNo: 'HZ-2025-003',
        partyId: 'party-12',
        partyName: '江东冷机制造有限公司',
        commissionBps: 300,
        exclusivity: 'NON_EXCLUSIVE',
        validFrom: '2025-01-01',
        validUntil: '2025-03-31',
        signedOn: '2025-03-09',
      },
    ]));

  const offered = {
    proposalId: PROPOSAL_ID,
    leadId: LEAD_OF_PROPOSAL,
    proposalNo: 'BJ-20250307-4A2B3C',
    version: 1,
    kind: 'QUOTATION',
    customerName: '临江市第二人民医院',
    totalFen: 372_000_000,
    validUntil: '2025-04-06',
    sentOn: '2025-03-07',
  };

  it('is a proposal that was sent', () =>
    expect(told(sentWalk().last)).toEqual(['tender.ProposalSent', { ...offered, state: 'SENT' }]));

  it('is a quotation that was accepted, without our cost', () =>
    expect(told(acceptedWalk().last)).toEqual([
      'tender.ProposalAccepted',
      {
        ...offered,
        state: 'ACCEPTED',
        title: '门诊楼中央空调报价',
        customerPartyId: 'party-1',
        salespersonId: 'li-na',
        lines: [{ ...LINE, amountFen: 372_000_000 }],
        mode: 'OWN_PRODUCTION',
        warrantyTerms: { defectsLiabilityMonths: 24 },
        paymentTerms: '预付 30%',
        acceptedOn: '2025-03-19',
      },
    ]));

  it('is described by its schemas to the last field', () => {
    const lives = [decisionLives, risk.assessmentLives, agreementLives, proposalLives];
    const all = lives.flatMap((of) => Object.values(of).flatMap((life) => published(life().past as OfferEvent[])));
    expect(new Set(all.map(({ event }) => event.type)).size).toBe(5);
    const ours = /OperationMode|BuyoutConsent|CooperationAgreement|Proposal/;
    // the other public events of this service are published elsewhere
    expect(publicationFaults('tender', all).filter((fault) => ours.test(fault))).toEqual([]);
  });
});
