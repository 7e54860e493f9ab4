import { SERVICES, type ServiceName } from '@engsales/events';
import { isInstant } from '@engsales/values';
import { z } from 'zod';
import type { Settings } from '@engsales/event-sourcing';
import { identityShape, secret } from './identity-config.js';
import { kafkaProblems, kafkaShape } from './kafka-config.js';
import { readSettings, type SettingDefinitions } from './settings.js';
import { readTexts, type TextDefinitions, type Texts } from './texts.js';
import { unsafeSettings } from './unsafe-settings.js';
import type { VariableDescription } from './variable-description.js';

const DEFAULT_PORTS: Record<ServiceName, number> = {
  lead: 7101,
  tender: 7102,
  contract: 7103,
  production: 7104,
  aftersales: 7105,
};

const port = z.coerce.number().int().min(0).max(65_535);
const instant = z.string().refine(isInstant, 'an instant such as 2025-03-10T01:00:00Z');

/** Every variable that a service reads; docs/configuration.md names each of them. */
const shape = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('PostgreSQL server and base name; the embedded profile starts its own when unset'),
  DATABASE_LAYOUT: z
    .enum(['database', 'schema'])
    .default('database')
    .describe('a database per service, or one with a schema per service'),
  HOST: z.string().default('127.0.0.1').describe('address that the services listen on'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('warn').describe('least level of log lines'),
  LEASE_SECONDS: z.coerce
    .number()
    .min(1)
    .max(300)
    .default(5)
    .describe('how long a silent replica keeps the background work'),
  RATE_LIMIT_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(0)
    .default(120_000)
    .describe('requests of one person, or of one address without a token, per minute; 0 is no limit'),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[\w.:/, -]*$/, 'addresses or networks with commas')
    .default('loopback')
    .transform((text) =>
      text
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .describe('proxies whose X-Forwarded-For is believed: addresses, networks, or loopback'),
  BODY_SECONDS: z.coerce.number().min(1).max(600).default(30).describe('how long a request body may take to arrive'),
  MAX_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(1_000)
    .describe('connections of a service at once'),
  API_PAGE: z.enum(['true', 'false']).default('true').describe('whether /docs and /openapi.json are answered'),
  METRICS: z.enum(['true', 'false']).default('true').describe('whether /metrics is answered'),
  ...identityShape,
  FINGERPRINT_SECRET: secret
    .optional()
    .describe('HMAC secret of request fingerprints, base64; made and kept by the embedded profile'),
  PERSONAL_DATA_MASTER_KEY: secret
    .optional()
    .describe('master key of the personal-data vault, base64; made and kept by the embedded profile'),
  POSTGRES_PORT: port.default(7100).describe('port of the PostgreSQL that npm start starts; 0 takes a free one'),
  KAFKA_PORT: port
    .default(7092)
    .describe('port of the Kafka that npm run kafka and start:kafka start; 0 takes a free one'),
  ENGSALES_DATA_DIR: z
    .string()
    .default('.data')
    .describe('keys, the embedded PostgreSQL and the local Kafka live here'),
  ENGSALES_CLOCK: instant
    .optional()
    .describe('starts the clock there (embedded profile only), to walk dated scenarios'),
  ENGSALES_FAILPOINT: z.string().optional().describe('tests only: kills the process at <service>:<point>:<nth hit>'),
  ENGSALES_LOCAL_KEYS: z
    .enum(['true', 'false'])
    .default('false')
    .describe('laptops only (npm run start:kafka): a single service takes the keys and tokens of ENGSALES_DATA_DIR'),
  ...kafkaShape,
  EVENTSTORE_URL: z.string().optional().describe('not supported yet: events are kept in PostgreSQL'),
});

export interface ServiceConfig extends z.infer<typeof shape> {
  readonly port: number;
  readonly databaseUrl: string;
  readonly schema: string | undefined;
  readonly embedded: boolean;
  readonly settings: Settings;
  /** What the company says of itself, for papers. */
  readonly texts: Texts;
}

