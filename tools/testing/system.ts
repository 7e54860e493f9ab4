import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@engsales/launcher';
import { SERVICE_NAMES, SystemClient, type Service } from './system-client.js';

const MAIN = path.resolve(__dirname, '../../apps/launcher/dist/embedded-main.js');
/** A system in a process of its own, as `npm start` runs it (built code), that a test may kill, stop and start again. */
export class SystemProcess extends SystemClient {
  child: ChildProcess | undefined;
  output = '';

  private constructor(
    dataDir: string,
    readonly ports: Readonly<Record<string, number>>,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    super(dataDir);
  }

  portOf(service: Service): number | undefined {
    return this.ports[service];
  }

  static async with(
    env: NodeJS.ProcessEnv,
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-system-')),
  ): Promise<SystemProcess> {
    fs.chmodSync(dataDir, 0o755);
    const ports: Record<string, number> = {};
    for (const name of SERVICE_NAMES) ports[name] = await freePort();
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
}

export { expectExactlyThree } from './system-client.js';
