import {
  BusinessDate,
  Fen,
  Flag,
  LineRequest,
  Means,
  NestedList,
  OneOf,
  Optional,
  PositiveFen,
  Reference,
  SomeOf,
  Text,
  TextOrNone,
  Whole,
} from '@engsales/http';
import { CANCEL_KINDS, LOSS_REASONS, type CancelKind, type LossReason } from '../domain/tender/tender.values.js';

export class AwardRequest {
  @Means('number of the notice (中标通知书)', 'ZB-2025-018') @Text(64) noticeNo!: string;
  @Means('day of the notice', '2025-02-20') @BusinessDate() noticeOn!: string;
  @Means('amount of the notice', 700_000_000) @PositiveFen() noticeFen!: number;
  @Means('lines that are awarded; those of the bid when absent')
  @Optional()
  @NestedList(() => LineRequest, 1_000)
  lines?: LineRequest[];
  @Means('why the next candidate moved up; needed after a loss') @Optional() @Text(2_000) promotedReason?: string;
}

export class DeclinedAwardRequest {
  @Means('why', '产能不足') @Text(2_000) reason!: string;
  @Means('where the paper is') @Optional() @Reference() docRef?: string;
}

export class RevokedAwardRequest {
  @Means('why', '投诉成立') @Text(2_000) reason!: string;
  @Means('where the paper is', 'DOC-160') @Reference() docRef!: string;
  @Means('whether it is tendered again') @Flag() retender!: boolean;
}

export class LossRequest {
  @Means('who has won') @Optional() @Text(200) winnerName?: string;
  @Means('party, where it is known') @Optional() @Reference() winnerPartyId?: string;
  @Means('price of the winner') @Optional() @Fen() winnerPriceFen?: number;
  @Means('our rank') @Optional() @Whole(1, 999) ourRank?: number;
  @Means('day of the notice') @Optional() @BusinessDate() noticeOn?: string;
  @Means('why we lost', ['PRICE']) @SomeOf(LOSS_REASONS) reasons: LossReason[] = [];
  @Means('what we learn of it', '报价高于第一名 2.6%') @TextOrNone(2_000) lessons!: string;
}

export class WinnerSignedRequest {
  @Means('day on which the winner signed', '2025-03-10') @BusinessDate() signedOn!: string;
}

export class CancelTenderRequest {
  @Means('how the tenderee ends it') @OneOf(CANCEL_KINDS) kind!: CancelKind;
  @Means('why', '投标人不足三家') @Text(2_000) reason!: string;
  @Means('day of the notice', '2025-01-28') @BusinessDate() noticeOn!: string;
  @Means('where the paper is', 'DOC-161') @Reference() docRef!: string;
  @Means('whether it is tendered again') @Flag() retender!: boolean;
}
