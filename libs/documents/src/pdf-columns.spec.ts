import { fitColumns, type ColumnContent } from './pdf-columns.js';
import { PAGE, RULE } from './pdf-style.js';

/** Every sign is half as wide as it is high. */
const halfAnEm = (text: string) => text.length / 2;
const column = (share: number, whole: boolean, ...texts: string[]): ColumnContent => {
  return { share, whole, texts: texts.map((text) => ({ text, bold: false })) };
};
const fit = (...columns: ColumnContent[]) => fitColumns(columns, halfAnEm);
const tableWidth = ({ widths, padding }: ReturnType<typeof fit>) =>
  widths.reduce((sum, width) => sum + width + 2 * padding + RULE, RULE);

const AMOUNT = '90,071,992,547,409.91';
const TEXT = '螺'.repeat(400);

describe('the columns of a table on paper (C-120)', () => {
  it('have their shares of the width while everything fits', () => {
    const { widths, size, padding } = fit(column(0.75, false, '水泵'), column(0.25, true, '1.00'));
    expect([size, padding]).toEqual([9, 5]);
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(3, 5);
  });

  it('give an amount its room, and take it from the text', () => {
    const { widths, size } = fit(column(0.9, false, TEXT), column(0.1, true, AMOUNT));
    expect(size).toBe(9);
    expect(widths[1]).toBeCloseTo(halfAnEm(AMOUNT) * 9 + 0.1, 5);
  });

  it('also a day, and an amount that stands in a text', () => {
    const { widths } = fit(
      column(0.98, false, TEXT),
      column(0.01, false, '于 2025-03-17 前'),
      column(0.01, false, `M1 ${AMOUNT}`),
    );
    expect(widths.slice(1)).toEqual([expect.closeTo(5 * 9 + 0.1, 5), expect.closeTo(halfAnEm(AMOUNT) * 9 + 0.1, 5)]);
  });

  it.each([
    [3, 9],
    [4, 7.5],
    [5, 7],
  ])('with %d columns of large amounts have text of %d points, never less than 7', (count, points) => {
    const amounts = Array.from({ length: count }, () => column(0.1, true, AMOUNT));
    const fitted = fit(column(1 - count / 10, false, TEXT), ...amounts);
    expect(fitted.size).toBe(points);
    for (const width of fitted.widths.slice(1)) expect(width).toBeGreaterThanOrEqual(halfAnEm(AMOUNT) * points);
    // three signs at the least
    expect(fitted.widths[0]).toBeGreaterThanOrEqual(3 * points);
  });

  it.each([1, 3, 5, 8, 12])('are as wide as the page, and no wider, also with %d amounts that do not fit', (count) => {
    const fitted = fit(
      column(0.5, false, TEXT),
      ...Array.from({ length: count }, () => column(0.5 / count, true, AMOUNT)),
    );
    expect(tableWidth(fitted)).toBeCloseTo(PAGE.width, 5);
    expect(fitted.size).toBeGreaterThanOrEqual(7);
  });
});
