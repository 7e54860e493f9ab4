import { sqlMigration } from '@engsales/service';

const live = `WHERE state NOT IN ('CANCELLED', 'SHORT_CLOSED', 'CLOSED')`;

/** Orders with their shipments and call-offs; the indexes of the board leave ended orders out. */
const orders = `
  CREATE TABLE production_order (
    production_order_id uuid    PRIMARY KEY,
    revision            integer NOT NULL,
    project_id          uuid    NOT NULL,
    contract_id         uuid    NOT NULL,
    line_id             text    NOT NULL,
    kind                text    NOT NULL,
    state               text    NOT NULL,
    item_code           text    NOT NULL,
    name                text    NOT NULL,
    qty                 numeric NOT NULL,
    uom                 text    NOT NULL,
    committed_date      date    NOT NULL,
    merchandiser_id     text    NOT NULL,
    package_id          uuid    NOT NULL,
    tracking_id         uuid    NOT NULL,
    holds               jsonb   NOT NULL,
    steps               jsonb   NOT NULL DEFAULT '{}',
    current_step_id     text,
    last_step_id        text,
    planned_end         date,
    percent_bps         integer NOT NULL DEFAULT 0,
    produced_qty        numeric NOT NULL DEFAULT 0,
    shipped_qty         numeric NOT NULL DEFAULT 0,
    delivered_qty       numeric NOT NULL DEFAULT 0,
    refused_qty         numeric NOT NULL DEFAULT 0,
    shipping            text    NOT NULL DEFAULT 'NONE',
    open                boolean NOT NULL GENERATED ALWAYS AS
      (shipped_qty < qty AND state NOT IN ('CLOSED', 'CANCELLED', 'SHORT_CLOSED')) STORED
  );
  CREATE INDEX production_order_live ON production_order (committed_date, production_order_id) ${live};
  CREATE INDEX production_order_live_of ON production_order (merchandiser_id, committed_date, production_order_id) ${live};
  CREATE INDEX production_order_date ON production_order (committed_date, production_order_id);
  CREATE INDEX production_order_open ON production_order (committed_date, production_order_id) WHERE open;
  CREATE INDEX production_order_line ON production_order (line_id, production_order_id);
  CREATE INDEX production_order_contract ON production_order (contract_id, line_id, production_order_id);
  CREATE TABLE shipment (
    shipment_id         uuid    PRIMARY KEY,
    revision            integer NOT NULL,
    production_order_id uuid    NOT NULL,
    state               text    NOT NULL,
    qty                 numeric NOT NULL,
    refused_qty         numeric NOT NULL,
    delivered_on        date,
    days_late           integer
  );
  CREATE INDEX shipment_order ON shipment (production_order_id) INCLUDE (state, qty);
  CREATE INDEX shipment_delivered ON shipment (delivered_on) INCLUDE (days_late) WHERE qty > refused_qty;
  CREATE TABLE call_off (
    call_off_id         uuid    PRIMARY KEY,
    production_order_id uuid    NOT NULL,
    qty                 numeric NOT NULL,
    deliver_to          text,
    required_on         date    NOT NULL
  );
  CREATE INDEX call_off_order ON call_off (production_order_id, required_on, call_off_id) INCLUDE (qty);`;

const packages = `
  CREATE TABLE engineering_package (
    package_id uuid    PRIMARY KEY,
    revision   integer NOT NULL,
    state      text    NOT NULL,
    rev        integer,
    artefacts  jsonb   NOT NULL,
    bom_lines  jsonb
  );`;

const trackings = `
  CREATE TABLE order_tracking (
    tracking_id uuid    PRIMARY KEY,
    revision    integer NOT NULL,
    state       text    NOT NULL
  );
  CREATE TABLE production_exception (
    exception_id        uuid    PRIMARY KEY,
    revision            integer NOT NULL,
    production_order_id uuid    NOT NULL,
    type                text    NOT NULL,
    state               text    NOT NULL,
    raised_on           date    NOT NULL,
    delay_days          integer NOT NULL
  );
  CREATE INDEX production_exception_order ON production_exception (production_order_id) INCLUDE (state, delay_days);
  CREATE INDEX production_exception_day ON production_exception (raised_on) INCLUDE (type, delay_days);
  CREATE TABLE sales_inquiry (
    inquiry_id  uuid    PRIMARY KEY,
    revision    integer NOT NULL,
    tracking_id uuid    NOT NULL,
    state       text    NOT NULL
  );
  CREATE INDEX sales_inquiry_unanswered ON sales_inquiry (tracking_id) WHERE state <> 'ANSWERED';`;

const stock = `
  CREATE TABLE stock_snapshot (
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
  );`;

export const ProductionReadModels = sqlMigration(
  'ProductionReadModels1764000002000',
  [orders, packages, trackings, stock].join('\n'),
  `DROP TABLE stock_item, stock_snapshot, sales_inquiry, production_exception, order_tracking, engineering_package,
     call_off, shipment, production_order;`,
);
