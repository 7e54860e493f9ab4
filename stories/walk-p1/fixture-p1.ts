/** Fixture P1: a hospital's air conditioning. Dates are moved by `shift` days where the clock cannot be set. */
export const P1_SIGNED_ON = '2025-03-10';
/** The walk begins on the day on which the tender is announced. */
export const P1_BEGINS_AT = '2025-01-06T01:00:00Z';

export function fixtureP1(date: (fixtureDate: string) => string) {
  const line = (
    lineId: string,
    itemCode: string,
    name: string,
    [qty, uom]: [string, string],
    unitPrice: string,
    rest: object,
  ) => ({
    lineId,
    itemCode,
    name,
    qty,
    uom,
    unitPrice,
    ...rest,
  });
  const make = (committed: string) => ({ taxRateBps: 1300, fulfilment: 'MAKE', committedDate: date(committed) });
  const milestone = (id: string, kind: string, amountFen: number, trigger: string, gate = 'NONE') => ({
    id,
    kind,
    amountFen,
    trigger,
    netDays: 7,
    gate,
  });
  return {
    projectName: '临江市第二人民医院新院区中央空调',
    source: { type: 'NEGOTIATION', id: 'talks-2025-02' },
    customer: { name: '临江市第二人民医院' },
    operationMode: 'OWN_PRODUCTION',
    lines: [
      line('L1', 'CH-2000', '离心式冷水机组', ['2', '台'], '1860000.00', make('2025-09-01')),
      line('L2', 'AHU-30', '组合式空调机组', ['24', '台'], '68500.00', make('2025-09-15')),
      line('L3', 'FCU-08', '风机盘管', ['620', '台'], '1280.00', make('2025-09-01')),
      line('L4', 'SV-01', '安装调试', ['1', '项'], '842400.00', {
        taxRateBps: 900,
        fulfilment: 'SERVICE',
        committedDate: date('2025-11-30'),
      }),
    ],
    paymentMilestones: [
      milestone('M1', 'ADVANCE', 210_000_000, 'SIGNED', 'RELEASE_PRODUCTION'),
      milestone('M2', 'PRE_SHIPMENT', 210_000_000, 'GOODS_READY', 'DISPATCH'),
      milestone('M3', 'INSTALLATION', 140_000_000, 'INSTALLED'),
      milestone('M4', 'ACCEPTANCE', 119_000_000, 'ACCEPTED'),
      { ...milestone('M5', 'RETENTION', 21_000_000, 'ACCEPTED'), netMonths: 24 },
    ],
    warrantyTerms: { defectsLiabilityMonths: 24 },
    penaltyTerms: { lateDeliveryBpsPerDay: 5, capBps: 500 },
    rightsAndObligations: '供方按图纸供货、安装并调试；需方按节点付款并提供现场条件。',
  };
}

export const P1_TOTAL_FEN = 700_000_000;
export const P1_TAX_FEN = 77_795_242;

/** Invented people. */
export const CAST = {
  sales: { id: 'E1001', name: '李娜', roles: ['SALES', 'COMPANY_LEADER'] },
  manager: { id: 'E1000', name: '张伟', roles: ['SALES_MANAGER'] },
  leader: { id: 'E0001', name: '王建国', roles: ['COMPANY_LEADER'] },
  commerce: { id: 'E2003', name: '孙丽', roles: ['COMMERCE'] },
  finance: { id: 'E4002', name: '何静', roles: ['FINANCE'] },
  merchandiser: { id: 'E3007', name: '周敏', roles: ['MERCHANDISER'] },
  engineer: { id: 'E5001', name: '陈工', roles: ['ENGINEERING'] },
  pmc: { id: 'E5101', name: '林芳', roles: ['PMC'] },
  director: { id: 'E6000', name: '赵强', roles: ['WORKSHOP_DIRECTOR'] },
  stepOwner: { id: 'E6001', name: '马军', roles: ['STEP_OWNER'] },
  qc: { id: 'E6201', name: '高静', roles: ['QC'] },
  warehouse: { id: 'E6301', name: '宋平', roles: ['WAREHOUSE'] },
  otherMerchandiser: { id: 'E3008', name: '钱芳', roles: ['MERCHANDISER'] },
  admin: { id: 'story-admin', name: 'story', roles: ['ADMIN'] },
} as const;
export type CastMember = keyof typeof CAST;
