import { readFileSync } from 'node:fs';
import type { KafkaSettings } from '@engsales/messaging';
import { z } from 'zod';

const brokers = z
  .string()
  .refine((text) => brokersIn(text).every((b) => /^[^\s:]+:\d{1,5}$/.test(b)), 'host:port, several with commas');
const file = z.string().refine(isReadable, 'a file that can be read');

/** How to reach Kafka. */
export const kafkaShape = {
  KAFKA_BROKERS: brokers
    .optional()
    .describe('brokers (host:port, several with commas); without it one process hosts all services'),
  KAFKA_SSL: z.enum(['true', 'false']).default('false').describe('TLS to the brokers'),
  KAFKA_SSL_CA_FILE: file.optional().describe('certificates that the brokers are trusted by, PEM'),
  KAFKA_SSL_CERT_FILE: file.optional().describe('own certificate, PEM, where brokers ask for one (mTLS)'),
  KAFKA_SSL_KEY_FILE: file.optional().describe('key of the own certificate, PEM'),
  KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'])
    .optional()
    .describe('how to log in: plain, scram-sha-256 or scram-sha-512'),
  KAFKA_SASL_USERNAME: z.string().optional().describe('name to log in with'),
  KAFKA_SASL_PASSWORD: z.string().optional().describe('password to log in with'),
  KAFKA_SESSION_SECONDS: z.coerce
    .number()
    .min(6)
    .max(300)
    .default(30)
    .describe('how long a silent consumer keeps its partitions'),
};

export type KafkaConfig = z.infer<z.ZodObject<typeof kafkaShape>>;

/** What cannot be together, in sentences. */
export function kafkaProblems(env: NodeJS.ProcessEnv): string[] {
  const problems: string[] = [];
  const sasl = ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'].filter((name) => !env[name]);
  if (sasl.length > 0 && sasl.length < 3)
    problems.push(`${sasl.join(', ')}: needed with the other KAFKA_SASL settings`);
  if (!!env.KAFKA_SSL_CERT_FILE !== !!env.KAFKA_SSL_KEY_FILE)
    problems.push('KAFKA_SSL_CERT_FILE, KAFKA_SSL_KEY_FILE: one needs the other');
  const files = ['KAFKA_SSL_CA_FILE', 'KAFKA_SSL_CERT_FILE', 'KAFKA_SSL_KEY_FILE'].filter((name) => env[name]);
  if (files.length > 0 && env.KAFKA_SSL !== 'true') problems.push(`${files.join(', ')}: needs KAFKA_SSL=true`);
  return problems;
}

/** undefined when there is no Kafka to talk to. */
export function kafkaSettings(config: KafkaConfig, clientId: string): KafkaSettings | undefined {
  if (!config.KAFKA_BROKERS) return undefined;
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = config;
  const sasl = mechanism && username && password ? { mechanism, username, password } : undefined;
  return {
    brokers: brokersIn(config.KAFKA_BROKERS),
    clientId,
    sessionTimeoutMs: config.KAFKA_SESSION_SECONDS * 1000,
    ...(config.KAFKA_SSL === 'true' ? { tls: tlsOf(config) } : {}),
    ...(sasl ? { sasl: sasl as NonNullable<KafkaSettings['sasl']> } : {}),
  };
}

function tlsOf({ KAFKA_SSL_CA_FILE: ca, KAFKA_SSL_CERT_FILE: cert, KAFKA_SSL_KEY_FILE: key }: KafkaConfig) {
  return {
    ...(ca ? { ca: [readFileSync(ca, 'utf8')] } : {}),
    ...(cert ? { cert: readFileSync(cert, 'utf8') } : {}),
    ...(key ? { key: readFileSync(key, 'utf8') } : {}),
  };
}

const brokersIn = (text: string) => text.split(',').map((broker) => broker.trim());

function isReadable(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
