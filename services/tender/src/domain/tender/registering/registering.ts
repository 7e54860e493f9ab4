import { refuseFuture, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { tenderRecord } from '../tender-record.js';
import type { ExistingTender, NoTender, Registration } from '../tender.state.js';
import { OPEN_STATES } from '../tender.values.js';
import {
  CorrectTender,
  LogSpecInfluence,
  ObtainDraftTender,
  ReassignTender,
  RegisterTender,
  type RegisteringCommand,
  type RegistrationFields,
} from './registering.commands.js';
import type { RegisteringEvent, TenderRegistered } from './registering.events.js';

/** Before the tender is published: who asks for what, and how far we had a say in it. */
export const registeringRules = {
  RegisterTender: {
    command: RegisterTender,
    in: ['NONE'],
    otherwise: () => 'DUPLICATE_TENDER',
    decide: registerTender,
  },
  CorrectTender: { command: CorrectTender, in: ['REGISTERED'], decide: correctTender },
  ReassignTender: { command: ReassignTender, in: OPEN_STATES, decide: reassignTender },
  ObtainDraftTender: { command: ObtainDraftTender, in: ['REGISTERED'], decide: obtainDraftTender },
  LogSpecInfluence: { command: LogSpecInfluence, in: ['REGISTERED'], decide: logSpecInfluence },
} satisfies RulesOf<RegisterTender, NoTender, RegisteringEvent> &
  RulesOf<Exclude<RegisteringCommand, RegisterTender>, ExistingTender, RegisteringEvent>;

export const registeringFold = {
  TenderRegistered: (_none, data) => ({
    state: data.state,
    tenderId: data.tenderId,
    projectId: data.projectId,
    leadId: data.leadId,
    round: data.round,
    previousTenderId: data.previousTenderId,
    registration: data.registration,
    registeredOn: data.registeredOn,
    fromLead: data.fromLead,
    salespersonId: data.salespersonId,
    teamId: data.teamId,
    channelId: data.channelId,
    ...NOTHING_YET,
  }),
  TenderCorrected: (tender, { registration, teamId, channelId }) => ({ ...tender, registration, teamId, channelId }),
  TenderReassigned: (tender, { salespersonId }) => ({ ...tender, salespersonId }),
  DraftTenderObtained: (tender, { docRef, obtainedOn }) => ({
    ...tender,
    draftTenders: [...tender.draftTenders, { docRef, on: obtainedOn }],
  }),
  SpecInfluenceLogged: (tender, { clause, ourAdvantage, taken }) => ({
    ...tender,
    specInfluences: [...tender.specInfluences, { clause, ourAdvantage, taken }],
  }),
} satisfies FoldOf<TenderRegistered, NoTender, ExistingTender> &
  FoldOf<Exclude<RegisteringEvent, TenderRegistered>, ExistingTender>;

const NOTHING_YET = {
  draftTenders: [],
  specInfluences: [],
  addenda: [],
  documents: [],
  clarifications: [],
  conditions: [],
  competitorMoves: [],
  keyPersons: [],
  bid: { state: 'NONE', version: 0, volumes: [], checklist: [] },
  reminded: [],
  deadlinePassed: false,
  answeredQuestions: [],
  objections: [],
  warnings: [],
} as const;

function registerTender({ data, issued }: RegisterTender): RegisteringEvent[] {
  const { tenderId, leadId, fromLead, round = 1, previousTenderId, salespersonId, teamId, channelId } = data;
  return [
    {
      type: 'TenderRegistered',
      data: {
        ...tenderRecord({ tenderId, leadId, state: 'REGISTERED' }, issued),
        projectId: data.projectId ?? leadId ?? tenderId,
        round,
        previousTenderId,
        registration: registrationOf(data),
        salespersonId,
        teamId,
        channelId,
        fromLead: {
          keyPersons: (fromLead?.keyPersons ?? []).map(({ personRef, kind, supportLevel }) => ({
            personRef,
            kind,
            supportLevel,
          })),
          competitors: (fromLead?.competitors ?? []).map(({ partyId, name }) => ({ partyId, name })),
          manufacturerPartyId: fromLead?.manufacturerPartyId,
        },
        registeredOn: issued.today,
      },
    },
  ];
}

function registrationOf(fields: RegistrationFields): Registration {
  const { tenderee, agency } = fields;
  return {
    projectName: fields.projectName,
    tenderee: { partyId: tenderee.partyId, name: tenderee.name },
    title: fields.title,
    city: fields.city,
    tenderNo: fields.tenderNo,
    lotNo: fields.lotNo,
    agency: agency && { partyId: agency.partyId, name: agency.name },
    method: fields.method,
    regime: fields.regime ?? 'BIDDING_LAW',
    mandatory: fields.mandatory ?? true,
    estimatedPriceFen: fields.estimatedPriceFen,
    expectedTenderDate: fields.expectedTenderDate,
  };
}

function correctTender({ data, issued }: CorrectTender, tender: ExistingTender): RegisteringEvent[] {
  const { teamId, channelId, reason } = data;
  const record = tenderRecord(tender, issued);
  const registration = registrationOf(data);
  const correctedOn = issued.today;
  return [{ type: 'TenderCorrected', data: { ...record, registration, teamId, channelId, reason, correctedOn } }];
}

function reassignTender({ data, issued }: ReassignTender, tender: ExistingTender): RegisteringEvent[] {
  const { salespersonId, reason } = data;
  if (salespersonId === tender.salespersonId) return [];
  const record = tenderRecord(tender, issued);
  const previousSalespersonId = tender.salespersonId;
  const reassignedOn = issued.today;
  return [
    { type: 'TenderReassigned', data: { ...record, salespersonId, previousSalespersonId, reason, reassignedOn } },
  ];
}

/** @throws Rejected DATE_IN_FUTURE */
function obtainDraftTender({ data, issued }: ObtainDraftTender, tender: ExistingTender): RegisteringEvent[] {
  const { docRef, on } = data;
  refuseFuture('on', on, issued.today);
  return [{ type: 'DraftTenderObtained', data: { ...tenderRecord(tender, issued), docRef, obtainedOn: on } }];
}

function logSpecInfluence({ data, issued }: LogSpecInfluence, tender: ExistingTender): RegisteringEvent[] {
  const { clause, ourAdvantage, taken } = data;
  const record = tenderRecord(tender, issued);
  return [{ type: 'SpecInfluenceLogged', data: { ...record, clause, ourAdvantage, taken, loggedOn: issued.today } }];
}
