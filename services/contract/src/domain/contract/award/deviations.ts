import { isAtLeast } from '@engsales/values';
import type { DeviationKind } from '../contract.values.js';
import type { ContractDocument } from '../drafting/drafting.state.js';

/** Something of the award (中标) that the contract says otherwise. */
export interface Deviation {
  readonly what: DeviationKind;
  readonly lineId?: string;
  readonly awarded?: string;
  readonly contract?: string;
}

/** Where the contract says something else than the award: its total, its lines, their item, quantity, price and day (条例 57). */
export function deviationsFromAward({ awardedFen, awardedLines, totalFen, lines }: ContractDocument): Deviation[] {
  const deviations: Deviation[] = [];
  if (awardedFen !== undefined && awardedFen !== totalFen) {
    deviations.push({ what: 'AMOUNT', awarded: String(awardedFen), contract: String(totalFen) });
  }
  if (!awardedLines) return deviations;
  for (const awarded of awardedLines) {
    const { lineId } = awarded;
    const line = lines.find((one) => one.lineId === lineId);
    if (!line) {
      deviations.push({ what: 'LINE_MISSING', lineId, awarded: awarded.itemCode });
      continue;
    }
    const compared = [
      ['ITEM', awarded.itemCode, line.itemCode],
      ['QTY', awarded.qty, line.qty],
      ['UNIT_PRICE', awarded.unitPrice, line.unitPrice],
      ['COMMITTED_DATE', awarded.committedDate, line.committedDate],
    ] as const;
    for (const [what, said, agreed] of compared) {
      if (!isSame(what, said, agreed)) deviations.push({ what, lineId, awarded: said, contract: agreed });
    }
  }
  const added = lines.filter(({ lineId }) => !awardedLines.some((awarded) => awarded.lineId === lineId));
  return [
    ...deviations,
    ...added.map(({ lineId, itemCode }) => ({ what: 'LINE_ADDED' as const, lineId, contract: itemCode })),
  ];
}

/** Numbers are the same however many zeros they end on. */
const isSame = (what: Deviation['what'], a: string, b: string): boolean =>
  what === 'QTY' || what === 'UNIT_PRICE' ? isAtLeast(a, b) && isAtLeast(b, a) : a === b;
