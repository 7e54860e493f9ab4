/** One lead, by heading; its day lies behind so that it passes on any clock. */
export const LEAD_EXAMPLE: readonly Readonly<Record<string, string | number>>[] = [
  {
    外部编号: 'CRM-0117',
    项目名称: '临江市第二人民医院新院区',
    城市: '临江市',
    区县: '滨江新区',
    信息来源: '设计院',
    业主名称: '临江市第二人民医院',
    设计院名称: '临江市建筑设计院',
    客户类型: '企事业单位',
    '预计金额(元)': 7_000_000,
    建设过程: '规划设计',
    需求说明: '中央空调与净化',
    业务员编号: 'li-na',
    登记日期: '2024-03-12',
    联系人姓名: '示例联系人',
    联系人电话: '000-0000',
    联系人职务: '基建科科长',
    联系人单位: '业主',
    备注: '二期另行招标',
  },
];
