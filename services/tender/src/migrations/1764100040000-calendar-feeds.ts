import { sqlMigration } from '@engsales/service';

/** Not of a projection: a rebuild keeps the addresses that people have given to their calendars. */
export const CalendarFeedsMigration = sqlMigration(
  'CalendarFeeds1764100040000',
  `CREATE TABLE calendar_feed (
     staff_id    text        PRIMARY KEY,
     scope       text        NOT NULL,
     secret_hash text        NOT NULL UNIQUE,
     renewed_at  timestamptz NOT NULL
   );`,
  'DROP TABLE calendar_feed;',
);
