import {
  amountOf,
  bpsOf,
  contractNo,
  date,
  fenOf,
  integerOf,
  number,
  quantityOf,
  reference,
  references,
  term,
  text,
  unitPriceOf,
  uuid,
  type Cell,
  type Headings,
  type Layout,
  type Terms,
} from '@engsales/sheets';
import * as terms from './terms.js';
import type { RowType } from './terms.js';

export type CellValue = string | number | readonly string[];
export type Read = (cell: Cell) => CellValue;

interface Use {
  /** Where it goes in the request, seen from the object that the row makes. */
  readonly path: string;
  readonly required: boolean;
}

export interface Column {
  /** May stand as a heading too. */
  readonly key: string;
  readonly heading: string;
  readonly read: Read;
  readonly uses: Partial<Record<RowType, Use>>;
  readonly terms?: Terms;
  /** May be merged over the rows that it is the same for. */
  readonly spansRows?: boolean;
  /** What the template says about it. */
  readonly note: string;
}

const must = (path: string): Use => ({ path, required: true });
const may = (path: string): Use => ({ path, required: false });
const column = (key: string, heading: string, read: Read, uses: Column['uses'], note: string): Column => ({
  key,
  heading,
  read,
  uses,
  note,
});
const choice = (key: string, heading: string, of: Terms, uses: Column['uses'], note = ''): Column => ({
  ...column(key, heading, term(of), uses, note),
  terms: of,
});
const spanning = (one: Column): Column => ({ ...one, spansRows: true });
const contractColumn = (key: string, heading: string, read: Read, use: Use, note = '') =>
  column(key, heading, read, { CONTRACT: use }, note);
const lineColumn = (key: string, heading: string, read: Read, use: Use, note = '') =>
  column(key, heading, read, { LINE: use }, note);
const milestoneColumn = (key: string, heading: string, read: Read, use: Use, note = '') =>
  column(key, heading, read, { MILESTONE: use }, note);
const receiptColumn = (key: string, heading: string, read: Read, use: Use, note = '') =>
  column(key, heading, read, { RECEIPT: use }, note);
const goodsColumn = (key: string, heading: string, read: Read, note: string) =>
  column(key, heading, read, { GOODS: may('') }, note);

const everyRow = (path: string) =>
  Object.fromEntries(Object.keys(terms.ROW_TYPES).map((rowType) => [rowType, must(path)])) as Column['uses'];

