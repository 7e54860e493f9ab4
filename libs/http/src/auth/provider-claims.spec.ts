import { callerFrom, parseRoleMap, type ClaimSettings } from './provider-claims.js';

const SETTINGS: ClaimSettings = {
  issuer: 'https://id.example',
  rolesClaim: 'roles',
  staffIdSecret: Buffer.from('a secret of the deployment'),
};
const callerOf = (claims: object, settings: Partial<ClaimSettings> = {}) =>
  callerFrom({ sub: 'li.na@example.com', ...claims }, { ...SETTINGS, ...settings });

describe('the staff id of a subject', () => {
  it('is the same every time and says nothing about the person', () => {
    const { id } = callerOf({});
    expect(id).toMatch(/^staff-[0-9a-f]{32}$/);
    expect(callerOf({ name: 'another' }).id).toBe(id);
  });
  it('is another one for another subject, issuer or secret', () => {
    const ids = [
      callerOf({}),
      callerOf({ sub: '13900000000' }),
      callerOf({}, { issuer: 'https://other.example' }),
      callerOf({}, { staffIdSecret: Buffer.from('another') }),
    ];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(4);
  });
  it.each(['E1001', '000123', 'HR-1001', '0f8b6a9e-6f0e-4f6f-9d3a-1f2e3d4c5b6a'])('may be the claim %s', (said) =>
    expect(callerOf({ staff: said }, { staffIdClaim: 'staff' }).id).toBe(said),
  );
  it.each([
    '13900000000',
    'E13900000000',
    '11010519491231002X',
    'li.na@example.com',
    'lina',
    '李娜',
    'system:timers',
    '',
    'E1001\n',
    ['E1001'],
    undefined,
  ])('is not the claim %j', (said) =>
    expect(callerOf({ staff: said }, { staffIdClaim: 'staff' }).id).toBe(callerOf({}).id),
  );
});

describe('the roles of a token', () => {
  it.each<[string, object, string]>([
    ['by name', { roles: ['FINANCE', 'SYSTEM', 7, 'FINANCE'] }, 'roles'],
    ['by a path', { realm_access: { roles: ['FINANCE'] } }, 'realm_access.roles'],
    ['by a name with dots', { 'https://example.com/roles': ['FINANCE'] }, 'https://example.com/roles'],
    ['as one text', { roles: 'offline FINANCE' }, 'roles'],
  ])('are found %s', (_title, claims, rolesClaim) =>
    expect(callerOf(claims, { rolesClaim }).roles).toEqual(['FINANCE']),
  );
  it.each<[object, string]>([
    [{}, 'roles'],
    [{ roles: null }, 'roles.length'],
    [{ roles: { FINANCE: true } }, 'roles'],
    [{}, 'constructor.name'],
    [{}, '__proto__'],
  ])('are none in %j at %s', (claims, rolesClaim) => expect(callerOf(claims, { rolesClaim }).roles).toEqual([]));
  it('are those that the map gives, and no others', () => {
    const roleMap = parseRoleMap('sales=SALES, fin = FINANCE,boss=COMPANY_LEADER,boss=SALES_MANAGER');
    const roles = ['boss', 'fin', 'ADMIN', 'constructor', '__proto__', 7];
    expect(callerOf({ roles }, { roleMap }).roles).toEqual(['COMPANY_LEADER', 'SALES_MANAGER', 'FINANCE']);
  });
});

describe('a map of roles', () => {
  it.each(['sales', 'sales=', '=SALES', 'sales=SYSTEM', 'sales=sales', ' , '])('is not %j', (text) =>
    expect(() => parseRoleMap(text)).toThrow('such as sales=SALES'),
  );
  it('takes names with an equals sign, as directories have them', () =>
    expect([...parseRoleMap('cn=sales=SALES')]).toEqual([['cn=sales', ['SALES']]]));
});
