import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Fen,
  Id,
  Means,
  NestedList,
  OneOf,
  Optional,
  Reference,
  Text,
  Whole,
} from '@engsales/http';
import { INITIATORS, type Initiator } from '../domain/contract/contract.values.js';
import {
  ResumeContract,
  SettleTermination,
  SuspendContract,
  TerminateContract,
  VoidContract,
} from '../domain/contract/ending/ending.commands.js';

export class SuspendContractRequest {
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
  @Means('first day of the suspension', '2025-03-20') @BusinessDate() since!: string;
}

export class DateShiftRequest {
  @Means('line of the contract', 'L1') @Reference() lineId!: string;
  @Means('the new committed date', '2025-07-15') @BusinessDate() to!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class ResumeContractRequest {
  @Means('first day on which work goes on', '2025-04-01') @BusinessDate() resumedOn!: string;
  @Means('promised dates that move; no other does')
  @Optional()
  @NestedList(() => DateShiftRequest, 500)
  dateShifts?: DateShiftRequest[];
}

export class VoidContractRequest {
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
  @Means('where the paper is kept') @Text(200) docRef!: string;
  @Means('who wanted it') @Optional() @OneOf(INITIATORS) initiator?: Initiator;
}

export class TerminateContractRequest {
  @Means('who wanted it', 'MUTUAL') @OneOf(INITIATORS) initiator!: Initiator;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
  @Means('where the notice is kept') @Text(200) docRef!: string;
}

export class SettleTerminationRequest {
  @Means('what the customer pays in all') @Fen() finalFen!: number;
  @Means('where the agreement is kept') @Optional() @Text(200) docRef?: string;
  @Means('days in which the customer pays what is left')
  @Optional()
  @Whole(0, 3_650)
  netDays?: number;
}

/** A contract that stops, goes on, or ends before its time. */
@ApiTags('contract stop and end')
@Controller('api/v1/contracts/:contractId')
export class EndingController {
  /** Suspends the contract · 中止合同 */
  @CommandRoute(SuspendContract, 'COMMERCE', 'SALES_MANAGER')
  suspendContract(@Id('contractId') contractId: string, @Body() { reason, since }: SuspendContractRequest) {
    return { contractId, reason, since };
  }

  /** Resumes the contract · 恢复合同 */
  @CommandRoute(ResumeContract, 'COMMERCE', 'SALES_MANAGER')
  resumeContract(@Id('contractId') contractId: string, @Body() { resumedOn, dateShifts }: ResumeContractRequest) {
    return {
      contractId,
      resumedOn,
      dateShifts: dateShifts?.map(({ lineId, to, reason }) => ({ lineId, to, reason })),
    };
  }

  /** Makes the contract void · 合同作废 */
  @CommandRoute(VoidContract, 'COMPANY_LEADER')
  voidContract(@Id('contractId') contractId: string, @Body() { reason, docRef, initiator }: VoidContractRequest) {
    return { contractId, reason, docRef, initiator };
  }

  /** Terminates the contract · 解除合同 */
  @CommandRoute(TerminateContract, 'COMPANY_LEADER')
  terminateContract(
    @Id('contractId') contractId: string,
    @Body() { initiator, reason, docRef }: TerminateContractRequest,
  ) {
    return { contractId, initiator, reason, docRef };
  }

  /** Settles a terminated contract · 解除后结算 */
  @CommandRoute(SettleTermination, 'COMPANY_LEADER')
  settleTermination(
    @Id('contractId') contractId: string,
    @Body() { finalFen, docRef, netDays }: SettleTerminationRequest,
  ) {
    return { contractId, finalFen, docRef, netDays };
  }
}
