import { sqlMigration } from '@engsales/service';

const live = `WHERE state NOT IN ('CANCELLED', 'SHORT_CLOSED', 'CLOSED')`;

/** An order is due by its promise, or by the day to which the customer has deferred the delivery; the board goes by that. */
const orders = `
  ALTER TABLE production_order
    ADD COLUMN salesperson_id text,
    ADD COLUMN opening_qty    numeric NOT NULL DEFAULT 0,
    ADD COLUMN deferred_until date,
    ADD COLUMN due_on         date NOT NULL GENERATED ALWAYS AS
      (greatest(committed_date, coalesce(deferred_until, committed_date))) STORED;
  DROP INDEX production_order_live, production_order_live_of;
  CREATE INDEX production_order_live ON production_order (due_on, production_order_id) ${live};
  CREATE INDEX production_order_live_of ON production_order (merchandiser_id, due_on, production_order_id) ${live};
  CREATE INDEX production_order_merchandiser ON production_order (merchandiser_id);
  CREATE INDEX production_order_salesperson ON production_order (salesperson_id);
  ALTER TABLE call_off
    ADD COLUMN revision  integer NOT NULL DEFAULT -1,
    ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;`;

/** What people read of their exceptions and inquiries. Rows from before say no more until the projection is rebuilt. */
const trackings = `
  ALTER TABLE production_exception
    ADD COLUMN tracking_id      uuid,
    ADD COLUMN step_id          text,
    ADD COLUMN stops_work       boolean NOT NULL DEFAULT false,
    ADD COLUMN raised_by        text,
    ADD COLUMN raised_at        timestamptz NOT NULL DEFAULT 'epoch',
    ADD COLUMN feedback_due_at  timestamptz,
    ADD COLUMN feedback_overdue boolean NOT NULL DEFAULT false,
    ADD COLUMN fed_back_at      timestamptz,
    ADD COLUMN message          text,
    ADD COLUMN informed_on      date;
  CREATE INDEX production_exception_raised ON production_exception (production_order_id, raised_at, exception_id);
  ALTER TABLE sales_inquiry
    ADD COLUMN contract_id         uuid,
    ADD COLUMN production_order_id uuid,
    ADD COLUMN question            text,
    ADD COLUMN asked_by            text,
    ADD COLUMN asked_at            timestamptz NOT NULL DEFAULT 'epoch',
    ADD COLUMN response_due_at     timestamptz,
    ADD COLUMN answer              text,
    ADD COLUMN answered_at         timestamptz,
    ADD COLUMN answered_by         text,
    ADD COLUMN answered_late       boolean;
  CREATE INDEX sales_inquiry_asked ON sales_inquiry (asked_by, asked_at, inquiry_id);`;

export const DeferralsAndLists = sqlMigration(
  'DeferralsAndLists1764000005000',
  [orders, trackings].join('\n'),
  `ALTER TABLE sales_inquiry
     DROP COLUMN contract_id, DROP COLUMN production_order_id, DROP COLUMN question, DROP COLUMN asked_by,
     DROP COLUMN asked_at, DROP COLUMN response_due_at, DROP COLUMN answer, DROP COLUMN answered_at,
     DROP COLUMN answered_by, DROP COLUMN answered_late;
   ALTER TABLE production_exception
     DROP COLUMN tracking_id, DROP COLUMN step_id, DROP COLUMN stops_work, DROP COLUMN raised_by, DROP COLUMN raised_at,
     DROP COLUMN feedback_due_at, DROP COLUMN feedback_overdue, DROP COLUMN fed_back_at, DROP COLUMN message,
     DROP COLUMN informed_on;
   ALTER TABLE call_off DROP COLUMN withdrawn, DROP COLUMN revision;
   ALTER TABLE production_order
     DROP COLUMN due_on, DROP COLUMN deferred_until, DROP COLUMN opening_qty, DROP COLUMN salesperson_id;
   CREATE INDEX production_order_live ON production_order (committed_date, production_order_id) ${live};
   CREATE INDEX production_order_live_of ON production_order (merchandiser_id, committed_date, production_order_id) ${live};`,
);
