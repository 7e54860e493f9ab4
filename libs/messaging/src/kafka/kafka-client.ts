import { Kafka, logLevel, type Admin, type LogEntry, type SASLOptions } from 'kafkajs';
import type { ConnectionOptions } from 'node:tls';
import { readManyHeadersInTime } from './many-headers.js';

export interface KafkaSettings {
  readonly brokers: readonly string[];
  /** Names the process in the broker's logs and quotas. */
  readonly clientId: string;
  readonly tls?: ConnectionOptions;
  readonly sasl?: SASLOptions;
  /** How long a silent member keeps its partitions, ms. */
  readonly sessionTimeoutMs: number;
  /** Tries of a request before it fails; 8 when absent. */
  readonly retries?: number;
}

export type KafkaLog = (entry: { readonly namespace: string; readonly text: string; readonly fields: object }) => void;

readManyHeadersInTime();

// never by itself for ever: our own loops retry, report and count
const RETRY = { initialRetryTime: 100, factor: 0.2, multiplier: 2, retries: 8, maxRetryTime: 5_000 };

/** kafkajs as this product uses it. Its own lines all go to `log`, as detail: what matters is reported by state. */
export function kafkaClient(settings: KafkaSettings, log: KafkaLog): Kafka {
  const { brokers, clientId, tls, sasl, retries = RETRY.retries } = settings;
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ...(tls ? { ssl: tls } : {}),
    ...(sasl ? { sasl } : {}),
    connectionTimeout: 3_000,
    requestTimeout: 30_000,
    enforceRequestTimeout: true,
    retry: { ...RETRY, retries },
    logLevel: logLevel.WARN,
    logCreator: () => (entry: LogEntry) => {
      const { message, timestamp: _timestamp, logger: _logger, ...fields } = entry.log;
      log({ namespace: entry.namespace, text: message, fields });
    },
  });
}

/** Runs with a connection of its own, which is closed in any case. */
export async function withAdmin<Result>(kafka: Kafka, run: (admin: Admin) => Promise<Result>): Promise<Result> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await run(admin);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

const OUTAGE =
  /^KafkaJS(Connection|Broker|NumberOfRetriesExceeded|RequestTimeout|GroupCoordinatorNotFound|NoBrokerAvailable|LockTimeout)/;

/** This login lacks a right: an administrator must give it, and nothing else is wrong. */
export function isAuthorizationFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { type, cause } = error as { type?: string; cause?: unknown };
  return /_AUTHORIZATION_FAILED$/.test(type ?? '') || (cause instanceof Error && isAuthorizationFault(cause));
}

/** The broker or the way to it failed, or a right is still to be given; waiting helps. Else something is wrong that will not pass by itself. */
export function isKafkaOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isAuthorizationFault(error)) return true;
  const { retriable, cause } = error as { retriable?: boolean; cause?: unknown };
  return retriable === true || OUTAGE.test(error.name) || (cause instanceof Error && isKafkaOutage(cause));
}
