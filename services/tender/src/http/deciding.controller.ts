import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import {
  DecideGoNoGo,
  DecideNoBid,
  EngageCommerce,
  MeetGoCondition,
  WaiveGoCondition,
} from '../domain/tender/deciding/deciding.commands.js';
import {
  EngageCommerceRequest,
  GoNoGoRequest,
  MetConditionRequest,
  NoBidRequest,
  WaivedConditionRequest,
} from './deciding.requests.js';

/** Whether we bid. */
@ApiTags('tenders')
@Controller('api/v1/tenders/:tenderId')
export class DecidingController {
  /** Engages the commerce department · 商务介入 */
  @CommandRoute(EngageCommerce, 'COMMERCE')
  engageCommerce(@Id('tenderId') tenderId: string, @Body() { commerceOwnerId }: EngageCommerceRequest) {
    return { tenderId, commerceOwnerId };
  }

  /**
   * Decides whether we bid · 投标决策
   * It may be decided again as long as no bid is handed in.
   */
  @CommandRoute(DecideGoNoGo, 'SALES_MANAGER', 'COMPANY_LEADER')
  decideGoNoGo(@Id('tenderId') tenderId: string, @Body() body: GoNoGoRequest) {
    return {
      tenderId,
      go: body.go,
      reason: body.reason,
      winProbabilityBps: body.winProbabilityBps,
      conditions: body.conditions.map(({ id, text, dueOn }) => ({ id, text, dueOn })),
      noBidReason: body.noBidReason,
    };
  }

  /** Records that a condition of the bid is met · 落实投标条件 */
  @CommandRoute(MeetGoCondition, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  meetGoCondition(@Id('tenderId') tenderId: string, @Body() { id, evidenceRef }: MetConditionRequest) {
    return { tenderId, id, evidenceRef };
  }

  /** Waives a condition of the bid · 豁免投标条件 */
  @CommandRoute(WaiveGoCondition, 'COMPANY_LEADER')
  waiveGoCondition(@Id('tenderId') tenderId: string, @Body() { id, reason }: WaivedConditionRequest) {
    return { tenderId, id, reason };
  }

  /** Decides not to bid · 决定不投标 */
  @CommandRoute(DecideNoBid, 'SALES_MANAGER', 'COMPANY_LEADER')
  decideNoBid(@Id('tenderId') tenderId: string, @Body() { reason, note }: NoBidRequest) {
    return { tenderId, reason, note };
  }
}
