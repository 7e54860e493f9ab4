import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BeginRoute, CommandRoute, Id } from '@engsales/http';
import {
  CorrectTender,
  LogSpecInfluence,
  ObtainDraftTender,
  ReassignTender,
  RegisterTender,
} from '../domain/tender/registering/registering.commands.js';
import { tender } from '../domain/tender/tender.js';
import {
  CorrectTenderRequest,
  type NamedPartyRequest,
  ObtainedDocumentRequest,
  ReassignTenderRequest,
  RegisterTenderRequest,
  type RegistrationRequest,
  SpecInfluenceRequest,
} from './registering.requests.js';

/** Tenders that we may bid in (投标项目). */
@ApiTags('tenders')
@Controller('api/v1/tenders')
export class RegisterController {
  /**
   * Registers a tender by hand · 登记投标项目
   * A converted lead registers its tender by itself; further lots are registered here.
   */
  @BeginRoute(RegisterTender, { of: tender }, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  registerTender(@Body() body: RegisterTenderRequest) {
    return (tenderId: string) => ({
      tenderId,
      ...registrationOf(body),
      leadId: body.leadId,
      salespersonId: body.salespersonId,
      round: body.round,
      previousTenderId: body.previousTenderId,
    });
  }
}

/** One tender before it is published. */
@ApiTags('tenders')
@Controller('api/v1/tenders/:tenderId')
export class RegisteringController {
  /** Corrects what is registered · 更正投标项目 */
  @CommandRoute(CorrectTender, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'COMMERCE')
  correctTender(@Id('tenderId') tenderId: string, @Body() body: CorrectTenderRequest) {
    return { tenderId, ...registrationOf(body), reason: body.reason };
  }

  /** Gives a tender to another salesperson · 变更投标负责人 */
  @CommandRoute(ReassignTender, 'SALES_MANAGER', 'COMPANY_LEADER')
  reassignTender(@Id('tenderId') tenderId: string, @Body() { salespersonId, reason }: ReassignTenderRequest) {
    return { tenderId, salespersonId, reason };
  }

  /** Records that we have the draft of the tender documents · 登记招标文件征求意见稿 */
  @CommandRoute(ObtainDraftTender, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  obtainDraftTender(@Id('tenderId') tenderId: string, @Body() { docRef, on }: ObtainedDocumentRequest) {
    return { tenderId, docRef, on };
  }

  /** Records a clause that we proposed · 登记技术要求建议 */
  @CommandRoute(LogSpecInfluence, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  logSpecInfluence(@Id('tenderId') tenderId: string, @Body() { clause, ourAdvantage, taken }: SpecInfluenceRequest) {
    return { tenderId, clause, ourAdvantage, taken };
  }
}

const registrationOf = (body: RegistrationRequest) => ({
  projectName: body.projectName,
  tenderee: partyOf(body.tenderee),
  title: body.title,
  city: body.city,
  tenderNo: body.tenderNo,
  lotNo: body.lotNo,
  agency: body.agency && partyOf(body.agency),
  method: body.method,
  regime: body.regime,
  mandatory: body.mandatory,
  estimatedPriceFen: body.estimatedPriceFen,
  expectedTenderDate: body.expectedTenderDate,
  teamId: body.teamId,
  channelId: body.channelId,
});

const partyOf = ({ partyId, name }: NamedPartyRequest) => ({ partyId, name });
