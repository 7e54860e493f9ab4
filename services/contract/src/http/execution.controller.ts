import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Id,
  Means,
  Nested,
  NestedList,
  NoBody,
  Optional,
  Reference,
  References,
  Text,
  StaffId,
} from '@engsales/http';
import {
  AcceptExecutionForm,
  CloseContract,
  CompleteContract,
  ReturnExecutionForm,
  RevokeAcceptance,
  RevokeInstallation,
  SubmitExecutionForm,
} from '../domain/contract/execution/execution.commands.js';
import { ReasonRequest } from './reason.requests.js';

export class TrackItemRequest {
  @Means('what is to come about', '设备到货') @Text(500) item!: string;
  @Means('milestone or line') @Optional() @Reference() ref?: string;
  @Means('day for which it is planned') @Optional() @BusinessDate() plannedOn?: string;
  @Means('staff id') @Optional() @StaffId() ownerId?: string;
}

/** A track that is left out is filled from the contract: milestones, goods lines, service lines. */
export class TracksRequest {
  @Means('track of money') @Optional() @NestedList(() => TrackItemRequest, 500) money?: TrackItemRequest[];
  @Means('track of goods') @Optional() @NestedList(() => TrackItemRequest, 500) goods?: TrackItemRequest[];
  @Means('track of service') @Optional() @NestedList(() => TrackItemRequest, 500) service?: TrackItemRequest[];
}

export class SubmitExecutionFormRequest {
  @Optional() @Nested(() => TracksRequest) tracks?: TracksRequest;
  @Means('what the customer wishes besides') @Optional() @Text(4_000) specialRequirements?: string;
}

export class AcceptExecutionFormRequest {
  @Means('staff id of who owns the execution; the caller when absent')
  @Optional()
  @StaffId()
  commerceOwnerId?: string;
}

export class RevokeProgressRequest {
  @Means('lines of which the report was a mistake')
  @References(500, 1)
  lineIds!: string[];
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

/** From the signed contract to its end: execution form, completion, closing. */
@ApiTags('contract execution')
@Controller('api/v1/contracts/:contractId')
export class ExecutionController {
  /** Submits the execution form · 提交合同执行表 */
  @CommandRoute(SubmitExecutionForm, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  submitExecutionForm(
    @Id('contractId') contractId: string,
    @Body() { tracks, specialRequirements }: SubmitExecutionFormRequest,
  ) {
    const { money, goods, service } = tracks ?? {};
    return {
      contractId,
      tracks: { money: money?.map(trackItemOf), goods: goods?.map(trackItemOf), service: service?.map(trackItemOf) },
      specialRequirements,
    };
  }

  /** Accepts the execution form · 接收合同执行表 */
  @CommandRoute(AcceptExecutionForm, 'COMMERCE')
  acceptExecutionForm(@Id('contractId') contractId: string, @Body() { commerceOwnerId }: AcceptExecutionFormRequest) {
    return { contractId, commerceOwnerId };
  }

  /** Returns the execution form · 退回合同执行表 */
  @CommandRoute(ReturnExecutionForm, 'COMMERCE')
  returnExecutionForm(@Id('contractId') contractId: string, @Body() { reason }: ReasonRequest) {
    return { contractId, reason };
  }

  /** Takes back that a line is installed · 撤销安装完成 */
  @CommandRoute(RevokeInstallation, 'COMMERCE')
  revokeInstallation(@Id('contractId') contractId: string, @Body() { lineIds, reason }: RevokeProgressRequest) {
    return { contractId, lineIds, reason };
  }

  /** Takes back that a line is accepted · 撤销验收 */
  @CommandRoute(RevokeAcceptance, 'COMMERCE')
  revokeAcceptance(@Id('contractId') contractId: string, @Body() { lineIds, reason }: RevokeProgressRequest) {
    return { contractId, lineIds, reason };
  }

  /** Completes the contract · 合同履行完毕 */
  @CommandRoute(CompleteContract, 'COMMERCE')
  completeContract(@Id('contractId') contractId: string, @Body() _body: NoBody) {
    return { contractId };
  }

  /** Closes the contract · 合同关闭 */
  @CommandRoute(CloseContract, 'COMMERCE')
  closeContract(@Id('contractId') contractId: string, @Body() _body: NoBody) {
    return { contractId };
  }
}

const trackItemOf = ({ item, ref, plannedOn, ownerId }: TrackItemRequest) => ({ item, ref, plannedOn, ownerId });
