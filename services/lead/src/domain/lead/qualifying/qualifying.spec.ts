import { LEAD_ID } from '../lead.fixtures.js';
import { checkedWalk, knownWalk, qualifiedWalk, registeredWalk } from '../lead.walk.js';
import { ConfirmChecklistItem, WithdrawChecklistItem } from './qualifying.commands.js';

const fact = { leadId: LEAD_ID, state: 'QUALIFYING', by: 'li-na', recordedOn: '2025-03-07' } as const;
const evidence = '可研批复';

describe('an item of the checklist', () => {
  it('needs the fact behind it (L-30)', () => {
    const needs = (item: ConfirmChecklistItem['data']['item']) =>
      registeredWalk().refused(ConfirmChecklistItem, { item, evidence });
    expect(needs('OWNER_CONFIRMED')).toEqual({
      code: 'CHECKLIST_FACT_MISSING',
      item: 'OWNER_CONFIRMED',
      needs: 'a stakeholder OWNER or USER',
    });
    for (const item of [
      'DESIGN_INSTITUTE_CONFIRMED',
      'SCALE_KNOWN',
      'FUNDING_KNOWN',
      'EQUIPMENT_NEEDS_KNOWN',
      'TECHNOLOGY_NEEDS_KNOWN',
    ] as const) {
      expect(needs(item)).toMatchObject({ code: 'CHECKLIST_FACT_MISSING', item });
    }
    knownWalk()
      .do(ConfirmChecklistItem, { item: 'SCALE_KNOWN', evidence })
      .recorded({
        type: 'ChecklistItemConfirmed',
        data: { ...fact, item: 'SCALE_KNOWN', status: 'CONFIRMED', evidence },
      });
  });
  it('of the design institute may be without it, with a reason; the others may not (L-30)', () => {
    const without = { evidence, notApplicableReason: '无设计院' };
    expect(registeredWalk().refused(ConfirmChecklistItem, { item: 'OWNER_CONFIRMED', ...without })).toMatchObject({
      code: 'CHECKLIST_FACT_MISSING',
    });
    const walk = registeredWalk().do(ConfirmChecklistItem, { item: 'DESIGN_INSTITUTE_CONFIRMED', ...without });
    expect(walk.last[0]?.data).toMatchObject({ status: 'NOT_APPLICABLE', notApplicableReason: '无设计院' });
  });
  it('that is the last one qualifies the lead (L-32)', () => {
    const walk = checkedWalk().do(ConfirmChecklistItem, {
      item: 'DESIGN_INSTITUTE_CONFIRMED',
      evidence,
      notApplicableReason: '无设计院',
    });
    const on = '2025-03-07';
    walk.recorded(
      {
        type: 'ChecklistItemConfirmed',
        data: {
          ...fact,
          item: 'DESIGN_INSTITUTE_CONFIRMED',
          status: 'NOT_APPLICABLE',
          evidence,
          notApplicableReason: '无设计院',
        },
      },
      {
        type: 'LeadQualified',
        data: {
          leadId: LEAD_ID,
          state: 'DEVELOPING',
          attemptNo: 1,
          checklist: [
            { item: 'OWNER_CONFIRMED', status: 'CONFIRMED', on },
            { item: 'SCALE_KNOWN', status: 'CONFIRMED', on },
            { item: 'FUNDING_KNOWN', status: 'CONFIRMED', on },
            { item: 'ORG_STRUCTURE_KNOWN', status: 'CONFIRMED', on },
            { item: 'EQUIPMENT_NEEDS_KNOWN', status: 'CONFIRMED', on },
            { item: 'TECHNOLOGY_NEEDS_KNOWN', status: 'CONFIRMED', on },
            { item: 'DESIGN_INSTITUTE_CONFIRMED', status: 'NOT_APPLICABLE', on },
          ],
          salespersonId: 'li-na',
          by: 'li-na',
          qualifiedOn: on,
        },
      },
    );
    expect(walk.do(ConfirmChecklistItem, { item: 'SCALE_KNOWN', evidence: '新批复' }).types).toEqual([
      'ChecklistItemConfirmed',
    ]);
  });
  it('is withdrawn with a reason, and the lead is qualified anew (L-31)', () => {
    qualifiedWalk()
      .do(WithdrawChecklistItem, { item: 'SCALE_KNOWN', reason: '规模有变' })
      .recorded({ type: 'ChecklistItemWithdrawn', data: { ...fact, item: 'SCALE_KNOWN', reason: '规模有变' } });
    expect(registeredWalk().refused(WithdrawChecklistItem, { item: 'SCALE_KNOWN', reason: 'x' })).toEqual({
      code: 'NOT_FOUND',
      item: 'SCALE_KNOWN',
    });
  });
});
