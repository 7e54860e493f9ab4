import { sqlMigration } from '@engsales/service';

const live = `WHERE state NOT IN ('CANCELLED', 'SHORT_CLOSED', 'CLOSED')`;

/** New tables, so that their projections fill them from the first event on; the board leaves ended orders out by index. */
export const ProductionBoard = sqlMigration(
  'ProductionBoard1764000004000',
  `CREATE INDEX merchandiser_board_live ON merchandiser_board (committed_date, production_order_id) ${live};
   CREATE INDEX merchandiser_board_live_of
     ON merchandiser_board (merchandiser_id, committed_date, production_order_id) ${live};
   CREATE TABLE order_progress (
     production_order_id uuid    PRIMARY KEY,
     revision            integer NOT NULL,
     contract_id         uuid    NOT NULL,
     line_id             text    NOT NULL,
     kind                text    NOT NULL,
     state               text    NOT NULL,
     item_code           text    NOT NULL,
     name                text    NOT NULL,
     uom                 text    NOT NULL,
     ordered_qty         numeric NOT NULL,
     committed_date      date    NOT NULL,
     steps               jsonb   NOT NULL DEFAULT '{}',
     current_step_id     text,
     last_step_id        text,
     planned_end         date,
     percent_bps         integer NOT NULL DEFAULT 0,
     holds               jsonb   NOT NULL DEFAULT '[]',
     made                jsonb   NOT NULL DEFAULT '{}',
     received_qty        numeric NOT NULL DEFAULT 0,
     shipments           jsonb   NOT NULL DEFAULT '{}',
     shipped_qty         numeric NOT NULL DEFAULT 0,
     delivered_qty       numeric NOT NULL DEFAULT 0,
     refused_qty         numeric NOT NULL DEFAULT 0,
     shipping            text    NOT NULL DEFAULT 'NONE',
     open                boolean NOT NULL GENERATED ALWAYS AS
       (shipped_qty < ordered_qty AND state NOT IN ('CLOSED', 'CANCELLED', 'SHORT_CLOSED')) STORED
   );
   CREATE INDEX order_progress_date ON order_progress (committed_date, production_order_id);
   CREATE INDEX order_progress_open ON order_progress (committed_date, production_order_id) WHERE open;
   CREATE INDEX order_progress_contract ON order_progress (contract_id, committed_date, production_order_id);
   CREATE TABLE call_off (
     call_off_id         uuid    PRIMARY KEY,
     production_order_id uuid    NOT NULL,
     qty                 numeric NOT NULL,
     deliver_to          text,
     required_on         date    NOT NULL
   );
   CREATE INDEX call_off_order ON call_off (production_order_id, required_on, call_off_id) INCLUDE (qty);
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
   CREATE INDEX sales_inquiry_unanswered ON sales_inquiry (tracking_id) WHERE state <> 'ANSWERED';
   CREATE TABLE engineering_document (
     production_order_id uuid    PRIMARY KEY,
     revision            integer NOT NULL DEFAULT -1,
     contract_id         uuid    NOT NULL,
     line_id             text    NOT NULL,
     kind                text    NOT NULL,
     name                text    NOT NULL,
     package_id          uuid    NOT NULL,
     package_state       text,
     package_rev         integer,
     artefacts           jsonb   NOT NULL DEFAULT '[]'
   );
   CREATE INDEX engineering_document_contract ON engineering_document (contract_id, line_id, production_order_id);
   CREATE INDEX engineering_document_line ON engineering_document (line_id, production_order_id);
   CREATE TABLE delivered_shipment (
     shipment_id         uuid    PRIMARY KEY,
     revision            integer NOT NULL,
     production_order_id uuid    NOT NULL,
     delivered_on        date    NOT NULL,
     days_late           integer NOT NULL
   );
   CREATE INDEX delivered_shipment_day ON delivered_shipment (delivered_on) INCLUDE (days_late);`,
  `DROP TABLE delivered_shipment, engineering_document, sales_inquiry, production_exception, call_off, order_progress;
   DROP INDEX IF EXISTS merchandiser_board_live, merchandiser_board_live_of;`,
);
