import type { Block, BusinessDocument, TableBlock } from '@engsales/documents';
import { formatPercent, formatUnitPrice, formatYuan, rateBps, rmbCapitals } from '@engsales/values';
import type { SignedContract } from '../domain/contract/contract.state.js';
import type { ExecutionForm, TrackItem } from '../domain/contract/execution/execution.state.js';
import { partiesBlocks, type Company } from './company.js';
import { FORM_STATE, MILESTONE_KIND, OPERATION_MODE, TRIGGER } from './terms.js';

const GATE = { NONE: '', RELEASE_PRODUCTION: '投产前', DISPATCH: '发货前' } as const;

/** 合同执行表 as it is printed and signed; `nameOf` puts a name to a staff id. */
export function executionFormDocument(
  contract: SignedContract,
  company: Company,
  nameOf: (staffId?: string) => string,
  generatedOn: string,
): BusinessDocument {
  const { document, executionForm: form } = contract;
  const { tracks, specialRequirements = '无' } = form ?? {};
  return {
    title: '合同执行表',
    subtitle: document.projectName,
    number: contract.contractNo,
    generatedOn,
    footer: `状态：${stateOf(form)}`,
    blocks: [
      ...partiesBlocks(company, contract),
      factsOf(contract, nameOf),
      { kind: 'heading', text: '一、合同明细' },
      linesTable(contract),
      { kind: 'heading', text: '二、收付款' },
      scheduleTable(document),
      ...trackTable('收付款安排', tracks?.money, nameOf),
      { kind: 'heading', text: '三、收发货' },
      ...trackTable('', tracks?.goods, nameOf),
      { kind: 'heading', text: '四、现场服务' },
      ...trackTable('', tracks?.service, nameOf),
      { kind: 'heading', text: '五、特殊要求' },
      { kind: 'paragraph', text: specialRequirements },
      {
        kind: 'signatures',
        parties: [
          { name: '销售部', lines: ['业务员', '日期'] },
          { name: '商务部', lines: ['接收人', '日期'] },
        ],
      },
    ],
  };
}

function stateOf(form?: ExecutionForm): string {
  const reason = form?.state === 'RETURNED' ? `（${form.returnReason ?? ''}）` : '';
  return FORM_STATE[form?.state ?? 'DRAFT'] + reason;
}

function factsOf({ document, executionForm, signedOn }: SignedContract, nameOf: (id?: string) => string): Block {
  return {
    kind: 'facts',
    facts: [
      { label: '签订日期', value: signedOn },
      { label: '运作方式', value: OPERATION_MODE[document.operationMode] },
      { label: '业务员', value: nameOf(document.salespersonId) },
      { label: '跟单员', value: nameOf(document.merchandiserId) },
      { label: '商务负责人', value: nameOf(executionForm?.commerceOwnerId) },
      { label: '合同总额', value: `${formatYuan(document.totalFen)} 元` },
      { label: '其中税额', value: `${formatYuan(document.taxFen)} 元` },
      { label: '大写', value: rmbCapitals(document.totalFen), wide: true },
    ],
  };
}

function linesTable({ document }: SignedContract): TableBlock {
  return {
    kind: 'table',
    columns: [
      { heading: '序', width: 0.6, align: 'center' },
      { heading: '名称及规格', width: 3.4 },
      { heading: '数量', width: 1, align: 'right' },
      { heading: '单位', width: 0.7, align: 'center' },
      { heading: '含税单价（元）', width: 1.8, align: 'right' },
      { heading: '金额（元）', width: 1.8, align: 'right' },
      { heading: '交期', width: 1.4, align: 'center' },
    ],
    rows: document.lines.map(({ lineId, name, spec, qty, uom, unitPrice, amountFen, committedDate }) => [
      lineId,
      spec ? `${name} ${spec}` : name,
      qty,
      uom,
      formatUnitPrice(unitPrice),
      formatYuan(amountFen),
      committedDate,
    ]),
    total: ['合计', '', '', '', '', formatYuan(document.totalFen), ''],
  };
}

function scheduleTable({ milestones, totalFen }: SignedContract['document']): TableBlock {
  return {
    kind: 'table',
    columns: [
      { heading: '节点', width: 0.8 },
      { heading: '款项', width: 1.2 },
      { heading: '金额（元）', width: 1.8, align: 'right' },
      { heading: '比例', width: 0.9, align: 'right' },
      { heading: '条件', width: 2.4 },
      { heading: '须收讫于', width: 1 },
    ],
    rows: milestones.map(({ id, kind, amountFen, trigger, date, netDays, netMonths, gate }) => [
      id,
      MILESTONE_KIND[kind],
      formatYuan(amountFen),
      totalFen > 0 ? formatPercent(rateBps(amountFen, totalFen)) : '',
      `${TRIGGER[trigger]}${date ? ` ${date}` : ''}后 ${netMonths ? `${netMonths} 个月加 ` : ''}${netDays} 天`,
      GATE[gate],
    ]),
  };
}

function trackTable(title: string, items: readonly TrackItem[] = [], nameOf: (id?: string) => string): Block[] {
  const table: TableBlock = {
    kind: 'table',
    columns: [
      { heading: '事项', width: 4 },
      { heading: '对应', width: 1 },
      { heading: '计划日期', width: 1.4, align: 'center' },
      { heading: '负责人', width: 1.4 },
    ],
    rows: items.map(({ item, ref = '', plannedOn = '', ownerId }) => [labelOf(item), ref, plannedOn, nameOf(ownerId)]),
  };
  return title ? [{ kind: 'paragraph', text: title, strong: true }, table] : [table];
}

/** An item that was filled from the schedule is the kind of its milestone. */
const labelOf = (item: string): string => KIND_LABELS.get(item) ?? item;

const KIND_LABELS: ReadonlyMap<string, string> = new Map(Object.entries(MILESTONE_KIND));
