import { ROLES, type Role } from '@engsales/http';
import { DescribedApi, type DescribedOperation } from './openapi.fixtures.js';
import { startSystem, type RunningSystem } from './running-system.js';

/** A request as its document shows it. */
function exampleOf({ method, path, parameters, body }: DescribedOperation): { target: string; init: RequestInit } {
  const shown = parameters.filter(({ example, required }) => example !== undefined || required);
  const inPath = shown.filter((one) => one.in === 'path');
  const target = inPath.reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), path);
  const query = new URLSearchParams(
    shown.filter((one) => one.in === 'query').map(({ name, example }): [string, string] => [name, String(example)]),
  );
  if (parameters.some(({ name }) => name === 'dryRun')) query.set('dryRun', 'true');
  const sent = body?.json?.example;
  return {
    target: query.size > 0 ? `${target}?${query.toString()}` : target,
    init: {
      method,
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    },
  };
}

describe('every example of the API page', () => {
  let running: RunningSystem;
  beforeAll(async () => (running = await startSystem()));
  afterAll(() => running.stop());

  it.each(['lead', 'tender', 'contract', 'production', 'aftersales'])('of %s is understood', async (service) => {
    const url = running.system.urls[service] ?? '';
    const api = await DescribedApi.of(url);
    const wrong: string[] = [];
    for (const operation of api.operations) {
      const { target, init } = exampleOf(operation);
      const role = (operation.roles?.find((one) => ROLES.includes(one as Role)) ?? 'ADMIN') as Role;
      const authorization = `Bearer ${await running.tokenOf('E1001', [role])}`;
      const answer = await fetch(`${url}${target}`, { ...init, headers: { ...init.headers, authorization } });
      const name = `${operation.method} ${target}`;
      if (answer.status === 400 || answer.status === 415 || answer.status >= 500) {
        wrong.push(`${name} answers ${answer.status}: ${(await answer.text()).slice(0, 900)}`);
        continue;
      }
      const fault = await api.faultOf(operation, answer);
      if (fault) wrong.push(`${name} ${fault}`);
    }
    expect(wrong).toEqual([]);
    expect(api.operations.length).toBeGreaterThan(25);
  });
});
