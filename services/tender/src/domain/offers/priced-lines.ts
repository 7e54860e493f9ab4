import { Rejected } from '@engsales/event-sourcing/domain';
import {
  amountOfLine,
  isPositiveQuantity,
  isUnitPrice,
  MAX_LINES,
  offeredLineOf,
  type OfferedLine,
} from '@engsales/values';

/** A line of an offer with what it is worth. */
export interface PricedLine extends OfferedLine {
  readonly amountFen: number;
}

/**
 * Works out what the lines of an offer are worth.
 * @throws Rejected TOO_MANY_LINES {lines}, LINE_AMOUNT_MISMATCH {lineId, givenFen?, amountFen}, VALIDATION_FAILED {pointer}
 */
export function priceLines(lines: readonly OfferedLine[]): PricedLine[] {
  if (lines.length > MAX_LINES) {
    throw new Rejected('TOO_MANY_LINES', `the offer has ${lines.length} lines`, { lines: lines.length });
  }
  const ids = lines.map(({ lineId }) => lineId);
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined) {
    throw new Rejected('VALIDATION_FAILED', `lineId ${double} stands twice`, { pointer: '/lines', lineId: double });
  }
  return lines.map(priceLine);
}

function priceLine(line: OfferedLine, index: number): PricedLine {
  if (!isPositiveQuantity(line.qty)) {
    throw new Rejected('VALIDATION_FAILED', 'qty is not a positive decimal text', { pointer: `/lines/${index}/qty` });
  }
  if (!isUnitPrice(line.unitPrice)) {
    const pointer = `/lines/${index}/unitPrice`;
    throw new Rejected('VALIDATION_FAILED', 'unitPrice is not a decimal text of yuan', { pointer });
  }
  const { amountFen, fits } = amountOfLine(line);
  if (!fits) {
    const details = { lineId: line.lineId, givenFen: line.amountFen, amountFen };
    throw new Rejected('LINE_AMOUNT_MISMATCH', `line ${line.lineId} comes to ${amountFen} fen`, details);
  }
  return { ...offeredLineOf(line), amountFen };
}
