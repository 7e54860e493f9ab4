import { CATALOGUE } from '../catalogue.js';
import type { PublicEvent, ServiceName } from '../envelope.js';

export type Schema = Readonly<Record<string, unknown>>;

/** By `<type>.v<version>`, as the files in `samples/` are named; whoever makes a document reads them, this lib has no I/O. */
export type Samples = Readonly<Record<string, object>>;

export const schemaKey = ({ type, version }: PublicEvent<unknown>): string => `${type}.v${version}`;

export const eventsOf = (service: ServiceName): PublicEvent<unknown>[] =>
  [...CATALOGUE.values()].filter((event) => event.service === service);

export function sampleOf(event: PublicEvent<unknown>, samples: Samples): object {
  const sample = samples[schemaKey(event)];
  if (!sample) throw new Error(`no sample of ${schemaKey(event)}`);
  return sample;
}

/** What published-schemas.json will say once the documents are written. */
export const currentSchemas = (): Record<string, Schema> =>
  Object.fromEntries([...CATALOGUE.values()].map((event) => [schemaKey(event), event.schema as Schema]));
