import type { ShownPersons } from '@engsales/personal-data';
import { AGENT_PARTY, CHANNEL_ID, LINE_ID } from '../domain/channel/channel.fixtures.js';
import { channelLives } from '../domain/channel/channel.walk.js';
import { aPerson, PARTY_ID, PERSON_REF, USCC } from '../domain/party/party.fixtures.js';
import { RecordOrgChart, RegisterParty } from '../domain/party/party.commands.js';
import { inactiveWalk, PartyWalk, registeredWalk } from '../domain/party/party.walk.js';
import { COMPETITOR, LEAD_ID, SAMPLE_ID } from '../domain/sample-project/sample-project.fixtures.js';
import * as sampleFixtures from '../domain/sample-project/sample-project.fixtures.js';
import { proposedWalk, sampleLives } from '../domain/sample-project/sample-project.walk.js';
import * as visits from '../domain/visit/visit.fixtures.js';
import { cancelledWalk, plannedWalk, visitLives } from '../domain/visit/visit.walk.js';
import { channelView } from './channel.view.js';
import { partyView, personsOfParty } from './party.view.js';
import { sampleProjectView } from './sample-project.view.js';
import { visitView } from './visit.view.js';

const SHOWN = { personRef: PERSON_REF, masked: { name: '王*国' }, erasedAt: null };
const people: ShownPersons = new Map([[PERSON_REF, SHOWN]]);

describe('what GET answers of a party', () => {
  it('is all of it, of persons the masked form (L-103)', () => {
    const walk = registeredWalk().contact();
    const contactId = walk.lastId;
    const units = [{ unitId: 'U1', name: '基建科', headContactId: contactId }];
    const { now } = walk.do(RecordOrgChart, { units });
    expect(personsOfParty(now)).toEqual([PERSON_REF]);
    expect(partyView(PARTY_ID, 2, now, people)).toEqual({
      id: PARTY_ID,
      revision: 2,
      partyId: PARTY_ID,
      state: 'ACTIVE',
      kind: 'ORGANISATION',
      name: '临江市第二人民医院',
      uscc: USCC,
      roles: ['OWNER', 'USER'],
      customerSegment: 'ENTERPRISE_INSTITUTION',
      city: '临江市',
      industry: '医疗',
      contacts: [{ contactId, personRef: PERSON_REF, person: SHOWN, post: '基建科科长', department: '基建科' }],
      orgChart: units,
    });
  });

  it('is a person, or why it is not active', () => {
    const { now } = new PartyWalk().do(RegisterParty, aPerson);
    expect(personsOfParty(now)).toEqual([PERSON_REF]);
    expect(partyView(PARTY_ID, 0, now, people)).toMatchObject({ personRef: PERSON_REF, person: SHOWN });
    expect(partyView(PARTY_ID, 1, inactiveWalk().now, people)).toMatchObject({ inactiveReason: '已注销' });
    expect(partyView(PARTY_ID, -1, { state: 'NONE' }, people)).toEqual({ id: PARTY_ID, revision: -1, state: 'NONE' });
    expect(personsOfParty({ state: 'NONE' })).toEqual([]);
  });
});

describe('what GET answers of a channel', () => {
  it('is all of it, with what its reviews found', () => {
    const life = channelLives['whole-life']?.();
    expect(channelView(CHANNEL_ID, 7, life?.now ?? { state: 'NONE' })).toEqual({
      id: CHANNEL_ID,
      revision: 7,
      channelId: CHANNEL_ID,
      state: 'TERMINATED',
      name: '临江代理',
      type: 'AGENT',
      partyId: AGENT_PARTY,
      regions: ['临江'],
      productLineIds: [LINE_ID],
      managerId: 'wang-fang',
      agreementRef: 'XY-1',
      activatedOn: '2025-03-03',
      reviewDueOn: '2026-03-10',
      assessments: [
        {
          period: '2025-Q1',
          scores: { sales: 4, loyalty: 3, service: 5 },
          compliance: 'COMPLIANT',
          findings: '按协议销售',
          decision: 'KEEP',
          assessedOn: '2025-03-10',
          by: 'wang-fang',
        },
      ],
      reason: '协议到期',
    });
    expect(channelView('x', -1, { state: 'NONE' })).toEqual({ id: 'x', revision: -1, state: 'NONE' });
  });
});

