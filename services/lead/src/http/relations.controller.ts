import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import {
  AssessRelationship,
  DropKeyPerson,
  IdentifyKeyPerson,
  RecordStakeholder,
  RemoveStakeholder,
} from '../domain/lead/relations/relations.commands.js';
import {
  AssessRelationshipRequest,
  DropKeyPersonRequest,
  IdentifyKeyPersonRequest,
  RemoveStakeholderRequest,
  StakeholderRequest,
} from './relations.requests.js';

/** Who has a say in the project, and how well we know them. */
@ApiTags('leads')
@Controller('api/v1/leads/:leadId')
export class RelationsController {
  /** Records a party of the project · 登记利益相关方 */
  @CommandRoute(RecordStakeholder, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  recordStakeholder(@Id('leadId') leadId: string, @Body() { partyId, role }: StakeholderRequest) {
    return { leadId, partyId, role };
  }

  /** Removes a party of the project · 移除利益相关方 */
  @CommandRoute(RemoveStakeholder, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  removeStakeholder(@Id('leadId') leadId: string, @Body() { partyId, role, reason }: RemoveStakeholderRequest) {
    return { leadId, partyId, role, reason };
  }

  /** Identifies a key person · 识别关键人 */
  @CommandRoute(IdentifyKeyPerson, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  identifyKeyPerson(
    @Id('leadId') leadId: string,
    @Body() { partyId, contactId, kind, supportLevel }: IdentifyKeyPersonRequest,
  ) {
    return { leadId, partyId, contactId, kind, supportLevel };
  }

  /** Drops a key person · 移除关键人 */
  @CommandRoute(DropKeyPerson, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  dropKeyPerson(@Id('leadId') leadId: string, @Body() { partyId, contactId, kind, reason }: DropKeyPersonRequest) {
    return { leadId, partyId, contactId, kind, reason };
  }

  /** Assesses the relationship to the owner · 关系评估 */
  @CommandRoute(AssessRelationship, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  assessRelationship(@Id('leadId') leadId: string, @Body() { level, note }: AssessRelationshipRequest) {
    return { leadId, level, note };
  }
}
