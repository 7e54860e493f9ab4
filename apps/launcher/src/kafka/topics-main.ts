import { SERVICES } from '@engsales/events';
import { kafkaClient, problemsOfTopics, provisionTopics, topicPlans, withAdmin } from '@engsales/messaging';
import { ConfigError, kafkaSettings, kafkaShape, kafkaProblems } from '@engsales/service';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';

interface Options {
  readonly check?: true;
  readonly retentionDays: number;
  readonly replicas?: number;
}

/** `npm run topics` */
async function main(): Promise<void> {
  const program = new Command('npm run topics --')
    .description(
      'Creates the topics that are missing on KAFKA_BROKERS (127.0.0.1:7092 when unset) and checks those that exist. ' +
        'Topics of events have 12 partitions and keep everything; topics of dead letters have one and keep 90 days.',
    )
    .option('--check', 'create nothing, only check')
    .option('--retention-days <n>', 'how long events are kept, at least 14; -1 for ever', readDays, -1)
    .option('--replicas <n>', 'copies of each topic; as many as brokers, three at most, when absent', readCount)
    .parse();
  const { check, retentionDays, replicas } = program.opts<Options>();
  const settings = settingsFrom({ KAFKA_BROKERS: '127.0.0.1:7092', ...withoutBlanks(process.env) });
  const options = { retentionDays, ...(replicas ? { replicas } : {}) };
  const { created, problems } = await withAdmin(
    kafkaClient(settings, () => undefined),
    async (admin) =>
      check
        ? { created: [], problems: await problemsOfTopics(admin, topicPlans(SERVICES)) }
        : provisionTopics(admin, options),
  );
  for (const topic of created) process.stdout.write(`created ${topic}\n`);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(`topics: ${created.length} created, ${problems.length} problems\n`);
  process.exit(problems.length === 0 ? 0 : 1);
}

function settingsFrom(env: NodeJS.ProcessEnv) {
  const parsed = z.object(kafkaShape).safeParse(env);
  const wrong = parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  const problems = [...wrong, ...kafkaProblems(env)];
  const settings = parsed.success ? kafkaSettings(parsed.data, 'engsales.topics') : undefined;
  if (problems.length > 0 || !settings) throw new ConfigError(problems);
  return settings;
}

const withoutBlanks = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

function readDays(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || (number !== -1 && number < 14)) throw new InvalidArgumentError('14 or more, or -1');
  return number;
}

function readCount(text: string): number {
  if (!/^[1-9]$/.test(text)) throw new InvalidArgumentError('1 to 9');
  return Number(text);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
