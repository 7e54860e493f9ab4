import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { demandActiveParty } from '../../party-then.js';
import { demandItem, factOf, notRegistered, withItem } from '../lead-records.js';
import { NO_SIBLINGS } from '../lead-siblings.js';
import type { ExistingLead, Manufacturer, RelationshipPartner } from '../lead.state.js';
import {
  EndRelationshipPartner,
  EngageRelationshipPartner,
  EvaluatePartner,
  ObserveCompetitor,
  ScreenManufacturer,
  SeekRelationshipPartner,
  SelectManufacturer,
  type PartnerCommand,
} from './relations.commands.js';
import type { PartnerEvent } from './relations.events.js';

const WORKED_ON = { in: ['QUALIFYING', 'DEVELOPING'], otherwise: notRegistered } as const;

export const partnerRules = {
  SeekRelationshipPartner: { command: SeekRelationshipPartner, ...WORKED_ON, decide: seekPartner },
  EngageRelationshipPartner: { command: EngageRelationshipPartner, ...WORKED_ON, decide: engagePartner },
  EndRelationshipPartner: { command: EndRelationshipPartner, ...WORKED_ON, decide: endPartner },
  ScreenManufacturer: { command: ScreenManufacturer, ...WORKED_ON, decide: screenManufacturer },
  SelectManufacturer: { command: SelectManufacturer, ...WORKED_ON, decide: selectManufacturer },
  EvaluatePartner: { command: EvaluatePartner, ...WORKED_ON, decide: evaluatePartner },
  ObserveCompetitor: { command: ObserveCompetitor, ...WORKED_ON, decide: observeCompetitor },
} satisfies RulesOf<PartnerCommand, ExistingLead, PartnerEvent>;

const ofParty =
  (partyId: string) =>
  (other: { readonly partyId: string }): boolean =>
    other.partyId === partyId;

export const partnerFold = {
  RelationshipPartnerSought: (lead, { partyId, agreementNeeded }) =>
    putPartner(lead, { partyId, agreementNeeded, state: 'SOUGHT' }),
  RelationshipPartnerEngaged: (lead, { partyId, agreementNeeded, agreementRef }) =>
    putPartner(lead, { partyId, agreementNeeded, agreementRef, state: 'ENGAGED' }),
  RelationshipPartnerEnded: (lead, { partyId }) => ({
    ...lead,
    partners: lead.partners.map((partner) =>
      partner.partyId === partyId ? { ...partner, state: 'ENDED' as const } : partner,
    ),
  }),
  ManufacturerScreened: (lead, { partyId, buyoutFeasible, techScore, commercialScore }) => {
    const isSelected = lead.manufacturers.some((other) => other.partyId === partyId && other.isSelected);
    const manufacturer: Manufacturer = { partyId, buyoutFeasible, techScore, commercialScore, isSelected };
    return { ...lead, manufacturers: withItem(lead.manufacturers, manufacturer, ofParty(partyId)) };
  },
  ManufacturerSelected: (lead, { partyId }) => ({
    ...lead,
    manufacturers: lead.manufacturers.map((other) => ({ ...other, isSelected: other.partyId === partyId })),
  }),
  PartnerEvaluated: (lead, { partyId, scores, total, verdict, conditions }) => ({
    ...lead,
    evaluatedPartners: withItem(
      lead.evaluatedPartners,
      { partyId, scores, total, verdict, conditions },
      ofParty(partyId),
    ),
  }),
  CompetitorObserved: (lead, { partyId, name, dimension, strengths, weaknesses, evidenceRef }) => ({
    ...lead,
    competitors: withItem(
      lead.competitors,
      { partyId, name, dimension, strengths, weaknesses, evidenceRef },
      (other) => other.partyId === partyId && other.dimension === dimension,
    ),
  }),
} satisfies FoldOf<PartnerEvent, ExistingLead>;

/** @throws Rejected NOT_FOUND, PARTY_INACTIVE */
function seekPartner({ data, issued }: SeekRelationshipPartner, lead: ExistingLead): PartnerEvent[] {
  const { partyId, agreementNeeded, note, siblings = NO_SIBLINGS } = data;
  demandActiveParty(partyId, siblings.parties);
  const said = { partyId, agreementNeeded, note };
  return [{ type: 'RelationshipPartnerSought', data: { ...factOf(lead, issued), ...said } }];
}

