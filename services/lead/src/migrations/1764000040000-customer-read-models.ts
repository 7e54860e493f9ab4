import { sqlMigration } from '@engsales/service';

/** Which party is what in which project; a role that ended stays as a row, so that an older event does not bring it back. */
const stakeholders = `
  CREATE TABLE lead_stakeholder (
    lead_id  uuid    NOT NULL,
    party_id text    NOT NULL,
    role     text    NOT NULL,
    revision integer NOT NULL,
    removed  boolean NOT NULL,
    PRIMARY KEY (lead_id, party_id, role)
  );
  CREATE INDEX lead_stakeholder_party ON lead_stakeholder (party_id);`;

export const CustomerReadModels = sqlMigration(
  'CustomerReadModels1764000040000',
  stakeholders,
  'DROP TABLE lead_stakeholder;',
);
