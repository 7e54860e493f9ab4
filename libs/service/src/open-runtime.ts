import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { auditEntry, Metrics } from '@engsales/admin';
import {
  categoryOf,
  CommandExecutor,
  PostgresEventStore,
  UpcastingEventStore,
  type ExecutorHooks,
  type RecordedEvent,
} from '@engsales/event-sourcing';
import {
  AnswerRecord,
  embeddedKey,
  embeddedSecret,
  embeddedVerifier,
  oidcVerifier,
  parseRoleMap,
  StaffDirectory,
} from '@engsales/http';
import {
  Checkpoints,
  ClaimFence,
  Counters,
  Cursors,
  DeadLetters,
  FeedBus,
  OWN_FEED,
  ownFeed,
  OwnFeedBus,
  publishedFeed,
  type MessageSource,
  type PublishedFeed,
} from '@engsales/messaging';
import { PostgresVault } from '@engsales/personal-data';
import { ProjectionRunner, Rebuilds } from '@engsales/read-models';
import { failpointFor } from './background/failpoint.js';
import { timerLog } from './background/timers.js';
import { kafkaSettings } from './config/kafka-config.js';
import { ConfigError, type ServiceConfig } from './config/service-config.js';
import { LIBRARY_MIGRATIONS } from './database/library-migrations.js';
import {
  ensureDatabase,
  migrate,
  openDataSource,
  openPools,
  openRebuildDataSource,
  type Pools,
} from './database/pools.js';
import type { ServiceDefinition } from './definition.js';
import { openKafka } from './kafka/kafka-parts.js';
import { Lease } from './lease/lease.js';
import { makeLogger } from './logging/logger.js';
import type { ProcessRuntime, ServiceRuntime } from './service-runtime.js';

export interface OpenedRuntime {
  readonly runtime: ServiceRuntime;
  readonly migrations: readonly string[];
  close(): Promise<void>;
}