/** One that nobody was looking for needs no agreement. @throws Rejected PARTNER_AGREEMENT_REQUIRED, NOT_FOUND, PARTY_INACTIVE */
function engagePartner({ data, issued }: EngageRelationshipPartner, lead: ExistingLead): PartnerEvent[] {
  const { partyId, agreementRef, siblings = NO_SIBLINGS } = data;
  demandActiveParty(partyId, siblings.parties);
  const agreementNeeded = lead.partners.find(ofParty(partyId))?.agreementNeeded ?? false;
  if (agreementNeeded && agreementRef === undefined) {
    throw new Rejected('PARTNER_AGREEMENT_REQUIRED', `the partner ${partyId} has no agreement`, { partyId });
  }
  const said = { partyId, agreementNeeded, agreementRef };
  return [{ type: 'RelationshipPartnerEngaged', data: { ...factOf(lead, issued), ...said } }];
}

/** @throws Rejected NOT_FOUND */
function endPartner({ data, issued }: EndRelationshipPartner, lead: ExistingLead): PartnerEvent[] {
  const { partyId, reason } = data;
  const partner = lead.partners.find((other) => other.partyId === partyId && other.state !== 'ENDED');
  demandItem(partner, `relationship partner ${partyId}`, { partyId });
  return [{ type: 'RelationshipPartnerEnded', data: { ...factOf(lead, issued), partyId, reason } }];
}

/** @throws Rejected NOT_FOUND, PARTY_INACTIVE */
function screenManufacturer({ data, issued }: ScreenManufacturer, lead: ExistingLead): PartnerEvent[] {
  const { partyId, buyoutFeasible, techScore, commercialScore, note, siblings = NO_SIBLINGS } = data;
  demandActiveParty(partyId, siblings.parties);
  const said = { partyId, buyoutFeasible, techScore, commercialScore, note };
  return [{ type: 'ManufacturerScreened', data: { ...factOf(lead, issued), ...said } }];
}

/** @throws Rejected MANUFACTURER_NOT_SCREENED */
function selectManufacturer({ data, issued }: SelectManufacturer, lead: ExistingLead): PartnerEvent[] {
  const { partyId, techAdvantages, commercialAdvantages } = data;
  if (!lead.manufacturers.some(ofParty(partyId))) {
    throw new Rejected('MANUFACTURER_NOT_SCREENED', `the manufacturer ${partyId} was not screened`, { partyId });
  }
  const said = { partyId, techAdvantages, commercialAdvantages };
  return [{ type: 'ManufacturerSelected', data: { ...factOf(lead, issued), ...said } }];
}

/** @throws Rejected NOT_FOUND, PARTY_INACTIVE */
function evaluatePartner({ data, issued }: EvaluatePartner, lead: ExistingLead): PartnerEvent[] {
  const { partyId, verdict, conditions = [], siblings = NO_SIBLINGS } = data;
  demandActiveParty(partyId, siblings.parties);
  const { technical, commercial, price, leadTime, competence } = data.scores;
  const scores = { technical, commercial, price, leadTime, competence };
  const total = technical + commercial + price + leadTime + competence;
  return [{ type: 'PartnerEvaluated', data: { ...factOf(lead, issued), partyId, scores, total, verdict, conditions } }];
}

/** @throws Rejected NOT_FOUND, PARTY_INACTIVE */
function observeCompetitor({ data, issued }: ObserveCompetitor, lead: ExistingLead): PartnerEvent[] {
  const { partyId, dimension, strengths, weaknesses, evidenceRef, siblings = NO_SIBLINGS } = data;
  demandActiveParty(partyId, siblings.parties);
  const name = siblings.parties.find(ofParty(partyId))?.name ?? partyId;
  const said = { partyId, name, dimension, strengths, weaknesses, evidenceRef };
  return [{ type: 'CompetitorObserved', data: { ...factOf(lead, issued), ...said } }];
}

const putPartner = (lead: ExistingLead, partner: RelationshipPartner): ExistingLead => ({
  ...lead,
  partners: withItem(lead.partners, partner, ofParty(partner.partyId)),
});
