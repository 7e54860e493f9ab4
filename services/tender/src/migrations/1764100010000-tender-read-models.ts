import { sqlMigration } from '@engsales/service';

/** A round of a tender with all that its lists and figures ask for. */
const tenders = `
  CREATE TABLE tender (
    tender_id              uuid    PRIMARY KEY,
    revision               integer NOT NULL,
    lead_id                uuid,
    project_id             uuid    NOT NULL,
    state                  text    NOT NULL,
    bid_state              text    NOT NULL DEFAULT 'NONE',
    bid_version            integer NOT NULL DEFAULT 0,
    go                     text    NOT NULL DEFAULT 'UNDECIDED',
    round                  integer NOT NULL,
    previous_tender_id     uuid,
    next_tender_id         uuid,
    project_name           text    NOT NULL,
    title                  text,
    city                   text,
    tenderee_name          text    NOT NULL,
    tender_no              text,
    lot_no                 text,
    method                 text,
    salesperson_id         text    NOT NULL,
    commerce_owner_id      text,
    estimated_fen          bigint,
    price_fen              bigint,
    margin_bps             integer,
    registered_on          date    NOT NULL,
    clarification_deadline timestamptz,
    submission_deadline    timestamptz,
    opening_at             timestamptz,
    submitted_at           timestamptz,
    review_since           date,
    reviewed_on            date,
    publicity_until        date,
    notice_fen             bigint,
    signing_due_on         date,
    signed_on              date,
    ended_on               date,
    our_rank               integer,
    winner_name            text,
    winner_party_id        text,
    winner_price_fen       bigint,
    loss_reasons           text[]  NOT NULL DEFAULT '{}',
    lessons                text
  );
  CREATE INDEX tender_deadline ON tender (submission_deadline, tender_id);
  CREATE INDEX tender_salesperson ON tender (salesperson_id, submission_deadline, tender_id);
  CREATE INDEX tender_lead ON tender (lead_id);
  CREATE INDEX tender_ended ON tender (ended_on, tender_id);
  CREATE TABLE tender_mode (
    tender_id uuid    PRIMARY KEY,
    revision  integer NOT NULL,
    mode      text    NOT NULL
  );
  CREATE TABLE tender_bidder (
    tender_id   uuid    NOT NULL,
    no          integer NOT NULL,
    revision    integer NOT NULL,
    bidder_name text    NOT NULL,
    party_id    text,
    price_fen   bigint,
    rank        integer,
    ours        boolean NOT NULL,
    rejected    boolean NOT NULL,
    opened_on   date    NOT NULL,
    PRIMARY KEY (tender_id, no)
  );
  CREATE INDEX tender_bidder_name ON tender_bidder (bidder_name, opened_on, tender_id);
  CREATE TABLE tender_condition (
    tender_id uuid    NOT NULL,
    id        text    NOT NULL,
    revision  integer NOT NULL,
    text      text    NOT NULL,
    due_on    date,
    since     date    NOT NULL,
    open      boolean NOT NULL,
    PRIMARY KEY (tender_id, id)
  );`;

const tasks = `
  CREATE TABLE tender_task (
    task_id     uuid    PRIMARY KEY,
    revision    integer NOT NULL,
    kind        text    NOT NULL,
    tender_id   uuid,
    bond_id     uuid,
    assignee_id text,
    due_on      date    NOT NULL,
    note        text,
    open        boolean NOT NULL
  );
  CREATE INDEX tender_task_due ON tender_task (due_on, task_id) WHERE open;`;

export const TenderReadModels = sqlMigration(
  'TenderReadModels1764100010000',
  `${tenders} ${tasks}`,
  'DROP TABLE tender, tender_mode, tender_bidder, tender_condition, tender_task;',
);
