import { sqlMigration } from '@engsales/service';

export const ContractReadModels = sqlMigration(
  'ContractReadModels1764000001000',
  `CREATE TABLE contract_list (
     contract_id     uuid        PRIMARY KEY,
     revision        integer     NOT NULL,
     state           text        NOT NULL,
     contract_no     text,
     project_id      uuid        NOT NULL,
     project_name    text        NOT NULL,
     customer_name   text,
     salesperson_id  text,
     merchandiser_id text,
     operation_mode  text        NOT NULL,
     total_fen       bigint      NOT NULL,
     signed_on       date,
     drafted_at      timestamptz NOT NULL
   );
   CREATE INDEX contract_list_newest ON contract_list (drafted_at DESC, contract_id DESC);
   CREATE INDEX contract_list_state ON contract_list (state, drafted_at DESC, contract_id DESC);
   CREATE INDEX contract_list_project ON contract_list (project_id);`,
  'DROP TABLE contract_list;',
);
