import { embeddedKey } from '@engsales/http';
import { addReplicas, type Replicas } from '@engsales/launcher';
import { Command } from 'commander';
import { walkP1 } from './p1-walk.js';
import { ownKafkaSystem, ownSystem, runningSystem } from './story-place.js';
import { StoryRun, type TimelineEntry } from './story-run.js';

interface Options {
  readonly own?: boolean;
  readonly json?: boolean;
  readonly kafka?: boolean;
  readonly replicas: Replicas;
}

/** `npm run story`: the main job on real input, through the REST API of a running system or of one of its own. */
async function main(): Promise<void> {
  const program = new Command('npm run story --')
    .description('Walks fixture P1 over HTTP: on the running system, else on one of its own with a fresh database.')
    .option('--own', 'start a system of its own, even when one is running')
    .option('--json', 'print one JSON object')
    .option('--kafka', 'on five processes that talk through Kafka: those of npm run start:kafka, else its own')
    .option('--replicas <service=n>', 'with --kafka: processes of one service; repeat it', addReplicas, {})
    .parse();
  const { own = false, json = false, kafka = false, replicas } = program.opts<Options>();
  const say = (line: string) => void (json ? undefined : process.stdout.write(`${line}\n`));
  const make = () => (kafka ? ownKafkaSystem(replicas, say) : ownSystem(say));
  const isFresh = own || Object.keys(replicas).length > 0;
  const place = isFresh ? await make() : ((await runningSystem(kafka, say)) ?? (await make()));
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

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
