import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import { offeredLineOf } from '@engsales/values';
import { DeclineAward, RecordAward, RevokeAward } from '../domain/tender/awarding/awarding.commands.js';
import { CancelTender, NoteWinnerSigned, RecordLoss } from '../domain/tender/ending/ending.commands.js';
import {
  AwardRequest,
  CancelTenderRequest,
  DeclinedAwardRequest,
  LossRequest,
  RevokedAwardRequest,
  WinnerSignedRequest,
} from './awarding.requests.js';

/** How the tender ends: won, lost, or given up by the tenderee. */
@ApiTags('tenders')
@Controller('api/v1/tenders/:tenderId')
export class AwardingController {
  /**
   * Records that we have won · 登记中标
   * The contract service drafts the contract from it.
   */
  @CommandRoute(RecordAward, 'COMMERCE', 'SALES_MANAGER', 'COMPANY_LEADER')
  recordAward(@Id('tenderId') tenderId: string, @Body() body: AwardRequest) {
    const { noticeNo, noticeOn, noticeFen, lines, promotedReason } = body;
    return { tenderId, noticeNo, noticeOn, noticeFen, lines: lines?.map(offeredLineOf), promotedReason };
  }

  /** Declines the award · 放弃中标 */
  @CommandRoute(DeclineAward, 'COMPANY_LEADER')
  declineAward(@Id('tenderId') tenderId: string, @Body() { reason, docRef }: DeclinedAwardRequest) {
    return { tenderId, reason, docRef };
  }

  /** Records that the award was revoked · 登记撤销中标 */
  @CommandRoute(RevokeAward, 'COMMERCE', 'SALES_MANAGER', 'COMPANY_LEADER')
  revokeAward(@Id('tenderId') tenderId: string, @Body() { reason, docRef, retender }: RevokedAwardRequest) {
    return { tenderId, reason, docRef, retender };
  }

  /** Records that we have lost · 登记未中标 */
  @CommandRoute(RecordLoss, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  recordLoss(@Id('tenderId') tenderId: string, @Body() body: LossRequest) {
    const { winnerName, winnerPartyId, winnerPriceFen, ourRank, noticeOn, reasons, lessons } = body;
    return { tenderId, winnerName, winnerPartyId, winnerPriceFen, ourRank, noticeOn, reasons, lessons };
  }

  /** Records that the winner has signed · 登记中标人签约 */
  @CommandRoute(NoteWinnerSigned, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  noteWinnerSigned(@Id('tenderId') tenderId: string, @Body() { signedOn }: WinnerSignedRequest) {
    return { tenderId, signedOn };
  }

  /** Records that the tenderee ended the tender · 登记流标/废标/终止 */
  @CommandRoute(CancelTender, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  cancelTender(@Id('tenderId') tenderId: string, @Body() body: CancelTenderRequest) {
    const { kind, reason, noticeOn, docRef, retender } = body;
    return { tenderId, kind, reason, noticeOn, docRef, retender };
  }
}
