import { aDocument, CONTRACT_ID, DOCUMENT, MILESTONES, PROJECT_ID } from '../contract.fixtures.js';
import { SIGNED_STATES } from '../contract.values.js';
import { ContractWalk, IMPORT, signedWalk } from '../contract.walk.js';
import { ConfirmImport, ImportContract } from './importing.commands.js';
import { importingRules } from './importing.js';
import { possible } from '../contract.possible.fixtures.js';

type Facts = Omit<ImportContract['data'], 'contractId'>;
const imported = (changes: Partial<Facts> = {}) => new ContractWalk().do(ImportContract, { ...IMPORT, ...changes });
const refused = (changes: Partial<Facts>) => new ContractWalk().refused(ImportContract, { ...IMPORT, ...changes });
const [receipt] = IMPORT.receipts;
const [m1, m2, ...others] = MILESTONES;
const M1 = { ...m1!, status: 'DUE', triggeredOn: '2024-06-03', dueOn: '2024-06-10', triggeredBy: 'FACT' } as const;
const M2 = { ...m2!, status: 'DUE', triggeredOn: '2025-02-01', dueOn: '2025-02-08', triggeredBy: 'PERSON' } as const;

describe('an imported contract', () => {
  it('stands as it stood: document, money, gates, goods, in one event (C-78, C-81)', () =>
    imported().recorded({
      type: 'ContractImported',
      data: {
        contractId: CONTRACT_ID,
        projectId: PROJECT_ID,
        contractNo: 'HT-2024-0117',
        contractVersion: 1,
        state: 'IN_EXECUTION',
        signedOn: '2024-06-03',
        document: { ...DOCUMENT, milestones: [M1, M2, ...others] },
        orderLineIds: ['L1', 'L2', 'L3'],
        milestones: [{ ...M1, status: 'PAID', paidFen: 210_000_000 }, M2, ...others],
        receipts: [
          {
            receiptId: 'r-1',
            bankRef: 'B-1',
            amountFen: 210_000_000,
            receivedOn: '2024-06-10',
            instrument: 'TRANSFER',
            cleared: true,
            status: 'RECORDED',
            allocations: [{ milestoneId: 'M1', amountFen: 210_000_000 }],
            recordedBy: 'sun-li',
            recordedOn: '2025-03-10',
          },
        ],
        progress: [{ lineId: 'L3', readyQty: '300', shippedQty: '300', deliveredQty: '290' }],
        gates: { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'CLOSED' } },
        delivery: 'PARTIAL',
        acceptance: 'NONE',
        contractReceivedFen: 210_000_000,
        refundedFen: 0,
        contractOutstandingFen: 490_000_000,
        unallocatedFen: 0,
        payment: 'PART',
        importedBy: 'sun-li',
        importedOn: '2025-03-10',
      },
    }));
  it('goes on like any other', () =>
    expect(imported().receipt(210_000_000, 'M2').now.gates.DISPATCH.state).toBe('OPEN'));
  it('knows what was accepted, so that it can be completed (C-67)', () => {
    const accepted = aDocument().lines.map(({ lineId }) => ({ lineId, on: '2025-03-10' }));
    const delivered = aDocument()
      .lines.slice(0, 3)
      .map(({ lineId, qty }) => ({ lineId, qty }));
    const walk = imported({ accepted, delivered });
    expect([walk.now.delivery, walk.now.acceptance]).toEqual(['FULL', 'FULL']);
  });
  it.each<[string, Partial<Facts>, object]>([
    [
      'a signature to come (C-79)',
      { signedOn: '2025-03-11' },
      { code: 'SIGNING_DATE_INVALID', signedOn: '2025-03-11', latest: '2025-03-10' },
    ],
    ['no lines (C-79)', { document: aDocument({ lines: [] }) }, { code: 'CONTRACT_INCOMPLETE', missing: ['lines'] }],
    [
      'more shipped than sold (C-81)',
      { shipped: [{ lineId: 'L3', qty: '621' }] },
      { code: 'OVER_SHIPMENT', lineId: 'L3', qty: '621', sold: '620' },
    ],
    [
      'a line that is not there (C-81)',
      { shipped: [{ lineId: 'L9', qty: '1' }] },
      { code: 'LINE_UNKNOWN', unknown: ['L9'] },
    ],
    [
      'a milestone that is not there',
      { triggered: [{ milestoneId: 'M9', on: '2025-01-01' }] },
      { code: 'NOT_FOUND', milestoneId: 'M9' },
    ],
    [
      'more paid than the milestone (C-79)',
      {
        receipts: [
          { ...receipt, amountFen: 300_000_000, allocations: [{ milestoneId: 'M1', amountFen: 210_000_001 }] },
        ],
      },
      {
        code: 'ALLOCATION_EXCEEDS_MILESTONE',
        milestoneId: 'M1',
        givenFen: 210_000_001,
        outstandingFen: 210_000_000,
      },
    ],
    [
      'more allocated than received (C-79)',
      { receipts: [{ ...receipt, amountFen: 1 }] },
      { code: 'ALLOCATION_EXCEEDS_RECEIPT', bankRef: 'B-1', givenFen: 210_000_000, availableFen: 1 },
    ],
    [
      'the same transfer twice (C-79)',
      { receipts: [receipt, { ...receipt, bankRef: 'b 1'.replace(' ', '-') }] },
      { code: 'DUPLICATE_RECEIPT', bankRef: 'b-1' },
    ],
    [
      'more than its total (C-79)',
      { receipts: [{ ...receipt, amountFen: 700_000_001, allocations: [] }] },
      { code: 'RECEIPT_EXCEEDS_CONTRACT', totalFen: 700_000_000, receivedFen: 700_000_001, excessFen: 1 },
    ],
    [
      'money beyond every number (C-07)',
      {
        receipts: [
          { ...receipt, amountFen: 2 ** 53 - 1, allocations: [] },
          { ...receipt, bankRef: 'C', amountFen: 2 ** 53 - 1, allocations: [] },
        ],
      },
      { code: 'AMOUNT_TOO_LARGE' },
    ],
    [
      'a bill without maturity (C-47)',
      { receipts: [{ ...receipt, instrument: 'COMMERCIAL_ACCEPTANCE' }] },
      { code: 'VALIDATION_FAILED', pointer: '/maturesOn' },
    ],
    [
      'money to come (C-80)',
      { receipts: [{ ...receipt, receivedOn: '2025-03-11' }] },
      { code: 'DATE_IN_FUTURE', receivedOn: '2025-03-11', today: '2025-03-10' },
    ],
    [
      'a trigger to come (C-80)',
      { triggered: [{ milestoneId: 'M2', on: '2025-03-11' }] },
      { code: 'DATE_IN_FUTURE', on: '2025-03-11', today: '2025-03-10' },
    ],
    [
      'a trigger before the signature (C-80)',
      { triggered: [{ milestoneId: 'M2', on: '1950-01-01' }] },
      { code: 'DATE_BEFORE_SIGNING', field: 'on', on: '1950-01-01', earliest: '2024-06-03', milestoneId: 'M2' },
    ],
    [
      'an acceptance before the signature (C-80)',
      { accepted: [{ lineId: 'L1', on: '2024-06-02' }] },
      { code: 'DATE_BEFORE_SIGNING', field: 'on', on: '2024-06-02', earliest: '2024-06-03', lineId: 'L1' },
    ],
    [
      'a line twice (C-80)',
      {
        shipped: [
          { lineId: 'L1', qty: '1' },
          { lineId: 'L1', qty: '2' },
        ],
      },
      { code: 'VALIDATION_FAILED', pointer: '/shipped' },
    ],
  ])('is refused with %s', (_title, changes, expected) => expect(refused(changes)).toEqual(expected));
});

