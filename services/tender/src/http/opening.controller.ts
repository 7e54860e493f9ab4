import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import {
  AnswerClarification,
  CloseObjection,
  ExtendBidValidity,
  RecordCandidates,
  RecordObjection,
  RecordOpening,
  RefuseValidityExtension,
} from '../domain/tender/opening/opening.commands.js';
import {
  AnsweredQuestionRequest,
  CandidatesRequest,
  ClosedObjectionRequest,
  ObjectionRequest,
  OpeningRequest,
  ValidityExtensionRequest,
} from './opening.requests.js';
import { ReasonRequest } from './reason.requests.js';

/** From the opening of the bids to the award. */
@ApiTags('tenders')
@Controller('api/v1/tenders/:tenderId')
export class OpeningController {
  /**
   * Records the opening of the bids · 登记开标
   * The whole record, each time: a second envelope is recorded again.
   */
  @CommandRoute(RecordOpening, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  recordOpening(@Id('tenderId') tenderId: string, @Body() { openedAt, bids, docRef }: OpeningRequest) {
    return {
      tenderId,
      openedAt,
      bids: bids.map(({ bidderName, bidderPartyId, priceFen, rank, ours, rejected }) => ({
        bidderName,
        bidderPartyId,
        priceFen,
        rank,
        ours,
        rejected,
      })),
      docRef,
    };
  }

  /** Records an answer to the evaluation committee · 评标澄清 */
  @CommandRoute(AnswerClarification, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  answerClarification(
    @Id('tenderId') tenderId: string,
    @Body() { question, answer, docRef, on }: AnsweredQuestionRequest,
  ) {
    return { tenderId, question, answer, docRef, on };
  }

  /** Records the candidates that are made public · 登记中标候选人公示 */
  @CommandRoute(RecordCandidates, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  recordCandidates(@Id('tenderId') tenderId: string, @Body() { candidates, from, to }: CandidatesRequest) {
    return {
      tenderId,
      candidates: candidates.map(({ rank, bidderName, priceFen, ours }) => ({ rank, bidderName, priceFen, ours })),
      from,
      to,
    };
  }

  /** Records an objection · 登记异议 */
  @CommandRoute(RecordObjection, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  recordObjection(@Id('tenderId') tenderId: string, @Body() { by, on, text, docRef }: ObjectionRequest) {
    return { tenderId, by, on, text, docRef };
  }

  /** Records what came of an objection · 异议处理结果 */
  @CommandRoute(CloseObjection, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  closeObjection(@Id('tenderId') tenderId: string, @Body() { no, result }: ClosedObjectionRequest) {
    return { tenderId, no, result };
  }

  /** Extends how long the bid binds us · 延长投标有效期 */
  @CommandRoute(ExtendBidValidity, 'COMMERCE', 'SALES_MANAGER', 'COMPANY_LEADER')
  extendBidValidity(@Id('tenderId') tenderId: string, @Body() { validityUntil, docRef }: ValidityExtensionRequest) {
    return { tenderId, validityUntil, docRef };
  }

  /** Refuses to extend how long the bid binds us · 拒绝延长投标有效期 */
  @CommandRoute(RefuseValidityExtension, 'SALES_MANAGER', 'COMPANY_LEADER')
  refuseValidityExtension(@Id('tenderId') tenderId: string, @Body() { reason }: ReasonRequest) {
    return { tenderId, reason };
  }
}
