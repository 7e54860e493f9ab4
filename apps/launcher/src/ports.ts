import { randomInt } from 'node:crypto';
import net from 'node:net';

/** Below what systems give to outgoing connections, so that none of these takes the port before its listener is there. */
const RANGE = [15_000, 32_000] as const;
const TRIES = 100;

/** A port that was free a moment ago. @throws when none is found */
export async function freePort(): Promise<number> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const port = randomInt(...RANGE);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port was found between ${RANGE.join(' and ')}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Says before anything is started which setting to change. @throws when another program listens there */
export function refuseTakenPort(port: number, host: string, variable: string): Promise<void> {
  if (port === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    const taken = new Error(`port ${port} (${variable}) is taken; stop the other program or choose another port`);
    probe.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? taken : error));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
