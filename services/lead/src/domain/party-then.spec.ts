import { refusalOf } from '@engsales/event-sourcing/testing';
import { demandActiveContact, demandActiveParty, demandContactOf, type PartyThen } from './party-then.js';
import { refuseUnknownLines } from './product-lines-then.js';

const PARTY: PartyThen = { partyId: 'p-1', state: 'ACTIVE', roles: ['OWNER'], contactIds: ['c-1'] };
const codeOf = (decide: () => unknown) => refusalOf(decide).code;

describe('what a command names', () => {
  it('is a party that is there, and active (L-112)', () => {
    expect(demandActiveParty('p-1', [PARTY])).toEqual(PARTY);
    expect(refusalOf(() => demandActiveParty('p-2', [PARTY]))).toEqual({ code: 'NOT_FOUND', partyId: 'p-2' });
    expect(codeOf(() => demandActiveParty('p-1', [{ ...PARTY, state: 'INACTIVE' }]))).toBe('PARTY_INACTIVE');
  });

  it('is one of its contacts (L-112)', () => {
    expect(codeOf(() => demandContactOf({ partyId: 'p-1', contactId: 'c-1' }, [PARTY]))).toBe('accepted');
    expect(refusalOf(() => demandContactOf({ partyId: 'p-1', contactId: 'c-2' }, [PARTY]))).toEqual({
      code: 'NOT_FOUND',
      partyId: 'p-1',
      contactId: 'c-2',
    });
  });

  it('is a contact of an active party where something is planned, and not where it has been (L-112)', () => {
    const gone: PartyThen[] = [{ ...PARTY, state: 'INACTIVE' }];
    const named = { partyId: 'p-1', contactId: 'c-1' };
    expect(codeOf(() => demandActiveContact(named, gone))).toBe('PARTY_INACTIVE');
    expect(codeOf(() => demandContactOf(named, gone))).toBe('accepted');
    expect(codeOf(() => demandActiveContact(named, [PARTY]))).toBe('accepted');
    expect(codeOf(() => demandActiveContact({ ...named, contactId: 'c-2' }, [PARTY]))).toBe('NOT_FOUND');
  });

  it('is a product line that is there (L-112)', () => {
    expect(codeOf(() => refuseUnknownLines(['a'], ['a', 'b']))).toBe('accepted');
    expect(codeOf(() => refuseUnknownLines([]))).toBe('accepted');
    expect(refusalOf(() => refuseUnknownLines(['a', 'c'], ['a']))).toEqual({ code: 'NOT_FOUND', productLineId: 'c' });
  });
});
