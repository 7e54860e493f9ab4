import { sqlMigration } from '@engsales/service';

/** The list says which contracts were imported, and by whom that was confirmed. */
export const ContractImports = sqlMigration(
  'ContractImports1764000005000',
  `ALTER TABLE contract_list
     ADD COLUMN imported_by         text,
     ADD COLUMN imported_on         date,
     ADD COLUMN import_confirmed_by text;`,
  `ALTER TABLE contract_list DROP COLUMN import_confirmed_by, DROP COLUMN imported_on, DROP COLUMN imported_by;`,
);
