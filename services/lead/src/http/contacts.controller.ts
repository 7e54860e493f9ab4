import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandRoute, Id } from '@engsales/http';
import { AddContact, ChangeContact, RecordOrgChart, RemoveContact } from '../domain/party/party.commands.js';
import { ContactChangeRequest, ContactRequest, OrgChartRequest, ContactRemovalRequest } from './parties.requests.js';

/** Who works at a party, and how it is organised. */
@ApiTags('parties')
@Controller('api/v1/parties/:partyId')
export class ContactsController {
  /** Adds a contact of a party · 新增联系人 */
  @CommandRoute(AddContact, 'SALES_MANAGER', 'COMPANY_LEADER', 'CRM_CENTER', 'SALES')
  addContact(@Id('partyId') partyId: string, @Body() { personRef, post, department }: ContactRequest) {
    return { partyId, personRef, post, department };
  }

  /** Changes a contact of a party · 变更联系人 */
  @CommandRoute(ChangeContact, 'SALES_MANAGER', 'COMPANY_LEADER', 'CRM_CENTER', 'SALES')
  changeContact(
    @Id('partyId') partyId: string,
    @Body() { contactId, personRef, post, department }: ContactChangeRequest,
  ) {
    return { partyId, contactId, personRef, post, department };
  }

  /** Removes a contact of a party · 移除联系人 */
  @CommandRoute(RemoveContact, 'SALES_MANAGER', 'COMPANY_LEADER', 'CRM_CENTER', 'SALES')
  removeContact(@Id('partyId') partyId: string, @Body() { contactId, reason }: ContactRemovalRequest) {
    return { partyId, contactId, reason };
  }

  /** Records the organisation chart of a party · 登记组织机构 */
  @CommandRoute(RecordOrgChart, 'SALES_MANAGER', 'COMPANY_LEADER', 'CRM_CENTER', 'SALES')
  recordOrgChart(@Id('partyId') partyId: string, @Body() { units }: OrgChartRequest) {
    return {
      partyId,
      units: units.map(({ unitId, name, parentId, headContactId }) => ({ unitId, name, parentId, headContactId })),
    };
  }
}
