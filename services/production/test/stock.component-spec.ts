import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { contractSigned } from '@engsales/events';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { ADMIN } from '../../../tools/testing/service-under-test.js';
import { ARTEFACT_TYPES } from '../src/domain/engineering-package/engineering-package.values.js';
import { engineer, merchandiser, placesOf, pmc, sales, Talk, warehouse } from './talk.fixtures.js';

const SNAPSHOTS = '/api/v1/stock-snapshots';

describe('material requirements beside a stock count', () => {
  const contractId = randomUUID();
  const { order, pack } = placesOf(contractId);
  const talk = new Talk(contractId);
  beforeAll(() => talk.begin('2025-03-10T01:00:00Z'));
  afterAll(() => talk.service.stop());

  const take = (body: object | string, query = '', headers: Record<string, string> = {}) =>
    talk.service.post(warehouse, `${SNAPSHOTS}${query}`, body, headers);
  const csv = (text: string, query = '', type = 'text/csv') => take(text, query, { 'content-type': type });
  const requirements = async (position: string, line = 'L3') => {
    const path = `${order(line)}/material-requirements?minPosition=${position}`;
    const { status, body } = await talk.service.get(sales, path);
    expect(status).toBe(200);
    return body;
  };
  const pipe = { itemCode: 'CU-22', name: '铜管', uom: 'm' };

  it('are nothing before the BOM is released (P-84)', async () => {
    await talk.put(talk.message(contractSigned, signedSample));
    for (const line of ['L1', 'L3']) await talk.becomes('REQUESTED', pack(line));
    const { body } = await talk.service.get(sales, `${order()}/material-requirements`);
    expect(body).toEqual({ stockTakenAt: null, orders: [], shortages: [] });
    const unknown = placesOf(randomUUID()).order();
    expect((await talk.service.get(sales, `${unknown}/material-requirements`)).status).toBe(404);
  });

  it('are all of it while nothing was counted', async () => {
    for (const line of ['L1', 'L3']) {
      await talk.done(merchandiser, `${order(line)}/hand-over-to-engineering`, { backupCopyRef: 'c' });
      const lines = [{ ...pipe, qty: '2.5', scrapBps: 300, unitCost: '42', supply: 'BUY' }];
      await talk.done(engineer, `${pack(line)}/submit-bom`, { rev: 'A', lines });
      for (const type of ARTEFACT_TYPES.filter((each) => each !== 'BOM'))
        await talk.done(engineer, `${pack(line)}/submit-artefact`, { type, docRef: type, rev: 'A' });
      for (const type of ARTEFACT_TYPES) await talk.done(engineer, `${pack(line)}/confirm-artefact`, { type });
      await talk.done(engineer, `${pack(line)}/release-package`);
    }
    const all = await talk.list('material-requirements', { contractId });
    expect(all).toMatchObject({
      stockTakenAt: null,
      shortages: [{ ...pipe, required: '1601.65', shortage: '1601.65' }],
    });
    expect(all.orders).toHaveLength(2);
  });

  it('of an order are BOM x quantity with scrap; what is short is short by item', async () => {
    const rows = [
      { itemCode: 'CU-22', uom: 'm', onHand: '1000' },
      { itemCode: 'CU-22', uom: 'm', onHand: '596.5' },
      { itemCode: 'CU-22', uom: 'kg', onHand: '99' },
    ];
    const taken = await take({ rows, takenAt: '2025-03-10T08:00:00+08:00' });
    expect([taken.status, taken.headers.location]).toEqual([201, `${SNAPSHOTS}/${taken.body.id}`]);
    const stockTakenAt = '2025-03-10T00:00:00.000Z';
    expect(await requirements(taken.body.position)).toMatchObject({
      stockTakenAt,
      orders: [{ items: [{ ...pipe, required: '1596.5', onHand: '1596.5', shortage: '0' }] }],
      shortages: [],
    });
    const together = await talk.list('material-requirements');
    expect(together).toMatchObject({ stockTakenAt, shortages: [{ required: '1601.65', shortage: '5.15' }] });
  });

  it('take CSV too, with headings of either language, in whole or in parts (P-85)', async () => {
    const begun = await csv(
      '物料编码,名称,单位,库存数量\nCU-22,铜管,m,1500\n',
      '?takenAt=2025-03-10T00:30:00Z&complete=false',
    );
    expect(begun.status).toBe(201);
    expect(await requirements(begun.body.position)).toMatchObject({ stockTakenAt: '2025-03-10T00:00:00.000Z' });
    const part = `${SNAPSHOTS}/${begun.body.id}/add-stock-rows`;
    const rest = await talk.service.post(pmc, part, 'itemCode,uom,onHand\nCU-22,m,90.5\n', {
      'content-type': 'text/csv',
    });
    expect([rest.status, rest.body.events?.[0]?.type]).toEqual([200, 'StockRowsAdded']);
    expect(await requirements(rest.body.position)).toMatchObject({
      stockTakenAt: '2025-03-10T00:30:00.000Z',
      shortages: [{ onHand: '1590.5', shortage: '6' }],
    });
    expect((await talk.service.post(pmc, part, { rows: [] })).body.code).toBe('INVALID_TRANSITION');
    const older = await take({ rows: [], takenAt: '2025-03-01T00:00:00Z' });
    expect(await requirements(older.body.position)).toMatchObject({ shortages: [{ shortage: '6' }] });
    const { items } = (await talk.service.get(sales, `${SNAPSHOTS}?limit=2`)).body;
    expect(items).toMatchObject([
      { snapshotId: begun.body.id, state: 'COMPLETE', rowCount: 2 },
      { takenAt: '2025-03-10T00:00:00.000Z', rowCount: 3 },
    ]);
    expect((await talk.service.get(sales, `${SNAPSHOTS}/${begun.body.id}`)).body).toMatchObject({ state: 'COMPLETE' });
  });

  it.each([
    ['a heading is missing', 'itemCode,onHand\nA,1', 'text/csv', 400],
    ['nothing is there', '', 'text/csv', 400],
    ['a quantity is none', 'itemCode,uom,onHand\nA,m,-1', 'text/csv', 400],
    ['a cell is missing', 'itemCode,uom,onHand\nA', 'text/csv', 400],
    ['a quantity has a comma', 'itemCode,uom,onHand\nA,m,1,500', 'text/csv', 400],
    ['a quote is never closed', 'itemCode,uom,onHand\n"A,m,1', 'text/csv', 400],
    ['it is not UTF-8', Buffer.from('b5a5cebb', 'hex'), 'text/csv', 400],
    ['it is too large', `itemCode,uom,onHand\n${'A,m,1\n'.repeat(800_000)}`, 'text/csv', 413],
    ['it has headings only', 'itemCode,uom,onHand\n', 'text/csv', 400],
    ['a heading stands twice', 'itemCode,uom,onHand,uom\nA,m,1,kg', 'text/csv', 400],
    ['the charset is unknown', 'itemCode,uom,onHand', 'text/csv; charset=klingon', 415],
    ['the rows are none', { rows: 'A' }, 'application/json', 400],
    ['it is counted tomorrow', { rows: [], takenAt: '2025-03-11T01:00:00Z' }, 'application/json', 422],
  ])('are refused when %s (P-85)', async (_why, body, type, status) => {
    const answer = await take(body, '', { 'content-type': type });
    expect([answer.status, typeof answer.body.code]).toEqual([status, 'string']);
  });

  it('go by the later of two counts of one instant: it corrects the other (P-83)', async () => {
    const twice = '?takenAt=2025-03-10T00:45:00Z';
    for (const onHand of ['7', '9', '8']) {
      const { body } = await csv(`itemCode,uom,onHand\nCU-22,m,${onHand}\n,,\n`, twice);
      expect(await requirements(body.position)).toMatchObject({ shortages: [{ onHand }] });
    }
  });

  it('name the cell that is wrong, in the language of the caller (P-160)', async () => {
    const text = '物料编码,单位,库存数量\nCU-22,m,十\n';
    const { body } = await take(text, '', { 'content-type': 'text/csv' });
    expect(body).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: {
        problems: [
          { row: 2, cell: 'C2', heading: '库存数量', message: 'must be a decimal such as 24 or 1.5 (it is "十")' },
        ],
        unlisted: 0,
      },
    });
  });

  it('take a workbook, of 10,000 rows too (P-85)', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('盘点');
    sheet.addRows([['仓库盘点表'], ['物料编码', '名称', '单位', '库存数量'], ['CU-22', '铜管', 'm', 1200]]);
    for (let i = 1; i < 10_000; i += 1) sheet.addRow([`IT-${i}`, `物料 ${i}`, '台', i]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { status, body } = await take(content, '?takenAt=2025-03-10T00:47:00Z', { 'content-type': type });
    expect([status, body.warnings?.[0]?.count]).toEqual([201, 9_999]);
    expect(await requirements(body.position)).toMatchObject({ shortages: [{ onHand: '1200' }] });
  });

  it('know an item by its code and unit, however they are typed (P-161)', async () => {
    const { body } = await csv('物料编码,单位,库存数量\nｃｕ－22,米,"1,200.50"\n', '?takenAt=2025-03-10T00:50:00Z');
    expect(await requirements(body.position)).toMatchObject({ shortages: [{ onHand: '1200.5', uom: 'm' }] });
  });

  it('tell the items that nothing asks for, each once (P-162)', async () => {
    const text = 'itemCode,uom,onHand\nCU-22,m,9\nCU-22,kg,1\nXX-1,m,1\nXX-1,米,2\n';
    const { status, body } = await csv(text, '?dryRun=true');
    expect([status, body.warnings]).toEqual([
      201,
      [
        {
          code: 'STOCK_ITEMS_NOT_REQUIRED',
          count: 2,
          items: [
            { itemCode: 'CU-22', uom: 'kg', requiredUoms: ['m'] },
            { itemCode: 'XX-1', uom: 'm', requiredUoms: [] },
          ],
        },
      ],
    ]);
    expect((await csv('itemCode,uom,onHand\nCU-22,m,9\n', '?dryRun=true')).body.warnings).toBeUndefined();
  });

  it.each(['?takenAt=yesterday', '?complete=no'])('are refused with %s', async (query) => {
    expect((await csv('itemCode,uom,onHand\nA,m,1', query)).status).toBe(400);
  });

  it('is rebuilt to the same rows, and only warehouse and PMC say what is there', async () => {
    const { body } = await talk.service.post(ADMIN, '/admin/projections/stock/rebuild', { reason: 'x' });
    for (const table of body.tables) expect(table).toMatchObject({ differing: 0, rowsAfter: table.rowsBefore });
    expect((await talk.service.post(sales, SNAPSHOTS, { rows: [] })).body.code).toBe('ROLE_NOT_ALLOWED');
  });
});
