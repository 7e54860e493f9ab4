import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Fen,
  Id,
  NestedList,
  Optional,
  Reference,
  Text,
  Means,
  Whole,
  OneOf,
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
  @Text(2_000) reason!: string;
  @BusinessDate() since!: string;
}

export class DateShiftRequest {
  @Reference() lineId!: string;
  @BusinessDate() to!: string;
  @Text(2_000) reason!: string;
}

export class ResumeContractRequest {
  @BusinessDate() resumedOn!: string;
  @Means('promised dates that move; no other does')
  @Optional()
  @NestedList(() => DateShiftRequest, 500)
  dateShifts?: DateShiftRequest[];
}

export class VoidContractRequest {
  @Text(2_000) reason!: string;
  @Text(200) docRef!: string;
  @Optional() @OneOf(INITIATORS) initiator?: Initiator;
}

export class TerminateContractRequest {
  @OneOf(INITIATORS) initiator!: Initiator;
  @Text(2_000) reason!: string;
  @Text(200) docRef!: string;
}

export class SettleTerminationRequest {
  @Means('what the customer pays in all') @Fen() finalFen!: number;
  @Optional() @Text(200) docRef?: string;
  @Means('days in which the customer pays what is left')
  @Optional()
  @Whole(0, 3_650)
  netDays?: number;
}

/** A contract that stops, goes on, or ends before its time. */
@ApiTags('contract stop and end')
@Controller('api/v1/contracts/:contractId')
export class EndingController {
  @CommandRoute(SuspendContract, 'COMMERCE', 'SALES_MANAGER')
  suspendContract(@Id('contractId') contractId: string, @Body() { reason, since }: SuspendContractRequest) {
    return { contractId, reason, since };
  }

  @CommandRoute(ResumeContract, 'COMMERCE', 'SALES_MANAGER')
  resumeContract(@Id('contractId') contractId: string, @Body() { resumedOn, dateShifts }: ResumeContractRequest) {
    return {
      contractId,
      resumedOn,
      dateShifts: dateShifts?.map(({ lineId, to, reason }) => ({ lineId, to, reason })),
    };
  }

  @CommandRoute(VoidContract, 'COMPANY_LEADER')
  voidContract(@Id('contractId') contractId: string, @Body() { reason, docRef, initiator }: VoidContractRequest) {
    return { contractId, reason, docRef, initiator };
  }

  @CommandRoute(TerminateContract, 'COMPANY_LEADER')
  terminateContract(
    @Id('contractId') contractId: string,
    @Body() { initiator, reason, docRef }: TerminateContractRequest,
  ) {
    return { contractId, initiator, reason, docRef };
  }

  @CommandRoute(SettleTermination, 'COMPANY_LEADER')
  settleTermination(
    @Id('contractId') contractId: string,
    @Body() { finalFen, docRef, netDays }: SettleTerminationRequest,
  ) {
    return { contractId, finalFen, docRef, netDays };
  }
}
