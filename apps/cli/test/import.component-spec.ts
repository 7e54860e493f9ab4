import { execFile } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { ContractModule } from '@engsales/contract';
import { MemoryBus } from '@engsales/messaging';
import { startForTest, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { COLUMNS } from '../src/layout/columns.js';
import type { Terms } from '@engsales/sheets';
import * as terms from '../src/layout/terms.js';

const ROOT = path.resolve(__dirname, '../../..');
const XLSX = path.join(ROOT, 'docs/templates/contracts.xlsx');
const CSV = path.join(ROOT, 'docs/templates/contracts.csv');
const commerce: Person = { id: 'sun-li', roles: ['COMMERCE'] };
const sales: Person = { id: 'li-na', roles: ['SALES'] };

type Row = Record<string, string>;
interface Printed {
  readonly code: number;
  readonly problems: Row[];
}
interface Done {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command as people run it (built code), beside a service in this process. */
function engsales(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Done> {
  const main = path.join(ROOT, 'apps/cli/dist/engsales-main.js');
  const { PATH, HOME } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env: { PATH, HOME, ...env } }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

describe('npm run engsales -- import contracts', () => {
  let service: ServiceUnderTest;
  let dir: string;
  let env: NodeJS.ProcessEnv;
  const run = (...args: string[]) => engsales(['import', 'contracts', ...args], env);
  const json = async (...args: string[]): Promise<Printed> => {
    const { code, out } = await run(...args, '--json');
    return { ...(JSON.parse(out) as Omit<Printed, 'code'>), code };
  };
  const template = (): Row[] => parse(fs.readFileSync(CSV), { bom: true, columns: true });
  const contract = (number: string, change: (row: Row, index: number) => Row = (row) => row) =>
    template().map((row, index) => change({ ...row, 合同编号: number }, index));
  const write = (name: string, rows: readonly Row[], encoding = 'utf8') => {
    const file = path.join(dir, name);
    const text = stringify([...rows], { header: true, columns: COLUMNS.map((column) => column.heading) });
    fs.writeFileSync(file, iconv.encode(text, encoding));
    return file;
  };
  const known = async (contractNo: string) =>
    (await service.get(commerce, `/api/v1/contracts?contractNo=${encodeURIComponent(contractNo)}`)).body.items;

  beforeAll(async () => {
    service = await startForTest(ContractModule, { bus: new MemoryBus(), now: '2025-03-10T01:00:00Z' });
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'engsales-import-'));
    const url = new URL(await service.host.app.getUrl());
    env = { CONTRACT_PORT: url.port, ENGSALES_TOKEN: await service.token(commerce) };
  });
  afterAll(async () => {
    await service.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  it('tries the templates without recording anything', async () => {
    for (const file of [XLSX, CSV]) {
      expect(await run(file, '--dry-run')).toMatchObject({
        code: 0,
        out: '试运行（未记录）：1 份合同，可导入 1，此前已有 0，有问题 0（共 0 个问题）\n',
      });
    }
    expect(await known('HT-2024-0117')).toEqual([]);
  });

  it('imports a contract as it stands, and no second time', async () => {
    expect(await json(XLSX)).toMatchObject({ code: 0, contracts: 1, imported: 1, alreadyThere: 0, problemCount: 0 });
    expect(await run(CSV, '--lang', 'en')).toMatchObject({
      code: 0,
      out: '1 contracts, 0 imported, 1 already there, 0 with problems (0 problems)\n',
    });
    const [found] = await known('HT-2024-0117');
    const { body } = await service.get(commerce, `/api/v1/contracts/${found.contractId}`);
    expect(body).toMatchObject({
      state: 'IN_EXECUTION',
      signedOn: '2024-03-12',
      document: { totalFen: 700_000_000 },
      receipts: [{ amountFen: 210_000_000 }, { amountFen: 250_000_000 }],
      progress: { L2: { shippedQty: '24', deliveredQty: '20' } },
    });
    expect(body.milestones).toMatchObject([
      { id: 'M1', status: 'PAID' },
      { id: 'M2', status: 'PAID', triggeredOn: '2024-08-20' },
      { id: 'M3', paidFen: 40_000_000 },
      {},
      {},
    ]);
  });

  it('imports many, in GB18030 and with Chinese numbers, four at once', async () => {
    const numbers = Array.from({ length: 30 }, (_, i) => `合〔2024〕${i + 1}号`);
    const file = write(
      'many.csv',
      numbers.flatMap((number) => contract(number)),
      'gb18030',
    );
    expect(await json(file)).toMatchObject({ code: 0, contracts: 30, imported: 30, alreadyThere: 0 });
    expect(await json(file)).toMatchObject({ code: 0, contracts: 30, imported: 0, alreadyThere: 30 });
    expect(await known('合〔2024〕30号')).toMatchObject([{ projectName: '临江市第二人民医院新院区中央空调' }]);
  });

  it('says where a file says something else than what was imported, and changes nothing (C-110)', async () => {
    const rows = contract('TWICE-1');
    expect(await json(write('twice.csv', rows))).toMatchObject({ code: 0, imported: 1 });
    const [found] = await known('TWICE-1');
    const before = (await service.get(commerce, `/api/v1/contracts/${found.contractId}`)).body;
    const change: Record<number, Row> = {
      0: { 客户名称: '临江市第一人民医院', '延期违约金每日%': '0.05', '延期违约金上限%': '5' },
      2: { 数量: '25', '含税单价(元)': '65760', 履行方式: '外购' },
      6: { 放行条件: '无' },
      10: { 触发日期: '2024-08-21' },
      13: { '分配金额(元)': '300000' },
      15: { 已签收数量: '21', 安装完成日期: '2024-12-01' },
    };
    const other = rows.map((row, index) => ({ ...row, ...change[index] })).filter((_row, index) => index !== 11);
    const answer = await json(write('other.csv', other));
    expect(answer).toMatchObject({ code: 1, imported: 0, alreadyThere: 0, withProblems: 1 });
    const told = answer.problems.map(({ row, heading = '', code, message = '' }) => [
      ...[row, heading, code, message.replace(/^此前已导入，内容不同：(.*)；未作任何更改$/, '$1')],
    ]);
    const code = 'IMPORTED_OTHERWISE';
    expect(told).toEqual([
      [2, '客户名称', code, '文件为 “临江市第一人民医院”，已导入的为 “临江市第二人民医院”'],
      [2, '延期违约金每日%', code, '文件为 0.05%，已导入的为 （空）'],
      [2, '延期违约金上限%', code, '文件为 5%，已导入的为 （空）'],
      [2, '', code, '文件中没有收款 ICBC-20240318-0007'],
      [4, '数量', code, '文件为 “25”，已导入的为 “24”'],
      [4, '含税单价(元)', code, '文件为 “65760”，已导入的为 “68500”'],
      [4, '履行方式', code, '文件为 “外购”，已导入的为 “自制”'],
      [8, '放行条件', code, '文件为 “无”，已导入的为 “放行发货”'],
      [12, '触发日期', code, '文件为 “2024-08-21”，已导入的为 “2024-08-20”'],
      [13, '', code, '文件为 300,000.00，已导入的为 400,000.00'],
      [16, '已签收数量', code, '文件为 “21”，已导入的为 “20”'],
      [16, '安装完成日期', code, '文件为 “2024-12-01”，已导入的为 （空）'],
    ]);
    expect((await service.get(commerce, `/api/v1/contracts/${found.contractId}`)).body).toEqual(before);
    expect(await run(write('other.csv', other), '--dry-run')).toMatchObject({ code: 1 });
    expect(await json(write('twice.csv', rows))).toMatchObject({ code: 0, alreadyThere: 1 });
  });

  it('takes a number that is a part of another one, and numbers that begin with a bracket (C-111)', async () => {
    for (const number of ['LONG-2024-1', 'LONG-2024', '〔2025〕临建字第 7 号', '（临江）2025-8']) {
      expect([number, await json(write('one.csv', contract(number)))]).toMatchObject([
        number,
        { code: 0, imported: 1 },
      ]);
    }
  });

  it('takes what was made, the days of installation and acceptance, and money beyond the total (C-100, C-101)', async () => {
    const more: Record<number, Row> = {
      14: { 已完工数量: '2', 安装完成日期: '2024-11-20', 验收日期: '2024-12-20' },
      15: { 已完工数量: '24', 安装完成日期: '2024-11-21', 验收日期: '2024-12-20' },
      16: { 已完工数量: '620', 安装完成日期: '2024-11-22', 验收日期: '2024-12-20' },
    };
    const money = {
      行类型: '收款',
      合同编号: 'FULL-1',
      收款日期: '2025-01-06',
      票据类型: '转账',
      银行流水号: 'OVER-1',
    };
    const over = { ...money, '收款金额(元)': '9000000', '挂账金额(元)': '9000000' };
    const full = contract('FULL-1', (row, index) => ({ ...row, ...more[index] }));
    const refused = await json(write('full.csv', [...full, { ...over, '挂账金额(元)': '' }]));
    expect(refused.problems).toMatchObject([
      {
        row: 19,
        heading: '收款金额(元)',
        code: 'RECEIPT_EXCEEDS_CONTRACT',
        message: expect.stringMatching(/6,600,000\.00 元/),
      },
    ]);
    expect(await json(write('full.csv', [...full, over]))).toMatchObject({ code: 0, imported: 1 });
    const [found] = await known('FULL-1');
    const { body } = await service.get(commerce, `/api/v1/contracts/${found.contractId}`);
    expect(body.milestones).toMatchObject([
      {},
      {},
      { id: 'M3', triggeredOn: '2024-11-22' },
      { triggeredOn: '2024-12-20' },
      {},
    ]);
  });

  it('names the milestone whose day is missing though its goods have gone (C-100)', async () => {
    const rows = contract('UNTOLD-1').filter((_row, index) => index < 10 || index > 13);
    expect((await json(write('untold.csv', rows))).problems).toMatchObject([
      {
        row: 8,
        heading: '触发条件',
        code: 'TRIGGER_DATE_MISSING',
        message: expect.stringContaining('节点 M2，触发条件 备货完成'),
      },
    ]);
  });

  it('keeps back what has a problem, tells all of them by cell, and goes on with the others', async () => {
    const rows = [
      ...contract('BAD-1', (row, i) => (i === 2 ? { ...row, 数量: 'viele', 履行方式: '租' } : row)),
      ...contract('GOOD-1'),
      ...contract('BAD-2', (row, i) => (i === 1 ? { ...row, '含税单价(元)': '1' } : row)),
      ...contract('BAD-3', (row, i) => (i === 0 ? { ...row, 签订日期: '2025-03-11' } : row)),
      ...contract('BAD-4', (row, i) => (i === 13 ? { ...row, '分配金额(元)': '400000.01' } : row)),
      ...contract('BAD-5', (row, i) => (i === 14 ? { ...row, 已发数量: '3' } : row)),
      ...contract('BAD-6', (row, i) => (i === 0 ? { ...row, 运作方式: '买断' } : row)),
    ];
    const size = template().length;
    const row = (contractIndex: number, index: number) => contractIndex * size + index + 2;
    const answer = await json(write('broken.csv', rows), '--lang', 'en');
    expect(answer).toMatchObject({
      code: 1,
      contracts: 7,
      imported: 1,
      alreadyThere: 0,
      withProblems: 6,
      problemCount: 7,
    });
    expect(answer.problems.map(({ message: _text, cell: _cell, rowType: _type, ...rest }: Row) => rest)).toEqual(
      [
        { contractNo: 'BAD-1', row: row(0, 2), heading: '数量' },
        { contractNo: 'BAD-1', row: row(0, 2), heading: '履行方式' },
        { contractNo: 'BAD-2', row: row(2, 0), code: 'PAYMENT_SCHEDULE_MISMATCH' },
        { contractNo: 'BAD-3', row: row(3, 0), heading: '签订日期', code: 'SIGNING_DATE_INVALID' },
        { contractNo: 'BAD-4', row: row(4, 12), heading: '收款金额(元)', code: 'ALLOCATION_EXCEEDS_RECEIPT' },
        { contractNo: 'BAD-5', row: row(5, 14), heading: '已发数量', code: 'OVER_SHIPMENT' },
        { contractNo: 'BAD-6', row: row(6, 0), heading: '风险评估编号', code: 'BUYOUT_RISK_ASSESSMENT_REQUIRED' },
      ].map((each) => expect.objectContaining(each)),
    );
    expect(await known('BAD-1')).toEqual([]);
    const again = write('mended.csv', contract('BAD-2'));
    expect(await json(again)).toMatchObject({ code: 0, imported: 1 });
  });

  it('stops with one line where nothing can come of it', async () => {
    const refused = await engsales(['import', 'contracts', CSV], {
      ...env,
      ENGSALES_TOKEN: await service.token(sales),
    });
    // a contract that is there is found before anything is sent
    expect(refused).toMatchObject({ code: 0 });
    const fresh = write('fresh.csv', contract('FRESH-1'));
    const asSales = await engsales(['import', 'contracts', fresh, '--token', await service.token(sales)], env);
    expect(asSales).toMatchObject({ code: 1, err: expect.stringMatching(/^合同服务拒绝了令牌（403）：.*\n$/) });
    const nobody = await run(fresh, '--url', 'http://127.0.0.1:9', '--lang', 'en');
    expect(nobody).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^cannot reach the contract service at http:\/\/127\.0\.0\.1:9 \(.*\); is the system running \(npm start\)\?\n$/,
      ),
    });
  });

  it('sends a token of the local key to this machine only, and a token that it is given anywhere', async () => {
    const elsewhere = ['import', 'contracts', CSV, '--url', 'https://engsales.invalid', '--lang', 'en'];
    const err = (text: string) => ({ code: 1, err: expect.stringContaining(text) as string });
    const local = { ...env, ENGSALES_TOKEN: '' };
    expect(await engsales(elsewhere, local)).toMatchObject(
      err('a token of the local key is not sent to another machine (https://engsales.invalid)'),
    );
    expect(await engsales([...elsewhere, '--token', 'given'], local)).toMatchObject(err('cannot reach'));
  });

  it('prints nothing of a service that a terminal would obey', async () => {
    const server = http.createServer((request, response) => {
      const listed = request.method === 'GET';
      const detail = '\u001b[2J\u009b31m\u202egood';
      response.writeHead(listed ? 200 : 422).end(JSON.stringify(listed ? { items: [] } : { code: 'X', detail }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { out } = await run(CSV, '--url', url);
    expect(out).toContain('[2J31mgood');
    // eslint-disable-next-line no-control-regex -- these are looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    await new Promise((resolve) => server.close(resolve));
  });

  it('answers 2 for wrong usage', async () => {
    const old = path.join(dir, 'old.xls');
    fs.writeFileSync(old, Buffer.from('d0cf11e0a1b11ae100', 'hex'));
    for (const args of [
      [],
      [path.join(dir, 'none.csv')],
      [CSV, '--lang', 'fr'],
      [CSV, '--url', 'ftp://x'],
      [old],
      [dir],
    ]) {
      expect([args, (await run(...args)).code]).toEqual([args, 2]);
    }
    const made = path.join(dir, 'made.xlsx');
    expect((await engsales(['import', 'template', made])).code).toBe(0);
    expect((await engsales(['import', 'template', made])).code).toBe(2);
    expect((await engsales(['import', 'template', made, '--force'])).code).toBe(0);
    expect((await engsales(['import', 'template', path.join(dir, 'made.ods')])).code).toBe(2);
    expect(await engsales(['import', '--help'], { LANG: 'en_US.UTF-8' })).toMatchObject({
      code: 0,
      out: expect.stringContaining('Opening import'),
    });
  });

  it('has a term for every name that the service takes', async () => {
    const milestone = { kind: '?', trigger: '?', gate: '?', scope: { mode: '?' } };
    const document = { operationMode: '?', lines: [{ fulfilment: '?' }], paymentMilestones: [milestone] };
    const body = { document: { ...document, source: { type: '?' } }, receipts: [{ instrument: '?' }] };
    const answer = await service.post(commerce, '/api/v1/contracts/import-contract?dryRun=true', body);
    const namesAt = (pointer: string) => {
      const details = answer.body.errors
        .filter((error: Row) => error.pointer === pointer)
        .map((error: Row) => error.detail);
      return /must be one of (.*)/.exec(details.join('\n'))?.[1]?.split(', ');
    };
    const pairs: [Terms, string][] = [
      [terms.OPERATION_MODES, '/document/operationMode'],
      [terms.FULFILMENTS, '/document/lines/0/fulfilment'],
      [terms.MILESTONE_KINDS, '/document/paymentMilestones/0/kind'],
      [terms.TRIGGERS, '/document/paymentMilestones/0/trigger'],
      [terms.GATES, '/document/paymentMilestones/0/gate'],
      [terms.SCOPES, '/document/paymentMilestones/0/scope/mode'],
      [terms.SOURCES, '/document/source/type'],
      [terms.INSTRUMENTS, '/receipts/0/instrument'],
    ];
    for (const [ours, pointer] of pairs) expect([pointer, Object.keys(ours)]).toEqual([pointer, namesAt(pointer)]);
  });
});
