import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded, type EmbeddedSystem } from '@engsales/launcher';
import { freshDatabase } from './database.js';
import { SERVICE_NAMES, SystemClient, type Service } from './system-client.js';

/** The five services in this process, on a database of their own, with a clock that the story sets. */
export class EmbeddedClient extends SystemClient {
  private constructor(
    dataDir: string,
    readonly system: EmbeddedSystem,
    readonly stop: () => Promise<void>,
  ) {
    super(dataDir);
  }

  static async start(clock: string): Promise<EmbeddedClient> {
    const database = await freshDatabase();
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-story-'));
    const ports = Object.fromEntries(SERVICE_NAMES.map((name) => [`${name.toUpperCase()}_PORT`, '0']));
    const where = { DATABASE_URL: database.url, DATABASE_LAYOUT: 'schema', ENGSALES_DATA_DIR: dataDir };
    const system = await startEmbedded(
      { ...where, ...ports, LOG_LEVEL: 'error', ENGSALES_CLOCK: clock },
      () => undefined,
    );
    return new EmbeddedClient(dataDir, system, async () => {
      await system.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
      await database.drop();
    });
  }

  portOf(service: Service): number {
    return Number(new URL(String(this.system.urls[service])).port);
  }
}
