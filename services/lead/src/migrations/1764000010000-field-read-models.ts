import { sqlMigration } from '@engsales/service';

const parties = `
  CREATE TABLE party (
    party_id        uuid PRIMARY KEY,
    revision        integer NOT NULL,
    state           text NOT NULL,
    kind            text NOT NULL,
    name            text,
    folded_name     text NOT NULL,
    person_ref      text,
    uscc            text,
    roles           text[] NOT NULL,
    segment         text,
    competitor_type text,
    city            text,
    industry        text,
    registered_on   date NOT NULL
  );
  CREATE INDEX party_name ON party (folded_name, party_id);
  CREATE INDEX party_registered ON party (registered_on, party_id);
  CREATE TABLE party_contact (
    contact_id uuid PRIMARY KEY,
    revision   integer NOT NULL,
    party_id   uuid NOT NULL,
    person_ref text NOT NULL,
    post       text NOT NULL,
    department text,
    removed    boolean NOT NULL
  );
  CREATE INDEX party_contact_party ON party_contact (party_id);`;

const channels = `
  CREATE TABLE channel (
    channel_id       uuid PRIMARY KEY,
    revision         integer NOT NULL,
    state            text NOT NULL,
    name             text NOT NULL,
    type             text NOT NULL,
    party_id         text,
    manager_id       text NOT NULL,
    regions          text[] NOT NULL,
    product_line_ids text[] NOT NULL,
    agreement_ref    text,
    planned_on       date NOT NULL,
    activated_on     date,
    sales_score      integer,
    loyalty_score    integer,
    service_score    integer,
    compliance       text,
    assessed_on      date,
    review_due_on    date,
    review_due       boolean NOT NULL DEFAULT false,
    reason           text
  );
  CREATE INDEX channel_name ON channel (name, channel_id);
  CREATE INDEX channel_planned ON channel (planned_on, channel_id);`;

/** What was answered and presented is asked by the funnel (J5). */
const visits = `
  CREATE TABLE visit (
    visit_id          uuid PRIMARY KEY,
    revision          integer NOT NULL,
    lead_id           uuid NOT NULL,
    state             text NOT NULL,
    salesperson_id    text,
    planned_at        timestamptz NOT NULL,
    planned_on        date NOT NULL,
    purpose           text NOT NULL,
    topics            text NOT NULL,
    notes             text,
    report_due_at     timestamptz NOT NULL,
    report_overdue    boolean NOT NULL,
    recorded_on       date NOT NULL,
    held_on           date,
    outcome           text,
    signals           text[] NOT NULL DEFAULT '{}',
    presented         text[] NOT NULL DEFAULT '{}',
    answered          text[] NOT NULL DEFAULT '{}',
    open_points       integer[] NOT NULL DEFAULT '{}',
    next_follow_up_on date
  );
  CREATE INDEX visit_planned ON visit (planned_at, visit_id);
  CREATE INDEX visit_lead ON visit (lead_id, planned_at, visit_id);
  CREATE INDEX visit_salesperson ON visit (salesperson_id, planned_at, visit_id);`;

const samples = `
  CREATE TABLE sample_project (
    sample_project_id        uuid PRIMARY KEY,
    revision                 integer NOT NULL,
    lead_id                  uuid NOT NULL,
    state                    text NOT NULL,
    salesperson_id           text,
    mode                     text NOT NULL,
    product_line_id          text NOT NULL,
    site                     text NOT NULL,
    scope                    text NOT NULL,
    cost_fen                 bigint NOT NULL,
    price_fen                bigint NOT NULL,
    paid_fen                 bigint NOT NULL DEFAULT 0,
    near_competitor_party_id text,
    proposed_by              text NOT NULL,
    proposed_on              date NOT NULL,
    installed_on             date,
    accepted_on              date,
    payment_due_on           date,
    payment_overdue          boolean NOT NULL DEFAULT false,
    reason                   text
  );
  CREATE INDEX sample_project_proposed ON sample_project (proposed_on, sample_project_id);
  CREATE INDEX sample_project_lead ON sample_project (lead_id);`;

/** Parties, channels, visits and samples: what is done outside the office. */
export const FieldReadModels = sqlMigration(
  'FieldReadModels1764000010000',
  [parties, channels, visits, samples].join('\n'),
  'DROP TABLE sample_project, visit, channel, party_contact, party;',
);
