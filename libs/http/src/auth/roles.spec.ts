import { acting, allowingRole, type Role, type RoleExpression } from './roles.js';

const PLANNING: readonly RoleExpression[] = ['PMC', acting('MERCHANDISER', 'PMC')];

describe('the role that allows something', () => {
  it.each<[string, readonly RoleExpression[], readonly Role[], object | undefined]>([
    ['is the one that is carried', ['FINANCE', 'COMMERCE'], ['COMMERCE'], { role: 'COMMERCE' }],
    ['is none where none is carried', PLANNING, ['SALES'], undefined],
    ['is a plain one before an acting one', PLANNING, ['MERCHANDISER', 'PMC'], { role: 'PMC' }],
    ['is an acting one else', PLANNING, ['MERCHANDISER'], { role: 'MERCHANDISER', actingFor: 'PMC' }],
    [
      'is one that is not bound first',
      ['SALES', 'SALES_MANAGER'],
      ['SALES', 'SALES_MANAGER'],
      { role: 'SALES_MANAGER' },
    ],
    ['is a bound one before an acting one', ['MERCHANDISER', ...PLANNING], ['MERCHANDISER'], { role: 'MERCHANDISER' }],
    ['is the first that is declared', ['FINANCE', 'COMMERCE'], ['COMMERCE', 'FINANCE'], { role: 'FINANCE' }],
  ])('%s', (_title, allowed, carried, allowing) => {
    expect(allowingRole(allowed, carried)).toEqual(allowing);
    expect(allowingRole(allowed, carried.toReversed())).toEqual(allowing);
  });
});
