import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BeginRoute, CommandRoute, Id, Means, NoBody, Optional, Text, Uuid } from '@engsales/http';
import { contract } from '../domain/contract/contract.js';
import {
  AbandonContract,
  ApproveContract,
  DraftContract,
  RecordNegotiationRound,
  RejectContract,
  ReviseContract,
  SubmitForApproval,
} from '../domain/contract/drafting/drafting.commands.js';
import { projectIdOf } from '../domain/ids.js';
import { ContractDocumentRequest, draftDocumentOf } from './document.requests.js';
import { ReasonRequest } from './reason.requests.js';

export class DraftContractRequest extends ContractDocumentRequest {
  @Means('engineering project; minted when absent')
  @Optional()
  @Uuid()
  projectId?: string;
}

export class NegotiationRoundRequest {
  @Means('what was talked about', '付款节点') @Text(200) topic!: string;
  @Means('our position') @Text(2_000) ours!: string;
  @Means('their position') @Text(2_000) theirs!: string;
  @Means('what both sides agreed on, if anything')
  @Optional()
  @Text(2_000)
  agreed?: string;
}

@ApiTags('contract drafting')
@Controller('api/v1/contracts')
export class FirstDraftController {
  /** Drafts a contract · 起草合同 */
  @BeginRoute(DraftContract, { of: contract }, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  draftContract(@Body() body: DraftContractRequest) {
    return (contractId: string) => ({
      contractId,
      projectId: body.projectId ?? projectIdOf(contractId),
      document: draftDocumentOf(body),
    });
  }
}

/** From the first draft to the approval. */
@ApiTags('contract drafting')
@Controller('api/v1/contracts/:contractId')
export class DraftingController {
  /**
   * Changes the draft · 修改合同草稿
   * The whole document is sent again.
   */
  @CommandRoute(ReviseContract, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  reviseContract(@Id('contractId') contractId: string, @Body() body: ContractDocumentRequest) {
    return { contractId, document: draftDocumentOf(body) };
  }

  /** Records a round of negotiation · 记录谈判轮次 */
  @CommandRoute(RecordNegotiationRound, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  recordNegotiationRound(
    @Id('contractId') contractId: string,
    @Body() { topic, ours, theirs, agreed }: NegotiationRoundRequest,
  ) {
    return { contractId, topic, ours, theirs, agreed };
  }

  /** Submits the draft for approval · 合同报批 */
  @CommandRoute(SubmitForApproval, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  submitForApproval(@Id('contractId') contractId: string, @Body() _body: NoBody) {
    return { contractId };
  }

  /** Approves the contract · 审批通过合同 */
  @CommandRoute(ApproveContract, 'COMPANY_LEADER')
  approveContract(@Id('contractId') contractId: string, @Body() _body: NoBody) {
    return { contractId };
  }

  /** Rejects the draft · 驳回合同 */
  @CommandRoute(RejectContract, 'COMPANY_LEADER')
  rejectContract(@Id('contractId') contractId: string, @Body() { reason }: ReasonRequest) {
    return { contractId, reason };
  }

  /** Gives the draft up · 放弃合同 */
  @CommandRoute(AbandonContract, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  abandonContract(@Id('contractId') contractId: string, @Body() { reason }: ReasonRequest) {
    return { contractId, reason };
  }
}
