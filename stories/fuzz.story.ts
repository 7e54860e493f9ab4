import fc from 'fast-check';
import { ROLES } from '@engsales/http';
import { badRequests, type BadRequest } from './bad-requests.fixtures.js';
import { DescribedApi, type DescribedOperation } from './openapi.fixtures.js';
import { startSystem, type RunningSystem } from './running-system.js';

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);
/** More of them, and another seed, when somebody has the time: FUZZ_PER_ROUTE=200 FUZZ_SEED=1. */
const PER_ROUTE = Number(process.env.FUZZ_PER_ROUTE ?? 80);
const AT_ONCE = 8;
const LARGEST_ANSWER = 64_000;
/** Far more than any refusal takes, and less than an answer that hangs. */
const LONGEST_MS = 20_000;

/** They change the process itself, or answer what others did; each is tried by a test of its own. */
const LEFT_OUT = ['POST /admin/clock', 'GET /metrics'];

describe(`bad requests to every route (FUZZ_SEED=${SEED})`, () => {
  let running: RunningSystem;
  let token: string;
  beforeAll(async () => {
    running = await startSystem();
    token = await running.tokenOf('E1001', ROLES);
  });
  afterAll(() => running.stop());

  const send = ({ method, headers, body }: BadRequest, url: string) =>
    fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      signal: AbortSignal.timeout(LONGEST_MS),
      ...(body === undefined ? {} : { body }),
    });

  /** A command of another service, in a dry run: whatever the requests that were sent at once did, it is understood. */
  async function faultOfNeighbour(service: string): Promise<string | undefined> {
    const [other, path] = service === 'contract' ? ['production', ORDERS] : ['contract', CONTRACTS];
    const body = service === 'contract' ? AN_ORDER : A_DRAFT;
    const headers = { 'content-type': 'application/json' };
    const answer = await send({ target: path, method: 'POST', headers, body }, `${running.system.urls[other]}${path}`);
    const text = await answer.text();
    return answer.status === 201 ? undefined : `then ${other} answers ${answer.status} ${text.slice(0, 200)}`;
  }

  async function faultOf(service: string, api: DescribedApi, operation: DescribedOperation, bad: BadRequest) {
    const answer = await send(bad, `${running.system.urls[service]}${bad.target}`);
    // a body that is left unread holds its connection
    const body = await answer.arrayBuffer();
    const size = body.byteLength;
    if (answer.status >= 500 && answer.status !== 503) return `answers ${answer.status}`;
    if (answer.status >= 400 && size > LARGEST_ANSWER) return `is refused with ${size} bytes`;
    const isElsewhere = answer.status === 404 || answer.status === 405; // a bad path may be no path, or another route's
    return isElsewhere
      ? undefined
      : api.faultOf(operation, new Response(body, { status: answer.status, headers: answer.headers }));
  }

  const headOf = async () => {
    const hosts = running.system.hosts.map(async ({ name, runtime }) => [name, await runtime.store.head()] as const);
    return Object.fromEntries(await Promise.all(hosts));
  };

  it.each(['lead', 'tender', 'contract', 'production', 'aftersales'])(
    'break nothing in %s, record nothing, and cost little',
    async (service) => {
      const api = await DescribedApi.of(running.system.urls[service] ?? '');
      const wrong: string[] = [];
      const before = await headOf();
      let sent = 0;
      for (const operation of api.operations) {
        const route = `${operation.method} ${operation.path}`;
        if (LEFT_OUT.includes(route) || (isShared(operation) && service !== 'lead')) continue;
        const audited = operation.path.startsWith('/admin') && operation.method === 'POST';
        const samples = fc
          .sample(badRequests(operation), { seed: SEED, numRuns: PER_ROUTE })
          // what the document allows is no bad request, and what begins something would be recorded
          .filter(({ json }) => !(operation.isBeginning && json !== undefined && api.allows(operation, json)))
          .filter(() => !audited || operation.body !== undefined);
        for (let at = 0; at < samples.length; at += AT_ONCE) {
          const faults = await Promise.all(
            samples.slice(at, at + AT_ONCE).map(async (bad) => {
              sent += 1;
              const fault = await faultOf(service, api, operation, bad).catch((error: unknown) => String(error));
              return fault && `${bad.method} ${bad.target.slice(0, 200)} ${bad.body?.slice(0, 200) ?? ''} ${fault}`;
            }),
          );
          const then = await faultOfNeighbour(service);
          wrong.push(...[...faults, then && `${route} ${then}`].filter((fault) => fault !== undefined));
        }
      }
      expect(wrong.slice(0, 20)).toEqual([]);
      const after = await headOf();
      const grown = Object.keys(after).filter((name) => after[name] !== before[name]);
      expect(grown.filter((name) => name !== service)).toEqual([]);
      expect(await notAudited(running, service, before[service] ?? 0n)).toEqual([]);
      if (['lead', 'contract', 'production'].includes(service)) expect(sent).toBeGreaterThan(PER_ROUTE * 20);
    },
    2_400_000,
  );
});

/** Routes of the library are the same in every service, so one service stands for all. */
const isShared = ({ path }: DescribedOperation) => !path.startsWith('/api/');

/** Events behind a position that are no audit of an operator's request. */
async function notAudited({ system }: RunningSystem, service: string, after: bigint): Promise<string[]> {
  const host = system.hosts.find(({ name }) => name === service);
  const events = (await host?.runtime.store.readAll(after, 10_000)) ?? [];
  return events
    .filter(({ stream }) => !stream.startsWith(`${service}Audit-`))
    .map(({ type, stream }) => `${type} ${stream}`);
}

const CONTRACTS = '/api/v1/contracts?dryRun=true';
const A_DRAFT = JSON.stringify({ projectName: '城南净水厂二期', operationMode: 'OWN_PRODUCTION' });
const ORDERS = '/api/v1/production-orders?dryRun=true';
const AN_ORDER = JSON.stringify({
  contractId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  lineId: 'L1',
  kind: 'PRODUCE',
  itemCode: 'PUMP-200',
  name: '离心泵',
  qty: '24',
  uom: '台',
  amountFen: 3_000_000,
  committedDate: '2030-06-30',
});
