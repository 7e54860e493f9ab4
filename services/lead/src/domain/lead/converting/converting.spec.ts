import {
  LEAD_ID,
  LINE_ID,
  OTHER_LEAD_ID,
  OWNER_ID,
  PARTNER_ID,
  PERSON_REF,
  SIBLINGS as siblings,
} from '../lead.fixtures.js';
import {
  abandonedWalk,
  capturedWalk,
  checkedWalk,
  lostWalk,
  MANAGER,
  OTHER_SALES,
  qualifiedWalk,
  readyWalk,
  registeredWalk,
  SYSTEM,
  wonWalk,
} from '../lead.walk.js';
import { ReleaseToPool } from '../ownership/ownership.commands.js';
import { AssessRelationship, EngageRelationshipPartner, RecordStakeholder } from '../relations/relations.commands.js';
import { AbandonLead, ConvertLead, MarkRevisitDue, MergeLead, ReviveLead } from './converting.commands.js';

const CONVERSION = { route: 'TENDER', estimatedAmountFen: 750_000_000, siblings } as const;

describe('a conversion', () => {
  it('tells all that the next ones need, and opens the tender (L-40, L-41)', () => {
    const walk = readyWalk().do(RecordStakeholder, { partyId: PARTNER_ID, role: 'AGENT', siblings });
    walk.do(RecordStakeholder, { partyId: OWNER_ID, role: 'USER', siblings });
    walk.do(ConvertLead, { ...CONVERSION, expectedTenderDate: '2025-06-30' }).recorded({
      type: 'LeadConverted',
      data: {
        leadId: LEAD_ID,
        state: 'CONVERTED',
        leadNo: 'XS-20250307-3F9A2C',
        attemptNo: 1,
        route: 'TENDER',
        pursuit: { type: 'TENDER', id: 'deb5c600-bb39-5f55-8c9f-48d8b5078430' },
        projectName: '临江市第二人民医院新院区',
        city: '临江市',
        parties: [
          { partyId: OWNER_ID, name: '临江市第二人民医院', roles: ['OWNER', 'USER'] },
          { partyId: PARTNER_ID, name: '临江咨询有限公司', roles: ['AGENT'] },
        ],
        keyPersons: [
          {
            personRef: PERSON_REF,
            partyId: OWNER_ID,
            post: '基建科科长',
            kind: 'DECISION_MAKER',
            supportLevel: 'SUPPORTS',
          },
        ],
        relationship: 'UNKNOWN',
        needs: {
          equipment: [{ name: '冷水机组', qty: '4', uom: '台' }],
          technology: ['磁悬浮'],
          painPoints: ['能耗高'],
          expectations: ['节能 30%'],
        },
        fundingSource: '市财政',
        scale: '床位 800 张',
        competitors: [],
        documents: [],
        productLineIds: [LINE_ID],
        estimatedAmountFen: 750_000_000,
        expectedTenderDate: '2025-06-30',
        salespersonId: 'li-na',
        teamId: '9e107d9d-372b-5b68-8d6e-0a1b2c3d4e5f',
        by: 'li-na',
        convertedOn: '2025-03-07',
      },
    });
  });
  it('of a direct negotiation opens the contract (L-41)', () => {
    const walk = readyWalk().do(ConvertLead, { ...CONVERSION, route: 'DIRECT_NEGOTIATION' });
    expect(walk.state).toMatchObject({ pursuits: [{ type: 'CONTRACT', attemptNo: 1, state: 'OPEN' }] });
  });
  it('asks for the checklist, the decision maker, the relationship and the owner, in this order (L-40)', () => {
    expect(capturedWalk().refused(ConvertLead, CONVERSION)).toMatchObject({ code: 'PROJECT_NOT_REGISTERED' });
    expect(registeredWalk().refused(ConvertLead, CONVERSION)).toEqual({
      code: 'LEAD_NOT_QUALIFIED',
      missing: [
        'OWNER_CONFIRMED',
        'DESIGN_INSTITUTE_CONFIRMED',
        'SCALE_KNOWN',
        'FUNDING_KNOWN',
        'ORG_STRUCTURE_KNOWN',
        'EQUIPMENT_NEEDS_KNOWN',
        'TECHNOLOGY_NEEDS_KNOWN',
      ],
    });
    expect(checkedWalk().refused(ConvertLead, CONVERSION)).toEqual({
      code: 'LEAD_NOT_QUALIFIED',
      missing: ['DESIGN_INSTITUTE_CONFIRMED'],
    });
    expect(qualifiedWalk().refused(ConvertLead, CONVERSION)).toEqual({ code: 'DECISION_MAKER_UNKNOWN' });
    const lacking = readyWalk().do(AssessRelationship, { level: 'LACKING', note: '没有熟人' });
    expect(lacking.refused(ConvertLead, CONVERSION)).toEqual({ code: 'RELATIONSHIP_LACKING' });
    lacking.do(EngageRelationshipPartner, { partyId: PARTNER_ID, siblings });
    expect(lacking.do(ConvertLead, CONVERSION).state.state).toBe('CONVERTED');
    const pooled = readyWalk().do(ReleaseToPool, { reason: 'x' });
    expect(pooled.refused(ConvertLead, CONVERSION, MANAGER)).toEqual({ code: 'LEAD_NOT_OWNED' });
  });
});

