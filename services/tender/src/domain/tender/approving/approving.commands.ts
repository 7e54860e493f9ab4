import { CommandTo } from '@engsales/event-sourcing/domain';

export class SubmitBidForReview extends CommandTo<'tenderId'> {
  readonly type = 'SubmitBidForReview';
}

export class ReviewBid extends CommandTo<'tenderId', { readonly passed: boolean; readonly opinion: string }> {
  readonly type = 'ReviewBid';
}

export class ApproveBid extends CommandTo<'tenderId'> {
  readonly type = 'ApproveBid';
}

export class RejectBid extends CommandTo<'tenderId', { readonly reason: string }> {
  readonly type = 'RejectBid';
}

/** The envelope is closed (封标): so many originals, so many copies. */
export class SealBid extends CommandTo<'tenderId', { readonly originals: number; readonly copies: number }> {
  readonly type = 'SealBid';
}

export class UnsealBid extends CommandTo<'tenderId', { readonly reason: string }> {
  readonly type = 'UnsealBid';
}

export type ApprovingCommand = SubmitBidForReview | ReviewBid | ApproveBid | RejectBid | SealBid | UnsealBid;