/** All that is wrong with the environment, at once. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the configuration is not valid:\n${problems.map((p) => `  - ${p}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** @throws ConfigError naming every wrong variable */
export function readConfig(
  service: ServiceName,
  env: NodeJS.ProcessEnv,
  embedded: boolean,
  definitions: SettingDefinitions = {},
  textDefinitions: TextDefinitions = {},
): ServiceConfig {
  const prefix = service.toUpperCase();
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  const ownPort = port.safeParse(given[`${prefix}_PORT`] ?? DEFAULT_PORTS[service]);
  if (!ownPort.success) problems.push(`${prefix}_PORT: ${ownPort.error.issues[0]?.message}`);
  const { settings, problems: unsettled } = readSettings(definitions, given);
  const { texts, problems: unsaid } = readTexts(textDefinitions, given);
  problems.push(...unsettled, ...unsaid, ...whatCannotBe(given, embedded));
  problems.push(...unsafeSettings(given, `${prefix}_DATABASE_URL`, embedded));
  if (!parsed.success || !ownPort.success || problems.length > 0) throw new ConfigError(problems);
  const { url, schema } = databaseOf(service, parsed.data, given[`${prefix}_DATABASE_URL`]);
  return { ...parsed.data, port: ownPort.data, databaseUrl: url, schema, embedded, settings, texts };
}

function whatCannotBe(env: NodeJS.ProcessEnv, embedded: boolean): string[] {
  const problems: string[] = [];
  if (!embedded && !env.KAFKA_BROKERS)
    problems.push('KAFKA_BROKERS: a process that does not host all five services needs Kafka; or use npm start');
  problems.push(...kafkaProblems(env));
  if (env.EVENTSTORE_URL) problems.push('EVENTSTORE_URL: EventStoreDB is not supported yet; leave it unset');
  if (!embedded && env.ENGSALES_CLOCK) problems.push('ENGSALES_CLOCK: only the embedded profile may set the clock');
  const ownKeys = embedded || env.ENGSALES_LOCAL_KEYS === 'true';
  if (!ownKeys && !env.OIDC_ISSUER) problems.push('OIDC_ISSUER: needed outside the embedded profile');
  const secrets = ['FINGERPRINT_SECRET', 'PERSONAL_DATA_MASTER_KEY', 'STAFF_ID_SECRET'].filter(
    (name) => !ownKeys && !env[name],
  );
  problems.push(...secrets.map((name) => `${name}: needed outside the embedded profile`));
  return problems;
}

function databaseOf(service: ServiceName, config: z.infer<typeof shape>, own: string | undefined) {
  if (own) return { url: own, schema: undefined };
  const url = new URL(config.DATABASE_URL);
  const base = url.pathname.slice(1) || 'engsales';
  if (config.DATABASE_LAYOUT === 'schema')
    return { url: Object.assign(url, { pathname: `/${base}` }).toString(), schema: service };
  return { url: Object.assign(url, { pathname: `/${base}_${service}` }).toString(), schema: undefined };
}

/** The variable that sets each service's port, and the port without it. */
export function portVariables(): { service: ServiceName; name: string; fallback: string }[] {
  return SERVICES.map((service) => ({
    service,
    name: `${service.toUpperCase()}_PORT`,
    fallback: String(DEFAULT_PORTS[service]),
  }));
}

/** The table of variables for the READMEs and `--help`. */
export function describeVariables(): VariableDescription[] {
  const ports = portVariables().map(({ service, name, fallback }) => ({
    name,
    fallback,
    meaning: `port of ${service}`,
  }));
  const rest = Object.entries(shape.shape).map(([name, type]) => {
    const fallback = type.safeParse(undefined);
    return {
      name,
      fallback: fallback.success && fallback.data !== undefined ? String(fallback.data) : '',
      meaning: type.description ?? '',
    };
  });
  return [
    ...ports,
    { name: '<SERVICE>_DATABASE_URL', fallback: '', meaning: 'a database of its own for one service' },
    ...rest,
  ];
}
