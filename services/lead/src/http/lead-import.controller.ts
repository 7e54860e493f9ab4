import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  BusinessDate,
  Fen,
  Means,
  Nested,
  OneOf,
  Optional,
  PersonRef,
  Reference,
  StaffId,
  Text,
  Uuid,
} from '@engsales/http';
import { CONSTRUCTION_PROCESSES, type ConstructionProcess } from '../domain/construction.values.js';
import { foldedName, foldedText } from '../domain/folded-name.js';
import { importedLeadId } from '../domain/ids.js';
import { ImportLead } from '../domain/lead/capturing/capturing.commands.js';
import { LEAD_SOURCES, type LeadSource } from '../domain/lead/lead.values.js';
import { CUSTOMER_SEGMENTS, type CustomerSegment } from '../domain/party/party.values.js';

const CONTACT_AT = ['OWNER', 'DESIGN_INSTITUTE'] as const;

export class ImportedContactRequest {
  @Means('the person, as kept by POST /api/v1/persons') @PersonRef() personRef!: string;
  @Means('post (职务)', '基建科科长') @Text(200) post!: string;
  @Means('which of the parties of this row the person is at', 'OWNER') @OneOf(CONTACT_AT) at!:
    'OWNER' | 'DESIGN_INSTITUTE';
}

export class ImportLeadRequest {
  @Means(
    'number in the list or the system that it comes from (外部编号); without it project and city tell the row',
    'CRM-0117',
  )
  @Optional()
  @Text(200)
  externalNo?: string;
  @Means('name of the project', '滨江新区人民医院') @Text(200) projectName!: string;
  @Means('city', '临江市') @Text(200) city!: string;
  @Means('district', '滨江新区') @Optional() @Text(200) district?: string;
  @Means('where the hint comes from', 'DESIGN_INSTITUTE') @OneOf(LEAD_SOURCES) source!: LeadSource;
  @Means('who referred the project; some sources need one') @Optional() @Reference() referrerRef?: string;
  @Means('owner (业主): found by its name, else registered', '滨江新区卫生健康局')
  @Optional()
  @Text(200)
  ownerName?: string;
  @Means('design institute (设计院): found by its name, else registered', '临江市建筑设计院')
  @Optional()
  @Text(200)
  designInstituteName?: string;
  @Means('kind of customer', 'GOVERNMENT') @Optional() @OneOf(CUSTOMER_SEGMENTS) customerSegment?: CustomerSegment;
  @Means('estimate of the deal', 700_000_000) @Optional() @Fen() estimatedAmountFen?: number;
  @Means('how far the building is', 'PLANNING_DESIGN')
  @Optional()
  @OneOf(CONSTRUCTION_PROCESSES)
  constructionProcess?: ConstructionProcess;
  @Means('what they need, in a few words', '中央空调与净化') @Optional() @Text(2_000) needsSummary?: string;
  @Means('salesperson (业务员); without one the lead goes to the pool') @Optional() @StaffId() salespersonId?: string;
  @Means('day on which it was recorded there, not after today', '2025-01-15') @BusinessDate() capturedOn!: string;
  @Means('channel that it came through') @Optional() @Uuid() channelId?: string;
  @Means('somebody at the owner or the design institute of this row')
  @Optional()
  @Nested(() => ImportedContactRequest)
  contact?: ImportedContactRequest;
  @Means('remark; it stands below what they need', '二期另行招标') @Optional() @Text(2_000) remark?: string;
}

/** Leads from a list (期初导入). */
@ApiTags('leads')
@Controller('api/v1/leads')
export class LeadImportController {
  /**
   * Takes over a lead from a list · 导入线索
   * Owner and design institute are found by name or registered; the row that came before is refused.
   */
  @BeginRoute(ImportLead, { path: 'import-lead' }, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER', 'CRM_CENTER')
  importLead(@Body() body: ImportLeadRequest) {
    const { contact, needsSummary, remark } = body;
    const words = [needsSummary, remark === undefined ? undefined : `备注：${remark}`].filter(
      (text) => text !== undefined,
    );
    return {
      leadId: importedLeadId(keyOfRow(body)),
      projectName: body.projectName,
      city: body.city,
      district: body.district,
      source: body.source,
      referrerRef: body.referrerRef,
      ownerName: body.ownerName,
      designInstituteName: body.designInstituteName,
      customerSegment: body.customerSegment,
      estimatedAmountFen: body.estimatedAmountFen,
      constructionProcess: body.constructionProcess,
      needsSummary: words.length > 0 ? words.join('\n') : undefined,
      salespersonId: body.salespersonId,
      capturedOn: body.capturedOn,
      channelId: body.channelId,
      contact: contact && { personRef: contact.personRef, post: contact.post, at: contact.at },
    };
  }
}

/** What tells that a row came before. */
const keyOfRow = ({ externalNo, projectName, city }: ImportLeadRequest): string =>
  externalNo ?? `${foldedName(projectName)}@${foldedText(city)}`;