describe('what an import has brought about (C-100)', () => {
  const m3 = (walk: ContractWalk) => walk.milestone('M3');
  const installed = (...lineIds: string[]) => lineIds.map((lineId, i) => ({ lineId, on: `2025-02-0${i + 1}` }));

  it('by its own days is due from the last of them', () => {
    const walk = imported({ installed: installed('L1', 'L2', 'L3') });
    expect(m3(walk)).toMatchObject({ status: 'DUE', triggeredOn: '2025-02-03', dueOn: '2025-02-10' });
    expect(m3(imported({ installed: installed('L1', 'L2') }))).toMatchObject({ status: 'PLANNED' });
  });
  it('by quantities alone is refused with the milestones that lack a day', () =>
    expect(refused({ triggered: [] })).toEqual({
      code: 'TRIGGER_DATE_MISSING',
      milestones: [{ milestoneId: 'M2', trigger: 'GOODS_READY' }],
    }));
  it('needs no day where nothing is outstanding', () => {
    const paid = {
      ...receipt,
      bankRef: 'B-2',
      receiptId: 'r-2',
      allocations: [{ milestoneId: 'M2', amountFen: 210_000_000 }],
    };
    expect(imported({ triggered: [], receipts: [receipt, paid] }).milestone('M2')?.status).toBe('PAID');
  });
});

