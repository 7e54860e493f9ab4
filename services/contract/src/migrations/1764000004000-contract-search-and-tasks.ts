import { sqlMigration } from '@engsales/service';

const RECEIVABLE_INDEXES = `
   CREATE INDEX receivable_open ON receivable (due_key, receivable_id) INCLUDE (outstanding_fen) WHERE outstanding_fen > 0;
   CREATE INDEX receivable_customer ON receivable (customer_name, due_key, receivable_id) WHERE outstanding_fen > 0;
   CREATE INDEX receivable_sales ON receivable (salesperson_id, due_key, receivable_id) WHERE outstanding_fen > 0;
   CREATE INDEX receivable_status ON receivable (status, due_key, receivable_id) WHERE outstanding_fen > 0;`;

/** Parts of texts are looked for in their folded form; a cancelled milestone keeps its row and owes nothing; tasks for people. */
export const ContractSearchAndTasks = sqlMigration(
  'ContractSearchAndTasks1764000004000',
  `ALTER TABLE contract_list
     ADD COLUMN number_key   text NOT NULL DEFAULT '',
     ADD COLUMN customer_key text NOT NULL DEFAULT '',
     ADD COLUMN project_key  text NOT NULL DEFAULT '';
   ALTER TABLE contract_account
     ADD COLUMN form_accepted boolean NOT NULL DEFAULT false,
     ADD COLUMN settled_fen   bigint;
   ALTER TABLE receivable DROP COLUMN outstanding_fen;
   ALTER TABLE receivable ADD COLUMN outstanding_fen bigint NOT NULL GENERATED ALWAYS AS
     (CASE WHEN status = 'CANCELLED' THEN 0 ELSE amount_fen - paid_fen - waived_fen END) STORED;${RECEIVABLE_INDEXES}
   ALTER TABLE dunning_latest
     ADD COLUMN milestone_ids text[]      NOT NULL DEFAULT '{}',
     ADD COLUMN logged_at     timestamptz NOT NULL DEFAULT '1900-01-01';
   CREATE TABLE receipt (
     receipt_id  text        PRIMARY KEY,
     revision    integer     NOT NULL,
     contract_id uuid        NOT NULL,
     received_on date        NOT NULL,
     amount_fen  bigint      NOT NULL,
     booked_at   timestamptz NOT NULL,
     standing    boolean     NOT NULL DEFAULT true
   );
   CREATE INDEX receipt_contract ON receipt (contract_id, received_on);
   CREATE TABLE contract_task (
     task_id      uuid        PRIMARY KEY,
     revision     integer     NOT NULL,
     contract_id  uuid        NOT NULL,
     kind         text        NOT NULL,
     role         text        NOT NULL,
     milestone_id text,
     reason       text        NOT NULL,
     opened_at    timestamptz NOT NULL,
     open         boolean     NOT NULL DEFAULT true
   );
   CREATE INDEX contract_task_open ON contract_task (opened_at DESC, task_id DESC) WHERE open;
   CREATE INDEX contract_task_contract ON contract_task (contract_id);`,
  `DROP TABLE contract_task, receipt;
   ALTER TABLE dunning_latest DROP COLUMN logged_at, DROP COLUMN milestone_ids;
   ALTER TABLE receivable DROP COLUMN outstanding_fen;
   ALTER TABLE receivable ADD COLUMN outstanding_fen bigint NOT NULL
     GENERATED ALWAYS AS (amount_fen - paid_fen - waived_fen) STORED;${RECEIVABLE_INDEXES}
   ALTER TABLE contract_account DROP COLUMN form_accepted;
   ALTER TABLE contract_list DROP COLUMN project_key, DROP COLUMN customer_key, DROP COLUMN number_key;`,
);
