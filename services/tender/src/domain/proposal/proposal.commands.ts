import { CommandTo } from '@engsales/event-sourcing/domain';
import type { OfferedLine } from '@engsales/values';
import type { ModeFacts } from '../offers/mode-facts.js';
import type { ProposalContent } from './proposal.state.js';
import type { SendingChannel } from './proposal.values.js';

/** What the author says; amounts and margin are worked out. */
export interface ProposalWords extends Omit<ProposalContent, 'lines' | 'totalFen' | 'marginBps'> {
  readonly lines: readonly OfferedLine[];
}

export class DraftProposal extends CommandTo<'proposalId', ProposalWords> {
  readonly type = 'DraftProposal';
}

/** The whole content again; of a version that went out it makes the next one. */
export class ReviseProposal extends CommandTo<'proposalId', ProposalWords> {
  readonly type = 'ReviseProposal';
}

export class CancelProposal extends CommandTo<'proposalId', { readonly reason: string }> {
  readonly type = 'CancelProposal';
}

export class SubmitProposal extends CommandTo<'proposalId'> {
  readonly type = 'SubmitProposal';
}

export class ApproveProposal extends CommandTo<'proposalId'> {
  readonly type = 'ApproveProposal';
}

export class RejectProposal extends CommandTo<'proposalId', { readonly reason: string }> {
  readonly type = 'RejectProposal';
}

export class SendProposal extends CommandTo<
  'proposalId',
  { readonly on: string; readonly channel: SendingChannel; readonly contactRef?: string }
> {
  readonly type = 'SendProposal';
}

export class RecordProposalFeedback extends CommandTo<
  'proposalId',
  { readonly on: string; readonly feedback: string; readonly agreed?: string }
> {
  readonly type = 'RecordProposalFeedback';
}

export class AcceptProposal extends CommandTo<
  'proposalId',
  {
    readonly on: string;
    readonly docRef: string;
    /** What its handler reads. */
    readonly facts?: ModeFacts;
  }
> {
  readonly type = 'AcceptProposal';
}

export class DeclineProposal extends CommandTo<
  'proposalId',
  { readonly reason: string; readonly winnerName?: string }
> {
  readonly type = 'DeclineProposal';
}

/** By timer, on the day after the last one on which it is valid. */
export class ExpireProposal extends CommandTo<'proposalId', { readonly validUntil: string }> {
  readonly type = 'ExpireProposal';
}

export type DraftingCommand = DraftProposal | ReviseProposal | CancelProposal;
export type ApprovingCommand = SubmitProposal | ApproveProposal | RejectProposal;
export type SendingCommand = SendProposal | RecordProposalFeedback;
export type AnsweringCommand = AcceptProposal | DeclineProposal | ExpireProposal;
export type ProposalCommand = DraftingCommand | ApprovingCommand | SendingCommand | AnsweringCommand;
