import request from 'supertest';
import { pdfPages } from '../../../tools/testing/pdf-text.js';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ContractModule } from '../src/contract.module.js';
import { aDocument } from '../src/domain/contract/contract.fixtures.js';
import { BASE, commerce, finance, HttpWalk, sales } from './http-walk.fixtures.js';

describe('documents of a contract', () => {
  let service: ServiceUnderTest;
  let deal: HttpWalk;
  beforeAll(async () => {
    service = await startForTest(ContractModule, { now: '2025-03-10T01:00:00Z' });
    deal = await HttpWalk.signed(service, 'HT-2025-0031');
    await deal.do(sales, 'submit-execution-form', { specialRequirements: '夜间进场 <b>&' });
    await deal.do(commerce, 'accept-execution-form', {});
    await deal.receive('ICBC-1', 210_000_000, 'M1');
    await deal.do(finance, 'record-invoice', {
      invoiceNo: 'F-1',
      kind: 'VAT_SPECIAL',
      amountFen: 210_000_000,
      taxFen: 24_159_292,
    });
    await deal.do(finance, 'record-refund', { amountFen: 5_000, on: '2025-03-10', bankRef: 'OUT-1' });
  });
  afterAll(() => service.stop());

  const pdf = async (name: string, id = deal.id) => {
    const server = service.host.app.getHttpServer() as Parameters<typeof request>[0];
    const answer = await request(server)
      .get(`${BASE}/${id}/documents/${name}?format=pdf`)
      .set('authorization', `Bearer ${await service.token(finance)}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    return (await pdfPages(answer.body as Buffer)).join('');
  };

  it('the statement of account says what came, what is still to come, in digits and capitals (C-84)', async () => {
    const text = await pdf('statement-of-account');
    const expected = [
      '对账单',
      'HT-2025-0031',
      '临江市第二人民医院',
      '7,000,000.00元',
      '2,099,950.00元',
      '4,900,050.00元',
      '人民币肆佰玖拾万零伍拾元整',
      'ICBC-1',
      '-50.00',
      'F-1',
      '预付款',
      '2025-03-17',
      '第1页',
    ];
    expect(expected.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('the execution form says what is to be done on three tracks, and who does it', async () => {
    const text = await pdf('execution-form');
    const expected = [
      '合同执行表',
      '人民币柒佰万元整',
      '离心式冷水机组',
      '收付款',
      '收发货',
      '现场服务',
      '夜间进场<b>&',
      'sun-li',
      '投产前',
    ];
    const named = expected.map((part) =>
      part === '离心式冷水机组' ? aDocument().lines[0]!.name.replace(/\s/g, '') : part,
    );
    expect(named.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('both are there as HTML, with every value escaped', async () => {
    for (const name of ['statement-of-account', 'execution-form']) {
      const answer = await service.get(finance, `${BASE}/${deal.id}/documents/${name}`);
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.text).toContain('人民币');
      expect(answer.text).not.toContain('<b>&');
    }
  });

  it('need a signed contract, a known format and one who may read', async () => {
    const { body } = await service.post(sales, BASE, aDocument());
    const path = (id: string, query = '') => `${BASE}/${id}/documents/statement-of-account${query}`;
    expect((await service.get(finance, path(String(body.id)))).body).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect((await service.get(finance, path(deal.id, '?format=docx'))).status).toBe(400);
    expect((await service.get({ id: 'x', roles: ['QC'] }, path(deal.id))).status).toBe(403);
    expect((await service.get(finance, path('00000000-0000-4000-8000-000000000000'))).status).toBe(404);
  });
});
