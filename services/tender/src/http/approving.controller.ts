import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Flag, Id, Means, NoBody, Text, Whole } from '@engsales/http';
import {
  ApproveBid,
  RejectBid,
  ReviewBid,
  SealBid,
  SubmitBidForReview,
  UnsealBid,
} from '../domain/tender/approving/approving.commands.js';
import { ReasonRequest } from './reason.requests.js';

export class BidReviewRequest {
  @Means('whether the bid may be approved') @Flag() passed!: boolean;
  @Means('what was found', '文件齐全，格式符合') @Text(2_000) opinion!: string;
}

export class SealRequest {
  @Means('originals (正本)', 1) @Whole(1, 99) originals!: number;
  @Means('copies (副本)', 4) @Whole(0, 99) copies!: number;
}

/** The bid is reviewed, approved and sealed. */
@ApiTags('bids')
@Controller('api/v1/tenders/:tenderId')
export class ApprovingController {
  /** Sends the bid to review · 提交标书审查 */
  @CommandRoute(SubmitBidForReview, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  submitBidForReview(@Id('tenderId') tenderId: string, @Body() _body: NoBody) {
    return { tenderId };
  }

  /** Reviews the bid · 审查标书 */
  @CommandRoute(ReviewBid, 'COMMERCE', 'SALES_MANAGER', 'COMPANY_LEADER')
  reviewBid(@Id('tenderId') tenderId: string, @Body() { passed, opinion }: BidReviewRequest) {
    return { tenderId, passed, opinion };
  }

  /** Approves the bid · 批准标书 */
  @CommandRoute(ApproveBid, 'SALES_MANAGER', 'COMPANY_LEADER')
  approveBid(@Id('tenderId') tenderId: string, @Body() _body: NoBody) {
    return { tenderId };
  }

  /** Rejects the bid · 驳回标书 */
  @CommandRoute(RejectBid, 'SALES_MANAGER', 'COMPANY_LEADER')
  rejectBid(@Id('tenderId') tenderId: string, @Body() { reason }: ReasonRequest) {
    return { tenderId, reason };
  }

  /** Seals the bid · 封标 */
  @CommandRoute(SealBid, 'COMMERCE')
  sealBid(@Id('tenderId') tenderId: string, @Body() { originals, copies }: SealRequest) {
    return { tenderId, originals, copies };
  }

  /** Opens the seal of the bid again · 拆封 */
  @CommandRoute(UnsealBid, 'COMMERCE')
  unsealBid(@Id('tenderId') tenderId: string, @Body() { reason }: ReasonRequest) {
    return { tenderId, reason };
  }
}
