import { ROLES, type Role } from '@engsales/http';
import { COMMANDS, KEEPERS, PUBLIC, READERS } from './roles.fixtures.js';
import { startSystem, type RunningSystem } from './running-system.js';

/** Its address is its own key. */
const FEED = 'GET /api/v1/calendar-feeds/:secret/tender-calendar.ics';

function allowedPersons(service: string, route: string): readonly Role[] {
  const keepers: Role[] = KEEPERS[service] ?? ['ADMIN'];
  return service === 'contract' && route !== 'POST /api/v1/persons' ? [...keepers, 'COMPANY_LEADER'] : keepers;
}

function allowed(service: string, route: string): readonly Role[] {
  if (route.includes(' /api/v1/persons')) return allowedPersons(service, route);
  if (COMMANDS[route]) return COMMANDS[route];
  return route.includes(' /admin') ? ['ADMIN'] : (READERS[service] ?? []);
}

describe('who may use which route', () => {
  let running: RunningSystem;
  beforeAll(async () => (running = await startSystem()));
  afterAll(() => running.stop());

  it('is decided for every route and every role, and for nobody', async () => {
    const { system } = running;
    const tokens = new Map<Role, string>();
    for (const role of ROLES) tokens.set(role, await running.tokenOf('E9', [role]));
    const wrong: string[] = [];
    let asked = 0;
    const routes = system.hosts.flatMap((host) => host.routes.map((route) => ({ service: host.name, ...route })));
    for (const { service, method, path: pattern } of routes) {
      const route = `${method} ${pattern}`;
      const target = `${system.urls[service]}${pattern.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000')}`;
      const ask = async (token?: string) => {
        asked += 1;
        const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
        return (await fetch(target, { method, headers, ...(method === 'POST' ? { body: '{"wrong":1}' } : {}) })).status;
      };
      const isPublic = PUBLIC.includes(route);
      const anonymous = await ask();
      // an address that nobody was given is not found by anybody
      if (route === FEED) {
        if (anonymous !== 404) wrong.push(`${route} answered ${anonymous}`);
        continue;
      }
      if (anonymous !== (isPublic ? 200 : 401)) wrong.push(`${service} ${route} without a token answered ${anonymous}`);
      for (const role of isPublic ? [] : ROLES) {
        const status = await ask(tokens.get(role));
        const may = allowed(service, route).includes(role);
        if (may === (status === 403) || status >= 500) wrong.push(`${service} ${route} as ${role} answered ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(1500);
  });
});
