/** One running contract after fixture P1, by heading; its days lie behind so that it passes on any clock. */
type ExampleRow = Readonly<Record<string, string | number>>;

const NUMBER = { 合同编号: 'HT-2024-0117' };
const row = (行类型: string, cells: ExampleRow): ExampleRow => ({ 行类型, ...NUMBER, ...cells });

const line = (明细号: string, 名称: string, 规格: string, 数量: number, 单价: number, 承诺交期: string): ExampleRow =>
  row('明细', {
    明细号,
    物料编码: `ITEM-${明细号}`,
    名称,
    规格,
    数量,
    单位: '台',
    '含税单价(元)': 单价,
    '税率%': 13,
    履行方式: '自制',
    承诺交期,
  });

const milestone = (
  节点号: string,
  节点类别: string,
  金额: number,
  触发条件: string,
  more: ExampleRow = {},
): ExampleRow => row('节点', { 节点号, 节点类别, '金额(元)': 金额, 触发条件, 天数: 7, 放行条件: '无', ...more });

const goods = (明细号: string, 已发数量: number, 已签收数量: number): ExampleRow =>
  row('发货', { 明细号, 已发数量, 已签收数量 });

const BILL = { 银行流水号: 'ICBC-20240826-0042' };

export const EXAMPLE: readonly ExampleRow[] = [
  row('合同', {
    项目名称: '临江市第二人民医院新院区中央空调',
    客户名称: '临江市第二人民医院',
    业务员: 'li-na',
    跟单员: 'zhou-min',
    运作方式: '自产',
    签订日期: '2024-03-12',
    权利义务: '供方供货并指导安装，需方按节点付款。',
    质保月数: 24,
  }),
  line('L1', '离心式冷水机组', '2 800 kW', 2, 1_860_000, '2024-09-01'),
  line('L2', '组合式空调机组', '30 000 m³/h', 24, 68_500, '2024-09-15'),
  line('L3', '风机盘管', 'FP-85', 620, 1_280, '2024-09-01'),
  {
    ...line('L4', '安装调试', '', 1, 842_400, '2024-11-30'),
    单位: '项',
    '税率%': 9,
    履行方式: '服务',
  },
  milestone('M1', '预付款', 2_100_000, '签订', { 放行条件: '放行生产' }),
  milestone('M2', '提货款', 2_100_000, '备货完成', { 放行条件: '放行发货' }),
  milestone('M3', '安装款', 1_400_000, '安装完成'),
  milestone('M4', '验收款', 1_190_000, '验收'),
  milestone('M5', '质保金', 210_000, '验收', { 月数: 24 }),
  row('触发', { 节点号: 'M2', 触发日期: '2024-08-20' }),
  row('收款', {
    银行流水号: 'ICBC-20240318-0007',
    收款日期: '2024-03-18',
    '收款金额(元)': 2_100_000,
    票据类型: '转账',
    分配节点: 'M1',
    '分配金额(元)': 2_100_000,
  }),
  row('收款', {
    ...BILL,
    收款日期: '2024-08-26',
    '收款金额(元)': 2_500_000,
    票据类型: '银行承兑汇票',
    到期日: '2025-02-26',
    分配节点: 'M2',
    '分配金额(元)': 2_100_000,
  }),
  row('收款', { ...BILL, 分配节点: 'M3', '分配金额(元)': 400_000 }),
  goods('L1', 2, 2),
  goods('L2', 24, 20),
  goods('L3', 620, 600),
];
