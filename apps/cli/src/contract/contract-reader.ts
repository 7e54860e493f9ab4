import { labelOf, type RowType } from '../layout/terms.js';
import { blankPlaces, fieldsOf, type Fields, type Report } from '../layout/row-fields.js';
import type { SheetPlace } from '@engsales/sheets';
import type { Problems, Tell } from '../texts.js';
import type { ContractRows, TypedRow } from './contract-rows.js';
import { refuseMilestoneShape, refuseScopeWithoutMode, refuseUnknown } from './cross-checks.js';
import { noIds, type Ids } from './ids.js';
import { ReceiptRows } from './receipt-rows.js';
import { RequestBody } from './request-body.js';

export interface ReadContract {
  readonly contractNo: string;
  readonly request: RequestBody;
  readonly isSound: boolean;
}

/** What a row of goods says of its line: the list of the request, the column, and what it is called there. */
const MOVED = [
  ['/produced', 'producedQty', 'qty'],
  ['/shipped', 'shippedQty', 'qty'],
  ['/delivered', 'deliveredQty', 'qty'],
  ['/installed', 'installedOn', 'on'],
  ['/accepted', 'acceptedOn', 'on'],
] as const;

/** One contract from its rows; problems are told for all of them. */
export class ContractReader {
  private readonly request = new RequestBody();
  private readonly counts = new Map<string, number>();
  private readonly receipts: ReceiptRows;
  readonly lines = noIds();
  readonly milestones = noIds();
  /** The service would take the first of two rows and pass over the other. */
  private readonly once = { triggered: noIds(), moved: noIds() };
  private isSound: boolean;

  constructor(
    private readonly contract: ContractRows,
    private readonly problems: Problems,
  ) {
    this.isSound = !contract.broken;
    this.receipts = new ReceiptRows(this.request, contract.headings, this.report);
  }

  read(): ReadContract {
    const { contractNo, firstRow, rows } = this.contract;
    this.request.mark('', { row: rows.find(({ rowType }) => rowType === 'CONTRACT')?.row.no ?? firstRow });
    for (const typed of rows) this.readRow(typed);
    for (const needed of ['CONTRACT', 'LINE', 'MILESTONE'] as const) {
      if (!rows.some(({ rowType }) => rowType === needed))
        this.report({ row: firstRow }, (t) => t.noRowOf(labelOf(needed)));
    }
    refuseUnknown(this.lines, this.report);
    refuseUnknown(this.milestones, this.report);
    return { contractNo, request: this.request, isSound: this.isSound };
  }

  private readonly report: Report = (place: SheetPlace, tell: Tell): void => {
    this.isSound = false;
    this.problems.add(place, tell, { contractNo: this.contract.contractNo });
  };

  private readRow({ row, rowType }: TypedRow): void {
    if ([...row.cells.values()].some(({ hidden }) => hidden === 'ROW')) {
      return this.report({ row: row.no, rowType: labelOf(rowType) }, (t) => t.hiddenRow);
    }
    const fields = fieldsOf(row, rowType, this.contract.headings, this.report);
    const place: SheetPlace = { row: row.no, rowType: labelOf(rowType) };
    switch (rowType) {
      case 'CONTRACT':
        return this.readHead(fields, place);
      case 'LINE':
        this.give(this.lines, fields.get('lineId'));
        return this.take(fields, rowType, this.next('/document/lines', place), place);
      case 'MILESTONE':
        return this.readMilestone(fields, place);
      case 'TRIGGERED':
        this.use(this.milestones, fields.get('milestoneId'));
        this.give(this.once.triggered, fields.get('milestoneId'));
        return this.take(fields, rowType, this.next('/triggered', place), place);
      case 'RECEIPT':
        this.use(this.milestones, fields.get('allocatedTo'));
        return this.receipts.add(fields, row.no);
      case 'GOODS':
        return this.readGoods(fields, place);
    }
  }

  private readHead(fields: Fields, place: SheetPlace): void {
    if (this.next('/heads', place) !== '/heads/0') this.report(place, (t) => t.secondHead);
    const number = fields.get('contractNo');
    if (number) this.request.set('/contractNo', this.contract.contractNo, number.place);
    this.request.mark('/document', place);
    this.take(fields, 'CONTRACT', '', place);
  }

  private readMilestone(fields: Fields, place: SheetPlace): void {
    this.give(this.milestones, fields.get('milestoneId'));
    const base = this.next('/document/paymentMilestones', place);
    if (fields.isBlank('gate')) this.request.set(`${base}/gate`, 'NONE', place);
    const scoped = fields.get('scopeLines');
    for (const lineId of (scoped?.value ?? []) as readonly string[])
      this.lines.used.push([lineId, scoped?.place ?? place]);
    refuseMilestoneShape(fields, place, this.report);
    refuseScopeWithoutMode(fields, this.report);
    this.take(fields, 'MILESTONE', base, place);
  }

  private readGoods(fields: Fields, place: SheetPlace): void {
    const line = fields.get('lineId');
    this.use(this.lines, line);
    this.give(this.once.moved, line);
    if (MOVED.every(([, key]) => fields.isBlank(key))) this.report(place, (t) => t.nothingMoved);
    for (const [list, key, member] of MOVED) {
      const field = fields.get(key);
      if (!field || !line) continue;
      const base = this.next(list, place);
      this.request.set(`${base}/lineId`, line.value, line.place);
      this.request.set(`${base}/${member}`, field.value, field.place);
    }
  }

  /** Puts every field where its column says. */
  private take(fields: Fields, rowType: RowType, base: string, { row }: SheetPlace): void {
    for (const { column, value, place } of fields.values()) {
      const path = column.uses[rowType]?.path;
      if (path) this.request.set(`${base}/${path}`, value, place);
    }
    for (const [path, place] of blankPlaces(fields, rowType, row, this.contract.headings)) {
      this.request.mark(`${base}/${path}`, place);
    }
  }

  private next(list: string, place: SheetPlace): string {
    const index = this.counts.get(list) ?? 0;
    this.counts.set(list, index + 1);
    this.request.mark(`${list}/${index}`, place);
    return `${list}/${index}`;
  }

  private give(ids: Ids, field: ReturnType<Fields['get']>): void {
    if (!field) return;
    const id = String(field.value);
    const first = ids.given.get(id);
    if (first) this.report(field.place, (t) => t.givenTwice(id, first.cell ?? ''));
    else ids.given.set(id, field.place);
  }

  private use(ids: Ids, field: ReturnType<Fields['get']>): void {
    if (field) ids.used.push([String(field.value), field.place]);
  }
}
