import { sqlMigration } from '@engsales/service';

export const ProductionStock = sqlMigration(
  'ProductionStock1764000006000',
  `CREATE TABLE stock_snapshot (
     snapshot_id uuid        PRIMARY KEY,
     revision    integer     NOT NULL,
     taken_at    timestamptz NOT NULL,
     state       text        NOT NULL,
     position    bigint      NOT NULL,
     row_count   integer     NOT NULL
   );
   CREATE INDEX stock_snapshot_taken ON stock_snapshot (taken_at, snapshot_id);
   CREATE TABLE stock_item (
     snapshot_id uuid    NOT NULL,
     item_code   text    NOT NULL,
     uom         text    NOT NULL,
     on_hand     numeric NOT NULL,
     PRIMARY KEY (snapshot_id, item_code, uom)
   );
   CREATE TABLE released_bom (
     package_id uuid    PRIMARY KEY,
     revision   integer NOT NULL,
     rev        integer NOT NULL,
     lines      jsonb   NOT NULL
   );`,
  `DROP TABLE released_bom, stock_item, stock_snapshot;`,
);
