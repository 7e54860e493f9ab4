import { deadLetterTopicOf, SERVICES, topicOf, type ServiceName } from '@engsales/events';
import { Partitioners, type Kafka, type Producer } from 'kafkajs';
import { isAuthorizationFault } from './kafka-client.js';

export interface WantedRights {
  /** Topics that this login must write. */
  readonly own: readonly string[];
  /** Topics that it should not be able to write. */
  readonly foreign: readonly string[];
}

export interface FoundRights {
  /** Own topics that it may not write. */
  readonly missing: readonly string[];
  /** Foreign topics that it may write. */
  readonly tooMany: readonly string[];
}

/** Brokers know acks 0, 1 and -1; they look at the rights first, then refuse any other, so that nothing is ever written. */
const NO_SUCH_ACKS = 2;

/** Without a login nobody has rights of his own: then only what the service must write is asked for. */
export function wantedRights(service: ServiceName, hasLogin: boolean): WantedRights {
  const others = SERVICES.filter((other) => other !== service);
  return { own: [topicOf(service), deadLetterTopicOf(service)], foreign: hasLogin ? others.map(topicOf) : [] };
}

/** Asks the broker what this login may write. @throws when the broker gives no clear answer about the own topics */
export async function findRights(kafka: Kafka, { own, foreign }: WantedRights): Promise<FoundRights> {
  const producer = kafka.producer({
    createPartitioner: Partitioners.DefaultPartitioner,
    allowAutoTopicCreation: false,
    retry: { retries: 0 },
  });
  await producer.connect();
  try {
    const missing: string[] = [];
    for (const topic of own) if (!(await mayWrite(producer, topic))) missing.push(topic);
    const tooMany: string[] = [];
    for (const topic of foreign) if (await mayWrite(producer, topic).catch(() => false)) tooMany.push(topic);
    return { missing, tooMany };
  } finally {
    await producer.disconnect().catch(() => undefined);
  }
}

async function mayWrite(producer: Producer, topic: string): Promise<boolean> {
  try {
    await producer.send({ topic, acks: NO_SUCH_ACKS, messages: [{ value: null }] });
    return true;
  } catch (error) {
    if (isAuthorizationFault(error)) return false;
    if ((error as { type?: string }).type === 'INVALID_REQUIRED_ACKS') return true;
    throw error;
  }
}
