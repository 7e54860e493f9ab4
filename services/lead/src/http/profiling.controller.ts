import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import {
  DescribeProject,
  ForecastLead,
  ObserveConstructionPhase,
  RecordNeeds,
  RegisterProject,
  SetEntryPoints,
  UpdateContactRegister,
} from '../domain/lead/profiling/profiling.commands.js';
import {
  ContactRegisterRequest,
  DescribeProjectRequest,
  EntryPointsRequest,
  ForecastLeadRequest,
  ObserveConstructionRequest,
  RecordNeedsRequest,
  RegisterProjectRequest,
  type RegisterContactRequest,
} from './profiling.requests.js';

/** What the project is, what its customer needs, how far the building is. */
@ApiTags('leads')
@Controller('api/v1/leads/:leadId')
export class ProfilingController {
  /** Registers the project with its contacts · 项目登记 */
  @CommandRoute(RegisterProject, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  registerProject(
    @Id('leadId') leadId: string,
    @Body() { contactRegister, folderNo, productLineIds }: RegisterProjectRequest,
  ) {
    return { leadId, contactRegister: contactRegister.map(contactOf), folderNo, productLineIds };
  }

  /** Writes the contact register anew · 更新项目联络登记表 */
  @CommandRoute(UpdateContactRegister, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  updateContactRegister(@Id('leadId') leadId: string, @Body() { contactRegister }: ContactRegisterRequest) {
    return { leadId, contactRegister: contactRegister.map(contactOf) };
  }

  /** Describes the project, whole · 登记项目概况 */
  @CommandRoute(DescribeProject, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  describeProject(@Id('leadId') leadId: string, @Body() body: DescribeProjectRequest) {
    return {
      leadId,
      scale: body.scale,
      buildingAreaM2: body.buildingAreaM2,
      investmentFen: body.investmentFen,
      fundingSource: body.fundingSource,
      fundingStatus: body.fundingStatus,
      landInfo: body.landInfo,
      address: body.address,
      plannedStartOn: body.plannedStartOn,
      plannedCompletionOn: body.plannedCompletionOn,
      productLineIds: body.productLineIds,
    };
  }

  /** Records what the customer needs, whole · 登记客户需求 */
  @CommandRoute(RecordNeeds, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  recordNeeds(@Id('leadId') leadId: string, @Body() body: RecordNeedsRequest) {
    return {
      leadId,
      equipment: body.equipment.map(({ name, spec, qty, uom }) => ({ name, spec, qty, uom })),
      technology: body.technology,
      painPoints: body.painPoints,
      expectations: body.expectations,
      industryBackground: body.industryBackground,
      preferences: body.preferences,
      budgetFen: body.budgetFen,
      requiredOn: body.requiredOn,
    };
  }

  /** Says where the company can come in · 设定切入点 */
  @CommandRoute(SetEntryPoints, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  setEntryPoints(@Id('leadId') leadId: string, @Body() { technologies, equipment }: EntryPointsRequest) {
    return { leadId, technologies, equipment };
  }

  /** Says how large, how likely and when · 登记预测 */
  @CommandRoute(ForecastLead, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  forecastLead(
    @Id('leadId') leadId: string,
    @Body() { estimatedAmountFen, winProbabilityBps, expectedSigningOn }: ForecastLeadRequest,
  ) {
    return { leadId, estimatedAmountFen, winProbabilityBps, expectedSigningOn };
  }

  /** Records how far the building is · 登记建设过程 */
  @CommandRoute(ObserveConstructionPhase, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  observeConstructionPhase(@Id('leadId') leadId: string, @Body() body: ObserveConstructionRequest) {
    return {
      leadId,
      process: body.process,
      observedOn: body.observedOn,
      permits: body.permits?.map(({ type, no, issuedOn }) => ({ type, no, issuedOn })),
      workPackages: body.workPackages?.map(({ code, status, on }) => ({ code, status, on })),
      propertyPartyId: body.propertyPartyId,
      takeOverOn: body.takeOverOn,
      reason: body.reason,
    };
  }
}

const contactOf = ({ partyId, contactId, role }: RegisterContactRequest) => ({ partyId, contactId, role });