describe('giving up', () => {
  it('has a reason, and a day on which somebody looks again (L-42)', () => {
    abandonedWalk().recorded({
      type: 'LeadAbandoned',
      data: {
        leadId: LEAD_ID,
        state: 'ABANDONED',
        fromState: 'DEVELOPING',
        attemptNo: 1,
        reason: 'RELATIONSHIP_LACKING',
        note: '没有关系',
        revisitOn: '2025-06-02',
        pursuits: [],
        salespersonId: 'li-na',
        by: 'li-na',
        abandonedOn: '2025-03-07',
      },
    });
    expect(qualifiedWalk().refused(AbandonLead, { note: 'x' })).toEqual({ code: 'ABANDON_REASON_REQUIRED' });
    expect(qualifiedWalk().refused(AbandonLead, { reason: 'OTHER', note: 'x', revisitOn: '2025-03-06' })).toMatchObject(
      {
        code: 'DATE_BEFORE_TODAY',
      },
    );
  });
  it('is remembered on that day and no other (L-42)', () => {
    abandonedWalk()
      .on('2025-06-02')
      .do(MarkRevisitDue, { revisitOn: '2025-06-02' }, SYSTEM)
      .recorded({
        type: 'LeadRevisitDue',
        data: { leadId: LEAD_ID, state: 'ABANDONED', revisitOn: '2025-06-02', salespersonId: 'li-na' },
      });
    expect(abandonedWalk().refused(MarkRevisitDue, { revisitOn: '2025-05-01' }, SYSTEM)).toEqual({
      code: 'INVALID_TRANSITION',
      command: 'MarkRevisitDue',
      revisitOn: '2025-05-01',
      standing: '2025-06-02',
    });
  });
});

describe('a revival (L-43)', () => {
  const words = { trigger: 'PARTNER_ENGAGED', note: '有了合作方', siblings } as const;
  it('counts as another attempt, and may bring the partner with it', () =>
    abandonedWalk()
      .on('2025-06-02')
      .do(ReviveLead, { ...words, partner: { partyId: PARTNER_ID, agreementRef: 'XY-1' } })
      .recorded(
        {
          type: 'LeadRevived',
          data: {
            leadId: LEAD_ID,
            state: 'DEVELOPING',
            attemptNo: 2,
            trigger: 'PARTNER_ENGAGED',
            note: '有了合作方',
            ownership: 'OWNED',
            salespersonId: 'li-na',
            teamId: '9e107d9d-372b-5b68-8d6e-0a1b2c3d4e5f',
            by: 'li-na',
            revivedOn: '2025-06-02',
          },
        },
        {
          type: 'RelationshipPartnerEngaged',
          data: {
            leadId: LEAD_ID,
            state: 'DEVELOPING',
            by: 'li-na',
            recordedOn: '2025-06-02',
            partyId: PARTNER_ID,
            agreementNeeded: false,
            agreementRef: 'XY-1',
          },
        },
      ));
  it('goes on where the lead stood', () => {
    const abandon = { reason: 'NO_FUNDING', note: 'x' } as const;
    expect(capturedWalk().do(AbandonLead, abandon).do(ReviveLead, words).state.state).toBe('CAPTURED');
    expect(registeredWalk().do(AbandonLead, abandon).do(ReviveLead, words).state.state).toBe('QUALIFYING');
    expect(lostWalk().do(ReviveLead, words).state).toMatchObject({
      state: 'DEVELOPING',
      attemptNo: 2,
      outcome: undefined,
    });
  });
  it('opens another tender when it is converted again', () => {
    const walk = lostWalk().do(ReviveLead, words).do(ConvertLead, CONVERSION);
    expect(walk.state).toMatchObject({
      pursuits: [
        { attemptNo: 1, state: 'ENDED' },
        { attemptNo: 2, state: 'OPEN' },
      ],
    });
  });
  it('of a lead in the pool belongs to whoever revives it; one that was won is not revived', () => {
    const pooled = capturedWalk()
      .do(ReleaseToPool, { reason: 'x' })
      .do(AbandonLead, { reason: 'OTHER', note: 'x' }, MANAGER);
    expect(pooled.do(ReviveLead, words, OTHER_SALES).state).toMatchObject({
      salespersonId: 'zhao-lei',
      ownership: 'OWNED',
    });
    expect(wonWalk().refused(ReviveLead, words)).toMatchObject({ code: 'INVALID_TRANSITION', outcome: 'WON' });
  });
});

describe('a merger (L-44)', () => {
  const into = (state: 'DEVELOPING' | 'CLOSED') => ({
    intoLeadId: OTHER_LEAD_ID,
    reason: '同一项目',
    target: { leadId: OTHER_LEAD_ID, state },
  });
  it('ends the lead in favour of one that is in work', () => {
    registeredWalk()
      .do(MergeLead, into('DEVELOPING'), MANAGER)
      .recorded({
        type: 'LeadMerged',
        data: {
          leadId: LEAD_ID,
          state: 'MERGED',
          intoLeadId: OTHER_LEAD_ID,
          reason: '同一项目',
          salespersonId: 'li-na',
          by: 'wang-fang',
          mergedOn: '2025-03-07',
        },
      });
    expect(registeredWalk().refused(MergeLead, into('CLOSED'), MANAGER)).toMatchObject({
      code: 'MERGE_TARGET_INVALID',
      targetState: 'CLOSED',
    });
    expect(registeredWalk().refused(MergeLead, { intoLeadId: LEAD_ID, reason: 'x' }, MANAGER)).toMatchObject({
      code: 'MERGE_TARGET_INVALID',
    });
    expect(registeredWalk().refused(MergeLead, { intoLeadId: OTHER_LEAD_ID, reason: 'x' }, MANAGER)).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
  it('names a person who is a party without a name', () => {
    const walk = readyWalk().do(RecordStakeholder, { partyId: PARTNER_ID, role: 'PARTNER', siblings });
    const unnamed = { ...siblings, parties: siblings.parties.map((party) => ({ ...party, name: undefined })) };
    expect(walk.do(ConvertLead, { ...CONVERSION, siblings: unnamed }).last[0]?.data).toMatchObject({
      parties: [{ name: '个人' }, { name: '个人' }],
    });
  });
});
