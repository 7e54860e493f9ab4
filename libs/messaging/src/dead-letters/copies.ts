import { deadLetterTopicOf, type ServiceName } from '@engsales/events';
import { sleep } from '../consumer/faults.js';
import type { OutgoingRecord } from '../kafka/kafka-sender.js';
import type { DeadLetter } from './dead-letter.js';
import type { DeadLetters } from './dead-letters.js';

export interface CopiesParts {
  send(topic: string, records: readonly OutgoingRecord[]): Promise<void>;
  /** Resolves when Kafka may be used. */
  ready(signal: AbortSignal): Promise<void>;
  onTrouble(error: unknown): void;
}

const LOOK_MS = 500;
const AT_ONCE = 100;

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
        const letters = await this.deadLetters.uncopied(AT_ONCE);
        if (letters.length > 0) {
          await this.parts.send(deadLetterTopicOf(this.service), letters.map(recordOf));
          await this.deadLetters.markCopied(letters.map(({ id }) => id));
        }
        if (letters.length < AT_ONCE) await sleep(LOOK_MS, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.parts.onTrouble(error);
        await sleep(5_000, signal);
      }
    }
  }
}

/** The original record with why it parked and where it came from; a message from a feed as it was there. */
function recordOf(letter: DeadLetter): OutgoingRecord {
  const { record, message } = letter;
  const value = record?.value ? Buffer.from(record.value, 'base64') : null;
  return {
    key: letter.subject,
    headers: {
      ...record?.headers,
      'x-dead-letter-id': letter.id,
      'x-original-topic': record?.topic ?? '',
      'x-original-partition': record ? String(record.partition) : '',
      'x-original-offset': record?.offset ?? '',
      'x-consumer-group': letter.consumerGroup,
      'x-reaction': letter.reaction,
      'x-code': letter.code,
      'x-reason': letter.reason,
      'x-attempts': String(letter.attempts),
      'x-first-failed-at': new Date(letter.firstFailedAt).toISOString(),
    },
    value: record ? value : JSON.stringify(message),
  };
}
