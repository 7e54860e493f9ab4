import { AbandonLead, ReviveLead } from '../converting/converting.commands.js';
import { INSTITUTE_ID, NEEDS, OWNER_ID, PARTNER_ID, SIBLINGS as siblings } from '../lead.fixtures.js';
import { checkedWalk, convertedWalk, knownWalk, qualifiedWalk, registeredWalk, type LeadWalk } from '../lead.walk.js';
import { DescribeProject, RecordNeeds } from '../profiling/profiling.commands.js';
import { RecordStakeholder, RemoveStakeholder } from '../relations/relations.commands.js';
import { ConfirmChecklistItem, WithdrawChecklistItem } from './qualifying.commands.js';

const evidence = '可研批复';
const confirmed = ({ state }: LeadWalk): string[] =>
  state.state === 'NONE' ? [] : state.checklist.map(({ item }) => item).toSorted();
const withdrawn = ({ last }: LeadWalk): unknown[] =>
  last.filter(({ type }) => type === 'ChecklistItemWithdrawn').map(({ data }) => (data as { item: string }).item);

/** A lead in DEVELOPING whose design institute is a stakeholder. */
const withInstitute = () =>
  checkedWalk()
    .do(RecordStakeholder, { partyId: INSTITUTE_ID, role: 'DESIGN_INSTITUTE', siblings })
    .do(ConfirmChecklistItem, { item: 'DESIGN_INSTITUTE_CONFIRMED', evidence });

describe('an item of the checklist and the fact behind it (L-30, L-31)', () => {
  it('the owner is an owner or a user: the item goes with the last of both', () => {
    const walk = qualifiedWalk()
      .do(RecordStakeholder, { partyId: PARTNER_ID, role: 'USER', siblings })
      .do(RemoveStakeholder, { partyId: OWNER_ID, role: 'OWNER', reason: '登记有误' });
    expect([walk.state.state, withdrawn(walk)]).toEqual(['DEVELOPING', []]);
    walk.do(RemoveStakeholder, { partyId: PARTNER_ID, role: 'USER', reason: '登记有误' });
    expect([walk.state.state, withdrawn(walk)]).toEqual(['QUALIFYING', ['OWNER_CONFIRMED']]);
  });

  it('a user alone is enough; a developer is not', () => {
    const item = { item: 'OWNER_CONFIRMED', evidence } as const;
    const developer = registeredWalk().do(RecordStakeholder, { partyId: OWNER_ID, role: 'DEVELOPER', siblings });
    expect(developer.refused(ConfirmChecklistItem, item)).toMatchObject({ code: 'CHECKLIST_FACT_MISSING' });
    const user = registeredWalk().do(RecordStakeholder, { partyId: OWNER_ID, role: 'USER', siblings });
    expect(confirmed(user.do(ConfirmChecklistItem, item))).toEqual(['OWNER_CONFIRMED']);
  });

  it('the design institute goes with its item, where it was not said that there is none', () => {
    const gone = { partyId: INSTITUTE_ID, role: 'DESIGN_INSTITUTE', reason: '换院' } as const;
    const walk = withInstitute();
    expect(walk.state).toMatchObject({ state: 'DEVELOPING' });
    expect(withdrawn(walk.do(RemoveStakeholder, gone))).toEqual(['DESIGN_INSTITUTE_CONFIRMED']);
    const without = qualifiedWalk()
      .do(RecordStakeholder, { ...gone, siblings })
      .do(RemoveStakeholder, gone);
    expect([without.state.state, withdrawn(without)]).toEqual(['DEVELOPING', []]);
  });

  it('needs that are gone altogether take both of their items with them, and the lead is qualified anew by both', () => {
    const walk = qualifiedWalk().do(RecordNeeds, { ...NEEDS, equipment: [], technology: [] });
    expect(withdrawn(walk)).toEqual(['EQUIPMENT_NEEDS_KNOWN', 'TECHNOLOGY_NEEDS_KNOWN']);
    expect(walk.state.state).toBe('QUALIFYING');
    walk.do(RecordNeeds, NEEDS).do(ConfirmChecklistItem, { item: 'EQUIPMENT_NEEDS_KNOWN', evidence });
    expect([walk.state.state, walk.types]).toEqual(['QUALIFYING', ['ChecklistItemConfirmed']]);
    walk.do(ConfirmChecklistItem, { item: 'TECHNOLOGY_NEEDS_KNOWN', evidence });
    expect([walk.state.state, walk.types]).toEqual(['DEVELOPING', ['ChecklistItemConfirmed', 'LeadQualified']]);
  });

  it('a fact that is said anew keeps its item, and one that nobody has confirmed has none to lose', () => {
    const again = {
      scale: '床位 600 张',
      fundingSource: '自筹',
      fundingStatus: 'PARTIAL',
      productLineIds: [],
    } as const;
    expect(qualifiedWalk().do(DescribeProject, { ...again, siblings }).types).toEqual(['ProjectDescribed']);
    expect(knownWalk().do(RecordNeeds, { ...NEEDS, equipment: [] }).types).toEqual(['NeedsRecorded']);
  });

  it('an item that is withdrawn may be confirmed again, and each is missing once', () => {
    const walk = qualifiedWalk().do(WithdrawChecklistItem, { item: 'FUNDING_KNOWN', reason: '资金有变' });
    expect(walk.refused(WithdrawChecklistItem, { item: 'FUNDING_KNOWN', reason: 'x' })).toEqual({
      code: 'NOT_FOUND',
      item: 'FUNDING_KNOWN',
    });
    expect(walk.do(ConfirmChecklistItem, { item: 'FUNDING_KNOWN', evidence: '新批复' }).types).toEqual([
      'ChecklistItemConfirmed',
      'LeadQualified',
    ]);
  });

  it('a lead that comes back with its checklist is in DEVELOPING, and without one item in QUALIFYING (L-43)', () => {
    const words = { trigger: 'OTHER', note: '重启', siblings } as const;
    const giveUp = { reason: 'OTHER', note: '停建' } as const;
    expect(qualifiedWalk().do(AbandonLead, giveUp).do(ReviveLead, words).state.state).toBe('DEVELOPING');
    const lacking = qualifiedWalk().do(WithdrawChecklistItem, { item: 'SCALE_KNOWN', reason: '规模有变' });
    expect(lacking.do(AbandonLead, giveUp).do(ReviveLead, words).state.state).toBe('QUALIFYING');
  });

  it('is not touched any more once the lead is converted (L-57)', () => {
    const walk = convertedWalk();
    const refusal = { code: 'INVALID_TRANSITION', state: 'CONVERTED' };
    const owner = { partyId: OWNER_ID, role: 'OWNER' } as const;
    expect(walk.refused(WithdrawChecklistItem, { item: 'SCALE_KNOWN', reason: 'x' })).toMatchObject(refusal);
    expect(walk.refused(ConfirmChecklistItem, { item: 'SCALE_KNOWN', evidence })).toMatchObject(refusal);
    expect(walk.refused(RemoveStakeholder, { ...owner, reason: 'x' })).toMatchObject(refusal);
    expect(walk.refused(RecordNeeds, NEEDS)).toMatchObject(refusal);
  });
});
