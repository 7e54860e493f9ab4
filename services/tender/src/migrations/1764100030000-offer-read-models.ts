import { sqlMigration } from '@engsales/service';

const modes = `
  CREATE TABLE operation_decision (
    decision_id           uuid PRIMARY KEY,
    revision              integer NOT NULL,
    ref_type              text NOT NULL,
    ref_id                uuid NOT NULL,
    lead_id               uuid,
    state                 text NOT NULL,
    mode                  text NOT NULL,
    manufacturer_party_id text,
    agreement_id          uuid,
    reason                text NOT NULL,
    decided_by            text NOT NULL,
    decided_on            date NOT NULL,
    contract_id           uuid
  );
  CREATE INDEX operation_decision_decided ON operation_decision (decided_on, decision_id);
  CREATE TABLE risk_assessment (
    risk_assessment_id    uuid PRIMARY KEY,
    revision              integer NOT NULL,
    ref_type              text NOT NULL,
    ref_id                uuid NOT NULL,
    lead_id               uuid,
    version               integer NOT NULL,
    state                 text NOT NULL,
    manufacturer_party_id text NOT NULL,
    purchase_price_fen    bigint,
    sale_price_fen        bigint,
    buyout_conditions     text NOT NULL,
    total_score           integer,
    conclusion            text,
    drafted_by            text NOT NULL,
    drafted_on            date NOT NULL,
    submitted_on          date,
    approved_by           text,
    approved_on           date,
    written_consent_ref   text,
    consent_on            date,
    reason                text
  );
  CREATE INDEX risk_assessment_drafted ON risk_assessment (drafted_on, risk_assessment_id);
  CREATE TABLE cooperation_agreement (
    agreement_id   uuid PRIMARY KEY,
    revision       integer NOT NULL,
    state          text NOT NULL,
    agreement_no   text,
    party_id       text NOT NULL,
    party_name     text NOT NULL,
    scope          text NOT NULL,
    commission_bps integer NOT NULL,
    exclusivity    text NOT NULL,
    valid_from     date NOT NULL,
    valid_until    date NOT NULL,
    signed_on      date,
    reason         text
  );
  CREATE INDEX cooperation_agreement_until ON cooperation_agreement (valid_until, agreement_id);
  CREATE INDEX cooperation_agreement_party ON cooperation_agreement (party_id);`;

const proposals = `
  CREATE TABLE proposal (
    proposal_id       uuid PRIMARY KEY,
    revision          integer NOT NULL,
    proposal_no       text NOT NULL,
    version           integer NOT NULL,
    state             text NOT NULL,
    kind              text NOT NULL,
    lead_id           uuid,
    title             text NOT NULL,
    customer_party_id text,
    customer_name     text NOT NULL,
    salesperson_id    text NOT NULL,
    total_fen         bigint,
    margin_bps        integer,
    drafted_on        date NOT NULL,
    sent_on           date,
    valid_until       date,
    reason            text
  );
  CREATE INDEX proposal_drafted ON proposal (drafted_on, proposal_id);
  CREATE INDEX proposal_lead ON proposal (lead_id);`;

export const OfferReadModels = sqlMigration(
  'OfferReadModels1764100030000',
  `${modes} ${proposals}`,
  'DROP TABLE operation_decision, risk_assessment, cooperation_agreement, proposal;',
);
