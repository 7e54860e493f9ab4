import { deadLetterTopicOf, PARTITIONS, SERVICES, topicOf, type ServiceName } from '@engsales/events';
import { ConfigResourceTypes, type Admin } from 'kafkajs';

export interface TopicPlan {
  readonly topic: string;
  readonly partitions: number;
  /** Days; -1 keeps everything, so that a service added later sees all history. */
  readonly retentionDays: number;
}

export interface ProvisionOptions {
  /** Of the events; dead letters are kept 90 days. */
  readonly retentionDays: number;
  /** Copies; as many as there are brokers, three at most, when absent. */
  readonly replicas?: number;
}

const UNCOMPRESSED = 'uncompressed';
const LEAST_RETENTION_DAYS = 14;
const DAY_MS = 86_400_000;
/** Room for a batch of one partition: the relay sends at most 1 MB at a time, a single event may be larger. */
const MAX_MESSAGE_BYTES = 2_097_152;

/** The topics of a service: what it publishes, and copies of what it could not handle. */
export function topicPlans(services: readonly ServiceName[], retentionDays = -1): TopicPlan[] {
  return services.flatMap((service) => [
    { topic: topicOf(service), partitions: PARTITIONS, retentionDays },
    { topic: deadLetterTopicOf(service), partitions: 1, retentionDays: 90 },
  ]);
}

/** Everything that is wrong with the topics, in sentences; empty when they may be used. */
export async function problemsOfTopics(admin: Admin, plans: readonly TopicPlan[]): Promise<string[]> {
  const { partitionsOf, settingsOf } = await describe(admin, plans);
  return plans.flatMap(({ topic, partitions }) => {
    const found = partitionsOf.get(topic);
    if (found === undefined) return [`${topic} does not exist, or this login may not see it`];
    const wrongCount = `${topic} has ${found} partitions, not ${partitions}: keys would move`;
    return [...(found === partitions ? [] : [wrongCount]), ...problemsOfSettings(topic, settingsOf.get(topic))];
  });
}

function problemsOfSettings(topic: string, settings: ReadonlyMap<string, string> = new Map()): string[] {
  const problems: string[] = [];
  const policy = settings.get('cleanup.policy') ?? 'delete';
  const retentionMs = Number(settings.get('retention.ms') ?? -1);
  const compression = settings.get('compression.type') ?? UNCOMPRESSED;
  const maxBytes = Number(settings.get('max.message.bytes') ?? MAX_MESSAGE_BYTES);
  if (policy !== 'delete') problems.push(`${topic} has cleanup.policy ${policy}, not delete: events would vanish`);
  if (retentionMs >= 0 && retentionMs < LEAST_RETENTION_DAYS * DAY_MS)
    problems.push(`${topic} keeps records ${retentionMs} ms, less than ${LEAST_RETENTION_DAYS} days`);
  if (maxBytes < MAX_MESSAGE_BYTES)
    problems.push(`${topic} takes messages up to ${maxBytes} bytes, not ${MAX_MESSAGE_BYTES}`);
  // kafkajs reads gzip only, and a megabyte of it may be a gigabyte of records: the broker unpacks, and refuses what is large
  if (compression !== UNCOMPRESSED)
    problems.push(
      `${topic} has compression.type ${compression}, not ${UNCOMPRESSED}: a packed batch could stop its readers`,
    );
  return problems;
}

/** Makes what is missing; leaves alone what exists. Answers what it made and what is wrong with the rest. */
export async function provisionTopics(admin: Admin, { retentionDays, replicas }: ProvisionOptions) {
  const plans = topicPlans(SERVICES, retentionDays);
  const existing = new Set(await admin.listTopics());
  const missing = plans.filter(({ topic }) => !existing.has(topic));
  const brokers = (await admin.describeCluster()).brokers.length;
  const replicationFactor = replicas ?? Math.min(3, brokers);
  if (missing.length > 0) {
    await admin.createTopics({
      waitForLeaders: true,
      timeout: 30_000,
      topics: missing.map((plan) => ({
        topic: plan.topic,
        numPartitions: plan.partitions,
        replicationFactor,
        configEntries: entriesOf(plan, replicationFactor),
      })),
    });
  }
  return { created: missing.map(({ topic }) => topic), problems: await problemsOfTopics(admin, plans) };
}

function entriesOf({ retentionDays }: TopicPlan, replicationFactor: number) {
  const settings = {
    'cleanup.policy': 'delete',
    'compression.type': UNCOMPRESSED,
    'retention.ms': String(retentionDays < 0 ? -1 : retentionDays * DAY_MS),
    'max.message.bytes': String(MAX_MESSAGE_BYTES),
    'min.insync.replicas': String(replicationFactor >= 3 ? 2 : 1),
  };
  return Object.entries(settings).map(([name, value]) => ({ name, value }));
}

async function describe(admin: Admin, plans: readonly TopicPlan[]) {
  const existing = new Set(await admin.listTopics());
  const topics = plans.map(({ topic }) => topic).filter((topic) => existing.has(topic));
  const partitionsOf = new Map<string, number>();
  const settingsOf = new Map<string, Map<string, string>>();
  if (topics.length === 0) return { partitionsOf, settingsOf };
  const { topics: found } = await admin.fetchTopicMetadata({ topics });
  for (const { name, partitions } of found) partitionsOf.set(name, partitions.length);
  const resources = topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name }));
  const { resources: described } = await admin.describeConfigs({ includeSynonyms: false, resources });
  for (const { resourceName, configEntries } of described) {
    settingsOf.set(resourceName, new Map(configEntries.map((entry) => [entry.configName, entry.configValue])));
  }
  return { partitionsOf, settingsOf };
}
