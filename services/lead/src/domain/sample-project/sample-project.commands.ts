import { CommandTo } from '@engsales/event-sourcing/domain';
import type { LeadThen } from '../lead-then.js';
import type { PartyThen } from '../party-then.js';
import type { SampleMode } from './sample-project.values.js';

/** What its handler reads. */
interface Beside {
  readonly lead?: LeadThen;
}

export class ProposeSample extends CommandTo<
  'sampleProjectId',
  Beside & {
    readonly leadId: string;
    readonly mode: SampleMode;
    readonly productLineId: string;
    readonly site: string;
    readonly scope: string;
    readonly costFen: number;
    readonly priceFen: number;
    readonly payOnSatisfaction: boolean;
    readonly nearCompetitorPartyId?: string;
    readonly parties?: readonly PartyThen[];
    readonly knownLineIds?: readonly string[];
  }
> {
  readonly type = 'ProposeSample';
}

export class ApproveSample extends CommandTo<'sampleProjectId'> {
  readonly type = 'ApproveSample';
}

export class RefuseSample extends CommandTo<'sampleProjectId', { readonly reason: string }> {
  readonly type = 'RefuseSample';
}

export class CancelSample extends CommandTo<'sampleProjectId', Beside & { readonly reason: string }> {
  readonly type = 'CancelSample';
}

export class InstallSample extends CommandTo<'sampleProjectId', Beside & { readonly on: string }> {
  readonly type = 'InstallSample';
}

export class AcceptSample extends CommandTo<
  'sampleProjectId',
  Beside & { readonly on: string; readonly docRef: string; readonly paymentDueOn?: string }
> {
  readonly type = 'AcceptSample';
}

/** The customer does not want it. */
export class RejectSample extends CommandTo<
  'sampleProjectId',
  Beside & { readonly reason: string; readonly on: string }
> {
  readonly type = 'RejectSample';
}

export class RecordSamplePayment extends CommandTo<
  'sampleProjectId',
  { readonly amountFen: number; readonly on: string; readonly bankRef: string }
> {
  readonly type = 'RecordSamplePayment';
}

/** By timer, on the day after the payment was due. */
export class MarkSamplePaymentOverdue extends CommandTo<'sampleProjectId', { readonly paymentDueOn: string }> {
  readonly type = 'MarkSamplePaymentOverdue';
}

export type ProposalCommand = ProposeSample | ApproveSample | RefuseSample | CancelSample;
export type TrialCommand = InstallSample | AcceptSample | RejectSample;
export type PaymentCommand = RecordSamplePayment | MarkSamplePaymentOverdue;
export type SampleProjectCommand = ProposalCommand | TrialCommand | PaymentCommand;
