import type { ServiceName } from '@engsales/events';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { CHECKOUT } from './data-dir.js';

export interface ServiceProcess {
  readonly name: ServiceName;
  readonly child: ChildProcess;
  /** Port that it listens on, once it is ready. @throws when it ends before, with what it said */
  readonly ready: Promise<number>;
  /** Exit code or signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

const READY = /engsales \w+ ready on port (\d+)\n/;

/** One service as a process of its own; it ends with the process that started it. */
export function startServiceProcess(
  name: ServiceName,
  env: NodeJS.ProcessEnv,
  onOutput: (text: string) => void,
): ServiceProcess {
  const main = path.join(CHECKOUT, 'services', name, 'dist/main.js');
  // a process group of its own: Ctrl-C reaches the launcher, which stops the services in order; the channel is there so
  // that a service notices when its launcher is gone
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  const ready = new Promise<number>((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer) => {
      const text = chunk.toString();
      said = (said + text).slice(-20_000);
      const port = READY.exec(said)?.[1];
      if (port) resolve(Number(port));
      const further = text.replace(READY, '');
      if (further !== '') onOutput(further);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then((how) => reject(new Error(`${name} ended with ${how}: ${said}`)));
  });
  ready.catch(() => undefined);
  return { name, child, ready, ended };
}
