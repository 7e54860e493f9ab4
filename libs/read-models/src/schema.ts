export const READ_MODELS_SCHEMA = `
CREATE TABLE projection_checkpoint (
  name     text        PRIMARY KEY,
  position bigint      NOT NULL,
  epoch    bigint      NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
`;

export const READ_MODELS_SCHEMA_DOWN = `DROP TABLE projection_checkpoint;`;
