import { fromWire, type ServiceName } from '@engsales/events';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import { v5 as uuidv5 } from 'uuid';
import type { Incoming, RawRecord } from '../bus/message-bus.js';

const NAMESPACE = '5d0a9c1e-3b7f-5e62-8c4d-9a1b2c3d4e5f';

/** A record of a service's topic as a message, readable or not; never throws. */
export function decode(source: ServiceName, topic: string, partition: number, message: KafkaMessage): Incoming {
  const { key, value, offset } = message;
  const record: RawRecord = { topic, partition, offset, key, headers: textOf(message.headers), value };
  const read = fromWire(source, record.headers, value === null ? null : value.toString());
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

/** Fit for a column: not empty, not long, no control characters. */
function usable(text: string | undefined): string | undefined {
  return text && text.length <= 200 && text.isWellFormed() && !/\p{Cc}/u.test(text) ? text : undefined;
}

function textOf(headers: IHeaders | undefined): Record<string, string> {
  const entries = Object.entries(headers ?? {}).map(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return [name, first === undefined ? '' : first.toString()] as const;
  });
  return Object.fromEntries(entries);
}
