import {
  Bps,
  BusinessDate,
  Fen,
  Flag,
  IsInstant,
  Means,
  OneOf,
  Optional,
  PositiveFen,
  Reference,
  Text,
  Whole,
} from '@engsales/http';
import {
  ENVELOPE_STRUCTURES,
  TENDER_METHODS,
  type EnvelopeStructure,
  type TenderMethod,
} from '../domain/tender/tender.values.js';

export class PublishTenderRequest {
  @Means('number of the tender', 'LJ-2025-018') @Text(64) tenderNo!: string;
  @Means('how it is tendered', 'OPEN') @OneOf(TENDER_METHODS) method!: TenderMethod;
  @Means('day of the announcement', '2025-01-06') @BusinessDate() publishedOn!: string;
  @Means('first day on which the documents are handed out') @Optional() @BusinessDate() documentsFrom?: string;
  @Means('until when questions may be asked', '2025-01-15T09:00:00Z')
  @Optional()
  @IsInstant()
  clarificationDeadline?: string;
  @Means('until when bids are taken', '2025-01-27T01:30:00Z') @IsInstant() submissionDeadline!: string;
  @Means('when the bids are opened', '2025-01-27T01:30:00Z') @IsInstant() openingAt!: string;
  @Means('days from the deadline for which a bid binds', 90) @Whole(1, 730) bidValidityDays!: number;
  @Means('how many envelopes a bid has', 'SINGLE') @OneOf(ENVELOPE_STRUCTURES) envelopeStructure!: EnvelopeStructure;
  @Means('estimate of the tenderee') @Optional() @Fen() estimatedPriceFen?: number;
  @Means('highest price (最高限价)') @Optional() @PositiveFen() maxPriceFen?: number;
  @Means('bid bond that is asked for', 15_000_000) @Optional() @Fen() bondRequiredFen?: number;
  @Means('performance bond in basis points of the price', 500) @Optional() @Bps() performanceBondBps?: number;
  @Means('site on which it is tendered') @Optional() @Text(500) portal?: string;
}

export class AmendTenderRequest {
  @Means('number of the addendum', '补遗1') @Text(64) addendumNo!: string;
  @Means('day of the addendum', '2025-01-08') @BusinessDate() issuedOn!: string;
  @Means('where the paper is', 'DOC-121') @Reference() docRef!: string;
  @Means('whether the bid must change for it') @Flag() affectsBid!: boolean;
  @Means('until when questions may be asked') @Optional() @IsInstant() clarificationDeadline?: string;
  @Means('until when bids are taken', '2025-02-10T01:30:00Z') @Optional() @IsInstant() submissionDeadline?: string;
  @Means('when the bids are opened', '2025-02-10T01:30:00Z') @Optional() @IsInstant() openingAt?: string;
  @Means('days for which a bid binds', 90) @Optional() @Whole(1, 730) bidValidityDays?: number;
  @Means('bid bond that is asked for') @Optional() @Fen() bondRequiredFen?: number;
  @Means('highest price') @Optional() @PositiveFen() maxPriceFen?: number;
}

export class TenderDocumentsRequest {
  @Means('where the documents are', 'DOC-119') @Reference() docRef!: string;
  @Means('what they cost') @Optional() @Fen() feeFen?: number;
  @Means('day on which we got them', '2025-01-06') @BusinessDate() on!: string;
}

export class QuestionRequest {
  @Means('what we ask', '主机是否允许分两批到货？') @Text(2_000) question!: string;
}

export class ReplyRequest {
  @Means('number of the question', 1) @Whole(1, 10_000) no!: number;
  @Means('what the tenderee says', '允许') @Text(2_000) answer!: string;
  @Means('where the paper is', 'DOC-120') @Reference() docRef!: string;
  @Means('day of the reply', '2025-01-10') @BusinessDate() on!: string;
}
