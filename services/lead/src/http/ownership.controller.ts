import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id, Means, NoBody, Optional, StaffId, Text, Uuid } from '@engsales/http';
import {
  AssignLead,
  AttachChannel,
  ClaimLead,
  DetachChannel,
  ReleaseToPool,
} from '../domain/lead/ownership/ownership.commands.js';
import { ReasonRequest } from './reason.requests.js';

export class AssignLeadRequest {
  @Means('salesperson (业务员)') @StaffId() salespersonId!: string;
  @Means('why', '区域调整') @Optional() @Text(2_000) reason?: string;
}

export class AttachChannelRequest {
  @Means('channel that the lead came through') @Uuid() channelId!: string;
}

/** Whose the lead is, and through whom it came. */
@ApiTags('leads')
@Controller('api/v1/leads/:leadId')
export class OwnershipController {
  /** Assigns a lead to a salesperson · 分配线索 */
  @CommandRoute(AssignLead, 'SALES_MANAGER', 'COMPANY_LEADER')
  assignLead(@Id('leadId') leadId: string, @Body() { salespersonId, reason }: AssignLeadRequest) {
    return { leadId, salespersonId, reason };
  }

  /** Gives a lead back to the pool · 退回公海 */
  @CommandRoute(ReleaseToPool, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  releaseToPool(@Id('leadId') leadId: string, @Body() { reason }: ReasonRequest) {
    return { leadId, reason };
  }

  /** Takes a lead out of the pool · 领取线索 */
  @CommandRoute(ClaimLead, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  claimLead(@Id('leadId') leadId: string, @Body() _body: NoBody) {
    return { leadId };
  }

  /** Attaches a channel to a lead · 关联渠道 */
  @CommandRoute(AttachChannel, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  attachChannel(@Id('leadId') leadId: string, @Body() { channelId }: AttachChannelRequest) {
    return { leadId, channelId };
  }

  /** Detaches the channel from a lead · 取消渠道关联 */
  @CommandRoute(DetachChannel, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  detachChannel(@Id('leadId') leadId: string, @Body() { reason }: ReasonRequest) {
    return { leadId, reason };
  }
}
