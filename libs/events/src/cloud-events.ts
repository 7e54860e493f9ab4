import { topicOf, type PublicMessage, type ServiceName } from './envelope.js';
import { excessIn } from './json-limits.js';
import { contradictedSubject, isAfterItsPosition, isUtcInstant, isUuid, positionOf } from './plausible.js';

/** CloudEvents 1.0, binary content mode of the Kafka protocol binding: attributes are headers, the payload is the value. */
export type WireHeaders = Readonly<Record<string, string>>;

export interface WireMessage {
  /** Decides the partition: everything of one engineering project stays in order. */
  readonly key: string;
  readonly headers: WireHeaders;
  readonly value: string;
}

export interface WireHeader {
  readonly name: string;
  readonly required: boolean;
  readonly meaning: string;
  readonly example: string;
}

/** Every header of a public event; the AsyncAPI document and docs/events.md are made from it. */
export const WIRE_HEADERS: readonly WireHeader[] = [
  { name: 'ce_specversion', required: true, meaning: 'version of CloudEvents', example: '1.0' },
  { name: 'ce_id', required: true, meaning: 'id of the event, uuid', example: '6f1c7c5e-7a0b-5f0e-9a51-0d6d6c2b8f10' },
  { name: 'ce_type', required: true, meaning: 'type of the event', example: 'engsales.contract.ContractSigned' },
  { name: 'ce_source', required: true, meaning: 'publishing service', example: '/contract' },
  {
    name: 'ce_subject',
    required: true,
    meaning: 'id of the aggregate (contract, production order, package, tracking), the same as in the payload',
    example: 'b1e0c7b2-7d52-5b7a-8f0f-6f1f0f4c2a11',
  },
  {
    name: 'ce_time',
    required: true,
    meaning: 'instant of the decision that recorded it, RFC 3339 UTC',
    example: '2025-03-10T01:00:00.000Z',
  },
  {
    name: 'ce_dataschema',
    required: true,
    meaning: 'schema of the payload, with its version',
    example: 'urn:engsales:schema:contract.ContractSigned:1',
  },
  {
    name: 'ce_projectid',
    required: true,
    meaning: 'id of the engineering project, also the key',
    example: '5f0d6f0e-2c43-5d1b-9a60-7f3a4b5c6d10',
  },
  {
    name: 'ce_correlationid',
    required: true,
    meaning: 'the deal that it belongs to: its project',
    example: '5f0d6f0e-2c43-5d1b-9a60-7f3a4b5c6d10',
  },
  {
    name: 'ce_causationid',
    required: true,
    meaning: 'command or event that caused it',
    example: '0f3b0a52-6f8e-4c0e-9f53-0f6a1f1f7f10',
  },
  {
    name: 'ce_sequence',
    required: true,
    meaning: 'revision of the aggregate: increasing, not contiguous; a lower or equal one is a duplicate',
    example: '4',
  },
  {
    name: 'ce_position',
    required: false,
    meaning: 'position in the publisher’s event store, as /admin/events shows it',
    example: 'contract.57',
  },
  {
    name: 'traceparent',
    required: false,
    meaning: 'W3C trace context of the request',
    example: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  },
  { name: 'content-type', required: true, meaning: 'always JSON', example: 'application/json' },
];

const TYPE_PREFIX = 'engsales.';
const SCHEMA = /^urn:engsales:schema:(.+):([1-9]\d{0,5})$/;

export const schemaUri = (type: string, version: number): string => `urn:engsales:schema:${type}:${version}`;

export function toWire(message: PublicMessage): WireMessage {
  const { position, traceparent } = message;
  const headers = {
    ce_specversion: '1.0',
    ce_id: message.id,
    ce_type: TYPE_PREFIX + message.type,
    ce_source: `/${message.source}`,
    ce_subject: message.subject,
    ce_time: message.time,
    ce_dataschema: schemaUri(message.type, message.version),
    ce_projectid: message.projectId,
    ce_correlationid: message.correlationId,
    ce_causationid: message.causationId,
    ce_sequence: String(message.sequence),
    ...(position === undefined ? {} : { ce_position: position }),
    ...(traceparent === undefined ? {} : { traceparent }),
    'content-type': 'application/json',
  };
  return { key: message.projectId, headers, value: JSON.stringify(message.data) };
}

/**
 * Why a record is no public event. `UNREADABLE`: no parsable body, or too much of it; `BAD_ENVELOPE`: a header is missing or
 * wrong; `SUBJECT_CONTRADICTED`: headers and payload name different aggregates; `SEQUENCE_IMPOSSIBLE`: no store counts so.
 */
export interface WireDefect {
  readonly code: 'UNREADABLE' | 'BAD_ENVELOPE' | 'SUBJECT_CONTRADICTED' | 'SEQUENCE_IMPOSSIBLE';
  readonly message: string;
}

/** Such a record says of itself that its envelope is not to be believed, not even whom it is about. */
export const isDisbelieved = (code: string): boolean =>
  code === 'SUBJECT_CONTRADICTED' || code === 'SEQUENCE_IMPOSSIBLE';

