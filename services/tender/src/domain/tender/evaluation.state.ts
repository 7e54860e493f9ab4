import type { LossReason, Objector } from './tender.values.js';

/** A question of the evaluation committee, and what we answered (评标澄清). */
export interface AnsweredQuestion {
  readonly question: string;
  readonly answer: string;
  readonly docRef: string;
  readonly on: string;
}

export interface OpenedBid {
  readonly bidderName: string;
  readonly bidderPartyId?: string;
  readonly priceFen?: number;
  readonly rank?: number;
  readonly ours: boolean;
  readonly rejected?: boolean;
}

export interface Opening {
  readonly openedAt: string;
  readonly bids: readonly OpenedBid[];
  readonly docRef: string;
}

export interface Candidate {
  readonly rank: number;
  readonly bidderName: string;
  readonly priceFen: number;
  readonly ours: boolean;
}

export interface Objection {
  readonly no: number;
  readonly by: Objector;
  readonly on: string;
  readonly text: string;
  readonly docRef: string;
  readonly result?: string;
}

export interface Award {
  readonly noticeNo: string;
  readonly noticeOn: string;
  readonly noticeFen: number;
  readonly awardedFen: number;
  readonly contractSigningDueOn: string;
  readonly performanceBondFen?: number;
  readonly promotedReason?: string;
  readonly isSigningOverdue: boolean;
}

export interface Loss {
  readonly winnerName?: string;
  readonly winnerPartyId?: string;
  readonly winnerPriceFen?: number;
  readonly ourRank?: number;
  readonly noticeOn?: string;
  readonly reasons: readonly LossReason[];
  readonly lessons: string;
  readonly lostOn: string;
  readonly winnerSignedOn?: string;
}
