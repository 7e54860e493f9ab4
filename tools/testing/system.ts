import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@engsales/deploy';
import { embeddedKey, signToken, type Role } from '@engsales/service';
import { aDocument } from '../../services/contract/src/domain/contract/contract.fixtures.js';

const MAIN = path.resolve(__dirname, '../../deploy/dist/embedded-main.js');
const SERVICES = ['lead', 'tender', 'contract', 'production', 'aftersales'] as const;

export interface Reply {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

/** A system in a process of its own, as `npm start` runs it (built code), that a test may kill, stop and start again. */
export class SystemProcess {
  child: ChildProcess | undefined;
  output = '';

  private constructor(
    readonly dataDir: string,
    readonly ports: Readonly<Record<string, number>>,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async with(
    env: NodeJS.ProcessEnv,
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-system-')),
  ): Promise<SystemProcess> {
    fs.chmodSync(dataDir, 0o755);
    const ports: Record<string, number> = {};
    for (const name of SERVICES) ports[name] = await freePort();
    return new SystemProcess(dataDir, ports, env);
  }

  /** Resolves at `engsales ready`; rejects with the output when the process ends before. */
  async start(extra: NodeJS.ProcessEnv = {}): Promise<void> {
    const ports = Object.fromEntries(
      Object.entries(this.ports).map(([name, port]) => [`${name.toUpperCase()}_PORT`, String(port)]),
    );
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LOG_LEVEL: 'error',
      LEASE_SECONDS: '2',
      ENGSALES_DATA_DIR: this.dataDir,
      ...ports,
      ...this.env,
      ...extra,
    };
    this.output = '';
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.output += chunk.toString();
        if (this.output.includes('engsales ready')) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code, signal) => reject(new Error(`ended with ${signal ?? code}: ${this.output}`)));
    });
  }

  /** Resolves with the signal or exit code once the process has ended. */
  ended(): Promise<string | number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null)
      return Promise.resolve(child?.signalCode ?? child?.exitCode ?? null);
    return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  }

  async signal(signal: NodeJS.Signals): Promise<string | number | null> {
    const ended = this.ended();
    this.child?.kill(signal);
    return ended;
  }

  /** Like `signal`, for signals that do not end a process. */
  pass(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  async dispose(): Promise<void> {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGCONT');
      await this.signal('SIGTERM');
    }
    fs.rmSync(this.dataDir, { recursive: true, force: true });
  }

  async call(
    id: string,
    roles: readonly Role[],
    service: (typeof SERVICES)[number],
    target: string,
    body?: object,
    headers: object = {},
  ): Promise<Reply> {
    const key = await embeddedKey(path.join(this.dataDir, 'keys'));
    const token = await signToken(key, { id, name: id, roles }, 1);
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const response = await fetch(`http://127.0.0.1:${this.ports[service]}${target}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(40_000),
    });
    return { status: response.status, body: await response.json() };
  }

  /** A contract from draft to signature; every request may be made again with the same key, as a caller does after a crash. */
  async signContract(key: string, today: string): Promise<{ contractId: string; position: string }> {
    const post = async (id: string, role: Role, target: string, body: object) => {
      const reply = await this.call(id, [role], 'contract', `/api/v1/contracts${target}`, body, {
        'idempotency-key': key,
      });
      if (reply.status >= 300) throw new Error(`${target} answered ${reply.status} ${JSON.stringify(reply.body)}`);
      return reply.body as { id: string; position: string };
    };
    const { id } = await post('li-na', 'SALES', '', aDocument());
    await post('li-na', 'SALES', `/${id}/submit-for-approval`, {});
    await post('wang', 'COMPANY_LEADER', `/${id}/approve-contract`, {});
    const signatories = [
      { side: 'OURS', personRef: 'p-1' },
      { side: 'THEIRS', personRef: 'p-2' },
    ];
    const { position } = await post('sun-li', 'COMMERCE', `/${id}/sign-contract`, {
      contractNo: `HT-${key}`,
      signedOn: today,
      signatories,
      scanRef: 'scan',
    });
    return { contractId: id, position };
  }

  /** Waits until production has handled the position and what its own feed holds since. */
  async settled(position: string): Promise<void> {
    for (let round = 0, at = position; round < 3; round += 1) {
      const reply = await this.call('admin', ['ADMIN'], 'production', `/admin/consumers?handled=${at}&timeoutMs=30000`);
      if (reply.status !== 200) throw new Error(`not handled: ${JSON.stringify(reply.body)}`);
      at = reply.body.head as string;
    }
  }

  /** Types of every event in production's streams of a category whose data names the contract. */
  async productionEvents(contractId: string): Promise<Record<string, string[]>> {
    const key = await embeddedKey(path.join(this.dataDir, 'keys'));
    const token = await signToken(key, { id: 'admin', name: 'admin', roles: ['ADMIN'] }, 1);
    const response = await fetch(`http://127.0.0.1:${this.ports.production}/admin/events?limit=10000`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const streams: Record<string, string[]> = {};
    for (const line of (await response.text()).trim().split('\n')) {
      const event = JSON.parse(line || '{}') as { stream?: string; type?: string; data?: { contractId?: string } };
      if (event.stream && event.data?.contractId === contractId) (streams[event.stream] ??= []).push(event.type ?? '');
    }
    return streams;
  }
}

/** What one signed contract of the fixture makes, no more and no less. */
export function expectExactlyThree(streams: Record<string, string[]>): void {
  const found = Object.entries(streams)
    .map(([stream, types]) => `${stream.split('-')[0]}: ${types.join(' ')}`)
    .sort();
  expect(found).toEqual([
    ...Array<string>(3).fill('engineeringPackage: EngineeringPackageRequested'),
    ...Array<string>(3).fill('orderTracking: OrderTrackingOpened'),
    ...Array<string>(3).fill('productionOrder: ProductionOrderReceived'),
  ]);
}
