import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Id,
  Nested,
  NestedList,
  NoBody,
  Optional,
  Reference,
  Text,
  Means,
  References,
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
  @Text(500) item!: string;
  @Means('milestone or line') @Optional() @Reference() ref?: string;
  @Optional() @BusinessDate() plannedOn?: string;
  @Means('staff id') @Optional() @Reference() ownerId?: string;
}

/** A track that is left out is filled from the contract: milestones, goods lines, service lines. */
export class TracksRequest {
  @Optional() @NestedList(() => TrackItemRequest, 500) money?: TrackItemRequest[];
  @Optional() @NestedList(() => TrackItemRequest, 500) goods?: TrackItemRequest[];
  @Optional() @NestedList(() => TrackItemRequest, 500) service?: TrackItemRequest[];
}

export class SubmitExecutionFormRequest {
  @Optional() @Nested(() => TracksRequest) tracks?: TracksRequest;
  @Optional() @Text(4_000) specialRequirements?: string;
}

export class AcceptExecutionFormRequest {
  @Means('staff id of who owns the execution; the caller when absent')
  @Optional()
  @Reference()
  commerceOwnerId?: string;
}

export class RevokeProgressRequest {
  @Means('lines of which the report was a mistake')
  @References(500, 1)
  lineIds!: string[];
  @Text(2_000) reason!: string;
}

/** From the signed contract to its end: execution form, completion, closing. */
@ApiTags('contract execution')
@Controller('api/v1/contracts/:contractId')
export class ExecutionController {
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

  @CommandRoute(AcceptExecutionForm, 'COMMERCE')
  acceptExecutionForm(@Id('contractId') contractId: string, @Body() { commerceOwnerId }: AcceptExecutionFormRequest) {
    return { contractId, commerceOwnerId };
  }

  @CommandRoute(ReturnExecutionForm, 'COMMERCE')
  returnExecutionForm(@Id('contractId') contractId: string, @Body() { reason }: ReasonRequest) {
    return { contractId, reason };
  }

  @CommandRoute(RevokeInstallation, 'COMMERCE')
  revokeInstallation(@Id('contractId') contractId: string, @Body() { lineIds, reason }: RevokeProgressRequest) {
    return { contractId, lineIds, reason };
  }

  @CommandRoute(RevokeAcceptance, 'COMMERCE')
  revokeAcceptance(@Id('contractId') contractId: string, @Body() { lineIds, reason }: RevokeProgressRequest) {
    return { contractId, lineIds, reason };
  }

  @CommandRoute(CompleteContract, 'COMMERCE')
  completeContract(@Id('contractId') contractId: string, @Body() _body: NoBody) {
    return { contractId };
  }

  @CommandRoute(CloseContract, 'COMMERCE')
  closeContract(@Id('contractId') contractId: string, @Body() _body: NoBody) {
    return { contractId };
  }
}

const trackItemOf = ({ item, ref, plannedOn, ownerId }: TrackItemRequest) => ({ item, ref, plannedOn, ownerId });
