import { Rejected, type Issued } from '@engsales/event-sourcing/domain';
import { contractIdOf, tenderIdOf } from '../../ids.js';
import type { KnownParty, Siblings } from '../lead-siblings.js';
import { NO_SIBLINGS } from '../lead-siblings.js';
import type { ExistingLead, Pursuit } from '../lead.state.js';
import type { PursuitType } from '../lead.values.js';
import { outcomeEvent } from '../outcome/contract-outcome.js';
import type { OutcomeEvent } from '../outcome/outcome.events.js';
import type { ConvertLead } from './converting.commands.js';
import { conversionObstacles } from './obstacles.js';
import type { ConvertingEvent, LeadConverted, PartyOfProject } from './converting.events.js';

/** @throws Rejected LEAD_NOT_QUALIFIED {missing}, DECISION_MAKER_UNKNOWN, RELATIONSHIP_LACKING, LEAD_NOT_OWNED, in this order */
export function convertLead({ data, issued }: ConvertLead, lead: ExistingLead): (ConvertingEvent | OutcomeEvent)[] {
  const { route, estimatedAmountFen, expectedTenderDate, siblings = NO_SIBLINGS } = data;
  refuseObstacles(lead);
  const said = { route, estimatedAmountFen, expectedTenderDate, salespersonId: lead.salespersonId };
  const pursuit = pursuitOf(lead, route);
  const pursuits = pursuitsWith(pursuit, lead.attemptNo, lead);
  const reasons = pursuits.find(({ id }) => id === pursuit.id)?.reasons ?? [];
  return [
    { type: 'LeadConverted', data: { ...wholeProject(lead, siblings, issued), ...said, pursuit } },
    // a tender whose end was heard of first loses the lead now, as it would have done the other way round
    ...outcomeEvent({ ...lead, state: 'CONVERTED', pursuits }, lead, reasons, issued),
  ];
}

/** The pursuits beside the one that the conversion opens, which may have been heard of before. */
export function pursuitsWith(
  { type, id }: Pick<Pursuit, 'type' | 'id'>,
  attemptNo: number,
  { pursuits }: ExistingLead,
): readonly Pursuit[] {
  const known = pursuits.find((other) => other.id === id);
  const opened: Pursuit = {
    type,
    id,
    attemptNo,
    state: known?.state ?? 'OPEN',
    how: known?.how,
    reasons: known?.reasons,
  };
  return [...pursuits.filter((other) => other.id !== id), opened];
}

/** The last obstacle is that nobody owns the lead. */
function refuseObstacles(lead: ExistingLead): asserts lead is ExistingLead & { readonly salespersonId: string } {
  const [first] = conversionObstacles(lead) ?? [];
  if (first) throw new Rejected(first.code, first.words, first.missing ? { missing: first.missing } : {});
}

function pursuitOf({ leadId, attemptNo }: ExistingLead, route: ConvertLead['data']['route']) {
  const type: PursuitType = route === 'TENDER' ? 'TENDER' : 'CONTRACT';
  return { type, id: type === 'TENDER' ? tenderIdOf(leadId, attemptNo) : contractIdOf(leadId, attemptNo) };
}

type WholeProject = Omit<
  LeadConverted['data'],
  'route' | 'estimatedAmountFen' | 'expectedTenderDate' | 'salespersonId' | 'pursuit'
>;

/** Everything that the next ones need to know of the project. */
function wholeProject(lead: ExistingLead, { parties }: Siblings, issued: Issued): WholeProject {
  const { description } = lead;
  return {
    leadId: lead.leadId,
    state: 'CONVERTED',
    leadNo: lead.leadNo,
    attemptNo: lead.attemptNo,
    projectName: lead.captured.projectName,
    city: lead.captured.city,
    customerSegment: lead.captured.customerSegment,
    parties: partiesOfProject(lead, parties),
    keyPersons: lead.keyPersons.map(({ personRef, partyId, post, kind, supportLevel }) => ({
      personRef,
      partyId,
      post,
      kind,
      supportLevel,
    })),
    relationship: lead.relationship,
    needs: neededIn(lead),
    fundingSource: description?.fundingSource ?? '',
    scale: description?.scale ?? '',
    ...seenOfConstruction(lead),
    competitors: lead.competitors.map(({ partyId, name, dimension, strengths, weaknesses }) => ({
      partyId,
      name,
      dimension,
      strengths,
      weaknesses,
    })),
    manufacturerPartyId: lead.manufacturers.find(({ isSelected }) => isSelected)?.partyId,
    documents: lead.documents.map(({ type, ref }) => ({ type, ref })),
    productLineIds: lead.productLineIds,
    teamId: lead.teamId,
    channelId: lead.channelId,
    by: issued.by.id,
    convertedOn: issued.today,
  };
}

function neededIn({ needs }: ExistingLead): LeadConverted['data']['needs'] {
  if (!needs) return { equipment: [], technology: [], painPoints: [], expectations: [] };
  const { equipment, technology, painPoints, expectations, industryBackground, preferences } = needs;
  return { equipment, technology, painPoints, expectations, industryBackground, preferences };
}

function seenOfConstruction({ construction }: ExistingLead) {
  if (!construction) return {};
  const { constructionPhase, constructionProcess } = construction;
  return { constructionPhase, constructionProcess };
}

const FIRST = ['OWNER', 'USER', 'DEVELOPER'];

/** Whoever may become the customer stands first. A person who is a party has no name here: the vault keeps it. */
function partiesOfProject({ stakeholders }: ExistingLead, known: readonly KnownParty[]): PartyOfProject[] {
  const ids = [...new Set(stakeholders.map(({ partyId }) => partyId))];
  const parties = ids.map((partyId): PartyOfProject => {
    const roles = stakeholders.filter((other) => other.partyId === partyId).map(({ role }) => role);
    return { partyId, name: known.find((other) => other.partyId === partyId)?.name ?? '个人', roles };
  });
  return parties.sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ roles }: PartyOfProject): number {
  const place = FIRST.findIndex((role) => roles.includes(role));
  return place < 0 ? FIRST.length : place;
}
