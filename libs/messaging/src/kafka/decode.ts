import { fromWire, VALUE_LIMITS, type FromWire, type ServiceName } from '@engsales/events';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import { isUtf8 } from 'node:buffer';
import { v5 as uuidv5 } from 'uuid';
import type { Incoming, RawHeader, RawRecord } from '../bus/message-bus.js';

const NAMESPACE = '5d0a9c1e-3b7f-5e62-8c4d-9a1b2c3d4e5f';

/** A record of a service's topic as a message, readable or not; never throws. */
export function decode(source: ServiceName, topic: string, partition: number, message: KafkaMessage): Incoming {
  const { key, value, offset } = message;
  const record: RawRecord = { topic, partition, offset, key, ...headersOf(message.headers), value };
  const read = readRecord(source, record);
  if (read.message) return { ...read.message, record };
  const place = `${topic}/${partition}@${offset}`;
  const { id, subject, projectId, type } = read.envelope;
  const named = usable(subject) ?? usable(key?.toString()) ?? place;
  return {
    defect: read.defect ?? { code: 'UNREADABLE', message: 'the record is no public event' },
    id: usable(id) ?? uuidv5(place, NAMESPACE),
    source,
    subject: named,
    projectId: usable(projectId) ?? named,
    ...(usable(type) ? { type } : {}),
    record,
  };
}

/** What bytes say, on the topic or in a dead letter; never throws. */
export function readRecord(
  source: ServiceName,
  { key, headers, value }: Pick<RawRecord, 'key' | 'headers' | 'value'>,
): FromWire {
  const unreadable = unreadableIn(value);
  const read = fromWire(source, headers, value === null || unreadable ? null : value.toString());
  if (unreadable && read.defect?.code === 'UNREADABLE')
    return { envelope: read.envelope, defect: { code: 'UNREADABLE', message: unreadable } };
  // a foreign key puts the event into another partition, beside the order of its project
  if (read.message && key?.toString() !== read.message.projectId)
    return { envelope: read.envelope, defect: { code: 'BAD_ENVELOPE', message: 'the key is not ce_projectid' } };
  return read;
}

function unreadableIn(value: Buffer | null): string | undefined {
  if (value === null) return undefined;
  if (value.length > VALUE_LIMITS.bytes) return `the value is larger than ${VALUE_LIMITS.bytes} bytes`;
  return isUtf8(value) ? undefined : 'the value is not UTF-8';
}

/** Fit for a column: not empty, not long, no control characters. */
function usable(text: string | undefined): string | undefined {
  return text && text.length <= 200 && text.isWellFormed() && !/\p{Cc}/u.test(text) ? text : undefined;
}

/** Headers as text, the first of each name; with their bytes where a text does not tell them. */
function headersOf(found: IHeaders | undefined): Pick<RawRecord, 'headers' | 'headerBytes'> {
  const all = Object.entries(found ?? {}).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((value) => ({ name, value: bytesOf(value) })),
  );
  const first = new Map<string, string>();
  for (const { name, value } of all) if (!first.has(name)) first.set(name, value?.toString() ?? '');
  const headers = Object.fromEntries(first);
  const isTold = first.size === all.length && all.every(({ value }) => value !== null && isUtf8(value));
  return isTold ? { headers } : { headers, headerBytes: all.map(inBase64) };
}

/** A header may have no value at all. */
const bytesOf = (value: Buffer | string | null | undefined): Buffer | null =>
  value === null || value === undefined ? null : Buffer.from(value);

const inBase64 = ({ name, value }: { name: string; value: Buffer | null }): RawHeader => ({
  name,
  value: value?.toString('base64') ?? null,
});
