import {
  CLOSED_PARTY_ID,
  CONTACT_ID,
  LEAD_ID,
  MAKER_ID,
  OTHER_LEAD_ID,
  OWNER_ID,
  PARTNER_ID,
  PERSON_REF,
  RIVAL_ID,
  SIBLINGS as siblings,
} from '../lead.fixtures.js';
import { qualifiedWalk, registeredWalk } from '../lead.walk.js';
import {
  AssessRelationship,
  DropKeyPerson,
  EndRelationshipPartner,
  EngageRelationshipPartner,
  EvaluatePartner,
  IdentifyKeyPerson,
  ObserveCompetitor,
  RecordStakeholder,
  RemoveStakeholder,
  ScreenManufacturer,
  SeekRelationshipPartner,
  SelectManufacturer,
} from './relations.commands.js';

const fact = { leadId: LEAD_ID, state: 'QUALIFYING', by: 'li-na', recordedOn: '2025-03-07' } as const;
const OWNER = { partyId: OWNER_ID, role: 'OWNER' } as const;
const DECIDER = { partyId: OWNER_ID, contactId: CONTACT_ID, kind: 'DECISION_MAKER' } as const;

describe('a stakeholder (L-24)', () => {
  it('is a party that there is, once per role', () => {
    const walk = registeredWalk().do(RecordStakeholder, { ...OWNER, siblings });
    walk.recorded({ type: 'StakeholderRecorded', data: { ...fact, ...OWNER } });
    expect(walk.do(RecordStakeholder, { ...OWNER, siblings }).last).toEqual([]);
    expect(walk.refused(RecordStakeholder, { ...OWNER, partyId: CLOSED_PARTY_ID, siblings })).toMatchObject({
      code: 'PARTY_INACTIVE',
    });
    expect(walk.refused(RecordStakeholder, { ...OWNER, partyId: OTHER_LEAD_ID, siblings })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
  it('that goes takes the item that it stands for with it (L-31)', () => {
    qualifiedWalk()
      .do(RemoveStakeholder, { ...OWNER, reason: '登记有误' })
      .recorded(
        { type: 'StakeholderRemoved', data: { ...fact, state: 'DEVELOPING', ...OWNER, reason: '登记有误' } },
        { type: 'ChecklistItemWithdrawn', data: { ...fact, item: 'OWNER_CONFIRMED', reason: 'FACT_REMOVED' } },
      );
    expect(registeredWalk().refused(RemoveStakeholder, { ...OWNER, reason: 'x' })).toEqual({
      code: 'NOT_FOUND',
      ...OWNER,
    });
  });
});

describe('a key person (L-25)', () => {
  it('is a contact of a party, by reference and post', () => {
    const walk = registeredWalk().do(IdentifyKeyPerson, { ...DECIDER, supportLevel: 'NEUTRAL', siblings });
    const known = { personRef: PERSON_REF, post: '基建科科长' };
    walk.recorded({ type: 'KeyPersonIdentified', data: { ...fact, ...DECIDER, ...known, supportLevel: 'NEUTRAL' } });
    walk.do(IdentifyKeyPerson, { ...DECIDER, supportLevel: 'SUPPORTS', siblings });
    expect(walk.state).toMatchObject({ keyPersons: [{ ...DECIDER, ...known, supportLevel: 'SUPPORTS' }] });
    const stranger = { ...DECIDER, contactId: OTHER_LEAD_ID, supportLevel: 'UNKNOWN' } as const;
    expect(walk.refused(IdentifyKeyPerson, { ...stranger, siblings })).toMatchObject({ code: 'NOT_FOUND' });
  });
  it('is dropped with a reason', () => {
    registeredWalk()
      .do(IdentifyKeyPerson, { ...DECIDER, supportLevel: 'NEUTRAL', siblings })
      .do(DropKeyPerson, { ...DECIDER, reason: '已调离' })
      .recorded({ type: 'KeyPersonDropped', data: { ...fact, ...DECIDER, reason: '已调离' } });
    expect(registeredWalk().refused(DropKeyPerson, { ...DECIDER, reason: 'x' })).toEqual({
      code: 'NOT_FOUND',
      ...DECIDER,
    });
  });
});

describe('the relationship to the owner (L-26)', () => {
  it('is assessed', () =>
    registeredWalk()
      .do(AssessRelationship, { level: 'LACKING', note: '没有熟人' })
      .recorded({ type: 'RelationshipAssessed', data: { ...fact, relationship: 'LACKING', note: '没有熟人' } }));
  it('is made by a partner, with the agreement that is needed', () => {
    const sought = registeredWalk().do(SeekRelationshipPartner, {
      partyId: PARTNER_ID,
      agreementNeeded: true,
      note: '合作多年',
      siblings,
    });
    sought.recorded({
      type: 'RelationshipPartnerSought',
      data: { ...fact, partyId: PARTNER_ID, agreementNeeded: true, note: '合作多年' },
    });
    expect(sought.refused(EngageRelationshipPartner, { partyId: PARTNER_ID, siblings })).toEqual({
      code: 'PARTNER_AGREEMENT_REQUIRED',
      partyId: PARTNER_ID,
    });
    sought.do(EngageRelationshipPartner, { partyId: PARTNER_ID, agreementRef: 'XY-1', siblings }).recorded({
      type: 'RelationshipPartnerEngaged',
      data: { ...fact, partyId: PARTNER_ID, agreementNeeded: true, agreementRef: 'XY-1' },
    });
    sought
      .do(EndRelationshipPartner, { partyId: PARTNER_ID, reason: '合作终止' })
      .recorded({ type: 'RelationshipPartnerEnded', data: { ...fact, partyId: PARTNER_ID, reason: '合作终止' } });
    expect(sought.refused(EndRelationshipPartner, { partyId: PARTNER_ID, reason: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(registeredWalk().do(EngageRelationshipPartner, { partyId: PARTNER_ID, siblings }).types).toEqual([
      'RelationshipPartnerEngaged',
    ]);
  });
});

describe('a manufacturer (L-27)', () => {
  const screening = { partyId: MAKER_ID, buyoutFeasible: true, techScore: 4, commercialScore: 3, note: '满足' };
  it('is screened before it is selected; one is selected', () => {
    const walk = registeredWalk();
    const advantages = { techAdvantages: '能效高', commercialAdvantages: '账期长' };
    expect(walk.refused(SelectManufacturer, { partyId: MAKER_ID, ...advantages })).toEqual({
      code: 'MANUFACTURER_NOT_SCREENED',
      partyId: MAKER_ID,
    });
    walk
      .do(ScreenManufacturer, { ...screening, siblings })
      .recorded({ type: 'ManufacturerScreened', data: { ...fact, ...screening } });
    walk
      .do(SelectManufacturer, { partyId: MAKER_ID, ...advantages })
      .recorded({ type: 'ManufacturerSelected', data: { ...fact, partyId: MAKER_ID, ...advantages } });
    walk.do(ScreenManufacturer, { ...screening, partyId: RIVAL_ID, siblings });
    walk.do(SelectManufacturer, { partyId: RIVAL_ID, ...advantages });
    walk.do(ScreenManufacturer, { ...screening, techScore: 5, siblings });
    expect(walk.state).toMatchObject({
      manufacturers: [
        { partyId: MAKER_ID, techScore: 5, isSelected: false },
        { partyId: RIVAL_ID, isSelected: true },
      ],
    });
  });
});

describe('partners and competitors (L-28)', () => {
  it('a partner is scored in five respects, and totalled', () => {
    const scores = { technical: 4, commercial: 4, price: 3, leadTime: 4, competence: 5 };
    registeredWalk()
      .do(EvaluatePartner, { partyId: PARTNER_ID, scores, verdict: 'CONDITIONAL', conditions: ['驻场'], siblings })
      .recorded({
        type: 'PartnerEvaluated',
        data: { ...fact, partyId: PARTNER_ID, scores, total: 20, verdict: 'CONDITIONAL', conditions: ['驻场'] },
      });
  });
  it('a competitor is observed in each dimension', () => {
    const seen = {
      partyId: RIVAL_ID,
      dimension: 'TECHNICAL',
      strengths: ['品牌'],
      weaknesses: [],
      evidenceRef: 'DOC-9',
    } as const;
    const walk = registeredWalk().do(ObserveCompetitor, { ...seen, siblings });
    walk.recorded({ type: 'CompetitorObserved', data: { ...fact, name: '临江暖通工程有限公司', ...seen } });
    walk
      .do(ObserveCompetitor, { ...seen, dimension: 'COMMERCIAL', siblings })
      .do(ObserveCompetitor, { ...seen, strengths: ['渠道'], siblings });
    expect(walk.state).toMatchObject({
      competitors: [{ dimension: 'TECHNICAL', strengths: ['渠道'] }, { dimension: 'COMMERCIAL' }],
    });
  });
});
