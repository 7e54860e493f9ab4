import { sqlMigration } from '@engsales/service';

const deals = `
  CREATE TABLE deal (
    contract_id       uuid    PRIMARY KEY,
    revision          integer NOT NULL,
    state             text    NOT NULL,
    project_id        uuid    NOT NULL,
    project_name      text    NOT NULL,
    customer_party_id text,
    customer_name     text    NOT NULL,
    customer_key      text    NOT NULL,
    salesperson_id    text    NOT NULL,
    signed_on         date    NOT NULL,
    received_fen      bigint  NOT NULL DEFAULT 0
  );
  CREATE INDEX deal_signed ON deal (signed_on);
  CREATE INDEX deal_customer ON deal (customer_key);
  CREATE INDEX deal_customer_party ON deal (customer_party_id);
  CREATE TABLE deal_value (
    contract_id uuid    NOT NULL,
    revision    integer NOT NULL,
    from_on     date    NOT NULL,
    state       text    NOT NULL,
    counted_fen bigint  NOT NULL,
    PRIMARY KEY (contract_id, revision)
  );
  CREATE TABLE deal_money (
    contract_id uuid   NOT NULL,
    ref         text   NOT NULL,
    moved_on    date   NOT NULL,
    amount_fen  bigint NOT NULL,
    PRIMARY KEY (contract_id, ref)
  );
  CREATE INDEX deal_money_moved ON deal_money (moved_on);
  CREATE TABLE deal_rating (
    contract_id  uuid    NOT NULL,
    ref          text    NOT NULL,
    rated_on     date    NOT NULL,
    score_tenths integer NOT NULL,
    PRIMARY KEY (contract_id, ref)
  );`;

const plans = `
  CREATE TABLE sales_plan (
    plan_id    uuid    PRIMARY KEY,
    revision   integer NOT NULL,
    state      text    NOT NULL,
    title      text    NOT NULL,
    from_on    date    NOT NULL,
    to_on      date    NOT NULL,
    team_id    uuid,
    drafted_by text    NOT NULL
  );`;

/** A membership runs from its first day to the day before \`to_on\`. */
const teams = `
  CREATE TABLE sales_team (
    team_id   uuid    PRIMARY KEY,
    revision  integer NOT NULL,
    state     text    NOT NULL,
    name      text    NOT NULL,
    leader_id text    NOT NULL
  );
  CREATE TABLE sales_member (
    member_id   uuid    PRIMARY KEY,
    revision    integer NOT NULL,
    state       text    NOT NULL,
    staff_id    text    NOT NULL,
    post        text    NOT NULL,
    team_id     uuid,
    enrolled_on date    NOT NULL,
    left_on     date
  );
  CREATE INDEX sales_member_team ON sales_member (team_id);
  CREATE TABLE sales_membership (
    member_id     uuid    NOT NULL,
    from_revision integer NOT NULL,
    staff_id      text    NOT NULL,
    team_id       uuid,
    from_on       date    NOT NULL,
    to_on         date,
    PRIMARY KEY (member_id, from_revision)
  );
  CREATE INDEX sales_membership_staff ON sales_membership (staff_id, team_id);
  CREATE TABLE sales_training (
    training_id uuid    PRIMARY KEY,
    revision    integer NOT NULL,
    state       text    NOT NULL,
    topic       text    NOT NULL,
    title       text    NOT NULL,
    on_day      date    NOT NULL,
    staff_ids   text[]  NOT NULL,
    results     jsonb   NOT NULL DEFAULT '[]'
  );
  CREATE INDEX sales_training_staff ON sales_training USING gin (staff_ids);
  CREATE TABLE performance_review (
    review_id     uuid    PRIMARY KEY,
    revision      integer NOT NULL,
    state         text    NOT NULL,
    staff_id      text    NOT NULL,
    period        text    NOT NULL,
    score_percent integer NOT NULL,
    proposal      text    NOT NULL,
    amount_fen    bigint
  );
  CREATE INDEX performance_review_staff ON performance_review (staff_id, period);`;

const material = `
  CREATE TABLE sales_kit (
    kit_id            uuid    PRIMARY KEY,
    revision          integer NOT NULL,
    state             text    NOT NULL,
    title             text    NOT NULL,
    product_line_id   uuid,
    version           integer NOT NULL,
    published_version integer
  );
  CREATE TABLE case_study (
    case_study_id uuid    PRIMARY KEY,
    revision      integer NOT NULL,
    state         text    NOT NULL,
    title         text    NOT NULL,
    project_id    uuid
  );
  CREATE INDEX case_study_project ON case_study (project_id);
  CREATE TABLE product_line (
    product_line_id uuid    PRIMARY KEY,
    revision        integer NOT NULL,
    state           text    NOT NULL,
    code            text    NOT NULL,
    name            text    NOT NULL,
    kind            text    NOT NULL
  );
  CREATE TABLE sales_policy (
    policy_id  uuid    PRIMARY KEY,
    revision   integer NOT NULL,
    state      text    NOT NULL,
    code       text    NOT NULL,
    title      text    NOT NULL,
    kind       text    NOT NULL,
    version    integer NOT NULL,
    doc_ref    text    NOT NULL,
    valid_from date    NOT NULL
  );`;

export const SalesReadModels = sqlMigration(
  'SalesReadModels1764000020000',
  [deals, plans, teams, material].join('\n'),
  `DROP TABLE sales_policy, product_line, case_study, sales_kit, performance_review, sales_training,
     sales_membership, sales_member, sales_team, sales_plan, deal_rating, deal_money, deal_value, deal;`,
);
