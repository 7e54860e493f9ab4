import type { ContractEvent } from './contract.events.js';
import type { DraftDocument } from './drafting/drafting.commands.js';
import type { DocumentRecord, LineRecord } from './drafting/drafting.events.js';
import type { MilestoneRecord } from './milestones/milestones.events.js';

export const CONTRACT_ID = '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';
export const PROJECT_ID = '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01';

/** A hospital's air conditioning: four lines, five milestones, 7,000,000.00 yuan. */
export function aDocument(changes: Partial<DraftDocument> = {}): DraftDocument {
  const make = (lineId: string, qty: string, unitPrice: string, committedDate: string) =>
    ({
      lineId,
      itemCode: `ITEM-${lineId}`,
      name: `设备 ${lineId}`,
      qty,
      uom: '台',
      unitPrice,
      taxRateBps: 1300,
      fulfilment: 'MAKE',
      committedDate,
    }) as const;
  const milestone = { netDays: 7, gate: 'NONE' } as const;
  return {
    projectName: '临江市第二人民医院新院区中央空调',
    customer: { name: '临江市第二人民医院' },
    salespersonId: 'li-na',
    merchandiserId: 'zhou-min',
    operationMode: 'OWN_PRODUCTION',
    lines: [
      make('L1', '2', '1860000.00', '2025-09-01'),
      make('L2', '24', '68500.00', '2025-09-15'),
      make('L3', '620', '1280.00', '2025-09-01'),
      { ...make('L4', '1', '842400.00', '2025-11-30'), uom: '项', taxRateBps: 900, fulfilment: 'SERVICE' },
    ],
    paymentMilestones: [
      {
        ...milestone,
        id: 'M1',
        kind: 'ADVANCE',
        amountFen: 210_000_000,
        trigger: 'SIGNED',
        gate: 'RELEASE_PRODUCTION',
      },
      {
        ...milestone,
        id: 'M2',
        kind: 'PRE_SHIPMENT',
        amountFen: 210_000_000,
        trigger: 'GOODS_READY',
        gate: 'DISPATCH',
      },
      { ...milestone, id: 'M3', kind: 'INSTALLATION', amountFen: 140_000_000, trigger: 'INSTALLED' },
      { ...milestone, id: 'M4', kind: 'ACCEPTANCE', amountFen: 119_000_000, trigger: 'ACCEPTED' },
      { ...milestone, id: 'M5', kind: 'RETENTION', amountFen: 21_000_000, trigger: 'ACCEPTED', netMonths: 24 },
    ],
    rightsAndObligations: '供方供货安装，需方按节点付款。',
    ...changes,
  };
}

const line = (
  lineId: string,
  qty: string,
  unitPrice: string,
  amountFen: number,
  taxFen: number,
  committedDate: string,
): LineRecord => ({
  lineId,
  itemCode: `ITEM-${lineId}`,
  name: `设备 ${lineId}`,
  qty,
  uom: '台',
  unitPrice,
  amountFen,
  taxFen,
  taxRateBps: 1300,
  fulfilment: 'MAKE',
  committedDate,
  packageKey: lineId,
  trackingKey: lineId,
});

const planned = { netDays: 7, gate: 'NONE', status: 'PLANNED', paidFen: 0, unclearedFen: 0, waivedFen: 0 } as const;

/** The milestones of `aDocument`, as they are stored. */
export const MILESTONES: readonly MilestoneRecord[] = [
  { ...planned, id: 'M1', kind: 'ADVANCE', amountFen: 210_000_000, trigger: 'SIGNED', gate: 'RELEASE_PRODUCTION' },
  { ...planned, id: 'M2', kind: 'PRE_SHIPMENT', amountFen: 210_000_000, trigger: 'GOODS_READY', gate: 'DISPATCH' },
  { ...planned, id: 'M3', kind: 'INSTALLATION', amountFen: 140_000_000, trigger: 'INSTALLED' },
  { ...planned, id: 'M4', kind: 'ACCEPTANCE', amountFen: 119_000_000, trigger: 'ACCEPTED' },
  { ...planned, id: 'M5', kind: 'RETENTION', amountFen: 21_000_000, trigger: 'ACCEPTED', netMonths: 24 },
];

/** `aDocument` as it is stored, with every amount worked out by hand. */
export const DOCUMENT: DocumentRecord = {
  projectName: '临江市第二人民医院新院区中央空调',
  customer: { name: '临江市第二人民医院' },
  salespersonId: 'li-na',
  merchandiserId: 'zhou-min',
  operationMode: 'OWN_PRODUCTION',
  lines: [
    line('L1', '2', '1860000.00', 372_000_000, 42_796_460, '2025-09-01'),
    line('L2', '24', '68500.00', 164_400_000, 18_913_274, '2025-09-15'),
    line('L3', '620', '1280.00', 79_360_000, 9_129_912, '2025-09-01'),
    {
      ...line('L4', '1', '842400.00', 84_240_000, 6_955_596, '2025-11-30'),
      uom: '项',
      taxRateBps: 900,
      fulfilment: 'SERVICE',
    },
  ],
  milestones: MILESTONES,
  totalFen: 700_000_000,
  taxFen: 77_795_242,
  rightsAndObligations: '供方供货安装，需方按节点付款。',
  drawings: [],
};

export const drafted: ContractEvent = {
  type: 'ContractDrafted',
  data: {
    contractId: CONTRACT_ID,
    projectId: PROJECT_ID,
    state: 'DRAFT',
    draftNo: 1,
    document: DOCUMENT,
    draftedBy: 'li-na',
    draftedOn: '2025-03-10',
  },
};

export const SIGNATORIES = [
  { side: 'OURS', personRef: 'p-1' },
  { side: 'THEIRS', personRef: 'p-2' },
] as const;
