import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Fen,
  Id,
  Means,
  Nested,
  OneOf,
  Optional,
  Reference,
  Text,
  Uuid,
} from '@engsales/http';
import { AbandonLead, ConvertLead, MergeLead, ReviveLead } from '../domain/lead/converting/converting.commands.js';
import {
  ABANDON_REASONS,
  CHECKLIST_ITEMS,
  REVIVAL_TRIGGERS,
  ROUTES,
  type AbandonReason,
  type ChecklistItem,
  type RevivalTrigger,
  type Route,
} from '../domain/lead/lead.values.js';
import { ConfirmChecklistItem, WithdrawChecklistItem } from '../domain/lead/qualifying/qualifying.commands.js';

export class ConfirmItemRequest {
  @Means('which item', 'SCALE_KNOWN') @OneOf(CHECKLIST_ITEMS) item!: ChecklistItem;
  @Means('how it is known', '业主提供的可研批复') @Text(2_000) evidence!: string;
  @Means('why the project has no design institute') @Optional() @Text(2_000) notApplicableReason?: string;
}

export class WithdrawItemRequest {
  @Means('which item', 'SCALE_KNOWN') @OneOf(CHECKLIST_ITEMS) item!: ChecklistItem;
  @Means('why', '批复有变') @Text(2_000) reason!: string;
}

export class ConvertLeadRequest {
  @Means('how it goes on') @OneOf(ROUTES) route!: Route;
  @Means('estimate of the deal', 750_000_000) @Fen() estimatedAmountFen!: number;
  @Means('when the tender may be', '2025-06-30') @Optional() @BusinessDate() expectedTenderDate?: string;
}

export class AbandonLeadRequest {
  @Means('why; without a reason nothing is given up', 'NO_FUNDING')
  @Optional()
  @OneOf(ABANDON_REASONS)
  reason?: AbandonReason;
  @Means('what happened', '财政资金未落实') @Text(2_000) note!: string;
  @Means('when somebody looks again', '2030-06-02') @Optional() @BusinessDate() revisitOn?: string;
}

export class EngagedPartnerRequest {
  @Means('party') @Reference() partyId!: string;
  @Means('agreement') @Optional() @Reference() agreementRef?: string;
}

export class ReviveLeadRequest {
  @Means('what has changed', 'FUNDING_SECURED') @OneOf(REVIVAL_TRIGGERS) trigger!: RevivalTrigger;
  @Means('what happened', '资金已批复') @Text(2_000) note!: string;
  @Means('relationship partner who is engaged with it')
  @Optional()
  @Nested(() => EngagedPartnerRequest)
  partner?: EngagedPartnerRequest;
}

export class MergeLeadRequest {
  @Means('lead that goes on') @Uuid() intoLeadId!: string;
  @Means('why', '同一项目') @Text(2_000) reason!: string;
}

/** Whether the project is worth it, and how it goes on. */
@ApiTags('leads')
@Controller('api/v1/leads/:leadId')
export class ConvertingController {
  /** Confirms an item of the checklist · 确认核查项 */
  @CommandRoute(ConfirmChecklistItem, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  confirmChecklistItem(
    @Id('leadId') leadId: string,
    @Body() { item, evidence, notApplicableReason }: ConfirmItemRequest,
  ) {
    return { leadId, item, evidence, notApplicableReason };
  }

  /** Withdraws an item of the checklist · 撤回核查项 */
  @CommandRoute(WithdrawChecklistItem, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  withdrawChecklistItem(@Id('leadId') leadId: string, @Body() { item, reason }: WithdrawItemRequest) {
    return { leadId, item, reason };
  }

  /** Goes on as a tender or a direct negotiation · 转化线索 */
  @CommandRoute(ConvertLead, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  convertLead(
    @Id('leadId') leadId: string,
    @Body() { route, estimatedAmountFen, expectedTenderDate }: ConvertLeadRequest,
  ) {
    return { leadId, route, estimatedAmountFen, expectedTenderDate };
  }

  /** Gives a lead up · 放弃线索 */
  @CommandRoute(AbandonLead, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  abandonLead(@Id('leadId') leadId: string, @Body() { reason, note, revisitOn }: AbandonLeadRequest) {
    return { leadId, reason, note, revisitOn };
  }

  /** Takes a lead up again · 重新激活线索 */
  @CommandRoute(ReviveLead, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  reviveLead(@Id('leadId') leadId: string, @Body() { trigger, note, partner }: ReviveLeadRequest) {
    const engaged = partner && { partyId: partner.partyId, agreementRef: partner.agreementRef };
    return { leadId, trigger, note, partner: engaged };
  }

  /** Merges a lead into another one of the same project · 合并线索 */
  @CommandRoute(MergeLead, 'SALES_MANAGER', 'COMPANY_LEADER')
  mergeLead(@Id('leadId') leadId: string, @Body() { intoLeadId, reason }: MergeLeadRequest) {
    return { leadId, intoLeadId, reason };
  }
}