/** Database, migrations, store, bus, lease: everything of a service but HTTP. Registers its feed with the process. */
export async function openRuntime(
  definition: ServiceDefinition,
  config: ServiceConfig,
  shared: ProcessRuntime,
): Promise<OpenedRuntime> {
  const logger = makeLogger(config.LOG_LEVEL);
  const trouble = (what: string) => (error: unknown) => logger.error({ err: error }, what);
  await ensureDatabase(config);
  const database = await openDataSource(config, definition, LIBRARY_MIGRATIONS).initialize();
  const migrations = await migrate(config, database, timerLog(logger));
  const pools = openPools(config, trouble('a database connection failed'));
  const keysDir = path.resolve(config.ENGSALES_DATA_DIR, 'keys');
  const vault = await openVault(config, keysDir, pools).catch(async (error: unknown) => {
    await Promise.all([database.destroy(), pools.close()]);
    throw error;
  });
  const rebuildDatabase = await openRebuildDataSource(config).initialize();
  const metrics = new Metrics(definition.name);
  const raw = new PostgresEventStore(pools);
  const store = new UpcastingEventStore(
    raw,
    [auditEntry(definition.name), ...definition.deciders].map((entry) => entry.aggregate),
  );
  const hooks: ExecutorHooks = {
    onConflict: (category) => metrics.conflicts.inc({ category }),
    onLongStream: (stream) => metrics.longStreams.inc({ category: categoryOf(stream) }),
  };
  const executor = new CommandExecutor(store, hooks, config.settings);
  const own = ownFeed(definition.name, store);
  const feed = publishedFeed(definition.name, store, ownPublishedEvents(definition));
  shared.feeds.set(definition.name, feed);
  const checkpoints = new Checkpoints(pools.work, pools.progress);
  const feedOf = (source: MessageSource) => (source === OWN_FEED ? own : feedIn(shared, source));
  const feedBus = new FeedBus(feedOf, checkpoints);
  const deadLetters = new DeadLetters(pools.lanes);
  const owner = `${os.hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
  const settings = shared.bus ? undefined : kafkaSettings(config, `engsales.${owner}`);
  const failpoint = failpointFor(definition.name, config.ENGSALES_FAILPOINT);
  const around = { definition, logger, pools, feed, checkpoints, deadLetters, failpoint };
  const kafka = settings ? openKafka(settings, around) : undefined;
  const others = shared.bus ?? kafka?.bus;
  const runtime: ServiceRuntime = {
    definition,
    config,
    process: shared,
    logger,
    pools,
    database,
    store,
    executor,
    bus: others ? new OwnFeedBus(feedBus, others) : feedBus,
    kafka,
    cursors: new Cursors(pools.work),
    counters: new Counters(pools.progress),
    fence: new ClaimFence(checkpoints),
    deadLetters,
    projections: new ProjectionRunner(definition.projections, store, database, (projection, error) =>
      logger.error({ err: error, projection }, 'projection: will try again'),
    ),
    rebuilds: new Rebuilds(store, rebuildDatabase),
    lease: new Lease(pools.lease, definition.name, owner, config.LEASE_SECONDS, trouble('lease')),
    vault,
    staff: new StaffDirectory(pools.work),
    verifier: await verifierFor(config, keysDir, trouble('the identity provider does not answer')),
    metrics,
    fingerprintSecret: secretOf(config.FINGERPRINT_SECRET, keysDir, 'fingerprint-secret').toString('base64'),
    readers: [],
    personRoles: { keep: [], reveal: [] },
    accepting: true,
    inFlight: 0,
    answers: new AnswerRecord(),
    methodsAt: () => [],
  };
  metrics.watch(runtime);
  const close = async () => {
    await kafka?.close();
    await store.close();
    await Promise.all([database.destroy(), rebuildDatabase.destroy(), pools.close()]);
  };
  return { runtime, migrations, close };
}

/** Only the service's own events are its business; what the host records (audit) is never published. */
function ownPublishedEvents(definition: ServiceDefinition) {
  const own = new Set(definition.deciders.flatMap((entry) => Object.keys(entry.aggregate.stored)));
  return (event: RecordedEvent) => (own.has(event.type) ? definition.publishedEvents(event) : undefined);
}

function feedIn(shared: ProcessRuntime, source: Exclude<MessageSource, typeof OWN_FEED>): PublishedFeed {
  const feed = shared.feeds.get(source);
  if (!feed) throw new Error(`the service ${source} does not run in this process`);
  return feed;
}

/** The tokens of the identity provider, or those that the key of this machine has signed. */
async function verifierFor(config: ServiceConfig, keysDir: string, onFailure: (error: unknown) => void) {
  const { OIDC_ISSUER: issuer, OIDC_ROLE_MAP: roleMap, OIDC_STAFF_ID_CLAIM: staffIdClaim } = config;
  if (!issuer) return embeddedVerifier(await embeddedKey(keysDir));
  const settings = {
    issuer,
    audience: config.OIDC_AUDIENCE,
    rolesClaim: config.OIDC_ROLES_CLAIM,
    staffIdSecret: secretOf(config.STAFF_ID_SECRET, keysDir, 'staff-id-secret'),
    ...(roleMap ? { roleMap: parseRoleMap(roleMap) } : {}),
    ...(staffIdClaim ? { staffIdClaim } : {}),
  };
  return oidcVerifier(settings, { onFailure });
}

/** @throws ConfigError when the vault was made with another master key */
async function openVault(config: ServiceConfig, keysDir: string, { work }: Pools): Promise<PostgresVault> {
  const vault = new PostgresVault(work, secretOf(config.PERSONAL_DATA_MASTER_KEY, keysDir, 'personal-data-master-key'));
  if (await vault.takesMasterKey()) return vault;
  const words = 'is not the key that the personal data of this database were encrypted with; give the former key back';
  throw new ConfigError([`PERSONAL_DATA_MASTER_KEY: ${words}`]);
}

function secretOf(given: string | undefined, keysDir: string, name: string): Buffer {
  return Buffer.from(given ?? embeddedSecret(keysDir, name), 'base64').subarray(0, 32);
}
