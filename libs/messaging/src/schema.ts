/** Tables of the consumer runner, in each consumer's own database. */
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