/** What a topic brought: the envelope as far as it could be read, and what is wrong with it, if anything is. */
export interface FromWire {
  readonly envelope: Partial<PublicMessage>;
  readonly defect?: WireDefect;
  readonly message?: PublicMessage;
}

/** Reads a record of a service's topic; never throws. Unknown headers are left alone. */
export function fromWire(service: ServiceName, headers: WireHeaders, value: string | null): FromWire {
  const envelope = envelopeIn(service, headers);
  const problem = problemOf(service, headers, envelope);
  if (problem) return { envelope, defect: { code: 'BAD_ENVELOPE', message: problem } };
  const { sequence = 0, position } = envelope;
  if (position !== undefined && isAfterItsPosition(sequence, positionOf(service, position) ?? 0))
    return { envelope, defect: impossible(`ce_sequence ${sequence} is not below ce_position ${position}`) };
  if (!value) return { envelope, defect: { code: 'UNREADABLE', message: 'the record has no value' } };
  const excess = excessIn(value);
  if (excess) return { envelope, defect: { code: 'UNREADABLE', message: excess } };
  try {
    return believed(envelope, JSON.parse(value) as unknown);
  } catch {
    return { envelope, defect: { code: 'UNREADABLE', message: 'the value is no JSON' } };
  }
}

const impossible = (message: string): WireDefect => ({ code: 'SEQUENCE_IMPOSSIBLE', message });

function believed(envelope: Partial<PublicMessage>, data: unknown): FromWire {
  const { type = '', subject = '' } = envelope;
  const contradiction = contradictedSubject(type, subject, data);
  if (contradiction) return { envelope, defect: { code: 'SUBJECT_CONTRADICTED', message: contradiction } };
  return { envelope, message: { ...envelope, data } as PublicMessage };
}

function envelopeIn(source: ServiceName, headers: WireHeaders): Partial<PublicMessage> {
  const version = SCHEMA.exec(headers.ce_dataschema ?? '')?.[2];
  const sequence = /^\d{1,15}$/.exec(headers.ce_sequence ?? '')?.[0];
  const type = headers.ce_type?.startsWith(TYPE_PREFIX) ? headers.ce_type.slice(TYPE_PREFIX.length) : undefined;
  const read = {
    id: headers.ce_id,
    type,
    source,
    subject: headers.ce_subject,
    time: headers.ce_time,
    version: version === undefined ? undefined : Number(version),
    projectId: headers.ce_projectid,
    correlationId: headers.ce_correlationid,
    causationId: headers.ce_causationid,
    sequence: sequence === undefined ? undefined : Number(sequence),
    position: headers.ce_position,
    traceparent: headers.traceparent,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''));
}

function problemOf(service: ServiceName, headers: WireHeaders, envelope: Partial<PublicMessage>): string | undefined {
  const missing = WIRE_HEADERS.filter(({ name, required }) => required && !headers[name]).map(({ name }) => name);
  if (missing.length > 0) return `missing: ${missing.join(', ')}`;
  const unprintable = WIRE_HEADERS.filter(({ name }) => !isPlain(headers[name] ?? '')).map(({ name }) => name);
  if (unprintable.length > 0) return `too long, or not printable: ${unprintable.join(', ')}`;
  if (headers.ce_specversion !== '1.0') return `ce_specversion ${headers.ce_specversion} is not 1.0`;
  if (headers.ce_source !== `/${service}`)
    return `ce_source ${headers.ce_source} does not publish on ${topicOf(service)}`;
  const wrong = (['type', 'version', 'sequence'] as const).filter((field) => envelope[field] === undefined);
  if (wrong.length > 0) return `not readable: ${wrong.join(', ')}`;
  return contradictionIn(service, headers, envelope.type ?? '');
}

function contradictionIn(service: ServiceName, headers: WireHeaders, type: string): string | undefined {
  const { ce_type, ce_dataschema = '', 'content-type': contentType = '' } = headers;
  if (!type.startsWith(`${service}.`)) return `ce_type ${ce_type} is not of ${service}`;
  if (SCHEMA.exec(ce_dataschema)?.[1] !== type)
    return `ce_dataschema ${ce_dataschema} is of another type than ${ce_type}`;
  if (!/^application\/json\s*(;|$)/.test(contentType)) return 'content-type is not application/json';
  return malformedIn(service, headers);
}

function malformedIn(service: ServiceName, headers: WireHeaders): string | undefined {
  const { ce_id = '', ce_time = '', ce_position } = headers;
  if (!isUuid(ce_id)) return `ce_id ${ce_id} is no uuid`;
  if (!isUtcInstant(ce_time)) return `ce_time ${ce_time} is no instant in UTC`;
  if (ce_position && positionOf(service, ce_position) === undefined)
    return `ce_position ${ce_position} is no position of ${service}`;
  return undefined;
}

/** Ids and names end up in columns and logs: no control characters, no half surrogates, no megabytes. */
const isPlain = (text: string) => text.length <= 512 && text.isWellFormed() && !/\p{Cc}/u.test(text);
