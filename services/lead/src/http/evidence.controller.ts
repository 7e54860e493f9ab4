import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Id,
  Means,
  NestedList,
  Optional,
  Reference,
  Text,
  Uuid,
  MOST,
  Texts,
} from '@engsales/http';
import {
  FileDocument,
  HoldTechnicalExchange,
  ObtainFeasibilityReport,
  VisitSampleSite,
} from '../domain/lead/evidence/evidence.commands.js';

export class FeasibilityReportRequest {
  @Means('the report') @Reference() docRef!: string;
  @Means('day on which we have got it', '2025-03-07') @BusinessDate() on!: string;
}

export class AttendeeRequest {
  @Means('party') @Reference() partyId!: string;
  @Means('contact, as the party shows it') @Uuid() contactId!: string;
}

export class TechnicalExchangeRequest {
  @Means('day of the exchange', '2025-03-07') @BusinessDate() on!: string;
  @Means('who of the customer was there', []) @NestedList(() => AttendeeRequest, MOST) attendees: AttendeeRequest[] =
    [];
  @Means('what it was about', ['冷站方案']) @Texts(2_000) topics!: string[];
  @Means('what came of it', '认可磁悬浮方案') @Text(2_000) result!: string;
  @Means('minutes') @Optional() @Reference() docRef?: string;
}

export class SampleSiteRequest {
  @Means('what was visited', '省人民医院冷站') @Text(200) site!: string;
  @Means('sample project of ours') @Optional() @Uuid() sampleProjectId?: string;
  @Means('day of the visit', '2025-03-07') @BusinessDate() on!: string;
  @Means('what the customer thought of it', '对运行数据满意') @Text(2_000) impression!: string;
}

export class FileDocumentRequest {
  @Means('kind of paper', 'PROPOSAL') @Reference() documentType!: string;
  @Means('title', '初步方案') @Text(200) title!: string;
  @Means('the paper') @Reference() docRef!: string;
}

/** What was got, shown and filed. */
@ApiTags('leads')
@Controller('api/v1/leads/:leadId')
export class EvidenceController {
  /** Records that the feasibility report is there · 取得可行性研究报告 */
  @CommandRoute(ObtainFeasibilityReport, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  obtainFeasibilityReport(@Id('leadId') leadId: string, @Body() { docRef, on }: FeasibilityReportRequest) {
    return { leadId, docRef, on };
  }

  /** Records a technical exchange · 登记技术交流 */
  @CommandRoute(HoldTechnicalExchange, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  holdTechnicalExchange(
    @Id('leadId') leadId: string,
    @Body() { on, attendees, topics, result, docRef }: TechnicalExchangeRequest,
  ) {
    const there = attendees.map(({ partyId, contactId }) => ({ partyId, contactId }));
    return { leadId, on, attendees: there, topics, result, docRef };
  }

  /** Records that the customer saw a sample · 登记样板考察 */
  @CommandRoute(VisitSampleSite, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  visitSampleSite(@Id('leadId') leadId: string, @Body() { site, sampleProjectId, on, impression }: SampleSiteRequest) {
    return { leadId, site, sampleProjectId, on, impression };
  }

  /** Files a paper with the lead · 归档资料 */
  @CommandRoute(FileDocument, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  fileDocument(@Id('leadId') leadId: string, @Body() { documentType, title, docRef }: FileDocumentRequest) {
    return { leadId, documentType, title, docRef };
  }
}
