import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { LeadModule } from '@engsales/lead';
import { MemoryBus } from '@engsales/messaging';
import { startForTest, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { CONSTRUCTION_PROCESSES } from '../../../services/lead/src/domain/construction.values.js';
import { LEAD_SOURCES } from '../../../services/lead/src/domain/lead/lead.values.js';
import { CUSTOMER_SEGMENTS } from '../../../services/lead/src/domain/party/party.values.js';
import { LEAD_COLUMNS } from '../src/leads/lead-columns.js';
import * as terms from '../src/leads/lead-terms.js';

const ROOT = path.resolve(__dirname, '../../..');
const crm: Person = { id: 'crm-1', roles: ['CRM_CENTER'] };
const liNa: Person = { id: 'li-na', roles: ['SALES'] };

type Row = Record<string, string>;
interface Printed {
  readonly code: number;
  readonly imported: number;
  readonly alreadyThere: number;
  readonly problems: Row[];
}

/** The command as people run it (built code), beside a service in this process. */
function engsales(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const main = path.join(ROOT, 'apps/cli/dist/engsales-main.js');
  const { PATH, HOME } = process.env;
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [main, ...args], { env: { PATH, HOME, ...env } }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const row = (changes: Row = {}): Row => ({
  外部编号: 'CRM-0117',
  项目名称: '临江市第二人民医院新院区',
  城市: '临江市',
  信息来源: '设计院',
  业主名称: '临江市第二人民医院',
  客户类型: '企事业单位',
  '预计金额(元)': '7,000,000.00',
  建设过程: '规划设计',
  登记日期: '2025-01-15',
  联系人姓名: '欧阳建国',
  联系人电话: '13800001234',
  联系人职务: '基建科科长',
  联系人单位: '业主',
  ...changes,
});

describe('npm run engsales -- import leads', () => {
  let service: ServiceUnderTest;
  let dir: string;
  let env: NodeJS.ProcessEnv;
  const write = (name: string, rows: readonly Row[]) => {
    const file = path.join(dir, name);
    fs.writeFileSync(file, stringify([...rows], { header: true, columns: LEAD_COLUMNS.map(({ heading }) => heading) }));
    return file;
  };
  const json = async (...args: string[]): Promise<Printed> => {
    const { code, out } = await engsales(['import', 'leads', ...args, '--json'], env);
    return { ...(JSON.parse(out) as Omit<Printed, 'code'>), code };
  };
  const get = async (at: string, by = liNa) => (await service.get(by, `/api/v1/${at}`)).body;
  const events = async () => {
    const { store } = service.host.runtime;
    const all: unknown[] = [];
    for await (const { events: batch } of store.subscribe(0n, { signal: AbortSignal.timeout(500) })) {
      all.push(...batch.map(({ type, data, metadata }) => ({ type, data, metadata })));
      if (BigInt(all.length) >= (await store.head())) break;
    }
    return all as { type: string; data: Record<string, string> }[];
  };

  beforeAll(async () => {
    service = await startForTest(LeadModule, { bus: new MemoryBus(), now: '2025-03-07T01:00:00Z' });
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-leads-'));
    const url = new URL(await service.host.app.getUrl());
    env = { LEAD_PORT: url.port, ENGSALES_TOKEN: await service.token(crm) };
  });
  afterAll(async () => {
    await service.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  it('knows every word of the service', () => {
    expect(Object.keys(terms.LEAD_SOURCES)).toEqual(LEAD_SOURCES);
    expect(Object.keys(terms.CUSTOMER_SEGMENTS)).toEqual(CUSTOMER_SEGMENTS);
    expect(Object.keys(terms.CONSTRUCTION_PROCESSES)).toEqual(CONSTRUCTION_PROCESSES);
  });

  it('imports what is right, tells the rest by cell, and no row twice (L-61, L-63, L-64)', async () => {
    const known = { projectName: '临江大剧院', city: '临江市', source: 'OTHER' };
    expect((await service.post(liNa, '/api/v1/leads', known)).status).toBe(201);
    const file = write('three.csv', [
      row(),
      row({ 外部编号: 'CRM-0118', 项目名称: '临江职业学院', '预计金额(元)': '七百万' }),
      row({ 外部编号: 'CRM-0119', 项目名称: '临江大剧院工程', 业主名称: '临江市文化局' }),
    ]);
    const wrong = [
      { row: 3, cell: 'J3', heading: '预计金额(元)' },
      { row: 4, cell: 'B4', heading: '项目名称', code: 'DUPLICATE_LEAD' },
    ];
    expect(await json(file, '--dry-run')).toMatchObject({ code: 1, imported: 1, problems: wrong });
    const { items } = await get('leads');
    const told = await json(file, '--dry-run', '--lang', 'zh');
    const [{ leadId }] = items as [{ leadId: string }];
    expect(told.problems[1]?.message).toContain(`已有线索 ${leadId}，其状态 CAPTURED，业务员 li-na`);
    expect((await events()).map(({ type }) => type)).not.toContain('PartyRegistered');
    expect(await json(file)).toMatchObject({ code: 1, leads: 3, imported: 1, withProblems: 2, problems: wrong });
    const recorded = await events();
    const lead = recorded.find(({ type, data }) => type === 'LeadCaptured' && 'imported' in data)?.data;
    expect(lead).toMatchObject({ capturedOn: '2025-01-15', ownership: 'POOLED', estimatedAmountFen: 700_000_000 });
    expect(JSON.stringify(recorded)).not.toMatch(/欧阳|13800001234/);
    expect(await json(file)).toMatchObject({ code: 1, imported: 0, alreadyThere: 1, problems: wrong });
    expect(await events()).toHaveLength(recorded.length);
    const owner = await get(`parties/${lead?.ownerPartyId}`);
    expect(owner.contacts).toMatchObject([{ post: '基建科科长', person: { masked: { phone: '138****1234' } } }]);
  });

  it('has a template that it takes, for leads as for contracts', async () => {
    const files = ['leads.csv', 'leads.xlsx'].map((name) => path.join(dir, name));
    for (const file of files) {
      expect(await engsales(['import', 'template', 'leads', file])).toMatchObject({ code: 0 });
      expect(await json(file, '--dry-run')).toMatchObject({ code: 0, alreadyThere: 1, problems: [] });
    }
    expect(await engsales(['import', 'template', 'visits', files[0] ?? ''])).toMatchObject({ code: 2 });
  });

  it('asks for the whole contact, at a party of the row (L-63)', async () => {
    const { 联系人职务: _post, ...noPost } = row();
    const { 业主名称: _owner, ...noOwner } = row();
    expect(await json(write('contacts.csv', [noPost, noOwner]))).toMatchObject({
      code: 1,
      problems: [
        { cell: 'R2', message: '联系人姓名、职务与单位要一起填写' },
        { cell: 'S3', message: '联系人单位所指的“业主名称”没有填写' },
      ],
    });
  });

  it('ends where the service cannot be reached or does not allow it', async () => {
    const file = write('one.csv', [row({ 外部编号: 'CRM-9' })]);
    const bi = await service.token({ id: 'bi-1', roles: ['BI'] });
    const asBi = await engsales(['import', 'leads', file, '--token', bi], env);
    expect(asBi).toMatchObject({ code: 1, err: expect.stringMatching(/^线索服务拒绝了令牌（403）/) as string });
    const far = await engsales(['import', 'leads', file, '--url', 'http://127.0.0.1:9', '--lang', 'en'], env);
    expect(far).toMatchObject({ code: 1, err: expect.stringContaining('cannot reach the lead service') as string });
    expect(await engsales(['import', 'leads', path.join(dir, 'none.csv')], env)).toMatchObject({ code: 2 });
  });
});
