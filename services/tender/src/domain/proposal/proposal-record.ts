import type { Issued } from '@engsales/event-sourcing/domain';
import { marginBps } from '../offers/margin.js';
import { priceLines } from '../offers/priced-lines.js';
import { sumFen } from '@engsales/values';
import type { ProposalWords } from './proposal.commands.js';
import type { ProposalRecord } from './proposal.events.js';
import type { ExistingProposal, ProposalContent } from './proposal.state.js';
import type { ProposalState } from './proposal.values.js';

/** What every event says of the proposal, which is in `state` after it. */
export const proposalRecord = (
  proposal: Pick<ExistingProposal, 'proposalId' | 'proposalNo' | 'version' | 'content'>,
  state: ProposalState,
  { by }: Issued,
): ProposalRecord => ({
  proposalId: proposal.proposalId,
  proposalNo: proposal.proposalNo,
  leadId: proposal.content.leadId,
  version: proposal.version,
  state,
  kind: proposal.content.kind,
  totalFen: proposal.content.totalFen,
  by: by.id,
  onBehalfOf: by.onBehalfOf,
});

/** Works out the amounts of a proposal and its margin. @throws Rejected TOO_MANY_LINES, LINE_AMOUNT_MISMATCH, VALIDATION_FAILED */
export function pricedContent(words: ProposalWords): ProposalContent {
  const lines = priceLines(words.lines);
  const totalFen = lines.length > 0 ? sumFen(lines.map(({ amountFen }) => amountFen)) : undefined;
  const { costFen } = words;
  const hasMargin = totalFen !== undefined && costFen !== undefined;
  return contentOf(words, lines, { totalFen, margin: hasMargin ? marginBps(totalFen, costFen) : undefined });
}

/** The content and nothing else that stands beside it. */
export const contentOf = (
  words: Omit<ProposalContent, 'lines' | 'totalFen' | 'marginBps'>,
  lines: ProposalContent['lines'],
  { totalFen, margin }: { readonly totalFen?: number; readonly margin?: number },
): ProposalContent => ({
  kind: words.kind,
  leadId: words.leadId,
  title: words.title,
  customer: { partyId: words.customer.partyId, name: words.customer.name },
  answers: words.answers.map(({ painPoint, solution }) => ({ painPoint, solution })),
  solutionRef: words.solutionRef,
  advantages: words.advantages.map(({ text, evidenceRef }) => ({ text, evidenceRef })),
  lines,
  totalFen,
  costFen: words.costFen,
  marginBps: margin,
  validDays: words.validDays,
  paymentTerms: words.paymentTerms,
  warrantyTerms: words.warrantyTerms && {
    defectsLiabilityMonths: words.warrantyTerms.defectsLiabilityMonths,
    text: words.warrantyTerms.text,
  },
  deliveryDays: words.deliveryDays,
  salesKitId: words.salesKitId,
  caseStudyIds: words.caseStudyIds,
});
