import ExcelJS from 'exceljs';
import { Bidding, LINES, liNa } from './bidding.fixtures.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = ['行号', '物料编码', '名称', '数量', '单位', '单价', '税率', '履行方式', '承诺交期'];
const ROWS = LINES.map(({ lineId, itemCode, name, qty, uom, unitPrice, fulfilment, committedDate }) => [
  lineId,
  itemCode,
  name,
  qty,
  uom,
  unitPrice,
  '13%',
  fulfilment === 'SERVICE' ? '服务' : '自制',
  committedDate,
]);
const CSV = [HEADINGS, ...ROWS].map((row) => row.join(',')).join('\r\n');

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('分项报价').addRows([['分项报价表'], HEADINGS, ...ROWS]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('the lines of a bid as a sheet', () => {
  const world = new Bidding();
  let at = '';
  beforeAll(async () => {
    await world.begin();
    at = (await world.preparing()).at;
  });
  afterAll(() => world.service.stop());

  const price = (body: string | Buffer, query: string, type: string) =>
    world.service.post(liNa, `${at}/price-bid${query}`, body, { 'content-type': type });

  it.each([
    ['CSV', 'text/csv', () => CSV],
    ['.xlsx', XLSX, workbook],
  ])('%s price it as the lines in JSON do (T-90)', async (_what, type, content) => {
    const json = await world.preparing();
    // a sheet knows no decimals that are nothing
    const lines = LINES.map((line) => ({ ...line, unitPrice: line.unitPrice?.replace('.00', '') }));
    await world.done(liNa, `${json.at}/price-bid`, { lines, costFen: 616_000_000, deliveryDays: 120 });
    const { status, text } = await price(await content(), '?costFen=616000000&deliveryDays=120', type);
    expect([status, text]).toEqual([200, expect.any(String)]);
    const { bid } = await world.get(at);
    expect(bid.price).toMatchObject({ priceFen: 700_000_000, costFen: 616_000_000, marginBps: 1_200 });
    expect(bid.price).toEqual((await world.get(json.at)).bid.price);
  });

  it('tell every cell that cannot be read, and price nothing (T-91)', async () => {
    const before = await world.get(at);
    const wrong = CSV.replace('服务', '租赁').replace('CH-2000,', ',');
    const { status, body } = await price(wrong, '?costFen=1', 'text/csv');
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect((body.details as { problems: { cell: string }[] }).problems.map(({ cell }) => cell)).toEqual(['B2', 'H5']);
    expect((await world.get(at)).revision).toBe(before.revision);
  });

  it.each([
    ['without costs', '', 'text/csv', 400],
    ['with costs that are no number', '?costFen=viel', 'text/csv', 400],
    ['in a charset that nobody knows', '?costFen=1', 'text/csv; charset=klingon', 415],
  ])('are refused %s (T-91)', async (_why, query, type, status) =>
    expect((await price(CSV, query, type)).status).toBe(status),
  );
});
