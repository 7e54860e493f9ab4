import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { refuseUnknownLines } from '../../product-lines-then.js';
import { demandActiveContact } from '../../party-then.js';
import { factOf, notRegistered } from '../lead-records.js';
import { NO_SIBLINGS, type Siblings } from '../lead-siblings.js';
import type { ExistingLead, RegisteredContact } from '../lead.state.js';
import { withdrawnWithFact, type QualifyingChange } from '../qualifying/checklist.js';
import { observeConstructionPhase } from './construction.js';
import {
  DescribeProject,
  ForecastLead,
  ObserveConstructionPhase,
  RecordNeeds,
  RegisterProject,
  SetEntryPoints,
  UpdateContactRegister,
  type ProfilingCommand,
} from './profiling.commands.js';
import type { ProfilingEvent } from './profiling.events.js';

const WORKED_ON = { in: ['QUALIFYING', 'DEVELOPING'], otherwise: notRegistered } as const;
const WORKED_ON_OR_CONVERTED = { in: ['QUALIFYING', 'DEVELOPING', 'CONVERTED'], otherwise: notRegistered } as const;

export const profilingRules = {
  RegisterProject: { command: RegisterProject, in: ['CAPTURED'], decide: registerProject },
  UpdateContactRegister: { command: UpdateContactRegister, ...WORKED_ON_OR_CONVERTED, decide: updateContactRegister },
  DescribeProject: { command: DescribeProject, ...WORKED_ON, decide: describeProject },
  RecordNeeds: { command: RecordNeeds, ...WORKED_ON, decide: recordNeeds },
  SetEntryPoints: { command: SetEntryPoints, ...WORKED_ON, decide: setEntryPoints },
  ForecastLead: {
    command: ForecastLead,
    in: ['CAPTURED', 'QUALIFYING', 'DEVELOPING', 'CONVERTED'],
    decide: forecastLead,
  },
  ObserveConstructionPhase: {
    command: ObserveConstructionPhase,
    in: ['QUALIFYING', 'DEVELOPING', 'CONVERTED', 'CLOSED'],
    otherwise: notRegistered,
    decide: observeConstructionPhase,
  },
} satisfies RulesOf<ProfilingCommand, ExistingLead, ProfilingEvent | QualifyingChange>;

export const profilingFold = {
  ProjectRegistered: (lead, data) => ({
    ...lead,
    state: data.state,
    registration: { folderNo: data.folderNo, on: data.recordedOn },
    contactRegister: data.contactRegister,
    productLineIds: data.productLineIds,
  }),
  ContactRegisterUpdated: (lead, { contactRegister }) => ({ ...lead, contactRegister }),
  ProjectDescribed: (lead, data) => ({
    ...lead,
    productLineIds: data.productLineIds,
    description: {
      scale: data.scale,
      buildingAreaM2: data.buildingAreaM2,
      investmentFen: data.investmentFen,
      fundingSource: data.fundingSource,
      fundingStatus: data.fundingStatus,
      landInfo: data.landInfo,
      address: data.address,
      plannedStartOn: data.plannedStartOn,
      plannedCompletionOn: data.plannedCompletionOn,
    },
  }),
  NeedsRecorded: (lead, data) => ({
    ...lead,
    needs: {
      equipment: data.equipment,
      technology: data.technology,
      painPoints: data.painPoints,
      expectations: data.expectations,
      industryBackground: data.industryBackground,
      preferences: data.preferences,
      budgetFen: data.budgetFen,
      requiredOn: data.requiredOn,
    },
  }),
  EntryPointsSet: (lead, { technologies, equipment }) => ({ ...lead, entryPoints: { technologies, equipment } }),
  LeadForecast: (lead, { estimatedAmountFen, winProbabilityBps, expectedSigningOn }) => ({
    ...lead,
    estimatedAmountFen,
    winProbabilityBps,
    expectedSigningOn,
  }),
  ConstructionPhaseObserved: (lead, data) => ({
    ...lead,
    construction: {
      constructionPhase: data.constructionPhase,
      constructionProcess: data.constructionProcess,
      permits: data.permits,
      workPackages: data.workPackages,
      propertyPartyId: data.propertyPartyId,
      takeOverOn: data.takeOverOn,
      observedOn: data.observedOn,
    },
  }),
} satisfies FoldOf<ProfilingEvent, ExistingLead>;

