import { shownIn, type ShownPersons } from '@engsales/personal-data';
import { exists, type ExistingTender, type Tender } from '../domain/tender/tender.state.js';
import type { Bid, ChecklistItem } from '../domain/tender/bid.state.js';

/** Persons on the side of the tenderee whom a view shows masked. */
export const personsOfTender = (tender: Tender): string[] =>
  exists(tender) ? [...tender.keyPersons, ...tender.fromLead.keyPersons].map(({ personRef }) => personRef) : [];

/** A tender as it is answered. */
export function tenderView(id: string, revision: number, tender: Tender, people: ShownPersons) {
  if (!exists(tender)) return { id, revision, state: tender.state };
  return {
    id,
    revision,
    state: tender.state,
    projectId: tender.projectId,
    ...roundView(tender),
    registration: tender.registration,
    registeredOn: tender.registeredOn,
    salespersonId: tender.salespersonId,
    teamId: tender.teamId ?? null,
    channelId: tender.channelId ?? null,
    draftTenders: tender.draftTenders,
    specInfluences: tender.specInfluences,
    announcement: tender.announcement ?? null,
    addenda: tender.addenda,
    documents: tender.documents,
    clarifications: tender.clarifications,
    ...decisionView(tender),
    competition: tender.competition ?? null,
    competitorMoves: tender.competitorMoves,
    keyPersons: tender.keyPersons.map(({ personRef, kind, supportLevel, note }) => ({
      person: shownIn(people, personRef),
      kind,
      supportLevel,
      note: note ?? null,
    })),
    fromLead: {
      keyPersons: tender.fromLead.keyPersons.map(({ personRef, kind, supportLevel }) => ({
        person: shownIn(people, personRef),
        kind,
        supportLevel,
      })),
      competitors: tender.fromLead.competitors,
      manufacturerPartyId: tender.fromLead.manufacturerPartyId ?? null,
    },
    bid: bidView(tender.bid),
    deadlinePassed: tender.deadlinePassed,
    validityUntil: tender.validityUntil ?? null,
    submission: tender.submission ?? null,
    ...courseView(tender),
    warnings: tender.warnings,
  };
}

const roundView = ({ leadId, round, previousTenderId, nextTenderId }: ExistingTender) => ({
  leadId: leadId ?? null,
  round,
  previousTenderId: previousTenderId ?? null,
  nextTenderId: nextTenderId ?? null,
});

const decisionView = (tender: ExistingTender) => ({
  commerce: tender.commerceOwnerId === undefined ? 'NONE' : 'ENGAGED',
  commerceOwnerId: tender.commerceOwnerId ?? null,
  go: goOf(tender),
  goDecision: tender.goDecision ?? null,
  conditions: tender.conditions,
  noBidRequested: tender.noBidRequested ?? null,
});

const goOf = ({ goDecision }: ExistingTender) => {
  if (!goDecision) return 'UNDECIDED';
  return goDecision.go ? 'GO' : 'NO_GO';
};

const courseView = (tender: ExistingTender) => ({
  opening: tender.opening ?? null,
  answeredQuestions: tender.answeredQuestions,
  evaluation: tender.candidates ? 'CANDIDATES_ANNOUNCED' : 'NONE',
  candidates: tender.candidates ?? null,
  objections: tender.objections,
  award: tender.award ?? null,
  loss: tender.loss ?? null,
  noBid: tender.noBid ?? null,
  withdrawal: tender.withdrawal ?? null,
  cancellation: tender.cancellation ?? null,
  awardEnd: tender.awardEnd ?? null,
  contract: tender.contract ?? null,
});

/** The bid as it is answered. */
export const bidView = (bid: Bid) => ({
  state: bid.state,
  version: bid.version,
  volumes: bid.volumes.map(({ volume, contentRef, notApplicableReason, prepared }) => ({
    volume,
    contentRef: contentRef ?? null,
    notApplicableReason: notApplicableReason ?? null,
    preparedBy: prepared.by,
  })),
  checklist: bid.checklist.map(checklistItemView),
  price: bid.price
    ? {
        lines: bid.price.lines,
        priceFen: bid.price.priceFen,
        costFen: bid.price.costFen,
        marginBps: bid.price.marginBps ?? null,
        warrantyTerms: bid.price.warrantyTerms ?? null,
        deliveryDays: bid.price.deliveryDays ?? null,
        pricedBy: bid.price.priced.by,
      }
    : null,
  sentBy: bid.sent?.by ?? null,
  review: bid.review ?? null,
  seal: bid.seal ?? null,
});

export const checklistItemView = ({ id, volume, name, required, tick }: ChecklistItem) => ({
  id,
  volume,
  name,
  required,
  ticked: tick !== undefined,
  docRef: tick?.docRef ?? null,
  by: tick?.by ?? null,
  on: tick?.on ?? null,
});
