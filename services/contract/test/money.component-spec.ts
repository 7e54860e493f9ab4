import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ContractModule } from '../src/contract.module.js';
import { aDocument } from '../src/domain/contract/contract.fixtures.js';
import { BASE, commerce, finance, HttpWalk, leader, sales } from './http-walk.fixtures.js';

describe('a month of a finance clerk', () => {
  let service: ServiceUnderTest;
  let deal: HttpWalk;
  beforeAll(async () => {
    service = await startForTest(ContractModule, { now: '2025-03-10T01:00:00Z' });
    deal = await HttpWalk.signed(service, 'HT-2025-0031');
  });
  afterAll(() => service.stop());

  it('begins with the execution form, returned once, then accepted', async () => {
    await deal.do(sales, 'submit-execution-form', { specialRequirements: '夜间进场' });
    await deal.do(commerce, 'return-execution-form', { reason: '缺少进场计划' });
    const service = [{ item: '11 月 3 日进场', ref: 'L4', plannedOn: '2025-11-03', ownerId: 'zhao-qiang' }];
    await deal.do(sales, 'submit-execution-form', { tracks: { service } });
    expect(await deal.do(commerce, 'accept-execution-form', {})).toEqual(['ContractExecutionFormAccepted']);
    const card = await deal.read(`${BASE}/${deal.id}/card`);
    expect(card).toMatchObject({
      state: 'IN_EXECUTION',
      axes: { payment: 'DUE', delivery: 'NONE', acceptance: 'NONE' },
      tracks: { moneyBps: 0, goodsBps: 0, serviceBps: 0 },
      executionForm: { state: 'ACCEPTED', submission: 2, commerceOwnerId: 'sun-li' },
    });
    expect((await deal.read('/api/v1/payment-gates?may=RELEASE')).items).toEqual([]);
  });

  it('the advance comes in two receipts and opens the gate', async () => {
    await deal.receive('ICBC-1', 100_000_000, 'M1');
    expect(await deal.milestone('M1')).toMatchObject({ status: 'PART_PAID', paidFen: 100_000_000 });
    await deal.receive('ICBC-2', 110_000_000, 'M1');
    expect((await deal.state()).gates.RELEASE_PRODUCTION).toEqual({ state: 'OPEN' });
    expect((await deal.read('/api/v1/payment-gates?may=RELEASE')).items).toMatchObject([
      { contractId: deal.id, mayRelease: true, mayDispatch: false, gates: { DISPATCH: { state: 'CLOSED' } } },
    ]);
    expect((await deal.read('/api/v1/receipt-rates')).items).toMatchObject([
      { contractNo: 'HT-2025-0031', receivedFen: 210_000_000, receiptRateBps: 3_000 },
    ]);
  });

  it('an invoice is issued before the second payment, and a red letter corrects it', async () => {
    const invoice = { invoiceNo: 'F-0001', kind: 'VAT_SPECIAL', amountFen: 420_000_000, taxFen: 48_318_584 };
    await deal.do(finance, 'record-invoice', { ...invoice, milestoneIds: ['M1', 'M2'] });
    expect((await deal.read('/api/v1/invoiced-unpaid')).items).toMatchObject([
      { contractId: deal.id, invoicedFen: 420_000_000, receivedFen: 210_000_000, invoicedUnpaidFen: 210_000_000 },
    ]);
    const { invoices } = await deal.state();
    await deal.do(finance, 'red-invoice', {
      invoiceId: invoices[0].invoiceId,
      redInvoiceNo: 'H-0001',
      amountFen: 210_000_000,
      reason: '退回',
    });
    expect((await deal.read('/api/v1/invoiced-unpaid')).items).toEqual([]);
  });

  it('a receipt is reversed, which closes the gate, and repaired', async () => {
    const { receipts } = await deal.state();
    const events = await deal.do(finance, 'reverse-receipt', { receiptId: receipts[1].receiptId, reason: '退票' });
    expect(events).toEqual(['ReceiptReversed', 'PaymentGateClosed']);
    expect(await deal.milestone('M1')).toMatchObject({ status: 'PART_PAID', paidFen: 100_000_000 });
    await deal.receive('ICBC-2', 110_000_000, 'M1');
    expect((await deal.state()).gates.RELEASE_PRODUCTION.state).toBe('OPEN');
  });

  it('money without a milestone is allocated later, by commerce too', async () => {
    const receiptId = await deal.receive('ICBC-3', 50_000_000);
    expect(await deal.read(`${BASE}/${deal.id}/card`)).toMatchObject({
      unallocatedFen: 50_000_000,
      receivedFen: 260_000_000,
    });
    await deal.do(commerce, 'allocate-receipt', {
      receiptId,
      allocations: [{ milestoneId: 'M2', amountFen: 50_000_000 }],
    });
    expect(await deal.milestone('M2')).toMatchObject({ status: 'PART_PAID', paidFen: 50_000_000 });
  });

  it('what is due is dunned for, waived, released on credit, and ages day by day (C-83)', async () => {
    await deal.do(commerce, 'mark-milestone-due', { trigger: 'GOODS_READY', ref: 'doc-1', on: '2025-03-10' });
    await service.clock.set('2025-03-20T01:00:00Z');
    await deal.do(commerce, 'mark-milestone-overdue');
    await deal.do(commerce, 'log-dunning', {
      channel: 'PHONE',
      promiseDate: '2025-03-25',
      promisedFen: 160_000_000,
      milestoneIds: ['M2'],
    });
    const [row] = (await deal.read('/api/v1/receivables?bucket=DAYS_1_30')).items;
    expect(row).toMatchObject({
      contractId: deal.id,
      milestoneId: 'M2',
      status: 'OVERDUE',
      outstandingFen: 160_000_000,
      daysOverdue: 3,
      promiseDate: '2025-03-25',
      promiseBroken: false,
    });
    const ageing = await deal.read('/api/v1/receivables/ageing');
    expect(ageing).toMatchObject({ asOf: '2025-03-20', totalFen: 440_000_000 });
    expect(ageing.buckets).toEqual([
      { bucket: 'NOT_DUE', outstandingFen: 280_000_000, milestones: 3 },
      { bucket: 'CURRENT', outstandingFen: 0, milestones: 0 },
      { bucket: 'DAYS_1_30', outstandingFen: 160_000_000, milestones: 1 },
      { bucket: 'DAYS_31_60', outstandingFen: 0, milestones: 0 },
      { bucket: 'DAYS_61_90', outstandingFen: 0, milestones: 0 },
      { bucket: 'OVER_90', outstandingFen: 0, milestones: 0 },
    ]);
    expect(await deal.read('/api/v1/receivables/ageing?asOf=2025-07-01')).toMatchObject({
      buckets: expect.arrayContaining([{ bucket: 'OVER_90', outstandingFen: 160_000_000, milestones: 1 }]),
    });
    await deal.do(leader, 'grant-credit-release', { gate: 'DISPATCH', until: '2025-03-31', reason: '拨款延迟' });
    expect((await deal.read('/api/v1/payment-gates?may=DISPATCH')).items).toMatchObject([
      { mayDispatch: true, gates: { DISPATCH: { state: 'OVERRIDDEN', until: '2025-03-31' } } },
    ]);
    await service.clock.set('2025-04-01T01:00:00Z');
    expect((await deal.read('/api/v1/payment-gates?may=DISPATCH')).items).toEqual([]);
    await deal.do(leader, 'waive-milestone', { milestoneId: 'M2', reason: '让利' });
    expect((await deal.read('/api/v1/payment-gates?may=DISPATCH')).items).toHaveLength(1);
    await deal.do(finance, 'record-refund', { amountFen: 1_000, on: '2025-04-01', bankRef: 'OUT-1' });
    expect(await deal.read(`${BASE}/${deal.id}/card`)).toMatchObject({
      receivedFen: 259_999_000,
      gates: { DISPATCH: { state: 'CLOSED' } },
    });
  });

  it('lists go on by cursor, filter, and refuse what they do not know', async () => {
    const other = await HttpWalk.signed(service, 'HT-2025-0032', {
      customer: { name: '另一家医院' },
      salespersonId: 'ma-jun',
    });
    const third = await HttpWalk.signed(service, 'HT-2025-0033');
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await third.read(`/api/v1/receivables?limit=4${cursor}`);
      seen.push(
        ...page.items.map((item: { contractId: string; milestoneId: string }) => item.contractId + item.milestoneId),
      );
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([14, 14]);
    expect((await third.read('/api/v1/receivables?customerName=另一家医院')).items).toHaveLength(5);
    expect((await third.read('/api/v1/receipt-rates?salespersonId=ma-jun')).items).toMatchObject([
      { contractId: other.id },
    ]);
    for (const path of [
      'receivables?bucket=OLD',
      'receivables?cursor=x',
      'receipt-rates?limit=0',
      'payment-gates?may=FLY',
      'receivables/ageing?asOf=x',
    ]) {
      expect((await service.get(finance, `/api/v1/${path}`)).status).toBe(400);
    }
  });

  it('contracts that are to be signed are listed, the most urgent first', async () => {
    const draft = async (signingDueOn?: string) =>
      service.post(sales, BASE, { ...aDocument(), ...(signingDueOn ? { signingDueOn } : {}) });
    const late = await draft('2025-04-20');
    await draft();
    const soon = await draft('2025-04-03');
    const { body } = await service.get(sales, `/api/v1/signings-due?minPosition=${soon.body.position}`);
    expect(body.items.map((item: { daysLeft: number }) => item.daysLeft)).toEqual([2, 19, null]);
    expect(body.items[1].contractId).toBe(late.body.id);
    expect((await service.get(sales, '/api/v1/signings-due?dueBefore=2025-04-10')).body.items).toHaveLength(1);
  });

  describe('what is refused', () => {
    let one: HttpWalk;
    let receiptId: string;
    let invoiceId: string;
    beforeAll(async () => {
      one = await HttpWalk.signed(service, 'HT-2025-0040');
      receiptId = await one.receive('B-1', 1_000, 'M3');
      await one.do(finance, 'record-refund', { amountFen: 500, on: '2025-04-01', bankRef: 'R-1' });
      await one.do(finance, 'record-invoice', { invoiceNo: 'F-1', kind: 'VAT_ORDINARY', amountFen: 100, taxFen: 13 });
      invoiceId = (await one.state()).invoices[0].invoiceId;
    });
    const receipt = { amountFen: 1, receivedOn: '2025-04-01', bankRef: 'B-9', instrument: 'TRANSFER' };
    const invoice = { invoiceNo: 'F-9', kind: 'VAT_SPECIAL', amountFen: 1, taxFen: 0 };
    it.each<[string, number, typeof finance, string, () => object]>([
      ['DUPLICATE_RECEIPT', 409, finance, 'record-receipt', () => ({ ...receipt, bankRef: 'B-1' })],
      ['DATE_IN_FUTURE', 422, finance, 'record-receipt', () => ({ ...receipt, receivedOn: '2025-04-02' })],
      ['RECEIPT_EXCEEDS_CONTRACT', 422, finance, 'record-receipt', () => ({ ...receipt, amountFen: 700_000_000 })],
      [
        'ALLOCATION_EXCEEDS_MILESTONE',
        422,
        finance,
        'record-receipt',
        () => ({ ...receipt, amountFen: 21_000_001, allocations: [{ milestoneId: 'M5', amountFen: 21_000_001 }] }),
      ],
      [
        'ALLOCATION_EXCEEDS_RECEIPT',
        422,
        commerce,
        'allocate-receipt',
        () => ({ receiptId, allocations: [{ milestoneId: 'M5', amountFen: 1_000 }] }),
      ],
      [
        'NOT_FOUND',
        404,
        finance,
        'reverse-receipt',
        () => ({ receiptId: '00000000-0000-4000-8000-000000000000', reason: 'x' }),
      ],
      ['RECEIPT_ALREADY_REFUNDED', 422, finance, 'reverse-receipt', () => ({ receiptId, reason: 'x' })],
      [
        'REFUND_EXCEEDS_RECEIPTS',
        422,
        finance,
        'record-refund',
        () => ({ amountFen: 501, on: '2025-04-01', bankRef: 'R-2' }),
      ],
      ['DUPLICATE_REFUND', 409, finance, 'record-refund', () => ({ amountFen: 1, on: '2025-04-01', bankRef: 'R-1' })],
      [
        'NO_SUPPLIER_LINES',
        422,
        finance,
        'record-supplier-payment',
        () => ({ supplierPartyId: 's-1', amountFen: 1, paidOn: '2025-04-01', bankRef: 'S' }),
      ],
      ['DUPLICATE_INVOICE', 409, finance, 'record-invoice', () => ({ ...invoice, invoiceNo: 'F-1' })],
      ['INVOICE_EXCEEDS_CONTRACT', 422, finance, 'record-invoice', () => ({ ...invoice, amountFen: 700_000_000 })],
      [
        'RED_EXCEEDS_INVOICE',
        422,
        finance,
        'red-invoice',
        () => ({ invoiceId, redInvoiceNo: 'H-1', amountFen: 101, reason: 'x' }),
      ],
      [
        'INVALID_TRANSITION',
        409,
        commerce,
        'mark-milestone-due',
        () => ({ trigger: 'SIGNED', ref: 'x', on: '2025-04-01' }),
      ],
      [
        'CREDIT_RELEASE_DATE_INVALID',
        422,
        leader,
        'grant-credit-release',
        () => ({ gate: 'DISPATCH', until: '2025-03-31', reason: 'x' }),
      ],
      ['PROMISE_DATE_INVALID', 422, commerce, 'log-dunning', () => ({ channel: 'PHONE', promiseDate: '2025-03-31' })],
      ['INVALID_TRANSITION', 409, commerce, 'complete-contract', () => ({})],
      ['INVALID_TRANSITION', 409, commerce, 'accept-execution-form', () => ({})],
      ['ROLE_NOT_ALLOWED', 403, commerce, 'record-receipt', () => receipt],
      ['VALIDATION_FAILED', 400, finance, 'record-receipt', () => ({ ...receipt, amountFen: 0 })],
      [
        'VALIDATION_FAILED',
        400,
        finance,
        'record-receipt',
        () => ({ ...receipt, payer: { name: '某公司', personRef: '张三' } }),
      ],
      ['VALIDATION_FAILED', 400, commerce, 'log-dunning', () => ({ channel: 'SHOUT' })],
    ])('%s (%d) by %o: %s', async (code, status, person, command, body) => {
      expect((await one.refused(person, command, body())).slice(0, 2)).toEqual([status, code]);
    });
    it('GATE_ALREADY_OPEN and the list of what is open at the end', async () => {
      await one.do(leader, 'waive-milestone', { milestoneId: 'M2', reason: '让利' });
      const release = { gate: 'DISPATCH', until: '2025-05-01', reason: 'x' };
      expect((await one.refused(leader, 'grant-credit-release', release)).slice(0, 2)).toEqual([
        422,
        'GATE_ALREADY_OPEN',
      ]);
      await one.do(sales, 'submit-execution-form');
      await one.do(commerce, 'accept-execution-form');
      const [status, code, details] = await one.refused(commerce, 'complete-contract', {});
      expect([status, code]).toEqual([422, 'CONTRACT_NOT_COMPLETABLE']);
      expect(details.open).toHaveLength(7);
    });
    it('the same Idempotency-Key books a receipt once', async () => {
      const body = { ...receipt, bankRef: 'B-77', amountFen: 7 };
      const headers = { 'idempotency-key': 'clerk-1' };
      const first = await one.try(finance, 'record-receipt', body, headers);
      expect([first.status, (await one.try(finance, 'record-receipt', body, headers)).body]).toEqual([200, first.body]);
    });
  });

  it('is exported as a table of transitions', async () => {
    const { body } = await service.get({ id: 'admin', roles: ['ADMIN'] }, '/admin/transitions');
    expect(body.contract).toMatchObject({ SignContract: ['APPROVED'], CloseContract: ['COMPLETED'] });
  });
});
