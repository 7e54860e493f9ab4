/** Tables of the consumer runner, in each consumer's own database. Released: changes go into a schema of their own below. */
export const MESSAGING_SCHEMA = `
CREATE TABLE consumer_checkpoint (
  consumer_group text        NOT NULL,
  source         text        NOT NULL,
  position       bigint      NOT NULL,
  epoch          bigint      NOT NULL,
  rewinds        integer     NOT NULL DEFAULT 0,
  moved_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (consumer_group, source)
);
CREATE TABLE consumer_cursor (
  consumer_group text   NOT NULL,
  source         text   NOT NULL,
  subject        text   NOT NULL,
  last_sequence  bigint NOT NULL,
  epoch          bigint NOT NULL,
  PRIMARY KEY (consumer_group, source, subject)
);
CREATE TABLE consumer_counters (
  consumer_group text   NOT NULL,
  source         text   NOT NULL,
  handled        bigint NOT NULL DEFAULT 0,
  duplicate      bigint NOT NULL DEFAULT 0,
  ignored        bigint NOT NULL DEFAULT 0,
  nothing_to_do  bigint NOT NULL DEFAULT 0,
  parked         bigint NOT NULL DEFAULT 0,
  queued         bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (consumer_group, source)
);
CREATE TABLE dead_letter (
  id              uuid        PRIMARY KEY,
  arrival         bigint      GENERATED ALWAYS AS IDENTITY,
  consumer_group  text        NOT NULL,
  reaction        text        NOT NULL,
  source          text        NOT NULL,
  subject         text        NOT NULL,
  status          text        NOT NULL,
  code            text        NOT NULL,
  reason          text        NOT NULL,
  attempts        integer     NOT NULL,
  message         json        NOT NULL,
  first_failed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_failed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_at       timestamptz,
  closed_by       text,
  closed_reason   text
);
CREATE INDEX dead_letter_arrival ON dead_letter (arrival);
CREATE INDEX dead_letter_open_lane ON dead_letter (consumer_group, reaction, source, subject)
  WHERE status IN ('PARKED', 'QUEUED');
`;

export const MESSAGING_SCHEMA_DOWN = `DROP TABLE dead_letter, consumer_counters, consumer_cursor, consumer_checkpoint;`;

/** What came with Kafka: a claim fences the cursors, and a dead letter keeps its record, its retries and its copy. */
export const MESSAGING_ON_KAFKA_SCHEMA = `
ALTER TABLE consumer_cursor DROP COLUMN epoch;
ALTER TABLE consumer_checkpoint ADD COLUMN reached bigint NOT NULL DEFAULT 0;
ALTER TABLE dead_letter
  ADD COLUMN raw_topic     text,
  ADD COLUMN raw_partition integer,
  ADD COLUMN raw_offset    bigint,
  ADD COLUMN raw_key       bytea,
  ADD COLUMN raw_headers   json,
  ADD COLUMN raw_value     bytea,
  ADD COLUMN retry_at      timestamptz,
  ADD COLUMN retry_until   timestamptz,
  ADD COLUMN copied_at     timestamptz;
CREATE INDEX dead_letter_open_subject ON dead_letter (consumer_group, source, subject)
  WHERE status IN ('PARKED', 'QUEUED');
CREATE INDEX dead_letter_retry ON dead_letter (retry_at) WHERE status = 'PARKED' AND retry_at IS NOT NULL;
CREATE INDEX dead_letter_uncopied ON dead_letter (arrival) WHERE copied_at IS NULL;
`;

export const MESSAGING_ON_KAFKA_SCHEMA_DOWN = `
DROP INDEX dead_letter_open_subject;
ALTER TABLE dead_letter DROP COLUMN raw_topic, DROP COLUMN raw_partition, DROP COLUMN raw_offset, DROP COLUMN raw_key,
  DROP COLUMN raw_headers, DROP COLUMN raw_value, DROP COLUMN retry_at, DROP COLUMN retry_until, DROP COLUMN copied_at;
ALTER TABLE consumer_checkpoint DROP COLUMN reached;
ALTER TABLE consumer_cursor ADD COLUMN epoch bigint NOT NULL DEFAULT 0;
`;

/** What came when topics were no longer trusted: headers keep their bytes, and a group can be stepped over one message. */
export const MESSAGING_UNTRUSTED_SCHEMA = `
ALTER TABLE dead_letter ADD COLUMN raw_header_bytes json;
CREATE TABLE consumer_skip (
  consumer_group text        NOT NULL,
  checkpoint     text        NOT NULL,
  at             bigint      NOT NULL,
  skipped_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (consumer_group, checkpoint, at)
);
`;

export const MESSAGING_UNTRUSTED_SCHEMA_DOWN = `
DROP TABLE consumer_skip;
ALTER TABLE dead_letter DROP COLUMN raw_header_bytes;
`;