describe('what GET answers of a visit', () => {
  const OUTLINE = {
    route: [{ place: '行政楼 302', transport: '地铁' }],
    meet: { partyId: visits.OWNER_PARTY, contactId: visits.CONTACT_ID },
    fallback: { who: { post: '副科长' }, approach: '电话预约' },
    target: { who: { post: '分管副院长' }, approach: '请科长引荐' },
    topics: ['能耗', '交期'],
    expectedDemands: [{ demand: '降价', response: '说明能效收益' }],
    possibleOutcomes: [{ outcome: '推迟决定', countermeasure: '约定答复日期' }],
  };

  it('is the plan as it was made', () =>
    expect(visitView(visits.VISIT_ID, 0, plannedWalk().now)).toEqual({
      id: visits.VISIT_ID,
      revision: 0,
      visitId: visits.VISIT_ID,
      leadId: visits.LEAD_ID,
      projectId: visits.LEAD_ID,
      state: 'PLANNED',
      salespersonId: 'li-na',
      plannedAt: '2025-03-12T01:00:00.000Z',
      reportDueAt: '2025-03-13T01:00:00.000Z',
      reportOverdue: false,
      purpose: 'CALL',
      companionIds: ['zhao-lei'],
      outline: OUTLINE,
      checklist: visits.packed,
      preparationNotes: '带样本',
    }));

  it('is the report as it was made, with what is advised', () => {
    const life = visitLives['whole-life']?.();
    expect(visitView(visits.VISIT_ID, 4, life?.now ?? { state: 'NONE' })).toMatchObject({
      state: 'DONE',
      reportOverdue: true,
      report: {
        heldOn: '2025-03-12',
        met: [{ partyId: visits.OWNER_PARTY, contactId: visits.CONTACT_ID }],
        smallTalk: ['孩子高考'],
        customerSaid: ['预算已批'],
        weSaid: [{ text: '同类项目节能 30%', aboutPartyId: visits.COMPETITOR, evidenceRef: 'EV-1' }],
        tone: '友好',
        customerView: '认可品牌',
        questions: [{ topic: 'OPERATING_COST', question: '电费多少？', answer: '每平米 12 元' }],
        signals: ['READY_TO_SIGN', 'TIRED'],
        suggestions: [
          { signal: 'READY_TO_SIGN', advice: 'PROPOSE_SIGNING' },
          { signal: 'TIRED', advice: 'REST' },
        ],
        disputed: [
          { pointNo: 1, point: '噪声', writtenMaterialDueOn: '2025-03-20', docRef: 'DOC-1', sentOn: '2025-03-12' },
          { pointNo: 2, point: '工期', writtenMaterialDueOn: '2025-03-21' },
        ],
        productLineIdsPresented: [visits.LINE_ID],
        outcome: '下周技术交流',
        nextFollowUpOn: '2025-03-19',
        by: 'li-na',
      },
    });
    expect(visitView('x', 1, cancelledWalk().now)).toMatchObject({ state: 'CANCELLED', cancelReason: '客户改期' });
    expect(visitView('x', -1, { state: 'NONE' })).toEqual({ id: 'x', revision: -1, state: 'NONE' });
  });
});

describe('what GET answers of a sample', () => {
  it('is all of it, with its payments', () => {
    const life = sampleLives['paid-late-in-parts']?.();
    expect(sampleProjectView(SAMPLE_ID, 6, life?.now ?? { state: 'NONE' })).toEqual({
      id: SAMPLE_ID,
      revision: 6,
      sampleProjectId: SAMPLE_ID,
      leadId: LEAD_ID,
      projectId: LEAD_ID,
      state: 'PAID',
      salespersonId: 'li-na',
      mode: 'FREE_TRIAL',
      productLineId: sampleFixtures.LINE_ID,
      site: '门诊楼大厅',
      scope: '两台风机盘管',
      costFen: 3_000_000,
      priceFen: 2_000_000,
      payOnSatisfaction: true,
      nearCompetitorPartyId: COMPETITOR,
      proposedBy: 'li-na',
      proposedOn: '2025-03-10',
      approvedBy: 'wang-fang',
      approvedOn: '2025-03-10',
      installedOn: '2025-03-17',
      acceptedOn: '2025-03-24',
      acceptanceRef: 'YS-1',
      paymentDueOn: '2025-04-06',
      paymentOverdue: true,
      payments: [
        { amountFen: 500_000, paidOn: '2025-04-07', bankRef: 'B-1', by: 'qian-hui' },
        { amountFen: 1_500_000, paidOn: '2025-04-07', bankRef: 'B-2', by: 'qian-hui' },
      ],
      paidFen: 2_000_000,
    });
    expect(sampleProjectView('x', 0, proposedWalk().now)).toMatchObject({ state: 'PROPOSED', payments: [] });
    expect(sampleProjectView('x', -1, { state: 'NONE' })).toEqual({ id: 'x', revision: -1, state: 'NONE' });
  });
});