describe('what is on hand of an import (C-81)', () => {
  it('is told with what was made, and a line that is delivered in full has no order', () => {
    const walk = imported({
      produced: [
        { lineId: 'L3', qty: '400' },
        { lineId: 'L1', qty: '1' },
      ],
      shipped: [{ lineId: 'L3', qty: '300' }],
      delivered: [
        { lineId: 'L3', qty: '290' },
        { lineId: 'L2', qty: '24' },
      ],
    });
    expect(walk.last[0]?.data).toMatchObject({
      orderLineIds: ['L1', 'L3'],
      progress: [
        { lineId: 'L1', producedQty: '1', shippedQty: '0', deliveredQty: '0' },
        { lineId: 'L2', shippedQty: '24', deliveredQty: '24' },
        { lineId: 'L3', producedQty: '400', shippedQty: '300', deliveredQty: '290' },
      ],
    });
    expect(walk.now.orderLineIds).toEqual(['L1', 'L3']);
  });
});

describe('money beyond the total of an import (C-101)', () => {
  const tooMuch = { ...receipt, amountFen: 700_000_005, allocations: [] };
  it('is kept on account as far as the file says so', () => {
    const walk = imported({ receipts: [{ ...tooMuch, unallocatedFen: 700_000_005 }] });
    expect(walk.last[0]?.data).toMatchObject({ contractReceivedFen: 700_000_005, unallocatedFen: 700_000_005 });
    expect(refused({ receipts: [{ ...tooMuch, unallocatedFen: 4 }] }).code).toBe('VALIDATION_FAILED');
    expect(refused({ receipts: [tooMuch] }).code).toBe('RECEIPT_EXCEEDS_CONTRACT');
  });
});

describe('the confirmation of an import (C-114)', () => {
  it('is recorded with both persons and both days', () => {
    const walk = imported().on('2025-03-12').do(ConfirmImport, {}, 'zhou-min');
    walk.recorded({
      type: 'ImportConfirmed',
      data: {
        contractId: CONTRACT_ID,
        importedBy: 'sun-li',
        importedOn: '2025-03-10',
        confirmedBy: 'zhou-min',
        confirmedOn: '2025-03-12',
      },
    });
    expect(walk.now.imported).toEqual({ by: 'sun-li', on: '2025-03-10', confirmedBy: 'zhou-min' });
  });
  it('comes from a second person', () =>
    expect(imported().refused(ConfirmImport, {}, { id: 'sun-li', role: 'COMPANY_LEADER' })).toEqual({
      code: 'SEPARATION_OF_DUTIES',
      command: 'ConfirmImport',
      by: 'sun-li',
      earlier: 'ImportContract',
    }));
  it('comes once, and for an import only', () => {
    const twice = imported().do(ConfirmImport, {}, 'zhou-min').refused(ConfirmImport, {}, 'gao-jie');
    expect(twice).toEqual({ code: 'INVALID_TRANSITION', command: 'ConfirmImport', imported: 'CONFIRMED' });
    const signedHere = signedWalk().refused(ConfirmImport, {});
    expect(signedHere).toEqual({ code: 'INVALID_TRANSITION', command: 'ConfirmImport', imported: 'NOT_IMPORTED' });
  });
});

describe('the end of the opening import (C-115)', () => {
  it.each([
    ['the day before its last', '2025-03-11', 'accepted'],
    ['its last day', '2025-03-10', 'accepted'],
    ['the day after its last', '2025-03-09', 'IMPORT_CLOSED'],
    ['any day where it was never opened', null, 'IMPORT_CLOSED'],
  ])('judges %s', (_title, openUntil, code) => expect(refused({ openUntil }).code).toBe(code));
  it('is named by the refusal', () =>
    expect(refused({ openUntil: '2025-03-09' })).toEqual({
      code: 'IMPORT_CLOSED',
      openUntil: '2025-03-09',
      today: '2025-03-10',
    }));
});

describe('in which state (C-77)', () => {
  possible(ImportContract, { ...IMPORT }, ['NONE']);
  possible(ConfirmImport, {}, SIGNED_STATES);
  possible.every(importingRules);
});
