import type { SubmissionFacts } from './submitting/submission-gates.js';
import type { Announcement } from './tender.state.js';

export const TENDER_ID = '2c8d2f61-33a4-5c9f-9e54-1b4c6e7f8a91';
export const LEAD_ID = '1b7c1e50-22f3-5b8e-8d43-0a3b5d6e7f80';
export const BOND_ID = '3d9e3a72-44b5-4da0-8f65-2c5d7f809ba2';
export const PERSON = '7e1f2b3c-5d6e-4f70-8a91-b2c3d4e5f607';

export const SALES = { id: 'li-na', role: 'SALES' };
export const MANAGER = { id: 'wang-fang', role: 'SALES_MANAGER' };
export const LEADER = { id: 'chen-gang', role: 'COMPANY_LEADER' };
export const COMMERCE = { id: 'sun-li', role: 'COMMERCE' };
export const REVIEWER = { id: 'qian-yu', role: 'COMMERCE' };
export const SYSTEM = { id: 'system:test', role: 'SYSTEM' };

export const DEADLINE = '2025-01-27T01:30:00Z';

export const REGISTRATION = {
  leadId: LEAD_ID,
  projectName: '临江市第二人民医院新院区中央空调',
  tenderee: { partyId: 'party-1', name: '临江市第二人民医院' },
  estimatedPriceFen: 750_000_000,
  salespersonId: 'li-na',
} as const;

export const ANNOUNCEMENT: Announcement = {
  tenderNo: 'LJ-2025-018',
  method: 'OPEN',
  publishedOn: '2025-01-06',
  clarificationDeadline: '2025-01-15T09:00:00Z',
  submissionDeadline: DEADLINE,
  openingAt: DEADLINE,
  bidValidityDays: 90,
  envelopeStructure: 'SINGLE',
  bondRequiredFen: 15_000_000,
  performanceBondBps: 500,
};

export const LINE = {
  lineId: 'L1',
  itemCode: 'CH-2000',
  name: '离心式冷水机组',
  qty: '2',
  uom: '台',
  unitPrice: '3500000.00',
  taxRateBps: 1_300,
  fulfilment: 'MAKE',
  committedDate: '2025-09-01',
} as const;

export const FACTS: SubmissionFacts = {
  mode: { decision: { mode: 'OWN_PRODUCTION' } },
  bond: {
    bondId: BOND_ID,
    state: 'LODGED',
    amountFen: 15_000_000,
    instrument: 'BANK_GUARANTEE',
    validUntil: '2025-04-27',
  },
};

export const OPENING = {
  openedAt: DEADLINE,
  docRef: 'KB-1',
  bids: [
    { bidderName: '华东机电', bidderPartyId: 'party-7', priceFen: 682_000_000, rank: 1, ours: false },
    { bidderName: '本公司', priceFen: 700_000_000, rank: 2, ours: true },
    { bidderName: '北方制冷', priceFen: 721_000_000, rank: 3, ours: false, rejected: true },
  ],
} as const;

export const AWARD = { noticeNo: 'ZB-1', noticeOn: '2025-02-20', noticeFen: 700_000_000 } as const;
export const LOSS = { winnerName: '华东机电', winnerPriceFen: 682_000_000, ourRank: 2, lessons: '报价偏高' } as const;
export const CANCELLATION = { kind: 'FAILED', reason: '不足三家', noticeOn: '2025-01-28', docRef: 'LB-1' } as const;
