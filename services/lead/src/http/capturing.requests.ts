import { Fen, Means, NoPersonText, OneOf, Optional, Reference, StaffId, Text, Uuid } from '@engsales/http';
import { CONSTRUCTION_PROCESSES, type ConstructionProcess } from '../domain/construction.values.js';
import { LEAD_SOURCES, type LeadSource } from '../domain/lead/lead.values.js';
import { CUSTOMER_SEGMENTS, type CustomerSegment } from '../domain/party/party.values.js';

export class CaptureLeadRequest {
  @Means('name of the project', '临江市第二人民医院新院区') @Text(200) projectName!: string;
  @Means('city', '临江市') @Text(200) city!: string;
  @Means('district', '滨江新区') @Optional() @Text(200) district?: string;
  @Means('where the hint comes from; without it the hint is refused', 'DESIGN_INSTITUTE')
  @Optional()
  @OneOf(LEAD_SOURCES)
  source?: LeadSource;
  @Means('who referred the project; some sources need one') @Optional() @Reference() referrerRef?: string;
  @Means('owner (业主) in words, where it is no registered party', '临江市卫生健康委员会')
  @Optional()
  @NoPersonText(200)
  ownerName?: string;
  @Means('owner (业主)') @Optional() @Reference() ownerPartyId?: string;
  @Means('design institute (设计院)') @Optional() @Reference() designInstitutePartyId?: string;
  @Means('kind of customer', 'GOVERNMENT')
  @Optional()
  @OneOf(CUSTOMER_SEGMENTS)
  customerSegment?: CustomerSegment;
  @Means('how far the building is', 'PLANNING_DESIGN')
  @Optional()
  @OneOf(CONSTRUCTION_PROCESSES)
  constructionProcess?: ConstructionProcess;
  @Means('estimate of the deal', 700_000_000) @Optional() @Fen() estimatedAmountFen?: number;
  @Means('what they need, in a few words', '中央空调与净化') @Optional() @Text(2_000) needsSummary?: string;
  @Means('channel that it came through') @Optional() @Uuid() channelId?: string;
  @Means('salesperson (业务员); another than oneself is a manager’s to say')
  @Optional()
  @StaffId()
  salespersonId?: string;
  @Means('why a second lead of the same project is wanted; a manager’s to say')
  @Optional()
  @Text(2_000)
  duplicateOverrideReason?: string;
}

/** What is not said stays. */
export class CorrectLeadRequest {
  @Means('why', '名称有误') @Text(2_000) reason!: string;
  @Means('name of the project', '临江市第二人民医院新院区一期') @Optional() @Text(200) projectName?: string;
  @Means('city') @Optional() @Text(200) city?: string;
  @Means('district') @Optional() @Text(200) district?: string;
  @Means('where the hint comes from') @Optional() @OneOf(LEAD_SOURCES) source?: LeadSource;
  @Means('who referred the project') @Optional() @Reference() referrerRef?: string;
  @Means('owner in words') @Optional() @NoPersonText(200) ownerName?: string;
  @Means('owner') @Optional() @Reference() ownerPartyId?: string;
  @Means('design institute') @Optional() @Reference() designInstitutePartyId?: string;
  @Means('kind of customer') @Optional() @OneOf(CUSTOMER_SEGMENTS) customerSegment?: CustomerSegment;
}
