import { authorsOf, Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import { contentOf, pricedContent, proposalRecord } from './proposal-record.js';
import {
  CancelProposal,
  DraftProposal,
  ReviseProposal,
  type DraftingCommand,
  type ProposalWords,
} from './proposal.commands.js';
import type { DraftingEvent, ProposalDrafted, ProposalEvent, ProposalRevised } from './proposal.events.js';
import type { ExistingProposal, NoProposal, ProposalContent } from './proposal.state.js';

/** A proposal is written, and written anew after what the customer said. */
export const draftingRules = {
  DraftProposal: { command: DraftProposal, in: ['NONE'], decide: draftProposal },
  ReviseProposal: {
    command: ReviseProposal,
    in: ['DRAFT', 'SENT', 'DECLINED', 'EXPIRED'],
    decide: reviseProposal,
  },
  CancelProposal: { command: CancelProposal, in: ['DRAFT', 'PENDING_APPROVAL', 'APPROVED'], decide: cancelProposal },
} satisfies RulesOf<DraftProposal, NoProposal, ProposalEvent> &
  RulesOf<Exclude<DraftingCommand, DraftProposal>, ExistingProposal, ProposalEvent>;

export const draftingFold = {
  ProposalDrafted: (_none, data) => ({
    state: data.state,
    proposalId: data.proposalId,
    projectId: data.projectId,
    proposalNo: data.proposalNo,
    version: data.version,
    salespersonId: data.salespersonId,
    draftedOn: data.draftedOn,
    content: contentOfRecord(data),
    authors: authorsOf(data),
    sendings: [],
    feedback: [],
  }),
  ProposalRevised: (proposal, data) => ({
    state: data.state,
    proposalId: proposal.proposalId,
    projectId: data.projectId,
    proposalNo: proposal.proposalNo,
    version: data.version,
    salespersonId: proposal.salespersonId,
    draftedOn: proposal.draftedOn,
    content: contentOfRecord(data),
    authors: [...new Set([...(data.version === proposal.version ? proposal.authors : []), ...authorsOf(data)])],
    sendings: proposal.sendings,
    feedback: proposal.feedback,
  }),
  ProposalCancelled: (proposal, { state, reason }) => ({ ...proposal, state, reason }),
} satisfies FoldOf<ProposalDrafted, NoProposal, ExistingProposal> &
  FoldOf<Exclude<DraftingEvent, ProposalDrafted>, ExistingProposal>;

const contentOfRecord = (data: (ProposalDrafted | ProposalRevised)['data']): ProposalContent =>
  contentOf(data, data.lines, { totalFen: data.totalFen, margin: data.marginBps });

/** @throws Rejected VALIDATION_FAILED {pointer}, TOO_MANY_LINES, LINE_AMOUNT_MISMATCH */
function draftProposal({ data, issued }: DraftProposal): ProposalEvent[] {
  const { proposalId } = data;
  const content = checkedContent(data);
  const proposal = { proposalId, proposalNo: proposalNoOf(proposalId, issued), version: 1, content };
  const record = proposalRecord(proposal, 'DRAFT', issued);
  const written = contentRecord(content, proposalId, issued.by.id);
  return [{ type: 'ProposalDrafted', data: { ...record, ...written, draftedOn: issued.today } }];
}

/** What went to the customer is superseded by it. @throws Rejected as the draft */
function reviseProposal({ data, issued }: ReviseProposal, before: ExistingProposal): ProposalEvent[] {
  const { proposalId, proposalNo, salespersonId, state, version: versionBefore } = before;
  const wentOut = state !== 'DRAFT';
  const content = checkedContent(data);
  const version = wentOut ? versionBefore + 1 : versionBefore;
  const record = proposalRecord({ proposalId, proposalNo, version, content }, 'DRAFT', issued);
  const written = contentRecord(content, proposalId, salespersonId);
  const supersededVersion = wentOut ? versionBefore : undefined;
  return [{ type: 'ProposalRevised', data: { ...record, ...written, supersededVersion, revisedOn: issued.today } }];
}

/** A quotation is for a lead, whose decision and papers it needs. */
function checkedContent(words: ProposalWords): ProposalContent {
  if (words.kind === 'QUOTATION' && words.leadId === undefined) {
    throw new Rejected('VALIDATION_FAILED', 'a quotation names its lead', { pointer: '/leadId' });
  }
  return pricedContent(words);
}

function cancelProposal({ data, issued }: CancelProposal, proposal: ExistingProposal): ProposalEvent[] {
  const record = proposalRecord(proposal, 'CANCELLED', issued);
  const { reason } = data;
  return [{ type: 'ProposalCancelled', data: { ...record, reason, cancelledOn: issued.today } }];
}

/** BJ-20250307-3F9A2C: the day, and the beginning of the id. */
const proposalNoOf = (proposalId: string, { today }: Issued): string =>
  `BJ-${today.replaceAll('-', '')}-${proposalId.slice(0, 6).toUpperCase()}`;

const contentRecord = (content: ProposalContent, proposalId: string, salespersonId: string) => ({
  projectId: content.leadId ?? proposalId,
  salespersonId,
  title: content.title,
  customer: content.customer,
  answers: content.answers,
  solutionRef: content.solutionRef,
  advantages: content.advantages,
  lines: content.lines,
  costFen: content.costFen,
  marginBps: content.marginBps,
  validDays: content.validDays,
  paymentTerms: content.paymentTerms,
  warrantyTerms: content.warrantyTerms,
  deliveryDays: content.deliveryDays,
  salesKitId: content.salesKitId,
  caseStudyIds: content.caseStudyIds,
});
