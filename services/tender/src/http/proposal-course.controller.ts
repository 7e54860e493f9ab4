import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id, NoBody } from '@engsales/http';
import {
  AcceptProposal,
  ApproveProposal,
  DeclineProposal,
  RecordProposalFeedback,
  RejectProposal,
  SendProposal,
  SubmitProposal,
} from '../domain/proposal/proposal.commands.js';
import {
  AcceptanceRequest,
  DeclinedProposalRequest,
  FeedbackRequest,
  SendProposalRequest,
} from './proposals.requests.js';
import { ReasonRequest } from './reason.requests.js';
import { MANAGERS, SELLERS } from './role-groups.js';

/** The way of a proposal to the customer, and the answer. */
@ApiTags('proposals')
@Controller('api/v1/proposals/:proposalId')
export class ProposalCourseController {
  /** Submits a proposal for approval · 提交方案报价 */
  @CommandRoute(SubmitProposal, ...SELLERS)
  submitProposal(@Id('proposalId') proposalId: string, @Body() _body: NoBody) {
    return { proposalId };
  }

  /** Approves a proposal · 批准方案报价 */
  @CommandRoute(ApproveProposal, ...MANAGERS)
  approveProposal(@Id('proposalId') proposalId: string, @Body() _body: NoBody) {
    return { proposalId };
  }

  /** Rejects a proposal, which is a draft again · 驳回方案报价 */
  @CommandRoute(RejectProposal, ...MANAGERS)
  rejectProposal(@Id('proposalId') proposalId: string, @Body() { reason }: ReasonRequest) {
    return { proposalId, reason };
  }

  /** Records that a proposal went to the customer · 登记方案报价发出 */
  @CommandRoute(SendProposal, ...SELLERS)
  sendProposal(@Id('proposalId') proposalId: string, @Body() { on, channel, contactRef }: SendProposalRequest) {
    return { proposalId, on, channel, contactRef };
  }

  /** Records what the customer says · 登记客户反馈 */
  @CommandRoute(RecordProposalFeedback, ...SELLERS)
  recordProposalFeedback(@Id('proposalId') proposalId: string, @Body() { on, feedback, agreed }: FeedbackRequest) {
    return { proposalId, on, feedback, agreed };
  }

  /** Records that the customer accepts a quotation · 登记报价被接受 */
  @CommandRoute(AcceptProposal, ...SELLERS)
  acceptProposal(@Id('proposalId') proposalId: string, @Body() { on, docRef }: AcceptanceRequest) {
    return { proposalId, on, docRef };
  }

  /** Records that the customer declines · 登记报价被拒 */
  @CommandRoute(DeclineProposal, ...SELLERS)
  declineProposal(@Id('proposalId') proposalId: string, @Body() { reason, winnerName }: DeclinedProposalRequest) {
    return { proposalId, reason, winnerName };
  }
}
