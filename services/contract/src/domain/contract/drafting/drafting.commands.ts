import type { OfferedLine } from '@engsales/values';
import { CommandTo } from '@engsales/event-sourcing/domain';
import type {
  MilestoneGate,
  MilestoneKind,
  MilestoneScope,
  OperationMode,
  SourceType,
  Trigger,
} from '../contract.values.js';
import type { AwardedLine } from './drafting.state.js';

export type DraftLine = OfferedLine;

export interface DraftMilestone {
  readonly id: string;
  readonly kind: MilestoneKind;
  /** Exactly one of the two. */
  readonly amountFen?: number;
  readonly bps?: number;
  readonly trigger: Trigger;
  /** For the trigger DATE. */
  readonly date?: string;
  readonly scope?: MilestoneScope;
  readonly netDays: number;
  readonly netMonths?: number;
  readonly gate: MilestoneGate;
}

/** What a salesperson writes: the whole document, at the draft and at every revision. */
export interface DraftDocument {
  readonly projectName: string;
  readonly source?: { readonly type: SourceType; readonly id: string };
  readonly customer?: { readonly partyId?: string; readonly name: string };
  readonly salespersonId?: string;
  readonly merchandiserId?: string;
  readonly operationMode: OperationMode;
  readonly riskAssessmentId?: string;
  readonly writtenConsentRef?: string;
  readonly agreementId?: string;
  readonly lines: readonly DraftLine[];
  readonly paymentMilestones: readonly DraftMilestone[];
  readonly warrantyTerms?: { readonly defectsLiabilityMonths?: number; readonly text?: string };
  readonly penaltyTerms?: { readonly lateDeliveryBpsPerDay: number; readonly capBps: number };
  readonly rightsAndObligations?: string;
  readonly drawings?: readonly { readonly drawingNo: string; readonly rev: string; readonly docRef?: string }[];
  readonly awardedFen?: number;
  /** By reaction to the award alone. */
  readonly awardedLines?: readonly AwardedLine[];
  readonly awardExceptionRef?: string;
  readonly signingDueOn?: string;
}

export class DraftContract extends CommandTo<
  'contractId',
  { readonly projectId: string; readonly document: DraftDocument }
> {
  readonly type = 'DraftContract';
}

export class ReviseContract extends CommandTo<'contractId', { readonly document: DraftDocument }> {
  readonly type = 'ReviseContract';
}

export class RecordNegotiationRound extends CommandTo<
  'contractId',
  { readonly topic: string; readonly ours: string; readonly theirs: string; readonly agreed?: string }
> {
  readonly type = 'RecordNegotiationRound';
}

export class SubmitForApproval extends CommandTo<'contractId'> {
  readonly type = 'SubmitForApproval';
}

export class ApproveContract extends CommandTo<'contractId'> {
  readonly type = 'ApproveContract';
}

export class RejectContract extends CommandTo<'contractId', { readonly reason: string }> {
  readonly type = 'RejectContract';
}

export class AbandonContract extends CommandTo<'contractId', { readonly reason: string }> {
  readonly type = 'AbandonContract';
}

export type DraftingCommand =
  | DraftContract
  | ReviseContract
  | RecordNegotiationRound
  | SubmitForApproval
  | ApproveContract
  | RejectContract
  | AbandonContract;
