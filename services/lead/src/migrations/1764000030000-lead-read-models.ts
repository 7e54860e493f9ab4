import { sqlMigration } from '@engsales/service';

/** A lead with all that its lists and figures ask for. */
const leads = `
  CREATE TABLE lead (
    lead_id              uuid    PRIMARY KEY,
    revision             integer NOT NULL,
    lead_no              text    NOT NULL,
    state                text    NOT NULL,
    outcome              text,
    attempt_no           integer NOT NULL DEFAULT 1,
    project_name         text    NOT NULL,
    city                 text    NOT NULL,
    district             text,
    source               text    NOT NULL,
    referrer_ref         text,
    owner_name           text,
    owner_party_id       text,
    segment              text,
    ownership            text    NOT NULL,
    salesperson_id       text,
    team_id              text,
    channel_id           text,
    estimated_fen        bigint,
    probability_bps      integer,
    expected_signing_on  date,
    phase                text,
    process              text,
    work_packages        jsonb   NOT NULL DEFAULT '[]',
    product_line_ids     text[]  NOT NULL DEFAULT '{}',
    relationship         text    NOT NULL DEFAULT 'UNKNOWN',
    checked_items        text[]  NOT NULL DEFAULT '{}',
    imported             boolean NOT NULL DEFAULT false,
    captured_on          date    NOT NULL,
    qualified_on         date,
    converted_on         date,
    awarded              boolean NOT NULL DEFAULT false,
    won_fen              bigint  NOT NULL DEFAULT 0,
    closed_on            date,
    abandoned_on         date,
    abandon_reason       text,
    abandon_note         text,
    revisit_on           date,
    released_on          date,
    release_reason       text,
    last_holder_id       text,
    cool_off_until       date,
    into_lead_id         uuid,
    sample_cost_fen      bigint  NOT NULL DEFAULT 0
  );
  CREATE INDEX lead_captured ON lead (captured_on, lead_id);
  CREATE INDEX lead_salesperson ON lead (salesperson_id, captured_on, lead_id);
  CREATE INDEX lead_channel ON lead (channel_id);
  CREATE INDEX lead_owner_party ON lead (owner_party_id);
  CREATE INDEX lead_pool ON lead (released_on, lead_id) WHERE ownership = 'POOLED';
  CREATE INDEX lead_revisit ON lead (revisit_on, lead_id) WHERE state = 'ABANDONED';
  CREATE TABLE lead_line_target (
    product_line_id   text    PRIMARY KEY,
    revision          integer NOT NULL,
    processes         text[]  NOT NULL,
    work_packages     text[]  NOT NULL
  );`;

const logs = `
  CREATE TABLE follow_up_log (
    log_id         uuid    PRIMARY KEY,
    revision       integer NOT NULL,
    state          text    NOT NULL,
    subject_type   text    NOT NULL,
    subject_id     uuid    NOT NULL,
    level          integer NOT NULL,
    strikes_on     date,
    last_on        date,
    next_on        date,
    recycle_on     date
  );
  CREATE UNIQUE INDEX follow_up_log_subject ON follow_up_log (subject_type, subject_id);
  CREATE TABLE follow_up (
    follow_up_id   uuid    PRIMARY KEY,
    revision       integer NOT NULL,
    log_id         uuid    NOT NULL,
    entry_no       integer NOT NULL,
    subject_type   text    NOT NULL,
    subject_id     uuid    NOT NULL,
    medium         text    NOT NULL,
    held_on        date    NOT NULL,
    party_id       text,
    contact_id     text,
    summary        text    NOT NULL,
    next_on        date,
    by_id          text    NOT NULL,
    annulled       boolean NOT NULL DEFAULT false
  );
  CREATE INDEX follow_up_held ON follow_up (held_on, follow_up_id);`;

const tasks = `
  CREATE TABLE lead_task (
    task_id     uuid    PRIMARY KEY,
    revision    integer NOT NULL,
    kind        text    NOT NULL,
    lead_id     uuid,
    channel_id  uuid,
    assignee_id text,
    due_on      date    NOT NULL,
    note        text,
    opened_at   bigint,
    open        boolean NOT NULL
  );
  CREATE INDEX lead_task_due ON lead_task (due_on, task_id) WHERE open;`;

const figures = `
  CREATE TABLE lead_step (
    lead_id uuid NOT NULL,
    step    text NOT NULL,
    on_date date NOT NULL,
    PRIMARY KEY (lead_id, step)
  );
  CREATE TABLE lead_competitor (
    lead_id    uuid    NOT NULL,
    party_id   text    NOT NULL,
    dimension  text    NOT NULL,
    revision   integer NOT NULL,
    name       text    NOT NULL,
    strengths  text[]  NOT NULL,
    weaknesses text[]  NOT NULL,
    evidence   text,
    PRIMARY KEY (lead_id, party_id, dimension)
  );
  CREATE TABLE lead_loss (
    lead_id    uuid   NOT NULL,
    pursuit_id uuid   NOT NULL,
    party_id   text,
    name       text,
    price_fen  bigint,
    PRIMARY KEY (lead_id, pursuit_id)
  );
  CREATE TABLE lead_result (
    lead_id uuid    PRIMARY KEY,
    revision integer NOT NULL,
    outcome text    NOT NULL
  );`;

export const LeadReadModels = sqlMigration(
  'LeadReadModels1764000030000',
  `${leads} ${logs} ${tasks} ${figures}`,
  `DROP TABLE lead, lead_line_target, follow_up_log, follow_up, lead_task, lead_step, lead_competitor, lead_loss, lead_result;`,
);
