import { refuseFuture, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { tenderRecord } from '../tender-record.js';
import type { ExistingTender } from '../tender.state.js';
import { BEFORE_SUBMISSION } from '../tender.values.js';
import { LogCompetitorMove, PlanCompetition, UpdateKeyPerson, type CompetingCommand } from './competing.commands.js';
import type { CompetingEvent } from './competing.events.js';

const UNTIL_OPENED = [...BEFORE_SUBMISSION, 'SUBMITTED', 'OPENED'] as const;

/** Whom we are up against, what they do, and who decides. */
export const competingRules = {
  PlanCompetition: { command: PlanCompetition, in: UNTIL_OPENED, decide: planCompetition },
  LogCompetitorMove: { command: LogCompetitorMove, in: UNTIL_OPENED, decide: logCompetitorMove },
  UpdateKeyPerson: { command: UpdateKeyPerson, in: UNTIL_OPENED, decide: updateKeyPerson },
} satisfies RulesOf<CompetingCommand, ExistingTender, CompetingEvent>;

export const competingFold = {
  CompetitionPlanned: (tender, { ourPosition, technical, commercial, price, relationship, competitors }) => ({
    ...tender,
    competition: { ourPosition, technical, commercial, price, relationship, competitors },
  }),
  CompetitorMoveLogged: (tender, { name, partyId, on, move, response, evidenceRef }) => ({
    ...tender,
    competitorMoves: [...tender.competitorMoves, { name, partyId, on, move, response, evidenceRef }],
  }),
  KeyPersonUpdated: (tender, { personRef, kind, supportLevel, note }) => ({
    ...tender,
    keyPersons: [
      ...tender.keyPersons.filter((person) => person.personRef !== personRef),
      { personRef, kind, supportLevel, note },
    ],
  }),
} satisfies FoldOf<CompetingEvent, ExistingTender>;

function planCompetition({ data, issued }: PlanCompetition, tender: ExistingTender): CompetingEvent[] {
  const { ourPosition, technical, commercial, price, relationship } = data;
  const competitors = data.competitors.map(({ partyId, name, threat, expectedPriceFen, counter }) => ({
    partyId,
    name,
    threat,
    expectedPriceFen,
    counter,
  }));
  const plan = { ourPosition, technical, commercial, price, relationship, competitors, plannedOn: issued.today };
  return [{ type: 'CompetitionPlanned', data: { ...tenderRecord(tender, issued), ...plan } }];
}

/** @throws Rejected DATE_IN_FUTURE */
function logCompetitorMove({ data, issued }: LogCompetitorMove, tender: ExistingTender): CompetingEvent[] {
  const { name, partyId, on, move, response, evidenceRef } = data;
  refuseFuture('on', on, issued.today);
  const record = tenderRecord(tender, issued);
  return [{ type: 'CompetitorMoveLogged', data: { ...record, name, partyId, on, move, response, evidenceRef } }];
}

function updateKeyPerson({ data, issued }: UpdateKeyPerson, tender: ExistingTender): CompetingEvent[] {
  const { personRef, kind, supportLevel, note } = data;
  const record = tenderRecord(tender, issued);
  return [
    { type: 'KeyPersonUpdated', data: { ...record, personRef, kind, supportLevel, note, updatedOn: issued.today } },
  ];
}
