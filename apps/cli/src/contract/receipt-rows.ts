import { placeOfBlank, type Fields, type Report } from '../layout/row-fields.js';
import { foldedNumber } from '@engsales/values';
import { COLUMNS, type ContractHeadings } from '../layout/columns.js';
import { labelOf } from '../layout/terms.js';
import type { RequestBody } from './request-body.js';

const HEAD = COLUMNS.filter(({ key }) =>
  ['receivedOn', 'received', 'instrument', 'maturesOn', 'onAccount'].includes(key),
);

interface Receipt {
  readonly base: string;
  readonly row: number;
  readonly head: Fields;
  allocations: number;
}

function isNeeded(key: string, fields: Fields): boolean {
  if (key === 'maturesOn') return fields.get('instrument')?.value === 'COMMERCIAL_ACCEPTANCE';
  return key !== 'onAccount';
}

/** Rows with one bank reference are one receipt: the first says what came, each of them where it went. */
export class ReceiptRows {
  private readonly receipts = new Map<string, Receipt>();

  constructor(
    private readonly request: RequestBody,
    private readonly headings: ContractHeadings,
    private readonly report: Report,
  ) {}

  add(fields: Fields, row: number): void {
    const reference = fields.get('bankRef');
    if (!reference) return;
    const key = foldedNumber(String(reference.value));
    const known = this.receipts.get(key);
    if (known) this.refuseOther(known, fields);
    const receipt = known ?? this.begin(key, fields, row);
    this.allocate(receipt, fields);
  }

  private begin(key: string, fields: Fields, row: number): Receipt {
    const receipt = { base: `/receipts/${this.receipts.size}`, row, head: fields, allocations: 0 };
    this.receipts.set(key, receipt);
    this.request.mark(receipt.base, { row, rowType: labelOf('RECEIPT') });
    for (const { column, value, place } of fields.values()) {
      const path = column.uses.RECEIPT?.path;
      if (path) this.request.set(`${receipt.base}/${path}`, value, place);
    }
    for (const column of HEAD) {
      if (!isNeeded(column.key, fields) || !fields.isBlank(column.key)) continue;
      this.report(placeOfBlank({ no: row }, 'RECEIPT', column, this.headings), (t) => t.required);
    }
    return receipt;
  }

  private refuseOther({ head, row }: Receipt, fields: Fields): void {
    for (const { key } of HEAD) {
      const field = fields.get(key);
      if (field && field.value !== head.get(key)?.value) this.report(field.place, (t) => t.otherThanFirst(row));
    }
  }

  private allocate(receipt: Receipt, fields: Fields): void {
    const [milestone, amount] = [fields.get('allocatedTo'), fields.get('allocated')];
    if (milestone && fields.isBlank('allocated')) this.report(milestone.place, (t) => t.goesWith('分配金额(元)'));
    if (amount && fields.isBlank('allocatedTo')) this.report(amount.place, (t) => t.goesWith('分配节点'));
    if (!amount || !milestone) return;
    const base = `${receipt.base}/allocations/${receipt.allocations}`;
    receipt.allocations += 1;
    this.request.set(`${base}/milestoneId`, milestone.value, milestone.place);
    this.request.set(`${base}/amountFen`, amount.value, amount.place);
  }
}
