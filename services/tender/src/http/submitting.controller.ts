import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Flag, Id, IsInstant, Means, Optional, Reference, Text } from '@engsales/http';
import { RecordSubmission, SubmitBid, WithdrawBid } from '../domain/tender/submitting/submitting.commands.js';

export class SubmissionRequest {
  @Means('receipt of the tenderee') @Optional() @Reference() receiptRef?: string;
}

export class LateEntryRequest {
  @Means('when the bid was handed in, as the receipt says', '2025-01-27T01:20:00Z') @IsInstant() submittedAt!: string;
  @Means('receipt of the tenderee', 'HZ-2025-018') @Reference() receiptRef!: string;
  @Means('why it is entered by hand', '现场递交，次日登记') @Text(2_000) reason!: string;
}

export class WithdrawalRequest {
  @Means('why', '报价有误') @Text(2_000) reason!: string;
  @Means('our notice to the tenderee', 'DOC-140') @Reference() noticeRef!: string;
  @Means('whether a changed bid follows') @Flag() resubmit!: boolean;
}

/** The bid goes out. */
@ApiTags('bids')
@Controller('api/v1/tenders/:tenderId')
export class SubmittingController {
  /**
   * Hands the bid in, now · 递交投标文件
   * The server's clock counts. `GET .../card` says which gates are still closed.
   */
  @CommandRoute(SubmitBid, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  submitBid(@Id('tenderId') tenderId: string, @Body() { receiptRef }: SubmissionRequest) {
    return { tenderId, receiptRef };
  }

  /** Enters a bid that was handed in on time · 补录递交 */
  @CommandRoute(RecordSubmission, 'COMMERCE', 'SALES_MANAGER', 'COMPANY_LEADER')
  recordSubmission(@Id('tenderId') tenderId: string, @Body() { submittedAt, receiptRef, reason }: LateEntryRequest) {
    return { tenderId, submittedAt, receiptRef, reason };
  }

  /** Takes the bid back before the deadline · 撤回投标 */
  @CommandRoute(WithdrawBid, 'COMMERCE', 'SALES_MANAGER', 'COMPANY_LEADER')
  withdrawBid(@Id('tenderId') tenderId: string, @Body() { reason, noticeRef, resubmit }: WithdrawalRequest) {
    return { tenderId, reason, noticeRef, resubmit };
  }
}
