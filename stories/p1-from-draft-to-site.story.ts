import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@engsales/launcher';
import { embeddedKey } from '@engsales/http';
import { freshDatabase } from '../tools/testing/database.js';
import { P1_BEGINS_AT } from './walk-p1/fixture-p1.js';
import { walkP1 } from './walk-p1/p1-walk.js';
import { StoryRun } from './walk-p1/story-run.js';

/** S01 as far as the site, S05, S10, S11, S12, S13, S14, S15, S16, S19a and S25, as `npm run story` walks them, on both database layouts. */
describe.each(['database', 'schema'])('fixture P1 (%s layout)', (layout) => {
  it('walks fixture P1 from the first word of a project to goods at the site and money in the bank', async () => {
    const database = await freshDatabase();
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-story-'));
    const ports = Object.fromEntries(
      ['LEAD', 'TENDER', 'CONTRACT', 'PRODUCTION', 'AFTERSALES'].map((name) => [`${name}_PORT`, '0']),
    );
    const env = {
      DATABASE_URL: database.url,
      DATABASE_LAYOUT: layout,
      ENGSALES_DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      ENGSALES_CLOCK: P1_BEGINS_AT,
      ...ports,
    };
    const system = await startEmbedded(env, () => undefined);
    try {
      const story = new StoryRun(system.urls, await embeddedKey(path.join(dataDir, 'keys')), () => undefined);
      const timeline = await walkP1(story, { contractNo: 'HT-2025-0031', date: (date) => date, setsClock: true });
      expect(story.failures).toEqual([]);
      expect(story.refusals.map((r) => r.code)).toEqual([
        'PROJECT_NOT_REGISTERED',
        'COMMERCE_NOT_ENGAGED',
        'GO_NOT_DECIDED',
        'SELF_APPROVAL',
        'GO_CONDITIONS_OPEN',
        'OPERATION_MODE_UNDECIDED',
        'BID_BOND_NOT_LODGED',
        'PAYMENT_SCHEDULE_MISMATCH',
        'DEPOSIT_OVER_20_PERCENT',
        'CONTRACT_INCOMPLETE',
        'SELF_APPROVAL',
        'SIGNED_CONTRACT_IMMUTABLE',
        'ROLE_NOT_ALLOWED',
        'ORDER_BACKUP_REQUIRED',
        'EXECUTION_FORM_NOT_ACCEPTED',
        'ROLE_NOT_ALLOWED',
        'PAYMENT_GATE_CLOSED',
        'DUPLICATE_RECEIPT',
        'ALLOCATION_EXCEEDS_MILESTONE',
        'ENGINEERING_PACKAGE_INCOMPLETE',
        'WORK_STEP_OWNER_REQUIRED',
        'DRAWING_REVISION_STALE',
        'ROLE_NOT_ALLOWED',
        'ORDER_ON_HOLD',
        'ORDER_ON_HOLD',
        'ORDER_ON_HOLD',
        'SHIPMENT_PAYMENT_GATE_CLOSED',
        'OVER_SHIPMENT',
      ]);
      expect(timeline).toHaveLength(170);
      expect(JSON.stringify(await everything(system.hosts))).not.toMatch(/何院长/);
    } finally {
      await system.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
      await database.drop();
    }
  });
});

const everything = (hosts: Awaited<ReturnType<typeof startEmbedded>>['hosts']) =>
  Promise.all(
    hosts.map(async (host) =>
      (await host.runtime.store.readAll(0n, 1000)).map((event) => [event.data, event.metadata]),
    ),
  );
