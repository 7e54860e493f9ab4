import request from 'supertest';
import { pdfPages } from '../../../tools/testing/pdf-text.js';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ContractModule } from '../src/contract.module.js';
import { aDocument } from '../src/domain/contract/contract.fixtures.js';
import { COMPANY } from '../src/documents/company.fixtures.js';
import { PaperPdfs } from '@engsales/service';
import { BASE, commerce, finance, HttpWalk, leader, sales } from './http-walk.fixtures.js';

const CONFIGURED = {
  COMPANY_NAME: COMPANY.name,
  COMPANY_ADDRESS: COMPANY.address,
  COMPANY_TAX_NUMBER: COMPANY.taxNumber,
  COMPANY_BANK: COMPANY.bank,
  COMPANY_BANK_ACCOUNT: COMPANY.bankAccount,
};
const NOW = '2025-03-10T01:00:00Z';
const WARNINGS = 'x-paper-warnings';
const PAPERS = ['statement-of-account', 'execution-form'];

async function askForPdf(service: ServiceUnderTest, name: string, id: string) {
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
  const headers = answer.headers as Readonly<Record<string, string | undefined>>;
  return { status: answer.status, bytes: answer.body as Buffer, headers };
}

async function pdfOf(service: ServiceUnderTest, name: string, id: string) {
  const { status, bytes, headers } = await askForPdf(service, name, id);
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  return { text: (await pdfPages(bytes)).join(''), warnings: headers[WARNINGS] };
}

describe('documents of a contract', () => {
  let service: ServiceUnderTest;
  let deal: HttpWalk;
  beforeAll(async () => {
    service = await startForTest(ContractModule, { now: NOW, env: CONFIGURED });
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

  const pdf = async (name: string, id = deal.id) => (await pdfOf(service, name, id)).text;

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

  it('say who we are, opposite the customer, and warn of nothing (C-121)', async () => {
    for (const name of PAPERS) {
      const { text, warnings } = await pdfOf(service, name, deal.id);
      for (const fact of Object.values(COMPANY)) expect(text).toContain(fact.replace(/\s/g, ''));
      expect(text).toContain('名称某某工程设备有限公司临江市第二人民医院');
      expect([warnings, text.includes('不得盖章')]).toEqual([undefined, false]);
    }
    expect(await pdf('statement-of-account')).toContain('供方（盖章）：某某工程设备有限公司');
  });

  it('tell signs that the font of a PDF lacks, and print none of them as nothing (C-126)', async () => {
    const changes = { projectName: '𠮷野大厦😀', customer: { ...aDocument().customer, name: '𪚥县水务局' } };
    const { id } = await HttpWalk.signed(service, 'HT-2025-0077', changes);
    const { text, warnings } = await pdfOf(service, 'statement-of-account', id);
    expect(text).toContain('吉野大厦〔U+1F600〕');
    expect(text).toContain('需方（盖章）：〔U+2A6A5〕县水务局');
    expect(warnings).toBe('GLYPHS_MISSING;codes="U+20BB7 U+1F600 U+2A6A5"');
    const html = await service.get(finance, `${BASE}/${id}/documents/statement-of-account`);
    expect(html.text).toContain('𠮷野大厦😀');
    expect(html.headers[WARNINGS]).toBeUndefined();
  });

  it('describe their warnings in OpenAPI', async () => {
    const { body } = await service.get(finance, '/openapi.json');
    const { get } = body.paths['/api/v1/contracts/{contractId}/documents/statement-of-account'];
    expect(get.responses['200'].headers['X-Paper-Warnings']).toMatchObject({ schema: { type: 'string' } });
  });

  it('are made beside the requests: twenty at once hold no probe up, and some are asked to come again', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => (await HttpWalk.signed(service, `HT-2025-01${index}0`)).id),
    );
    const ended: string[] = [];
    const papers = ids.flatMap((id) => PAPERS.map((name) => ({ id, name })));
    const asking = papers.map(async ({ id, name }) => {
      const answer = await askForPdf(service, name, id);
      ended.push(answer.status === 200 ? 'made' : 'refused');
      return { id, name, ...answer };
    });
    const probe = service.get(finance, '/health/live').then(({ status }) => ended.push(`probe ${status}`));
    const answers = await Promise.all(asking);
    await probe;
    expect(ended.indexOf('probe 200')).toBeLessThan(ended.lastIndexOf('made'));
    const made = answers.filter(({ status }) => status === 200);
    expect(made.length).toBeGreaterThanOrEqual(3);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, headers, bytes } of refused) {
      expect([status, headers['retry-after']]).toEqual([503, '1']);
      expect(JSON.parse(bytes.toString())).toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
        details: { cause: 'PDF_QUEUE_FULL' },
      });
    }
    for (const { id, name } of refused.slice(0, 2)) expect((await askForPdf(service, name, id)).status).toBe(200);
  });

  it('are made once while nothing changes: the same again is the same to the byte', async () => {
    const { id } = await HttpWalk.signed(service, 'HT-2025-0200');
    const pdfs = service.host.app.get(PaperPdfs, { strict: false });
    const before = pdfs.made;
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => askForPdf(service, 'execution-form', id)));
    answers.push(await askForPdf(service, 'execution-form', id));
    for (const { status, bytes } of answers) expect([status, bytes.equals(answers[0]!.bytes)]).toEqual([200, true]);
    expect(pdfs.made).toBe(before + 1);
  });

  it('confirm no debt of a void contract (C-123)', async () => {
    const voided = await HttpWalk.signed(service, 'HT-2025-0078');
    await voided.do(leader, 'void-contract', { reason: '项目取消', docRef: 'JC-1' });
    const text = await pdf('statement-of-account', voided.id);
    expect(text).toContain('本合同已作废，不产生付款义务。');
    expect(text).not.toContain('未付。');
    expect(text).toContain('未收金额0.00元');
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

describe('documents while our own company is not configured (C-121)', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(ContractModule, { now: NOW });
  });
  afterAll(() => service.stop());

  it('say that they must not be stamped, on the paper and in the answer', async () => {
    const { id } = await HttpWalk.signed(service, 'HT-2025-0031');
    for (const name of PAPERS) {
      const html = await service.get(finance, `${BASE}/${id}/documents/${name}`);
      const { text, warnings } = await pdfOf(service, name, id);
      for (const paper of [html.text, text]) expect(paper).toContain('供方信息未配置，本文件不得盖章');
      expect([html.headers[WARNINGS], warnings]).toEqual(['COMPANY_NOT_CONFIGURED', 'COMPANY_NOT_CONFIGURED']);
      expect(text).not.toContain('（盖章）');
    }
  });

  it('refuse to start with a tax number that cannot be', async () => {
    const env = { COMPANY_TAX_NUMBER: '91350100M000100Y44' };
    await expect(startForTest(ContractModule, { now: NOW, env })).rejects.toThrow(
      /COMPANY_TAX_NUMBER: not a unified social credit code/,
    );
  });
});
