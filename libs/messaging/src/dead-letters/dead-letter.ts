import type { PublicMessage } from '@engsales/events';
import type { RawHeader, UnreadableMessage } from '../bus/message-bus.js';

export type DeadLetterStatus = 'PARKED' | 'QUEUED' | 'REDRIVEN' | 'DISCARDED';

/** The lane of messages that no reaction can be named for: unknown types, records without an envelope. */
export const NO_REACTION = '*';

export interface DeadLetter {
  readonly id: string;
  readonly consumerGroup: string;
  readonly reaction: string;
  readonly source: string;
  readonly subject: string;
  readonly status: DeadLetterStatus;
  readonly code: string;
  readonly reason: string;
  readonly attempts: number;
  readonly arrival: string;
  readonly firstFailedAt: string;
  readonly lastFailedAt: string;
  readonly closedBy: string | null;
  readonly closedReason: string | null;
  /** Next automatic try, while what the message needs may still arrive. */
  readonly retryAt: string | null;
  readonly message: PublicMessage | UnreadableMessage;
  /** The record as the topic held it, key and value in base64; null when the message came from a feed. */
  readonly record: DeadRecord | null;
}

export interface DeadRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where the texts tell them. */
  readonly headerBytes: readonly RawHeader[] | null;
  readonly value: string | null;
}

/** The unit that parks: one reaction for one source aggregate. Everything else goes on. */
export interface Lane {
  readonly group: string;
  readonly reaction: string;
  readonly source: string;
  readonly subject: string;
}

export const laneOf = (letter: DeadLetter): Lane => ({
  group: letter.consumerGroup,
  reaction: letter.reaction,
  source: letter.source,
  subject: letter.subject,
});

const RECORD = `CASE WHEN raw_topic IS NOT NULL THEN json_build_object('topic', raw_topic, 'partition', raw_partition,
  'offset', raw_offset::text, 'key', encode(raw_key, 'base64'), 'headers', raw_headers,
  'headerBytes', raw_header_bytes, 'value', encode(raw_value, 'base64')) END`;

export const DEAD_LETTER_COLUMNS = `id, consumer_group AS "consumerGroup", reaction, source, subject, status, code, reason,
  attempts, arrival, first_failed_at AS "firstFailedAt", last_failed_at AS "lastFailedAt", closed_by AS "closedBy",
  closed_reason AS "closedReason", retry_at AS "retryAt", message, ${RECORD} AS record`;