/** All columns of the file, in the order of the template. `''` as path: the row's own reader takes it. */
export const COLUMNS: readonly Column[] = [
  spanning(choice('rowType', '行类型', terms.ROW_TYPES, everyRow(''), '决定本行填写哪些列；同一合同的各行必须连续')),
  spanning(column('contractNo', '合同编号', contractNo, everyRow(''), '每一行都要填写')),

  contractColumn('projectName', '项目名称', text(200), must('document/projectName')),
  contractColumn('customerName', '客户名称', text(200), must('document/customer/name'), '单位名称，不得填写个人'),
  contractColumn('customerId', '客户编号', reference, may('document/customer/partyId')),
  contractColumn('salespersonId', '业务员', reference, must('document/salespersonId'), '人员编号，不是姓名'),
  contractColumn('merchandiserId', '跟单员', reference, must('document/merchandiserId'), '人员编号，不是姓名'),
  choice('operationMode', '运作方式', terms.OPERATION_MODES, { CONTRACT: must('document/operationMode') }),
  contractColumn('signedOn', '签订日期', date, must('signedOn')),
  contractColumn('rightsAndObligations', '权利义务', text(20_000), must('document/rightsAndObligations')),
  contractColumn('warrantyMonths', '质保月数', integerOf(240), may('document/warrantyTerms/defectsLiabilityMonths')),
  contractColumn('warrantyText', '质保条款', text(2_000), may('document/warrantyTerms/text')),
  contractColumn(
    'penaltyPerDay',
    '延期违约金每日%',
    bpsOf({ small: true }),
    may('document/penaltyTerms/lateDeliveryBpsPerDay'),
  ),
  contractColumn('penaltyCap', '延期违约金上限%', bpsOf(), may('document/penaltyTerms/capBps')),
  contractColumn('riskAssessmentId', '风险评估编号', reference, may('document/riskAssessmentId'), '买断合同必填'),
  contractColumn('writtenConsentRef', '书面同意编号', reference, may('document/writtenConsentRef'), '买断合同必填'),
  contractColumn('agreementId', '合作协议编号', reference, may('document/agreementId'), '代理合同必填'),
  choice('sourceType', '来源', terms.SOURCES, { CONTRACT: may('document/source/type') }),
  contractColumn('sourceId', '来源编号', reference, may('document/source/id'), '与“来源”一起填写'),
  contractColumn('projectId', '工程项目标识', uuid, may('projectId'), 'UUID；不填则自动生成'),

  column('lineId', '明细号', reference, { LINE: must('lineId'), GOODS: must('lineId') }, '在合同内唯一，如 L1'),
  lineColumn('itemCode', '物料编码', number(64), must('itemCode')),
  lineColumn('name', '名称', text(200), must('name')),
  lineColumn('spec', '规格', text(2_000), may('spec')),
  lineColumn('qty', '数量', quantityOf({ positive: true }), must('qty'), '最多 6 位小数'),
  lineColumn('uom', '单位', text(16), must('uom')),
  lineColumn('unitPrice', '含税单价(元)', unitPriceOf, must('unitPrice'), '最多 6 位小数'),
  lineColumn('discount', '折扣(元)', fenOf, may('discountFen'), '数量 × 单价中减去的金额'),
  lineColumn('lineAmount', '含税金额(元)', fenOf, may('amountFen'), '以填写的为准；与数量 × 单价 − 折扣核对'),
  lineColumn('taxRate', '税率%', bpsOf(), must('taxRateBps'), '13 或 13%'),
  choice('fulfilment', '履行方式', terms.FULFILMENTS, { LINE: must('fulfilment') }),
  lineColumn('committedDate', '承诺交期', date, must('committedDate')),
  lineColumn('requestedDate', '要求交期', date, may('requestedDate')),
  lineColumn('deliverTo', '交货地点', text(500), may('deliverTo')),

  column(
    'milestoneId',
    '节点号',
    reference,
    { MILESTONE: must('id'), TRIGGERED: must('milestoneId') },
    '在合同内唯一，如 M1',
  ),
  choice('milestoneKind', '节点类别', terms.MILESTONE_KINDS, { MILESTONE: must('kind') }),
  milestoneColumn('milestoneAmount', '金额(元)', fenOf, may('amountFen'), '与“比例%”二选一'),
  milestoneColumn('share', '比例%', bpsOf({ least: 1 }), may('bps'), '占合同总额，30 或 30%；与“金额(元)”二选一'),
  choice('trigger', '触发条件', terms.TRIGGERS, { MILESTONE: must('trigger') }),
  milestoneColumn('agreedDate', '约定日期', date, may('date'), '触发条件为“约定日期”时填写'),
  milestoneColumn('netDays', '天数', integerOf(3_650), must('netDays'), '触发后多少天内付款'),
  milestoneColumn('netMonths', '月数', integerOf(240), may('netMonths'), '触发后另加的月数；质保金为质保期'),
  choice('gate', '放行条件', terms.GATES, { MILESTONE: may('gate') }, '不填即“无”'),
  choice('scopeMode', '触发范围', terms.SCOPES, { MILESTONE: may('scope/mode') }),
  milestoneColumn(
    'scopeLines',
    '范围明细',
    references,
    may('scope/lineIds'),
    '明细号，用逗号分隔；与“触发范围”一起填写',
  ),
  column('triggeredOn', '触发日期', date, { TRIGGERED: must('on') }, '已经触发的节点；“签订”由签订日期自动触发'),

  spanning(
    receiptColumn('bankRef', '银行流水号', number(64), must('bankRef'), '设为文本格式；同一笔分配到多个节点时写多行'),
  ),
  receiptColumn('receivedOn', '收款日期', date, may('receivedOn'), '同一流水号的第一行必填'),
  receiptColumn('received', '收款金额(元)', amountOf, may('amountFen'), '整笔金额；同一流水号的第一行必填'),
  choice('instrument', '票据类型', terms.INSTRUMENTS, { RECEIPT: may('instrument') }, '同一流水号的第一行必填'),
  receiptColumn('maturesOn', '到期日', date, may('maturesOn'), '商业承兑汇票必填'),
  receiptColumn('allocatedTo', '分配节点', reference, may(''), '节点号；与“分配金额(元)”一起填写'),
  receiptColumn('allocated', '分配金额(元)', amountOf, may('')),
  receiptColumn(
    'onAccount',
    '挂账金额(元)',
    fenOf,
    may('unallocatedFen'),
    '未分配、留在账上的金额；超过合同总额的收款必填',
  ),

  goodsColumn('producedQty', '已完工数量', quantityOf({ positive: false }), '累计，含已发出的；外购为已到货'),
  goodsColumn('shippedQty', '已发数量', quantityOf({ positive: false }), '累计'),
  goodsColumn('deliveredQty', '已签收数量', quantityOf({ positive: false }), '累计'),
  goodsColumn('installedOn', '安装完成日期', date, '该明细全部安装完成之日'),
  goodsColumn('acceptedOn', '验收日期', date, '该明细验收合格之日'),
];

/** Without these no contract can be read. */
const needed = COLUMNS.filter(({ uses }) =>
  (['CONTRACT', 'LINE', 'MILESTONE'] as const).some((rowType) => uses[rowType]?.required),
);

export const CONTRACT_LAYOUT: Layout<Column> = { columns: COLUMNS, needed };
export type ContractHeadings = Headings<Column>;
