import { CONTRACT_ID, PROJECT_ID } from '../domain/contract/contract.fixtures.js';
import type { Contract } from '../domain/contract/contract.state.js';
import { approvedWalk, draftedWalk, executedWalk, signedWalk } from '../domain/contract/contract.walk.js';
import { RecordGoodsMovement } from '../domain/contract/execution/execution.commands.js';
import { RecordInvoice, RecordRefund } from '../domain/contract/money/money.commands.js';
import { contractCardView } from './contract-card.view.js';

/** The card of a contract, as it goes over the wire. */
function cardOf(state: Contract): Record<string, unknown> {
  if (state.state === 'NONE') throw new Error('there is no contract');
  return JSON.parse(JSON.stringify(contractCardView(state))) as Record<string, unknown>;
}
const without = ({ lines: _lines, milestones: _milestones, ...card }: Record<string, unknown>) => card;

const DRAFT = {
  contractId: CONTRACT_ID,
  projectId: PROJECT_ID,
  projectName: '临江市第二人民医院新院区中央空调',
  state: 'DRAFT',
  draftNo: 1,
  approvedBy: null,
  rejectionReason: null,
  customer: { name: '临江市第二人民医院' },
  salespersonId: 'li-na',
  merchandiserId: 'zhou-min',
  operationMode: 'OWN_PRODUCTION',
  currency: 'CNY',
  totalFen: 700_000_000,
  taxFen: 77_795_242,
  dueFen: 0,
  outstandingFen: 700_000_000,
  tracks: { moneyBps: 0, goodsBps: 0, serviceBps: 0 },
  negotiationRounds: [],
  contractNo: null,
  contractVersion: null,
  signedOn: null,
  imported: null,
  executionForm: null,
  gates: null,
  creditReleases: {},
  receivedFen: 0,
  unallocatedFen: 0,
  invoicedFen: 0,
  axes: { payment: 'NOT_DUE', delivery: 'NONE', acceptance: 'NONE' },
  settlement: null,
  refundDueFen: 0,
  warnings: [],
};

describe('the card of a contract', () => {
  it('has the document before the signature, and nothing of money, gates and goods yet', () =>
    expect(without(cardOf(draftedWalk().state))).toEqual(DRAFT));

  it('has nulls, not gaps, where a draft knows nothing yet (C-10)', () => {
    const bare = { customer: undefined, salespersonId: undefined, merchandiserId: undefined };
    const walk = draftedWalk({ ...bare, lines: [], paymentMilestones: [] });
    expect(cardOf(walk.state)).toEqual({
      ...DRAFT,
      customer: null,
      salespersonId: null,
      merchandiserId: null,
      totalFen: 0,
      taxFen: 0,
      outstandingFen: 0,
      tracks: { moneyBps: null, goodsBps: null, serviceBps: null },
      lines: [],
      milestones: [],
    });
  });

  it('says who has approved it (C-22)', () =>
    expect(without(cardOf(approvedWalk().state))).toEqual({ ...DRAFT, state: 'APPROVED', approvedBy: 'wang' }));

  it('says from the signature on what is due of what is outstanding (C-28, C-34)', () =>
    expect(without(cardOf(signedWalk().state))).toEqual({
      ...DRAFT,
      state: 'SIGNED',
      approvedBy: 'wang',
      dueFen: 210_000_000,
      contractNo: 'HT-2025-0031',
      contractVersion: 1,
      signedOn: '2025-03-10',
      gates: { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } },
      axes: { payment: 'DUE', delivery: 'NONE', acceptance: 'NONE' },
    }));

  it('adds up money, invoices and tracks (C-51, C-67)', () => {
    const walk = executedWalk().receipt(70_000_000, 'M1').receipt(1_000);
    walk.do(RecordRefund, { amountFen: 400, on: '2025-03-10', bankRef: 'R-1' });
    walk.do(RecordInvoice, { invoiceNo: 'F-1', kind: 'VAT_SPECIAL', amountFen: 113, taxFen: 13 });
    walk.do(RecordGoodsMovement, {
      sequence: 11,
      lineId: 'L1',
      cumulativeDeliveredQty: '1',
      on: '2025-03-10',
      ref: 'SH-1',
    });
    expect(cardOf(walk.state)).toMatchObject({
      // M1 has 140,000,000 to come; M2 is due by the goods that were ready, with 210,000,000
      dueFen: 350_000_000,
      outstandingFen: 630_000_000,
      receivedFen: 70_000_600,
      unallocatedFen: 600,
      invoicedFen: 113,
      // 70,000,000 of 700,000,000; 186,000,000 of 615,760,000
      tracks: { moneyBps: 1_000, goodsBps: 3_020, serviceBps: 0 },
      axes: { payment: 'PART', delivery: 'PARTIAL', acceptance: 'NONE' },
      executionForm: { state: 'ACCEPTED', commerceOwnerId: 'sun-li' },
    });
  });

  it('has the progress of each line beside what the line says (C-65)', () => {
    const walk = executedWalk();
    walk.do(RecordGoodsMovement, {
      sequence: 12,
      lineId: 'L3',
      cumulativeShippedQty: '300',
      on: '2025-03-10',
      ref: 'SH-1',
    });
    const { lines } = cardOf(walk.state) as { lines: { lineId: string; progress: unknown }[] };
    expect(lines.map(({ lineId, progress }) => [lineId, progress])).toEqual([
      ['L1', { readyQty: '0', shippedQty: '0', grossShippedQty: '0', deliveredQty: '0', refusedQty: '0' }],
      ['L2', { readyQty: '0', shippedQty: '0', grossShippedQty: '0', deliveredQty: '0', refusedQty: '0' }],
      [
        'L3',
        {
          readyQty: '300',
          shippedQty: '300',
          grossShippedQty: '300',
          deliveredQty: '0',
          refusedQty: '0',
          readyOn: '2025-03-10',
          shippedOn: '2025-03-10',
        },
      ],
      ['L4', { readyQty: '0', shippedQty: '0', grossShippedQty: '0', deliveredQty: '0', refusedQty: '0' }],
    ]);
  });
});
