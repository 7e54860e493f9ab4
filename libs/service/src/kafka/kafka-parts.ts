import {
  DeadLetterCopies,
  isKafkaOutage,
  KafkaBus,
  kafkaClient,
  KafkaLink,
  KafkaSender,
  PartitionCheckpoints,
  Relay,
  topicPlans,
  wantedRights,
  type Checkpoints,
  type DeadLetters,
  type KafkaLog,
  type KafkaSettings,
  type LinkState,
  type PublishedFeed,
} from '@engsales/messaging';
import type { ServiceName } from '@engsales/events';
import type { Logger } from 'pino';
import { classify } from '../background/classify.js';
import type { Pools } from '../database/pools.js';
import type { ServiceDefinition } from '../definition.js';

/** What a service has when it talks through Kafka. */
export interface KafkaParts {
  readonly link: KafkaLink;
  readonly bus: KafkaBus;
  readonly relay: Relay;
  readonly copies: DeadLetterCopies;
  close(): Promise<void>;
}

export interface KafkaSurroundings {
  readonly definition: ServiceDefinition;
  readonly logger: Logger;
  readonly pools: Pick<Pools, 'work' | 'progress'>;
  readonly feed: PublishedFeed;
  readonly checkpoints: Checkpoints;
  readonly deadLetters: DeadLetters;
  readonly failpoint: (name: string) => void;
}

export function openKafka(settings: KafkaSettings, around: KafkaSurroundings): KafkaParts {
  const { definition, logger, feed, checkpoints, deadLetters, failpoint } = around;
  const { name } = definition;
  const log: KafkaLog = ({ namespace, text, fields }) => logger.debug({ ...fields, namespace }, text);
  const kafka = kafkaClient(settings, log);
  // whether the broker answers is asked again and again anyway, so each question gives up soon
  const asking = kafkaClient({ ...settings, retries: 1 }, log);
  const hasLogin = settings.sasl !== undefined || settings.tls?.cert !== undefined;
  const told = ({ status, message, warnings }: LinkState) => {
    logger[status === 'UP' ? 'info' : 'error']({ status }, `kafka: ${message}`);
    for (const warning of warnings) logger.warn({ status }, `kafka: ${warning}`);
  };
  const link = new KafkaLink(asking, topicPlans(servicesOf(definition)), told, wantedRights(name, hasLogin));
  const bus = new KafkaBus(kafka, link, new PartitionCheckpoints(around.pools.work, around.pools.progress), {
    sessionTimeoutMs: settings.sessionTimeoutMs,
    isTransient: (error) => classify(error).kind === 'transient' || isKafkaOutage(error),
    onTrouble: (group, source, error) => logger.error({ err: error, group, source }, 'consumer: will try again'),
    onLost: (group, source, partition, from) =>
      logger.error({ group, source, partition, from: String(from) }, 'consumer: records are gone from the topic'),
  });
  const sender = new KafkaSender(kafka);
  const parts = {
    send: sender.send.bind(sender),
    ready: (signal: AbortSignal) => link.up(signal),
    onTrouble: (error: unknown) => logger.error({ err: error }, 'kafka: sending failed, will try again'),
    failpoint,
  };
  const relay = new Relay(name, feed, checkpoints, parts);
  const copies = new DeadLetterCopies(name, deadLetters, parts);
  return { link, bus, relay, copies, close: () => sender.close() };
}

/** Itself, for its events and dead letters, and whom it listens to. */
function servicesOf({ name, reactions }: ServiceDefinition): ServiceName[] {
  const heard = reactions.map(({ source }) => source).filter((source) => source !== 'own');
  return [...new Set([name, ...heard])];
}
