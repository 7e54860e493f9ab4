import { date, fenOf, reference, term, text, uuid, type Layout, type Terms } from '@engsales/sheets';
import type { Read } from '../layout/columns.js';
import * as terms from './lead-terms.js';

export interface LeadColumn {
  /** Of the request, or of the contact; may stand as a heading too. */
  readonly key: string;
  readonly heading: string;
  readonly read: Read;
  readonly required: boolean;
  readonly terms?: Terms;
  /** What the template says about it. */
  readonly note: string;
}

const may = (key: string, heading: string, read: Read, note = ''): LeadColumn => ({
  key,
  heading,
  read,
  note,
  required: false,
});
const must = (key: string, heading: string, read: Read, note = ''): LeadColumn => ({
  ...may(key, heading, read, note),
  required: true,
});
const choice = (key: string, heading: string, of: Terms, note = ''): LeadColumn => ({
  ...may(key, heading, term(of), note),
  terms: of,
});

/** All columns of the list of leads, in the order of the template. */
export const LEAD_COLUMNS: readonly LeadColumn[] = [
  may('externalNo', '外部编号', text(200), '原系统中的编号；不填则以项目名称与城市识别'),
  must('projectName', '项目名称', text(200)),
  must('city', '城市', text(200)),
  may('district', '区县', text(200)),
  { ...choice('source', '信息来源', terms.LEAD_SOURCES), required: true },
  may('referrerRef', '介绍人编号', reference, '介绍类来源必填；只填编号，不填姓名'),
  may('ownerName', '业主名称', text(200), '按名称查找，没有则登记'),
  may('designInstituteName', '设计院名称', text(200), '按名称查找，没有则登记'),
  choice('customerSegment', '客户类型', terms.CUSTOMER_SEGMENTS),
  may('estimatedAmountFen', '预计金额(元)', fenOf),
  choice('constructionProcess', '建设过程', terms.CONSTRUCTION_PROCESSES),
  may('needsSummary', '需求说明', text(2_000)),
  may('salespersonId', '业务员编号', reference, '不填则进入公海'),
  may('capturedOn', '登记日期', date, '不晚于今天；不填即今天'),
  may('channelId', '渠道编号', uuid, '渠道的 UUID'),
  may('contactName', '联系人姓名', text(100), '只存入个人信息库；与职务、单位一起填写'),
  may('contactPhone', '联系人电话', text(40), '只存入个人信息库'),
  may('contactPost', '联系人职务', text(200)),
  choice('contactAt', '联系人单位', terms.CONTACT_AT, '该单位的名称须在本行填写'),
  may('remark', '备注', text(2_000)),
];

export const LEAD_LAYOUT: Layout<LeadColumn> = {
  columns: LEAD_COLUMNS,
  needed: LEAD_COLUMNS.filter(({ required }) => required),
};
