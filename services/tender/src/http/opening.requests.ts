import {
  BusinessDate,
  Fen,
  Flag,
  IsInstant,
  Means,
  NestedList,
  OneOf,
  Optional,
  Reference,
  Text,
  Whole,
} from '@engsales/http';
import { OBJECTORS, type Objector } from '../domain/tender/tender.values.js';

export class OpenedBidRequest {
  @Means('name of the bidder', '华东机电') @Text(200) bidderName!: string;
  @Means('party, where it is known') @Optional() @Reference() bidderPartyId?: string;
  @Means('price as read out', 682_000_000) @Optional() @Fen() priceFen?: number;
  @Means('rank') @Optional() @Whole(1, 999) rank?: number;
  @Means('whether it is ours', false) @Flag() ours!: boolean;
  @Means('whether it was rejected (否决)') @Optional() @Flag() rejected?: boolean;
}

export class OpeningRequest {
  @Means('when the bids were opened', '2025-01-27T01:30:00Z') @IsInstant() openedAt!: string;
  @Means('all bids; exactly one of them is ours') @NestedList(() => OpenedBidRequest, 200, 1) bids!: OpenedBidRequest[];
  @Means('record of the opening', 'DOC-150') @Reference() docRef!: string;
}

export class AnsweredQuestionRequest {
  @Means('what the committee asks', '请说明主机能效') @Text(2_000) question!: string;
  @Means('what we answer', '一级能效，见样本') @Text(2_000) answer!: string;
  @Means('where the paper is', 'DOC-151') @Reference() docRef!: string;
  @Means('day', '2025-01-28') @BusinessDate() on!: string;
}

export class CandidateRequest {
  @Means('rank', 1) @Whole(1, 99) rank!: number;
  @Means('name of the bidder', '华东机电') @Text(200) bidderName!: string;
  @Means('price', 682_000_000) @Fen() priceFen!: number;
  @Means('whether it is us', false) @Flag() ours!: boolean;
}

export class CandidatesRequest {
  @Means('candidates as they are made public')
  @NestedList(() => CandidateRequest, 20, 1)
  candidates!: CandidateRequest[];
  @Means('first day of the publicity', '2025-02-10') @BusinessDate() from!: string;
  @Means('last day of the publicity', '2025-02-13') @BusinessDate() to!: string;
}

export class ObjectionRequest {
  @Means('who objects') @OneOf(OBJECTORS) by!: Objector;
  @Means('day', '2025-02-11') @BusinessDate() on!: string;
  @Means('what it says', '第一候选人业绩不实') @Text(2_000) text!: string;
  @Means('where the paper is', 'DOC-152') @Reference() docRef!: string;
}

export class ClosedObjectionRequest {
  @Means('number of the objection', 1) @Whole(1, 10_000) no!: number;
  @Means('what came of it', '异议不成立') @Text(2_000) result!: string;
}

export class ValidityExtensionRequest {
  @Means('last day on which the bid binds us', '2025-05-27') @BusinessDate() validityUntil!: string;
  @Means('where the paper is', 'DOC-153') @Reference() docRef!: string;
}
