import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BusinessDate, CommandRoute, Id, Optional, Reference, Text, Means, OneOf, References } from '@engsales/http';
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
  @OneOf(TRIGGERS) trigger!: Trigger;
  @Means('what proves it: document or message') @Text(200) ref!: string;
  @BusinessDate() on!: string;
  @Means('only these; else all that wait for the trigger')
  @Optional()
  @References(200)
  milestoneIds?: string[];
}

export class MarkMilestoneOverdueRequest {
  @Means('today when absent') @Optional() @BusinessDate() asOf?: string;
}

export class WaiveMilestoneRequest {
  @Reference() milestoneId!: string;
  @Text(2_000) reason!: string;
}

export class MilestoneCorrectionRequest {
  @Reference() milestoneId!: string;
  @Text(2_000) reason!: string;
}

export class RevokeCreditReleaseRequest {
  @OneOf(GATES) gate!: Gate;
  @Text(2_000) reason!: string;
}

export class GrantCreditReleaseRequest {
  @OneOf(GATES) gate!: Gate;
  @Means('last day, inclusive') @BusinessDate() until!: string;
  @Text(2_000) reason!: string;
}

/** Payment milestones and what waits for them: due, overdue, waived, credit release. */
@ApiTags('contract money')
@Controller('api/v1/contracts/:contractId')
export class MilestonesController {
  @CommandRoute(MarkMilestoneDue, 'COMMERCE')
  markMilestoneDue(
    @Id('contractId') contractId: string,
    @Body() { trigger, ref, on, milestoneIds }: MarkMilestoneDueRequest,
  ) {
    return { contractId, trigger, ref, on, milestoneIds };
  }

  @CommandRoute(MarkMilestoneOverdue, 'COMMERCE')
  markMilestoneOverdue(@Id('contractId') contractId: string, @Body() { asOf }: MarkMilestoneOverdueRequest) {
    return { contractId, asOf };
  }

  @CommandRoute(WaiveMilestone, 'COMPANY_LEADER')
  waiveMilestone(@Id('contractId') contractId: string, @Body() { milestoneId, reason }: WaiveMilestoneRequest) {
    return { contractId, milestoneId, reason };
  }

  @CommandRoute(GrantCreditRelease, 'COMPANY_LEADER')
  grantCreditRelease(@Id('contractId') contractId: string, @Body() { gate, until, reason }: GrantCreditReleaseRequest) {
    return { contractId, gate, until, reason };
  }

  @CommandRoute(WithdrawMilestoneDue, 'COMMERCE')
  withdrawMilestoneDue(
    @Id('contractId') contractId: string,
    @Body() { milestoneId, reason }: MilestoneCorrectionRequest,
  ) {
    return { contractId, milestoneId, reason };
  }

  @CommandRoute(RevokeWaiver, 'COMPANY_LEADER')
  revokeWaiver(@Id('contractId') contractId: string, @Body() { milestoneId, reason }: MilestoneCorrectionRequest) {
    return { contractId, milestoneId, reason };
  }

  @CommandRoute(RevokeCreditRelease, 'COMPANY_LEADER')
  revokeCreditRelease(@Id('contractId') contractId: string, @Body() { gate, reason }: RevokeCreditReleaseRequest) {
    return { contractId, gate, reason };
  }
}
