import { CommandTo } from '@engsales/event-sourcing/domain';
import type { SubmissionFacts } from './submission-gates.js';

/** What its handler reads. */
interface Beside {
  readonly facts?: SubmissionFacts;
}

/** Now, by the server's clock. */
export class SubmitBid extends CommandTo<'tenderId', Beside & { readonly receiptRef?: string }> {
  readonly type = 'SubmitBid';
}

/** A bid that was handed in on time, and is entered after the deadline. */
export class RecordSubmission extends CommandTo<
  'tenderId',
  Beside & { readonly submittedAt: string; readonly receiptRef: string; readonly reason: string }
> {
  readonly type = 'RecordSubmission';
}

export class WithdrawBid extends CommandTo<
  'tenderId',
  { readonly reason: string; readonly noticeRef: string; readonly resubmit: boolean }
> {
  readonly type = 'WithdrawBid';
}

export type SubmittingCommand = SubmitBid | RecordSubmission | WithdrawBid;
