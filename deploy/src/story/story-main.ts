import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { embeddedKey, portVariables } from '@engsales/service';
import { addDays, daysBetween } from '@engsales/values';
import { Command } from 'commander';
import { startEmbedded } from '../embedded.js';
import { P1_SIGNED_ON } from './fixture-p1.js';
import { walkP1, type WalkContext } from './p1-walk.js';
import { StoryRun, type TimelineEntry } from './story-run.js';

interface Place {
  readonly urls: Readonly<Record<string, string>>;
  readonly keysDir: string;
  readonly context: WalkContext;
  close(): Promise<void>;
}

const CHECKOUT = path.resolve(__dirname, '../../..');

/** `npm run story`: the main job on real input, through the REST API of a running system or of one of its own. */
async function main(): Promise<void> {
  const program = new Command('npm run story --')
    .description('Walks fixture P1 over HTTP: on the running system, else on one of its own with a fresh database.')
    .option('--own', 'start a system of its own, even when one is running')
    .option('--json', 'print one JSON object')
    .parse();
  const { own = false, json = false } = program.opts<{ own?: boolean; json?: boolean }>();
  const say = (line: string) => void (json ? undefined : process.stdout.write(`${line}\n`));
  const place = own ? await ownSystem(say) : ((await runningSystem(say)) ?? (await ownSystem(say)));
  const story = new StoryRun(place.urls, await embeddedKey(place.keysDir), say);
  let timeline: TimelineEntry[] = [];
  try {
    timeline = await walkP1(story, place.context);
  } catch (error) {
    story.failures.push(error instanceof Error ? error.message : String(error));
  } finally {
    await place.close();
  }
  const { steps, checks, refusals, failures } = story;
  if (json)
    process.stdout.write(
      `${JSON.stringify({ steps, checks, failed: failures.length, failures, refusals, timeline })}\n`,
    );
  else tell(story, timeline);
  process.exit(failures.length === 0 ? 0 : 1);
}

function tell({ steps, checks, refusals, failures }: StoryRun, timeline: readonly TimelineEntry[]): void {
  const lines = timeline.map(
    ({ at, service, who, what }) => `  ${at.slice(11, 23)}  ${service.padEnd(10)}  ${what.padEnd(30)}  ${who}`,
  );
  const refused = refusals.map(({ step, status, code }) => `  ${status} ${code.padEnd(28)} ${step}`);
  process.stdout.write(
    `\nWhat happened, across the services:\n${lines.join('\n')}\n\nRefused:\n${refused.join('\n')}\n`,
  );
  for (const failure of failures) process.stdout.write(`\nfailed: ${failure}`);
  process.stdout.write(`\nstory: ${steps} steps, ${checks} checks, ${failures.length} failed\n`);
}

/** The system on the configured ports, if one answers. Its clock stays as it is, so the fixture's dates move to its today. */
async function runningSystem(say: (line: string) => void): Promise<Place | undefined> {
  const urls = Object.fromEntries(
    portVariables().map(({ service, name, fallback }) => [
      service,
      `http://${process.env.HOST ?? '127.0.0.1'}:${process.env[name] ?? fallback}`,
    ]),
  );
  const answers = Object.values(urls).map((url) =>
    fetch(`${url}/health/ready`)
      .then((r) => r.ok)
      .catch(() => false),
  );
  if ((await Promise.all(answers)).includes(false)) return undefined;
  say(`walking on the running system (${urls.contract})`);
  const keysDir = path.resolve(CHECKOUT, process.env.ENGSALES_DATA_DIR || '.data', 'keys');
  const today = await todayOf(urls, keysDir);
  const shift = daysBetween(P1_SIGNED_ON, today);
  const contractNo = `HT-${today.slice(0, 4)}-${Date.now().toString(36).toUpperCase()}`;
  return { urls, keysDir, context: { contractNo, date: (d) => addDays(d, shift) }, close: () => Promise.resolve() };
}

/** The business date of the running system, whose clock may have been set. */
async function todayOf(urls: Place['urls'], keysDir: string): Promise<string> {
  const story = new StoryRun(urls, await embeddedKey(keysDir), () => undefined);
  return String((await story.get('admin', 'contract', '/admin/clock')).today);
}

/** A system on free ports with a fresh database and the clock at the fixture's day. */
async function ownSystem(say: (line: string) => void): Promise<Place> {
  say('starting a system for the story');
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'engsales-story-'));
  chmodSync(dataDir, 0o755);
  const free = Object.fromEntries(portVariables().map(({ name }) => [name, '0']));
  const env = {
    LOG_LEVEL: 'error',
    ...free,
    POSTGRES_PORT: '0',
    ENGSALES_DATA_DIR: dataDir,
    ENGSALES_CLOCK: `${P1_SIGNED_ON}T01:00:00Z`,
  };
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const system = await startEmbedded(env, () => undefined);
    const close = async () => {
      await system.stop();
      remove();
    };
    return {
      urls: system.urls,
      keysDir: path.join(dataDir, 'keys'),
      context: { contractNo: 'HT-2025-0031', date: (d) => d },
      close,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
