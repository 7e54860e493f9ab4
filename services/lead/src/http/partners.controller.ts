import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import {
  EndRelationshipPartner,
  EngageRelationshipPartner,
  EvaluatePartner,
  ObserveCompetitor,
  ScreenManufacturer,
  SeekRelationshipPartner,
  SelectManufacturer,
} from '../domain/lead/relations/relations.commands.js';
import {
  EndPartnerRequest,
  EngagePartnerRequest,
  EvaluatePartnerRequest,
  ObserveCompetitorRequest,
  ScreenManufacturerRequest,
  SeekPartnerRequest,
  SelectManufacturerRequest,
} from './relations.requests.js';

/** With whom, with whose goods, and against whom. */
@ApiTags('leads')
@Controller('api/v1/leads/:leadId')
export class PartnersController {
  /** Looks for a partner who knows the owner · 寻找关系合作方 */
  @CommandRoute(SeekRelationshipPartner, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  seekRelationshipPartner(
    @Id('leadId') leadId: string,
    @Body() { partyId, agreementNeeded, note }: SeekPartnerRequest,
  ) {
    return { leadId, partyId, agreementNeeded, note };
  }

  /** Engages a relationship partner · 确定关系合作方 */
  @CommandRoute(EngageRelationshipPartner, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  engageRelationshipPartner(@Id('leadId') leadId: string, @Body() { partyId, agreementRef }: EngagePartnerRequest) {
    return { leadId, partyId, agreementRef };
  }

  /** Ends the work with a relationship partner · 结束关系合作 */
  @CommandRoute(EndRelationshipPartner, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  endRelationshipPartner(@Id('leadId') leadId: string, @Body() { partyId, reason }: EndPartnerRequest) {
    return { leadId, partyId, reason };
  }

  /** Screens a manufacturer · 筛选厂家 */
  @CommandRoute(ScreenManufacturer, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  screenManufacturer(
    @Id('leadId') leadId: string,
    @Body() { partyId, buyoutFeasible, techScore, commercialScore, note }: ScreenManufacturerRequest,
  ) {
    return { leadId, partyId, buyoutFeasible, techScore, commercialScore, note };
  }

  /** Selects a manufacturer that was screened · 选定厂家 */
  @CommandRoute(SelectManufacturer, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  selectManufacturer(
    @Id('leadId') leadId: string,
    @Body() { partyId, techAdvantages, commercialAdvantages }: SelectManufacturerRequest,
  ) {
    return { leadId, partyId, techAdvantages, commercialAdvantages };
  }

  /** Evaluates a partner · 评估合作方 */
  @CommandRoute(EvaluatePartner, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  evaluatePartner(
    @Id('leadId') leadId: string,
    @Body() { partyId, scores, verdict, conditions }: EvaluatePartnerRequest,
  ) {
    const { technical, commercial, price, leadTime, competence } = scores;
    return { leadId, partyId, scores: { technical, commercial, price, leadTime, competence }, verdict, conditions };
  }

  /** Records what a competitor is good and bad at · 登记竞争对手情况 */
  @CommandRoute(ObserveCompetitor, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  observeCompetitor(
    @Id('leadId') leadId: string,
    @Body() { partyId, dimension, strengths, weaknesses, evidenceRef }: ObserveCompetitorRequest,
  ) {
    return { leadId, partyId, dimension, strengths, weaknesses, evidenceRef };
  }
}
