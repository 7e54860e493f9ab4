import type { DraftDocument } from './contract-document.js';
import { priceDocument } from './contract-document.js';
import type { ContractEvent } from './contract.events.js';

export const CONTRACT_ID = '0d8f9a44-9e1a-5c3b-8f2e-6c0a4a7b9c02';
export const PROJECT_ID = '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01';

/** Fixture P1 of domain.md 4. */
export function aDocument(changes: Partial<DraftDocument> = {}): DraftDocument {
  const make = (lineId: string, qty: string, unitPriceFen: number, committedDate: string) =>
    ({
      lineId,
      itemCode: `ITEM-${lineId}`,
      name: `设备 ${lineId}`,
      qty,
      uom: '台',
      unitPriceFen,
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
      make('L1', '2', 186_000_000, '2025-09-01'),
      make('L2', '24', 6_850_000, '2025-09-15'),
      make('L3', '620', 128_000, '2025-09-01'),
      { ...make('L4', '1', 84_240_000, '2025-11-30'), uom: '项', taxRateBps: 900, fulfilment: 'SERVICE' },
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

export const drafted = (changes: Partial<DraftDocument> = {}): ContractEvent => ({
  type: 'ContractDrafted',
  data: {
    contractId: CONTRACT_ID,
    projectId: PROJECT_ID,
    state: 'DRAFT',
    draftNo: 1,
    document: priceDocument(aDocument(changes)),
    draftedBy: 'li-na',
    draftedOn: '2025-03-01',
  },
});

export const revisedBy = (id: string): ContractEvent => ({
  type: 'ContractRevised',
  data: {
    contractId: CONTRACT_ID,
    state: 'DRAFT',
    draftNo: 2,
    document: priceDocument(aDocument()),
    revisedBy: id,
    revisedOn: '2025-03-02',
  },
});

export const submittedBy = (id: string): ContractEvent => ({
  type: 'ContractSubmittedForApproval',
  data: { contractId: CONTRACT_ID, state: 'PENDING_APPROVAL', draftNo: 1, submittedBy: id, submittedOn: '2025-03-03' },
});

export const approved: ContractEvent = {
  type: 'ContractApproved',
  data: { contractId: CONTRACT_ID, state: 'APPROVED', draftNo: 1, approvedBy: 'wang', approvedOn: '2025-03-05' },
};

export const rejected: ContractEvent = {
  type: 'ContractRejected',
  data: { contractId: CONTRACT_ID, state: 'NEGOTIATING', reason: '价格', rejectedBy: 'wang', rejectedOn: '2025-03-05' },
};

export const abandoned: ContractEvent = {
  type: 'ContractAbandoned',
  data: {
    contractId: CONTRACT_ID,
    state: 'ABANDONED',
    reason: '业主撤项',
    abandonedBy: 'li-na',
    abandonedOn: '2025-03-06',
  },
};

export const SIGNATORIES = [
  { side: 'OURS', personRef: 'p-1' },
  { side: 'THEIRS', personRef: 'p-2' },
] as const;
