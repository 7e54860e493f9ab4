import { sqlMigration } from '@engsales/service';

/** A bond as it stands. */
const bonds = `
  CREATE TABLE bond (
    bond_id          uuid    PRIMARY KEY,
    revision         integer NOT NULL,
    request_no       integer NOT NULL,
    type             text    NOT NULL,
    ref_type         text    NOT NULL,
    ref_id           uuid    NOT NULL,
    project_id       uuid,
    lead_id          uuid,
    project_name     text,
    tender_no        text,
    salesperson_id   text,
    beneficiary_name text    NOT NULL,
    state            text    NOT NULL,
    instrument       text    NOT NULL,
    issuer           text,
    valid_until      date,
    needed_by        date,
    amount_fen       bigint  NOT NULL,
    remaining_fen    bigint  NOT NULL,
    risk             text    NOT NULL,
    lodged_on        date,
    release_due_on   date,
    basis            text,
    requested_by     text    NOT NULL,
    requested_on     date    NOT NULL
  );
  CREATE INDEX bond_requested ON bond (requested_on, bond_id);
  CREATE INDEX bond_ref ON bond (ref_id);
  CREATE INDEX bond_valid ON bond (valid_until, bond_id);`;

/** A bond as it stood after each of its events: the ledger of any day is made of the last ones until then. */
const entries = `
  CREATE TABLE bond_entry (
    bond_id        uuid    NOT NULL,
    revision       integer NOT NULL,
    request_no     integer NOT NULL,
    event          text    NOT NULL,
    recorded_on    date    NOT NULL,
    type           text    NOT NULL,
    ref_id         uuid    NOT NULL,
    project_id     uuid,
    project_name   text,
    tender_no      text,
    state          text    NOT NULL,
    instrument     text    NOT NULL,
    issuer         text,
    valid_until    date,
    lodged_on      date,
    risk           text    NOT NULL,
    basis          text,
    release_due_on date,
    amount_fen     bigint  NOT NULL,
    remaining_fen  bigint  NOT NULL,
    released_fen   bigint  NOT NULL,
    interest_fen   bigint  NOT NULL,
    converted_fen  bigint  NOT NULL,
    forfeited_fen  bigint  NOT NULL,
    lapsed_fen     bigint  NOT NULL,
    PRIMARY KEY (bond_id, revision)
  );
  CREATE INDEX bond_entry_day ON bond_entry (bond_id, request_no, recorded_on, revision);`;

/** Bonds and their ledger (投标保证金台账). */
export const BondReadModels = sqlMigration(
  'BondReadModels1764100020000',
  [bonds, entries].join('\n'),
  'DROP TABLE bond_entry, bond;',
);
