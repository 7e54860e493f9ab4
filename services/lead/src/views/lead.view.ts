import { shownIn, type ShownPersons } from '@engsales/personal-data';
import { conversionObstacles } from '../domain/lead/converting/obstacles.js';
import { exists, type ExistingLead, type KeyPerson, type Lead } from '../domain/lead/lead.state.js';
import { CHECKLIST_ITEMS } from '../domain/lead/lead.values.js';

export const personsOfLead = (lead: Lead): string[] =>
  exists(lead) ? lead.keyPersons.map(({ personRef }) => personRef) : [];

/** A lead as it is answered. */
export function leadView(id: string, revision: number, lead: Lead, people: ShownPersons) {
  if (!exists(lead)) return { id, revision, state: lead.state };
  return {
    id,
    revision,
    state: lead.state,
    projectId: lead.projectId,
    leadNo: lead.leadNo,
    attemptNo: lead.attemptNo,
    outcome: lead.outcome ?? null,
    ...capturedView(lead),
    ...ownershipView(lead),
    registration: lead.registration ?? null,
    contactRegister: lead.contactRegister,
    productLineIds: lead.productLineIds,
    forecast: {
      estimatedAmountFen: lead.estimatedAmountFen ?? null,
      winProbabilityBps: lead.winProbabilityBps ?? null,
      expectedSigningOn: lead.expectedSigningOn ?? null,
    },
    description: lead.description ?? null,
    needs: lead.needs ?? null,
    entryPoints: lead.entryPoints,
    stakeholders: lead.stakeholders,
    keyPersons: lead.keyPersons.map((person) => keyPersonView(person, people)),
    relationship: lead.relationship,
    partners: lead.partners,
    manufacturers: lead.manufacturers,
    evaluatedPartners: lead.evaluatedPartners,
    competitors: lead.competitors,
    documents: lead.documents,
    construction: lead.construction ?? null,
    checklist: checklistView(lead),
    conversion: conversionView(lead),
    pursuits: lead.pursuits,
    contracts: lead.contracts,
    steps: lead.steps,
    abandonment: lead.abandonment ?? null,
    intoLeadId: lead.intoLeadId ?? null,
    acquisitionCostFen: lead.sampleCostFen,
  };
}

const capturedView = ({
  captured,
  capturedBy,
  capturedOn,
  isImported,
  needsSummary,
  duplicateOverrideReason,
}: ExistingLead) => ({
  projectName: captured.projectName,
  city: captured.city,
  district: captured.district ?? null,
  source: captured.source,
  referrerRef: captured.referrerRef ?? null,
  ownerName: captured.ownerName ?? null,
  ownerPartyId: captured.ownerPartyId ?? null,
  designInstitutePartyId: captured.designInstitutePartyId ?? null,
  customerSegment: captured.customerSegment ?? null,
  needsSummary: needsSummary ?? null,
  duplicateOverrideReason: duplicateOverrideReason ?? null,
  imported: isImported,
  capturedBy,
  capturedOn,
});

const ownershipView = ({ ownership, salespersonId, teamId, channelId, lastHolder }: ExistingLead) => ({
  ownership,
  salespersonId: salespersonId ?? null,
  teamId: teamId ?? null,
  channelId: channelId ?? null,
  lastHolder: lastHolder ?? null,
});

/** The person as the vault shows it. */
export const keyPersonView = (person: KeyPerson, people: ShownPersons) => ({
  partyId: person.partyId,
  contactId: person.contactId,
  person: shownIn(people, person.personRef),
  post: person.post,
  kind: person.kind,
  supportLevel: person.supportLevel,
});

/** What a conversion would be refused with, all of it, so that nobody has to try; null where the lead is past it. */
function conversionView(lead: ExistingLead) {
  const obstacles = conversionObstacles(lead);
  if (obstacles === undefined) return null;
  return {
    possible: obstacles.length === 0,
    obstacles: obstacles.map(({ code, missing }) => ({ code, missing: missing ?? [] })),
  };
}

/** All items, those that nobody has confirmed too. */
const checklistView = ({ checklist }: ExistingLead) =>
  CHECKLIST_ITEMS.map((item) => {
    const checked = checklist.find((other) => other.item === item);
    return {
      item,
      status: checked?.status ?? 'OPEN',
      evidence: checked?.evidence ?? null,
      notApplicableReason: checked?.notApplicableReason ?? null,
      on: checked?.on ?? null,
    };
  });
