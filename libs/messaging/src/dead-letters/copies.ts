import { deadLetterTopicOf, type ServiceName } from '@engsales/events';
import { sleep } from '../consumer/faults.js';
import type { OutgoingRecord } from '../kafka/kafka-sender.js';
import { inPortions } from '../kafka/portions.js';
import type { DeadLetter } from './dead-letter.js';
import type { DeadLetters } from './dead-letters.js';

export interface CopiesParts {
  send(topic: string, records: readonly OutgoingRecord[]): Promise<void>;
  /** Resolves when Kafka may be used. */
  ready(signal: AbortSignal): Promise<void>;
  onTrouble(error: unknown): void;
}

const LOOK_MS = 500;
/** Each may be of two megabytes. */
const AT_ONCE = 20;
/** With its headers a larger one might not fit into a record; the table has it whole. */
const LARGEST_VALUE = 1_900_000;

/** Copies dead letters to `engsales.<service>.dead-letters`, for tools that watch topics. The table stays the truth. */
export class DeadLetterCopies {
  constructor(
    private readonly service: ServiceName,
    private readonly deadLetters: DeadLetters,
    private readonly parts: CopiesParts,
  ) {}

  /** Runs under the lease until the signal aborts; at least once each. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.parts.ready(signal);
      try {
        if ((await this.copySome()) < AT_ONCE) await sleep(LOOK_MS, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.parts.onTrouble(error);
        await sleep(5_000, signal);
      }
    }
  }

  private async copySome(): Promise<number> {
    const letters = await this.deadLetters.uncopied(AT_ONCE);
    for (const records of inPortions(letters.map(recordOf))) {
      await this.parts.send(deadLetterTopicOf(this.service), records);
    }
    if (letters.length > 0) await this.deadLetters.markCopied(letters.map(({ id }) => id));
    return letters.length;
  }
}

/** The original record with why it parked and where it came from; a message from a feed as it was there. */
function recordOf(letter: DeadLetter): OutgoingRecord {
  const { record, message } = letter;
  const whole = record ? (record.value ? Buffer.from(record.value, 'base64') : null) : JSON.stringify(message);
  const fits = whole === null || Buffer.byteLength(whole) <= LARGEST_VALUE;
  return {
    key: letter.subject,
    headers: {
      ...sound(record?.headers),
      'x-dead-letter-id': letter.id,
      'x-original-topic': record?.topic ?? '',
      'x-original-partition': record ? String(record.partition) : '',
      'x-original-offset': record?.offset ?? '',
      'x-consumer-group': letter.consumerGroup,
      'x-reaction': letter.reaction,
      'x-code': letter.code,
      'x-reason': letter.reason,
      'x-attempts': String(letter.attempts),
      ...(fits ? {} : { 'x-value-omitted': `${Buffer.byteLength(whole)} bytes` }),
      'x-first-failed-at': new Date(letter.firstFailedAt).toISOString(),
    },
    value: fits ? whole : null,
  };
}

/** Foreign headers may be of any number and size. */
function sound(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const short = Object.entries(headers).filter(([name, value]) => Buffer.byteLength(name + value) <= 2_000);
  return Object.fromEntries(short.slice(0, 40));
}
