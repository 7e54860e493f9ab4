import { sqlMigration } from '@engsales/service';

const orderColumns = `
  production_order_id uuid    PRIMARY KEY,
  revision            integer NOT NULL,
  project_id          uuid    NOT NULL,
  contract_id         uuid    NOT NULL,
  line_id             text    NOT NULL,
  kind                text    NOT NULL,
  state               text    NOT NULL,
  item_code           text    NOT NULL,
  name                text    NOT NULL,
  qty                 text    NOT NULL,
  uom                 text    NOT NULL,
  committed_date      date    NOT NULL,
  merchandiser_id     text    NOT NULL,
  package_id          uuid    NOT NULL,
  package_state       text,
  package_revision    integer NOT NULL DEFAULT -1,
  tracking_id         uuid    NOT NULL,
  tracking_state      text,
  tracking_revision   integer NOT NULL DEFAULT -1`;

export const ProductionReadModels = sqlMigration(
  'ProductionReadModels1764000002000',
  `CREATE TABLE merchandiser_board (${orderColumns});
   CREATE INDEX merchandiser_board_open ON merchandiser_board (merchandiser_id, committed_date, production_order_id)
     WHERE state <> 'CANCELLED';
   CREATE INDEX merchandiser_board_all ON merchandiser_board (committed_date, production_order_id) WHERE state <> 'CANCELLED';
   CREATE TABLE contract_orders (${orderColumns});
   CREATE INDEX contract_orders_contract ON contract_orders (contract_id, line_id, production_order_id);
   CREATE INDEX contract_orders_line ON contract_orders (line_id, production_order_id);`,
  'DROP TABLE contract_orders, merchandiser_board;',
);
