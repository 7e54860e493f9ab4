import type { Issuer } from './decider.js';
import { refuseSamePerson, refuseStrangerTo, type Owner } from './persons.js';
import { issued, refusalOf } from './testing.js';

const OWNERS: readonly Owner[] = [
  { role: 'SALES', field: 'salespersonId', ids: ['li-na'], freedBy: ['SALES_MANAGER'] },
  { role: 'STEP_OWNER', field: 'ownerId', ids: ['ma-jun', 'tang-yi'] },
];
const judged = (by: Issuer) => refusalOf(() => refuseStrangerTo(by, OWNERS));
const accepted = { code: 'accepted' };

describe('a role that acts on its own objects only', () => {
  it('acts on those, also by a deputy', () => {
    expect(judged({ id: 'li-na', role: 'SALES' })).toEqual(accepted);
    expect(judged({ id: 'tang-yi', role: 'STEP_OWNER' })).toEqual(accepted);
    expect(judged({ id: 'deputy', role: 'SALES', onBehalfOf: 'li-na' })).toEqual(accepted);
  });
  it('acts on no others, and is told whose they are', () => {
    expect(judged({ id: 'wu-fang', role: 'SALES' })).toEqual({ code: 'ROLE_NOT_ALLOWED', salespersonId: 'li-na' });
    const stranger = { id: 'li-na', role: 'STEP_OWNER' };
    expect(judged(stranger)).toEqual({ code: 'ROLE_NOT_ALLOWED', ownerId: ['ma-jun', 'tang-yi'] });
  });
  it('acts on nothing that has no owner', () =>
    expect(
      refusalOf(() => refuseStrangerTo({ id: 'x', role: 'SALES' }, [{ role: 'SALES', field: 'f', ids: [] }])),
    ).toEqual({ code: 'ROLE_NOT_ALLOWED', f: null }));
  it('is not bound beside a role that frees it, nor where another bound one owns the object', () => {
    expect(judged({ id: 'wu-fang', role: 'SALES', roles: ['SALES_MANAGER', 'SALES'] })).toEqual(accepted);
    expect(judged({ id: 'ma-jun', role: 'SALES', roles: ['STEP_OWNER', 'SALES'] })).toEqual(accepted);
    expect(judged({ id: 'wu-fang', role: 'SALES', roles: ['SALES', 'FINANCE'] }).code).toBe('ROLE_NOT_ALLOWED');
  });
  it('leaves every other role alone', () => expect(judged({ id: 'x', role: 'COMMERCE' })).toEqual(accepted));
});

describe('duties that exclude each other', () => {
  const command = (by: Issuer) => ({ type: 'Accept', data: {}, issued: issued({ by }) });
  const earlier = { command: 'Submit', by: 'li-na' };
  const refusal = (by: Issuer) => refusalOf(() => refuseSamePerson(command(by), earlier));

  it('are not done by one person, with whatever role, nor by a deputy of that person', () => {
    const refused = { code: 'SEPARATION_OF_DUTIES', command: 'Accept', earlier: 'Submit' };
    expect(refusal({ id: 'li-na', role: 'COMPANY_LEADER' })).toEqual({ ...refused, by: 'li-na' });
    expect(refusal({ id: 'deputy', role: 'COMMERCE', onBehalfOf: 'li-na' })).toEqual({ ...refused, by: 'deputy' });
  });
  it('are done by two', () => expect(refusal({ id: 'sun-li', role: 'COMMERCE' })).toEqual(accepted));
});
