import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import { LogCompetitorMove, PlanCompetition, UpdateKeyPerson } from '../domain/tender/competing/competing.commands.js';
import { CompetitionPlanRequest, CompetitorMoveRequest, KeyPersonRequest } from './competing.requests.js';

/** Whom we are up against. */
@ApiTags('tenders')
@Controller('api/v1/tenders/:tenderId')
export class CompetingController {
  /**
   * Plans how we win · 竞争策划
   * The plan is given whole each time.
   */
  @CommandRoute(PlanCompetition, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  planCompetition(@Id('tenderId') tenderId: string, @Body() body: CompetitionPlanRequest) {
    return {
      tenderId,
      ourPosition: body.ourPosition,
      technical: body.technical,
      commercial: body.commercial,
      price: body.price,
      relationship: body.relationship,
      competitors: body.competitors.map(({ partyId, name, threat, expectedPriceFen, counter }) => ({
        partyId,
        name,
        threat,
        expectedPriceFen,
        counter,
      })),
    };
  }

  /** Records what a competitor did · 登记竞争对手动态 */
  @CommandRoute(LogCompetitorMove, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  logCompetitorMove(@Id('tenderId') tenderId: string, @Body() body: CompetitorMoveRequest) {
    const { name, partyId, on, move, response, evidenceRef } = body;
    return { tenderId, name, partyId, on, move, response, evidenceRef };
  }

  /** Records how a key person stands to us · 更新关键人 */
  @CommandRoute(UpdateKeyPerson, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  updateKeyPerson(@Id('tenderId') tenderId: string, @Body() { personRef, kind, supportLevel, note }: KeyPersonRequest) {
    return { tenderId, personRef, kind, supportLevel, note };
  }
}
