import { refusalOf } from '@engsales/event-sourcing/testing';
import { refuseAbsent, refuseUnlessIn } from './referred.js';

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
