/**
 * The event table and the one function that appends. Lock first, then `max(position)`, then revision checks and inserts:
 * each statement of a VOLATILE plpgsql function sees what was committed before it, so positions are contiguous and final
 * in commit order (docs/architecture.md, "The event store"). Never rewrite it as one plain SQL statement.
 */
export const EVENT_STORE_SCHEMA = `
CREATE TABLE events (
  position    bigint      NOT NULL PRIMARY KEY,
  revision    integer     NOT NULL,
  recorded_at timestamptz NOT NULL,
  event_id    uuid        NOT NULL,
  stream      text        COLLATE "C" NOT NULL,
  type        text        NOT NULL,
  data        json        NOT NULL,
  meta        json        NOT NULL,
  CONSTRAINT events_stream_revision UNIQUE (stream, revision)
);

-- appends: streams[a] is expected at revisions[a] and brings sizes[a] events; event i belongs to append owners[i] and is
-- its steps[i]-th, from 1. Answers, per append, the revision at which its stream stood (it was appended where that is the
-- expected one) and the position before its first event.
CREATE FUNCTION append_events(
  streams text[], revisions integer[], sizes integer[],
  owners integer[], steps integer[], event_streams text[], ids uuid[], types text[], datas json[], metas json[],
  OUT standing integer[], OUT bases bigint[]
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE head bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('engsales.append.' || current_schema(), 0));
  SELECT coalesce(max(position), 0) INTO head FROM events;
  SELECT array_agg(c.revision ORDER BY c.a),
         array_agg(head + c.through - c.size ORDER BY c.a)
    INTO standing, bases
    FROM (SELECT f.*, sum(CASE WHEN f.revision = f.expected THEN f.size ELSE 0 END) OVER (ORDER BY f.a) AS through
            FROM (SELECT s.a, s.expected, s.size,
                         coalesce((SELECT e.revision FROM events e WHERE e.stream = s.stream COLLATE "C"
                                    ORDER BY e.revision DESC LIMIT 1), -1) AS revision
                    FROM unnest(streams, revisions, sizes) WITH ORDINALITY AS s(stream, expected, size, a)
                   OFFSET 0) f) c; -- OFFSET 0: look each stream up once, not once per use
  INSERT INTO events (position, revision, recorded_at, event_id, stream, type, data, meta)
  SELECT bases[n.owner] + n.step, revisions[n.owner] + n.step, clock_timestamp(),
         n.id, n.stream, n.type, n.data, n.meta
    FROM unnest(owners, steps, event_streams, ids, types, datas, metas) AS n(owner, step, stream, id, type, data, meta)
   WHERE standing[n.owner] = revisions[n.owner];
END $$;
`;

export const EVENT_STORE_SCHEMA_DOWN = `
DROP FUNCTION append_events(text[], integer[], integer[], integer[], integer[], text[], uuid[], text[], json[], json[]);
DROP TABLE events;
`;
