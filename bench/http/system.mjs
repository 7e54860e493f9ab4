import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { events, http } from '../bus/common.mjs';

const ENTRY = fileURLToPath(new URL('./server.mjs', import.meta.url));

/** The five services, the bare route and PostgreSQL in a process of their own, so that the load's work is not theirs. */
export async function startSystem(dataDir) {
  const ports = Object.fromEntries(events.SERVICES.map((name) => [`${name.toUpperCase()}_PORT`, '0']));
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '0',
    POSTGRES_PORT: '0',
    ENGSALES_DATA_DIR: dataDir,
    ...ports,
  };
  const child = fork(ENTRY, { env, stdio: ['ignore', 2, 2, 'ipc'] });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  /** One question at a time. */
  const ask = async (question) => {
    const answer = once(child, 'message');
    if (question) child.send(question);
    const ended = gone.then((code) => Promise.reject(new Error(`the server ended with ${code}`)));
    const [{ error, ...result }] = await Promise.race([answer, ended]);
    if (error) throw new Error(error);
    return result;
  };
  const stop = async () => {
    if (child.connected) child.disconnect();
    await gone;
  };
  try {
    const ready = await ask();
    const key = await http.embeddedKey(path.join(dataDir, 'keys'));
    const token = (id, role) => http.signToken(key, { id, name: id, roles: [role] }, 4);
    return { ...ready, ask, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
