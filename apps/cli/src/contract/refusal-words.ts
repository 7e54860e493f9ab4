import type { Language } from '../language.js';
import { COLUMNS } from '../layout/columns.js';
import { TRIGGERS } from '../layout/terms.js';
import { LEAD_SOURCES } from '../leads/lead-terms.js';
import { yuan } from './amounts.js';

/** What the details of a refusal are called. What is not listed stands there by its own name. */
const LABELS = new Map<string, readonly [zh: string, en: string]>([
  ['lineId', ['明细', 'line']],
  ['lineIds', ['明细', 'lines']],
  ['unknown', ['不存在', 'unknown']],
  ['services', ['服务', 'services']],
  ['milestoneId', ['节点', 'milestone']],
  ['bankRef', ['银行流水号', 'bank reference']],
  ['qty', ['数量', 'quantity']],
  ['sold', ['合同数量', 'sold']],
  ['trigger', ['触发条件', 'trigger']],
  ['on', ['日期', 'day']],
  ['receivedOn', ['收款日期', 'received on']],
  ['maturesOn', ['到期日', 'matures on']],
  ['signedOn', ['签订日期', 'signed on']],
  ['earliest', ['最早', 'earliest']],
  ['latest', ['最晚', 'latest']],
  ['today', ['今天', 'today']],
  ['missing', ['缺少', 'missing']],
  ['lines', ['明细行数', 'lines']],
  ['totalFen', ['合同总额', 'total']],
  ['milestonesFen', ['节点合计', 'milestones']],
  ['scheduledFen', ['节点合计', 'milestones']],
  ['linesFen', ['明细合计', 'lines']],
  ['receivedFen', ['收款合计', 'received']],
  ['excessFen', ['超出', 'beyond']],
  ['givenFen', ['所填', 'given']],
  ['amountFen', ['应为', 'it is']],
  ['discountFen', ['折扣', 'discount']],
  ['outstandingFen', ['未收', 'outstanding']],
  ['availableFen', ['可分配', 'available']],
  ['depositFen', ['定金合计', 'deposits']],
  ['limitFen', ['上限', 'at most']],
  ['awardedFen', ['中标金额', 'awarded']],
  ['existingLeadId', ['已有线索', 'lead']],
  ['existingState', ['其状态', 'in state']],
  ['leadId', ['线索', 'lead']],
  ['salespersonId', ['业务员', 'salesperson']],
  ['source', ['信息来源', 'source']],
  ['allowed', ['可选', 'one of']],
  ['channelId', ['渠道', 'channel']],
  ['channelState', ['渠道状态', 'channel in state']],
  ['partyId', ['单位', 'party']],
  ['contactId', ['联系人', 'contact']],
  ['personRef', ['人员', 'person']],
  ['limit', ['上限', 'at most']],
]);

/** Where a refusal points at is told as a cell, not as a word. */
const PLACES = ['pointer', 'field', 'milestones'];

/** The details of a refusal as people read them: amounts in yuan, fields by their headings. */
export function wordsOfDetails(details: Readonly<Record<string, unknown>>, language: Language): string {
  const words = Object.entries(details)
    .filter(([name, value]) => !PLACES.includes(name) && value !== undefined && value !== null)
    .map(([name, value]) => `${labelOf(name, language)} ${valueOf(name, value, language)}`);
  return words.join(language === 'zh' ? '，' : ', ');
}

function labelOf(name: string, language: Language): string {
  const [zh, en] = LABELS.get(name) ?? [name.replace(/Fen$/, ''), name.replace(/Fen$/, '')];
  return language === 'zh' ? zh : en;
}

function valueOf(name: string, value: unknown, language: Language): string {
  if (Array.isArray(value))
    return value.map((each) => valueOf(name, each, language)).join(language === 'zh' ? '、' : ', ');
  if (typeof value === 'number' && name.endsWith('Fen'))
    return language === 'zh' ? `${yuan(value)} 元` : `${yuan(value)} yuan`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return TERMS.get(name)?.(text) ?? text;
}

/** As the sheet says it. */
export const triggerName = (trigger: string): string => new Map(Object.entries(TRIGGERS)).get(trigger)?.[0] ?? trigger;

const headingOf = (member: string): string | undefined =>
  COLUMNS.find(({ uses }) => uses.CONTRACT?.path.startsWith(`document/${member}`))?.heading;

const sourceName = (source: string): string | undefined => LEAD_SOURCES[source]?.[0];

/** The words of the sheet for what these details say. */
const TERMS = new Map<string, (text: string) => string | undefined>([
  ['trigger', triggerName],
  ['source', sourceName],
  ['allowed', sourceName],
  ['missing', headingOf],
]);
