import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { embeddedKey, signToken, type Role } from '@engsales/http';
import { startEmbedded, type EmbeddedSystem } from '@engsales/launcher';
import { freshDatabase } from '../tools/testing/database.js';

/** All five services on a database of their own, and tokens for them. */
export interface RunningSystem {
  readonly system: EmbeddedSystem;
  tokenOf(id: string, roles: readonly Role[]): Promise<string>;
  stop(): Promise<void>;
}

export async function startSystem(settings: Readonly<Record<string, string>> = {}): Promise<RunningSystem> {
  const database = await freshDatabase();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-story-'));
  const names = ['LEAD', 'TENDER', 'CONTRACT', 'PRODUCTION', 'AFTERSALES'];
  const ports = Object.fromEntries(names.map((name) => [`${name}_PORT`, '0']));
  const env = {
    DATABASE_URL: database.url,
    DATABASE_LAYOUT: 'schema',
    ENGSALES_DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    RATE_LIMIT_PER_MINUTE: '0',
    ...ports,
    ...settings,
  };
  const system = await startEmbedded(env, () => undefined);
  const key = await embeddedKey(path.join(dataDir, 'keys'));
  return {
    system,
    tokenOf: (id, roles) => signToken(key, { id, name: id, roles }, 1),
    stop: async () => {
      await system.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
      await database.drop();
    },
  };
}
