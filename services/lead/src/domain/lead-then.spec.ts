import { demandLeadAtWork, ownersByLead, type LeadThen } from './lead-then.js';
import { refusalOf } from '@engsales/event-sourcing/testing';

const LEAD: LeadThen = { leadId: 'l-1', projectId: 'l-1', state: 'QUALIFYING', salespersonId: 'li-na' };

describe('the lead that something belongs to', () => {
  it.each(['QUALIFYING', 'DEVELOPING', 'CONVERTED'])('is at work in %s (L-111)', (state) =>
    expect(demandLeadAtWork('l-1', { ...LEAD, state })).toEqual({ ...LEAD, state }),
  );

  it('is there (L-111)', () =>
    expect(refusalOf(() => demandLeadAtWork('l-1', undefined))).toEqual({ code: 'NOT_FOUND', leadId: 'l-1' }));

  it('has its project registered (L-111)', () =>
    expect(refusalOf(() => demandLeadAtWork('l-1', { ...LEAD, state: 'CAPTURED' }))).toEqual({
      code: 'PROJECT_NOT_REGISTERED',
      leadId: 'l-1',
    }));

  it.each(['CLOSED', 'ABANDONED', 'MERGED'])('is not %s (L-111)', (leadState) =>
    expect(refusalOf(() => demandLeadAtWork('l-1', { ...LEAD, state: leadState }))).toEqual({
      code: 'INVALID_TRANSITION',
      leadId: 'l-1',
      leadState,
      possibleIn: ['QUALIFYING', 'DEVELOPING', 'CONVERTED'],
    }),
  );

  it('binds a salesperson to what is of the own leads, and of a pooled one to nothing (L-100)', () => {
    const bound = { role: 'SALES', field: 'salespersonId', freedBy: ['SALES_MANAGER', 'COMPANY_LEADER'] };
    expect(ownersByLead({ data: { lead: LEAD } })).toEqual([{ ...bound, ids: ['li-na'] }]);
    expect(ownersByLead({ data: { lead: { ...LEAD, salespersonId: undefined } } })).toEqual([{ ...bound, ids: [] }]);
    expect(ownersByLead({ data: {} })).toEqual([]);
  });
});
