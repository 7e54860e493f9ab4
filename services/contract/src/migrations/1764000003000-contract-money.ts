import { sqlMigration } from '@engsales/service';

export const ContractMoney = sqlMigration(
  'ContractMoney1764000003000',
  `ALTER TABLE contract_list ADD COLUMN signing_due_on date;
   CREATE INDEX contract_list_signing ON contract_list (coalesce(signing_due_on, '2999-12-31'::date), contract_id)
     WHERE signed_on IS NULL AND state <> 'ABANDONED';
   CREATE INDEX contract_list_no ON contract_list (contract_no) WHERE contract_no IS NOT NULL;
   CREATE TABLE contract_account (
     contract_id     uuid    PRIMARY KEY,
     revision        integer NOT NULL,
     project_id      uuid    NOT NULL,
     contract_no     text    NOT NULL,
     project_name    text    NOT NULL,
     customer_name   text    NOT NULL,
     salesperson_id  text    NOT NULL,
     state           text    NOT NULL,
     signed_on       date    NOT NULL,
     total_fen       bigint  NOT NULL,
     received_fen    bigint  NOT NULL DEFAULT 0,
     refunded_fen    bigint  NOT NULL DEFAULT 0,
     outstanding_fen bigint  NOT NULL,
     unallocated_fen bigint  NOT NULL DEFAULT 0,
     invoiced_fen    bigint  NOT NULL DEFAULT 0,
     payment         text    NOT NULL,
     delivery        text    NOT NULL DEFAULT 'NONE',
     acceptance      text    NOT NULL DEFAULT 'NONE',
     release_gate    text    NOT NULL,
     release_until   date,
     dispatch_gate   text    NOT NULL,
     dispatch_until  date
   );
   CREATE INDEX contract_account_newest ON contract_account (signed_on DESC, contract_id DESC);
   CREATE INDEX contract_account_unpaid ON contract_account (signed_on DESC, contract_id DESC)
     WHERE invoiced_fen > received_fen;
   CREATE INDEX contract_account_customer ON contract_account (customer_name, signed_on DESC, contract_id DESC);
   CREATE INDEX contract_account_sales ON contract_account (salesperson_id, signed_on DESC, contract_id DESC);
   CREATE TABLE receivable (
     receivable_id   uuid    PRIMARY KEY,
     revision        integer NOT NULL,
     contract_id     uuid    NOT NULL,
     milestone_id    text    NOT NULL,
     contract_no     text    NOT NULL,
     project_name    text    NOT NULL,
     customer_name   text    NOT NULL,
     salesperson_id  text    NOT NULL,
     kind            text    NOT NULL,
     gate            text    NOT NULL,
     status          text    NOT NULL,
     amount_fen      bigint  NOT NULL,
     paid_fen        bigint  NOT NULL,
     uncleared_fen   bigint  NOT NULL DEFAULT 0,
     waived_fen      bigint  NOT NULL DEFAULT 0,
     outstanding_fen bigint  NOT NULL GENERATED ALWAYS AS (amount_fen - paid_fen - waived_fen) STORED,
     due_on          date,
     triggers_on     date,
     due_key         date    NOT NULL GENERATED ALWAYS AS (coalesce(due_on, '2999-12-31'::date)) STORED
   );
   CREATE INDEX receivable_open ON receivable (due_key, receivable_id) INCLUDE (outstanding_fen) WHERE outstanding_fen > 0;
   CREATE INDEX receivable_customer ON receivable (customer_name, due_key, receivable_id) WHERE outstanding_fen > 0;
   CREATE INDEX receivable_sales ON receivable (salesperson_id, due_key, receivable_id) WHERE outstanding_fen > 0;
   CREATE INDEX receivable_status ON receivable (status, due_key, receivable_id) WHERE outstanding_fen > 0;
   CREATE INDEX receivable_contract ON receivable (contract_id);
   CREATE TABLE dunning_latest (
     contract_id  uuid    PRIMARY KEY,
     revision     integer NOT NULL,
     logged_on    date    NOT NULL,
     channel      text    NOT NULL,
     promise_date date,
     promised_fen bigint
   );`,
  `DROP TABLE dunning_latest, receivable, contract_account;
   DROP INDEX contract_list_no, contract_list_signing; ALTER TABLE contract_list DROP COLUMN signing_due_on;`,
);
