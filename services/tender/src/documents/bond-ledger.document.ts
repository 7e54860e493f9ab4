import type { BusinessDocument } from '@engsales/documents';
import { formatYuan } from '@engsales/values';
import type { BondType, Instrument } from '../domain/bond/bond.values.js';
import type { BondLedger } from '../read-models/bonds/bond-ledger.query.js';
import { BOND_TYPE, INSTRUMENT } from './bond-terms.js';

/** 投标保证金台账: what is with others, until when, and what has come back. */
export function bondLedgerDocument(
  { asOf, items, nextCursor, sums }: BondLedger,
  generatedOn: string,
): BusinessDocument {
  const { total } = sums;
  return {
    title: '投标保证金台账',
    subtitle: `截至 ${asOf}，单位：元`,
    generatedOn,
    footer: nextCursor === null ? `共 ${total.bonds} 笔` : `仅列前 ${items.length} 笔，合计为全部 ${total.bonds} 笔`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: '序号', width: 0.5, align: 'center' },
          { heading: '项目', width: 2 },
          { heading: '招标编号', width: 1.2 },
          { heading: '类型', width: 0.8 },
          { heading: '金额', width: 1.2, align: 'right' },
          { heading: '方式', width: 0.9 },
          { heading: '开具行', width: 1.2 },
          { heading: '缴纳日', width: 1 },
          { heading: '到期日', width: 1 },
          { heading: '应退日', width: 1 },
          { heading: '已退', width: 1.2, align: 'right' },
          { heading: '利息', width: 0.9, align: 'right' },
          { heading: '逾期天数', width: 0.7, align: 'right' },
        ],
        rows: items.map((row, index) => [
          String(index + 1),
          row.projectName ?? '',
          row.tenderNo ?? '',
          BOND_TYPE[row.type as BondType],
          formatYuan(row.amountFen),
          INSTRUMENT[row.instrument as Instrument],
          row.issuer ?? '',
          row.lodgedOn,
          row.validUntil ?? '',
          row.releaseDueOn ?? '',
          formatYuan(row.releasedFen),
          formatYuan(row.interestFen),
          row.daysOverdue > 0 ? String(row.daysOverdue) : '',
        ]),
        total: [
          '合计',
          '',
          '',
          '',
          formatYuan(total.amountFen),
          '',
          '',
          '',
          '',
          '',
          formatYuan(total.releasedFen),
          formatYuan(total.interestFen),
          '',
        ],
      },
    ],
  };
}
