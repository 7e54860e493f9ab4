import { authorsOf, refuseSelfApproval } from './self-approval.js';
import { refusalOf } from './testing.js';

describe('nobody approves what is their own (L-223)', () => {
  const by = (id: string, onBehalfOf?: string) => ({ id, role: 'COMPANY_LEADER', onBehalfOf });
  it.each([
    ['an author', by('a'), { code: 'SELF_APPROVAL', by: 'a' }],
    ['whoever stands in for an author', by('c', 'b'), { code: 'SELF_APPROVAL', by: 'b' }],
    ['somebody else', by('c'), { code: 'accepted' }],
  ])('%s', (_who, issuer, refusal) => expect(refusalOf(() => refuseSelfApproval(issuer, ['a', 'b']))).toEqual(refusal));
});

describe('whoever has done something', () => {
  it('is an author beside whom they stood in for', () => {
    expect(authorsOf({ by: 'a' })).toEqual(['a']);
    expect(authorsOf({ by: 'a', onBehalfOf: 'b' })).toEqual(['a', 'b']);
  });
});
