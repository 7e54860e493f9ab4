import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import {
  AmendTender,
  AskClarification,
  ObtainTenderDocuments,
  PublishTender,
  RecordClarificationReply,
} from '../domain/tender/publishing/publishing.commands.js';
import {
  AmendTenderRequest,
  PublishTenderRequest,
  QuestionRequest,
  ReplyRequest,
  TenderDocumentsRequest,
} from './publishing.requests.js';

/** The tender is out: its dates and what is asked about it. */
@ApiTags('tenders')
@Controller('api/v1/tenders/:tenderId')
export class PublishingController {
  /** Records the publication of a tender · 登记招标公告 */
  @CommandRoute(PublishTender, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  publishTender(@Id('tenderId') tenderId: string, @Body() body: PublishTenderRequest) {
    return {
      tenderId,
      tenderNo: body.tenderNo,
      method: body.method,
      publishedOn: body.publishedOn,
      documentsFrom: body.documentsFrom,
      clarificationDeadline: body.clarificationDeadline,
      submissionDeadline: body.submissionDeadline,
      openingAt: body.openingAt,
      bidValidityDays: body.bidValidityDays,
      envelopeStructure: body.envelopeStructure,
      estimatedPriceFen: body.estimatedPriceFen,
      maxPriceFen: body.maxPriceFen,
      bondRequiredFen: body.bondRequiredFen,
      performanceBondBps: body.performanceBondBps,
      portal: body.portal,
    };
  }

  /**
   * Records an addendum · 登记补遗
   * What it does not name stays.
   */
  @CommandRoute(AmendTender, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  amendTender(@Id('tenderId') tenderId: string, @Body() body: AmendTenderRequest) {
    return {
      tenderId,
      addendumNo: body.addendumNo,
      issuedOn: body.issuedOn,
      docRef: body.docRef,
      affectsBid: body.affectsBid,
      clarificationDeadline: body.clarificationDeadline,
      submissionDeadline: body.submissionDeadline,
      openingAt: body.openingAt,
      bidValidityDays: body.bidValidityDays,
      bondRequiredFen: body.bondRequiredFen,
      maxPriceFen: body.maxPriceFen,
    };
  }

  /** Records that we have the tender documents · 登记招标文件 */
  @CommandRoute(ObtainTenderDocuments, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  obtainTenderDocuments(@Id('tenderId') tenderId: string, @Body() { docRef, feeFen, on }: TenderDocumentsRequest) {
    return { tenderId, docRef, feeFen, on };
  }

  /** Records a question to the tenderee · 提出答疑 */
  @CommandRoute(AskClarification, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  askClarification(@Id('tenderId') tenderId: string, @Body() { question }: QuestionRequest) {
    return { tenderId, question };
  }

  /** Records the reply to a question · 登记答疑回复 */
  @CommandRoute(RecordClarificationReply, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  recordClarificationReply(@Id('tenderId') tenderId: string, @Body() { no, answer, docRef, on }: ReplyRequest) {
    return { tenderId, no, answer, docRef, on };
  }
}
