import { refusalOf } from '@engsales/event-sourcing/testing';
import { refuseAbsent, refuseUnlessIn } from './referred.js';
import { refuseSelfApproval } from './self-approval.js';

describe('nobody approves what is their own (L-223)', () => {
  const by = (id: string, onBehalfOf?: string) => ({ id, role: 'COMPANY_LEADER', onBehalfOf });
  it.each([
    ['an author', by('a'), { code: 'SELF_APPROVAL', by: 'a' }],
    ['whoever stands in for an author', by('c', 'b'), { code: 'SELF_APPROVAL', by: 'b' }],
    ['somebody else', by('c'), { code: 'accepted' }],
  ])('%s', (_who, issuer, refusal) => expect(refusalOf(() => refuseSelfApproval(issuer, ['a', 'b']))).toEqual(refusal));
});

describe('what a command names', () => {
  it('must be there', () => {
    expect(refusalOf(() => refuseAbsent('sales team', 't', undefined))).toEqual({ code: 'NOT_FOUND', id: 't' });
    expect(refusalOf(() => refuseAbsent('sales team', 't', { state: 'DISSOLVED' })).code).toBe('accepted');
  });
  it('must be in the state that is needed', () => {
    const refused = (state?: string) =>
      refusalOf(() => refuseUnlessIn('ACTIVE', 'sales team', 't', state === undefined ? undefined : { state })).code;
    expect([refused(), refused('DISSOLVED'), refused('ACTIVE')]).toEqual([
      'NOT_FOUND',
      'INVALID_TRANSITION',
      'accepted',
    ]);
  });
});
