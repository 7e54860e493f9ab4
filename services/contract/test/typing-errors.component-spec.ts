import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ContractModule } from '../src/contract.module.js';
import { aDocument } from '../src/domain/contract/contract.fixtures.js';
import { BASE, commerce, finance, HttpWalk, leader, sales } from './http-walk.fixtures.js';

const TODAY = '2025-03-10';
const VAT = { kind: 'VAT_SPECIAL', amountFen: 11_300, taxFen: 1_300 };

describe('a typing error has a way back', () => {
  let service: ServiceUnderTest;
  let deals = 0;
  beforeAll(async () => {
    service = await startForTest(ContractModule, { now: `${TODAY}T01:00:00Z` });
  });
  afterAll(() => service.stop());
  const signed = (changes: Readonly<Record<string, unknown>> = {}) =>
    HttpWalk.signed(service, `HT-TE-${(deals += 1)}`, changes);

  it('an invoice number belongs to one contract of the company, until its invoice is voided (C-54, C-92)', async () => {
    const [one, other] = [await signed(), await signed()];
    await one.do(finance, 'record-invoice', { invoiceNo: 'F-100', ...VAT });
    const hidden = await other.refused(finance, 'record-invoice', { invoiceNo: 'F-100\u200b', ...VAT });
    expect(hidden.slice(0, 2)).toEqual([400, 'VALIDATION_FAILED']);
    const twice = { invoiceNo: ' ｆ-１00', ...VAT };
    expect(await other.refused(finance, 'record-invoice', twice)).toEqual([
      409,
      'DUPLICATE_INVOICE',
      { value: twice.invoiceNo, existing: one.id },
    ]);
    const [{ invoiceId }] = (await one.state()).invoices;
    const asRed = { invoiceId, redInvoiceNo: 'H-100', reason: '退货' };
    await one.do(finance, 'red-invoice', asRed);
    expect((await other.refused(finance, 'record-invoice', { invoiceNo: 'h-100', ...VAT })).slice(0, 2)).toEqual([
      409,
      'DUPLICATE_INVOICE',
    ]);
    expect((await one.refused(finance, 'void-invoice', { invoiceId, reason: 'x' })).slice(0, 2)).toEqual([
      422,
      'INVOICE_HAS_RED_LETTERS',
    ]);
    await one.do(finance, 'cancel-red-letter', asRed);
    await one.do(finance, 'void-invoice', { invoiceId, reason: '开错客户' });
    await other.do(finance, 'record-invoice', { invoiceNo: 'F-100', ...VAT });
    await other.do(finance, 'record-invoice', { invoiceNo: 'H-100', ...VAT });
    expect((await one.refused(finance, 'record-invoice', { invoiceNo: 'F-100', ...VAT })).slice(0, 2)).toEqual([
      409,
      'DUPLICATE_INVOICE',
    ]);
  });

  it('one invoice number that many contracts ask for at once goes to one (C-54)', async () => {
    const rivals = await Promise.all(Array.from({ length: 5 }, () => signed()));
    const answers = await Promise.all(
      rivals.map((deal) => deal.try(finance, 'record-invoice', { invoiceNo: 'F-RACE', ...VAT })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });

  it('a milestone that was marked due on a wrong day is marked anew, and leaves the receivables as it came (C-88)', async () => {
    const deal = await signed();
    const mark = { trigger: 'GOODS_READY', ref: '备货单', on: TODAY };
    await deal.do(commerce, 'mark-milestone-due', mark);
    expect(await deal.do(commerce, 'withdraw-milestone-due', { milestoneId: 'M2', reason: '日期填错' })).toEqual([
      'PaymentMilestoneDueWithdrawn',
    ]);
    const rows = (await deal.read(`/api/v1/receivables?contractId=${deal.id}&status=PLANNED`)).items;
    expect(rows.find((row: { milestoneId: string }) => row.milestoneId === 'M2')).toMatchObject({ dueOn: null });
    await deal.do(commerce, 'mark-milestone-due', mark);
  });

  it('a waiver, a credit release, a refund and a payment to a supplier are taken back (C-90, C-91, C-94, C-95)', async () => {
    const lines = aDocument().lines.map((line) => (line.lineId === 'L2' ? { ...line, fulfilment: 'BUY' } : line));
    const deal = await signed({ lines });
    await deal.do(leader, 'waive-milestone', { milestoneId: 'M2', reason: 'x' });
    await deal.do(leader, 'revoke-waiver', { milestoneId: 'M2', reason: '选错节点' });
    await deal.do(leader, 'grant-credit-release', { gate: 'DISPATCH', until: '2025-12-31', reason: 'x' });
    await deal.do(leader, 'revoke-credit-release', { gate: 'DISPATCH', reason: '选错合同' });
    expect((await deal.state()).gates.DISPATCH).toEqual({ state: 'CLOSED' });
    await deal.receive('B-1', 1_000, 'M1');
    await deal.do(finance, 'record-refund', { amountFen: 400, on: TODAY, bankRef: 'OUT-1' });
    const [{ refundId }] = (await deal.state()).refunds;
    await deal.do(finance, 'reverse-refund', { refundId: refundId.toUpperCase(), reason: '重复' });
    const payment = { supplierPartyId: 'p-7', amountFen: 9, paidOn: TODAY, bankRef: 'OUT-2' };
    await deal.do(finance, 'record-supplier-payment', payment);
    const [{ paymentId }] = (await deal.state()).supplierPayments;
    await deal.do(finance, 'reverse-supplier-payment', { paymentId, reason: '付错' });
    await deal.do(finance, 'record-supplier-payment', payment);
    expect(await deal.read(`${BASE}/${deal.id}/card`)).toMatchObject({
      receivedFen: 1_000,
      unallocatedFen: 400,
      outstandingFen: 699_999_400,
    });
  });

  it('one fen does not hide an overdue debt (C-40)', async () => {
    const deal = await signed();
    await service.clock.set('2025-03-18T01:00:00Z');
    await deal.try(commerce, 'mark-milestone-overdue');
    await deal.receive('B-1', 1, 'M1');
    const rows = async (status: string) =>
      (await deal.read(`/api/v1/receivables?contractId=${deal.id}&status=${status}`)).items;
    expect(await rows('OVERDUE')).toMatchObject([{ milestoneId: 'M1', paidFen: 1, daysOverdue: 1 }]);
    expect(await rows('PART_PAID')).toMatchObject([{ milestoneId: 'M1', status: 'OVERDUE' }]);
    expect((await deal.state()).payment).toBe('OVERDUE');
    await service.clock.set(`${TODAY}T02:00:00Z`);
  });

  it('a promise that was kept in time is not broken (C-82)', async () => {
    const deal = await signed();
    expect(await deal.read(`${BASE}/${deal.id}/dunning?`)).toEqual({ items: [] });
    const promise = { channel: 'PHONE', promiseDate: '2025-03-12', promisedFen: 500, milestoneIds: ['M1'] };
    await deal.do(commerce, 'log-dunning', promise);
    await service.clock.set('2025-03-12T01:00:00Z');
    await deal.receive('B-1', 499, 'M1');
    const promised = async () =>
      (await deal.read(`/api/v1/receivables?contractId=${deal.id}`)).items.map(
        (row: { milestoneId: string; promiseBroken: boolean }) => `${row.milestoneId} ${row.promiseBroken}`,
      );
    await service.clock.set('2025-03-13T01:00:00Z');
    expect((await promised()).sort()).toEqual(['M1 true', 'M2 false', 'M3 false', 'M4 false', 'M5 false']);
    await deal.receive('B-2', 1, 'M1', { receivedOn: '2025-03-12' });
    expect(await promised()).toContain('M1 false');
    await deal.do(finance, 'record-refund', { amountFen: 1, on: '2025-03-12', bankRef: 'OUT-1' });
    expect(await promised()).toContain('M1 true');
    await service.clock.set(`${TODAY}T03:00:00Z`);
  });

  it('contracts are found by a part of number, customer or project however it is written, and sorted (C-103)', async () => {
    const document = { projectName: '滨江广场 冷站', customer: { name: 'Ａ公司（滨江）' } };
    const deal = await signed(document);
    const found = async (query: string) => {
      const { body } = await service.get(sales, `${BASE}?${query}&minPosition=${deal.position}`);
      return (body.items as { contractId: string }[]).map(({ contractId }) => contractId);
    };
    const { contractNo } = await deal.state();
    expect(await found(`contractNo=${encodeURIComponent(contractNo.slice(3).toLowerCase())}`)).toContain(deal.id);
    for (const query of ['customerName=a公司(滨江)', 'projectName=广场冷', 'q=滨江', 'q=%25'].map(encodeURI)) {
      expect([query, (await found(query)).includes(deal.id)]).toEqual([query, query !== 'q=%2525']);
    }
    const totals = async (sort: string) => {
      const { body } = await service.get(sales, `${BASE}?sort=${sort}&limit=3`);
      const next = await service.get(sales, `${BASE}?sort=${sort}&limit=3&cursor=${body.nextCursor}`);
      return [...body.items, ...next.body.items].map((item: { contractNo: string }) => item.contractNo);
    };
    const up = await totals('contractNo');
    expect(up).toEqual([...up].sort());
    expect(new Set(up).size).toBe(6);
    expect((await service.get(sales, `${BASE}/${deal.id.toUpperCase()}`)).body.id).toBe(deal.id);
  });

  it('prices are entered as they are signed, and the answer warns (C-03, C-85, C-86)', async () => {
    const [line] = aDocument().lines;
    const lines = [
      { ...line, lineId: 'A', qty: '3', unitPrice: '33333.33', amountFen: 10_000_000 },
      { ...line, lineId: 'B', qty: '1000', unitPrice: '0.035', discountFen: 500 },
    ];
    const paymentMilestones = [
      { id: 'M1', kind: 'ADVANCE', bps: 9_600, trigger: 'SIGNED', netDays: 7, gate: 'NONE' },
      { id: 'R', kind: 'RETENTION', bps: 400, trigger: 'ACCEPTED', netDays: 7, gate: 'NONE' },
    ];
    const { body } = await service.post(sales, BASE, { ...aDocument(), lines, paymentMilestones });
    expect(body.warnings).toEqual([{ code: 'RETENTION_OVER_3_PERCENT', retentionFen: 400_120, limitFen: 300_090 }]);
    const { body: card } = await service.get(sales, `${BASE}/${body.id}/card`);
    expect(card).toMatchObject({ totalFen: 10_003_000, warnings: body.warnings });
    expect(card.lines.map((l: { unitPrice: string; amountFen: number }) => [l.unitPrice, l.amountFen])).toEqual([
      ['33333.33', 10_000_000],
      ['0.035', 3_000],
    ]);
  });

  it('a contract of 500 lines with long texts is taken, on one request', async () => {
    const [line] = aDocument().lines;
    const long = { name: '名'.repeat(200), spec: '规'.repeat(2_000), deliverTo: '址'.repeat(500) };
    const lines = Array.from({ length: 500 }, (_, index) => ({ ...line, ...long, lineId: `L${index}`, qty: '1' }));
    const paymentMilestones = [{ id: 'M1', kind: 'ADVANCE', bps: 10_000, trigger: 'SIGNED', netDays: 7, gate: 'NONE' }];
    const document = { ...aDocument(), lines, paymentMilestones, rightsAndObligations: '权'.repeat(20_000) };
    expect((await service.post(sales, BASE, document)).status).toBe(201);
    const tooMany = { ...document, lines: [...lines, { ...line, lineId: 'L500' }] };
    const { status, body } = await service.post(sales, BASE, tooMany);
    expect([status, body.code, body.details]).toEqual([422, 'TOO_MANY_LINES', { lines: 501 }]);
  });
});