/** @throws Rejected CONTACT_REGISTER_EMPTY, NOT_FOUND, PARTY_INACTIVE */
function registerProject({ data, issued }: RegisterProject, lead: ExistingLead): ProfilingEvent[] {
  const { folderNo = lead.leadNo, productLineIds, siblings = NO_SIBLINGS } = data;
  refuseUnknownLines(productLineIds, linesIn(siblings));
  const contactRegister = judgedContacts(data.contactRegister, siblings);
  const after = { ...factOf(lead, issued), state: 'QUALIFYING' as const };
  return [{ type: 'ProjectRegistered', data: { ...after, contactRegister, folderNo, productLineIds } }];
}

/** @throws Rejected CONTACT_REGISTER_EMPTY, NOT_FOUND, PARTY_INACTIVE */
function updateContactRegister({ data, issued }: UpdateContactRegister, lead: ExistingLead): ProfilingEvent[] {
  const contactRegister = judgedContacts(data.contactRegister, data.siblings ?? NO_SIBLINGS);
  return [{ type: 'ContactRegisterUpdated', data: { ...factOf(lead, issued), contactRegister } }];
}

function judgedContacts(named: readonly RegisteredContact[], { parties }: Siblings): RegisteredContact[] {
  if (named.length === 0) throw new Rejected('CONTACT_REGISTER_EMPTY', 'the contact register names nobody');
  for (const contact of named) demandActiveContact(contact, parties);
  return named.map(({ partyId, contactId, role }) => ({ partyId, contactId, role }));
}

/** @throws Rejected NOT_FOUND for a product line */
function describeProject({ data, issued }: DescribeProject, lead: ExistingLead): ProfilingEvent[] {
  refuseUnknownLines(data.productLineIds, linesIn(data.siblings ?? NO_SIBLINGS));
  return [
    {
      type: 'ProjectDescribed',
      data: {
        ...factOf(lead, issued),
        scale: data.scale,
        buildingAreaM2: data.buildingAreaM2,
        investmentFen: data.investmentFen,
        fundingSource: data.fundingSource,
        fundingStatus: data.fundingStatus,
        landInfo: data.landInfo,
        address: data.address,
        plannedStartOn: data.plannedStartOn,
        plannedCompletionOn: data.plannedCompletionOn,
        productLineIds: data.productLineIds,
      },
    },
  ];
}

/** Needs that are no longer there take their items of the checklist with them. */
function recordNeeds({ data, issued }: RecordNeeds, lead: ExistingLead): (ProfilingEvent | QualifyingChange)[] {
  const needs = {
    equipment: data.equipment.map(({ name, spec, qty, uom }) => ({ name, spec, qty, uom })),
    technology: data.technology,
    painPoints: data.painPoints,
    expectations: data.expectations,
    industryBackground: data.industryBackground,
    preferences: data.preferences,
    budgetFen: data.budgetFen,
    requiredOn: data.requiredOn,
  };
  return [
    { type: 'NeedsRecorded', data: { ...factOf(lead, issued), ...needs } },
    ...withdrawnWithFact({ ...lead, needs }, issued),
  ];
}

function setEntryPoints({ data, issued }: SetEntryPoints, lead: ExistingLead): ProfilingEvent[] {
  const { technologies, equipment } = data;
  return [{ type: 'EntryPointsSet', data: { ...factOf(lead, issued), technologies, equipment } }];
}

/** What is not said stays. */
function forecastLead({ data, issued }: ForecastLead, lead: ExistingLead): ProfilingEvent[] {
  const forecast = {
    estimatedAmountFen: data.estimatedAmountFen ?? lead.estimatedAmountFen,
    winProbabilityBps: data.winProbabilityBps ?? lead.winProbabilityBps,
    expectedSigningOn: data.expectedSigningOn ?? lead.expectedSigningOn,
  };
  return [{ type: 'LeadForecast', data: { ...factOf(lead, issued), ...forecast } }];
}

const linesIn = ({ productLines }: Siblings): string[] => productLines.map(({ productLineId }) => productLineId);
