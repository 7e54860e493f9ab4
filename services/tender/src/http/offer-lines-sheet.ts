import { sheetBody, sheetTo, type SheetKind } from '@engsales/http';
import {
  bpsOf,
  date,
  fenOf,
  layoutOf,
  number,
  quantityOf,
  reference,
  term,
  text,
  unitPriceOf,
  type Cell,
  type SheetValues,
  type Terms,
  type ValueColumn,
} from '@engsales/sheets';
import type { RequestHandler } from 'express';

const FULFILMENTS: Terms = { MAKE: ['自制'], BUY: ['外购'], AGENCY: ['代理'], SERVICE: ['服务'] };

const must = (key: string, heading: string, read: (cell: Cell) => string | number): ValueColumn => ({
  key,
  heading,
  read,
});
const may = (key: string, heading: string, read: (cell: Cell) => string | number): ValueColumn => ({
  ...must(key, heading, read),
  mayBeBlank: true,
});

/** The list of what a bid offers (分项报价表), amounts in yuan. A column that nobody knows is told: it may be money. */
const COLUMNS: readonly ValueColumn[] = [
  must('lineId', '行号', reference),
  must('itemCode', '物料编码', number(64)),
  must('name', '名称', text(200)),
  may('spec', '规格', text(2_000)),
  must('qty', '数量', quantityOf({ positive: true })),
  must('uom', '单位', text(16)),
  must('unitPrice', '单价', unitPriceOf),
  may('discount', '折扣', fenOf),
  may('amount', '金额', fenOf),
  must('taxRate', '税率', bpsOf()),
  must('fulfilment', '履行方式', term(FULFILMENTS)),
  may('requestedDate', '要求日期', date),
  must('committedDate', '承诺交期', date),
  may('deliverTo', '交货地点', text(500)),
];

export const OFFER_LINES_SHEET: SheetKind = { name: '报价表', layout: layoutOf(COLUMNS) };

/** 1,000 lines with long specifications fit. */
export const offerLinesBody: RequestHandler = sheetBody('6mb');

/** The price of a bid by its lines; `costFen` and `deliveryDays` come from the query. */
export const sheetToPrice: RequestHandler = sheetTo(OFFER_LINES_SHEET, (rows, { costFen, deliveryDays }) => {
  const said: Record<string, unknown> = { lines: rows.map(offeredLineIn) };
  // a member that is not there is not the same as one without a value
  if (costFen !== undefined) said.costFen = numberIn(costFen);
  if (deliveryDays !== undefined) said.deliveryDays = numberIn(deliveryDays);
  return said;
});

/** What is no number is left for the check of the body to refuse. */
const numberIn = (said: unknown): unknown =>
  typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : said;

/** A line as the request takes it; what stands blank is absent. */
export function offeredLineIn(values: SheetValues) {
  return {
    lineId: values.get('lineId'),
    itemCode: values.get('itemCode'),
    name: values.get('name'),
    spec: values.get('spec'),
    qty: values.get('qty'),
    uom: values.get('uom'),
    unitPrice: values.get('unitPrice'),
    discountFen: values.get('discount'),
    amountFen: values.get('amount'),
    taxRateBps: values.get('taxRate'),
    fulfilment: values.get('fulfilment'),
    requestedDate: values.get('requestedDate'),
    committedDate: values.get('committedDate'),
    deliverTo: values.get('deliverTo'),
  };
}
