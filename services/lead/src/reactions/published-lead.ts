import {
  constructionPhaseObserved,
  leadAbandoned,
  leadAssigned,
  leadCaptured,
  leadConverted,
  leadMerged,
  leadOutcomeRecorded,
  leadQualified,
  leadRevived,
  type ConstructionPhaseObservedData,
  type LeadAbandonedData,
  type LeadAssignedData,
  type LeadCapturedData,
  type LeadConvertedData,
  type LeadOutcomeRecordedData,
  type LeadQualifiedData,
} from '@engsales/events';
import { publish } from '@engsales/messaging';
import type { LeadCaptured } from '../domain/lead/capturing/capturing.events.js';
import type {
  LeadAbandoned,
  LeadConverted,
  LeadMerged,
  LeadRevived,
} from '../domain/lead/converting/converting.events.js';
import type { LeadOutcomeRecorded } from '../domain/lead/outcome/outcome.events.js';
import type { LeadAssigned } from '../domain/lead/ownership/ownership.events.js';
import type { ConstructionPhaseObserved } from '../domain/lead/profiling/profiling.events.js';
import type { LeadQualified } from '../domain/lead/qualifying/qualifying.events.js';

/** What lead says to the others about a lead. */
export const publishedLead = {
  LeadCaptured: (data: LeadCaptured['data']) => publish(leadCaptured, capturedLead(data)),
  LeadAssigned: (data: LeadAssigned['data']) => publish(leadAssigned, assignedLead(data)),
  LeadQualified: (data: LeadQualified['data']) => publish(leadQualified, qualifiedLead(data)),
  LeadConverted: (data: LeadConverted['data']) => publish(leadConverted, convertedLead(data)),
  LeadAbandoned: (data: LeadAbandoned['data']) => publish(leadAbandoned, abandonedLead(data)),
  LeadRevived: ({ leadId, state, attemptNo, trigger, note, salespersonId, revivedOn }: LeadRevived['data']) =>
    publish(leadRevived, { leadId, state, attemptNo, trigger, note, salespersonId, revivedOn }),
  LeadMerged: ({ leadId, state, intoLeadId, reason, mergedOn }: LeadMerged['data']) =>
    publish(leadMerged, { leadId, state, intoLeadId, reason, mergedOn }),
  LeadOutcomeRecorded: (data: LeadOutcomeRecorded['data']) => publish(leadOutcomeRecorded, outcomeOfLead(data)),
  ConstructionPhaseObserved: (data: ConstructionPhaseObserved['data']) =>
    publish(constructionPhaseObserved, observedConstruction(data)),
};

const capturedLead = (data: LeadCaptured['data']): LeadCapturedData => ({
  leadId: data.leadId,
  state: data.state,
  leadNo: data.leadNo,
  ownership: data.ownership,
  projectName: data.projectName,
  city: data.city,
  source: data.source,
  referrerRef: data.referrerRef,
  ownerPartyId: data.ownerPartyId,
  ownerName: data.ownerName,
  designInstitutePartyId: data.designInstitutePartyId,
  customerSegment: data.customerSegment,
  constructionProcess: data.constructionProcess,
  estimatedAmountFen: data.estimatedAmountFen,
  salespersonId: data.salespersonId,
  channelId: data.channelId,
  imported: data.imported,
  capturedBy: data.capturedBy,
  capturedOn: data.capturedOn,
  duplicateOverrideReason: data.duplicateOverrideReason,
});

const assignedLead = (data: LeadAssigned['data']): LeadAssignedData => ({
  leadId: data.leadId,
  state: data.state,
  ownership: data.ownership,
  salespersonId: data.salespersonId,
  teamId: data.teamId,
  previousSalespersonId: data.previousSalespersonId,
  pursuits: data.pursuits.map(({ type, id, state }) => ({ type, id, state })),
  reason: data.reason,
  assignedOn: data.assignedOn,
});

const qualifiedLead = (data: LeadQualified['data']): LeadQualifiedData => ({
  leadId: data.leadId,
  state: data.state,
  attemptNo: data.attemptNo,
  checklist: data.checklist.map(({ item, status, on }) => ({ item, status, on })),
  salespersonId: data.salespersonId,
  qualifiedOn: data.qualifiedOn,
});

const convertedLead = (data: LeadConverted['data']): LeadConvertedData => ({
  leadId: data.leadId,
  state: data.state,
  route: data.route,
  projectName: data.projectName,
  parties: data.parties.map(({ partyId, name, roles }) => ({ partyId, name, roles })),
  keyPersons: data.keyPersons.map(({ personRef, partyId, post, kind, supportLevel }) => ({
    personRef,
    partyId,
    post,
    kind,
    supportLevel,
  })),
  relationship: data.relationship,
  needs: data.needs,
  fundingSource: data.fundingSource,
  scale: data.scale,
  constructionPhase: data.constructionPhase,
  constructionProcess: data.constructionProcess,
  competitors: data.competitors.map(({ partyId, name, dimension, strengths, weaknesses }) => ({
    partyId,
    name,
    dimension,
    strengths,
    weaknesses,
  })),
  manufacturerPartyId: data.manufacturerPartyId,
  documents: data.documents.map(({ type, ref }) => ({ type, ref })),
  productLineIds: data.productLineIds,
  leadNo: data.leadNo,
  city: data.city,
  customerSegment: data.customerSegment,
  attemptNo: data.attemptNo,
  pursuit: { type: data.pursuit.type, id: data.pursuit.id },
  expectedTenderDate: data.expectedTenderDate,
  estimatedAmountFen: data.estimatedAmountFen,
  salespersonId: data.salespersonId,
  teamId: data.teamId,
  channelId: data.channelId,
  convertedOn: data.convertedOn,
});

const abandonedLead = (data: LeadAbandoned['data']): LeadAbandonedData => ({
  leadId: data.leadId,
  state: data.state,
  fromState: data.fromState,
  attemptNo: data.attemptNo,
  reason: data.reason,
  note: data.note,
  revisitOn: data.revisitOn,
  pursuits: data.pursuits.map(({ type, id, state }) => ({ type, id, state })),
  abandonedOn: data.abandonedOn,
});

const outcomeOfLead = (data: LeadOutcomeRecorded['data']): LeadOutcomeRecordedData => ({
  leadId: data.leadId,
  state: data.state,
  outcome: data.outcome,
  attemptNo: data.attemptNo,
  contracts: data.contracts.map(({ contractId, state, amountFen }) => ({ contractId, state, amountFen })),
  amountFen: data.amountFen,
  reasons: data.reasons,
  source: data.source,
  channelId: data.channelId,
  salespersonId: data.salespersonId,
  recordedOn: data.recordedOn,
});

const observedConstruction = (data: ConstructionPhaseObserved['data']): ConstructionPhaseObservedData => ({
  leadId: data.leadId,
  state: data.state,
  constructionPhase: data.constructionPhase,
  constructionProcess: data.constructionProcess,
  permits: data.permits.map(({ type, no, issuedOn }) => ({ type, no, issuedOn })),
  workPackages: data.workPackages.map(({ code, status, on }) => ({ code, status, on })),
  propertyPartyId: data.propertyPartyId,
  takeOverOn: data.takeOverOn,
  observedOn: data.observedOn,
  reason: data.reason,
});
