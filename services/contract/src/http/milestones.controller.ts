import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BusinessDate, CommandRoute, Id, Means, OneOf, Optional, Reference, References, Text } from '@engsales/http';
import { GATES, TRIGGERS, type Gate, type Trigger } from '../domain/contract/contract.values.js';
import {
  GrantCreditRelease,
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  RevokeCreditRelease,
  RevokeWaiver,
  WaiveMilestone,
  WithdrawMilestoneDue,
} from '../domain/contract/milestones/milestones.commands.js';

export class MarkMilestoneDueRequest {
  @Means('what makes it due', 'SIGNED') @OneOf(TRIGGERS) trigger!: Trigger;
  @Means('what proves it: document or message') @Text(200) ref!: string;
  @Means('the day on which it happened', '2025-03-10') @BusinessDate() on!: string;
  @Means('only these; else all that wait for the trigger')
  @Optional()
  @References(200)
  milestoneIds?: string[];
}

export class MarkMilestoneOverdueRequest {
  @Means('today when absent') @Optional() @BusinessDate() asOf?: string;
}

export class WaiveMilestoneRequest {
  @Means('milestone of the contract', 'M1') @Reference() milestoneId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class MilestoneCorrectionRequest {
  @Means('milestone of the contract', 'M1') @Reference() milestoneId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class RevokeCreditReleaseRequest {
  @Means('gate that closes again', 'DISPATCH') @OneOf(GATES) gate!: Gate;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class GrantCreditReleaseRequest {
  @Means('gate that opens without the money', 'DISPATCH') @OneOf(GATES) gate!: Gate;
  @Means('last day, inclusive') @BusinessDate() until!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

/** Payment milestones and what waits for them: due, overdue, waived, credit release. */
@ApiTags('contract money')
@Controller('api/v1/contracts/:contractId')
export class MilestonesController {
  /** Makes a milestone due · 收款节点到期 */
  @CommandRoute(MarkMilestoneDue, 'COMMERCE')
  markMilestoneDue(
    @Id('contractId') contractId: string,
    @Body() { trigger, ref, on, milestoneIds }: MarkMilestoneDueRequest,
  ) {
    return { contractId, trigger, ref, on, milestoneIds };
  }

  /** Marks a milestone as overdue · 收款节点逾期 */
  @CommandRoute(MarkMilestoneOverdue, 'COMMERCE')
  markMilestoneOverdue(@Id('contractId') contractId: string, @Body() { asOf }: MarkMilestoneOverdueRequest) {
    return { contractId, asOf };
  }

  /** Waives a milestone · 免除收款节点 */
  @CommandRoute(WaiveMilestone, 'COMPANY_LEADER')
  waiveMilestone(@Id('contractId') contractId: string, @Body() { milestoneId, reason }: WaiveMilestoneRequest) {
    return { contractId, milestoneId, reason };
  }

  /** Lets goods go before the money has come · 授信放行 */
  @CommandRoute(GrantCreditRelease, 'COMPANY_LEADER')
  grantCreditRelease(@Id('contractId') contractId: string, @Body() { gate, until, reason }: GrantCreditReleaseRequest) {
    return { contractId, gate, until, reason };
  }

  /** Takes back that a milestone is due · 撤回收款节点到期 */
  @CommandRoute(WithdrawMilestoneDue, 'COMMERCE')
  withdrawMilestoneDue(
    @Id('contractId') contractId: string,
    @Body() { milestoneId, reason }: MilestoneCorrectionRequest,
  ) {
    return { contractId, milestoneId, reason };
  }

  /** Takes a waiver back · 撤销免除 */
  @CommandRoute(RevokeWaiver, 'COMPANY_LEADER')
  revokeWaiver(@Id('contractId') contractId: string, @Body() { milestoneId, reason }: MilestoneCorrectionRequest) {
    return { contractId, milestoneId, reason };
  }

  /** Takes a credit release back · 撤销授信放行 */
  @CommandRoute(RevokeCreditRelease, 'COMPANY_LEADER')
  revokeCreditRelease(@Id('contractId') contractId: string, @Body() { gate, reason }: RevokeCreditReleaseRequest) {
    return { contractId, gate, reason };
  }
}
