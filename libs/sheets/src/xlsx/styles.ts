import { attribute, readXml } from './xml.js';

/** Formats that have a number only (ECMA-376 18.8.30); those of days also as East Asian Excel numbers them. */
const BUILT_IN = new Map<number, string>([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [32, 'h:mm'],
  [33, 'h:mm:ss'],
  [34, 'h:mm AM/PM'],
  [35, 'h:mm:ss AM/PM'],
  [37, '#,##0'],
  [38, '#,##0'],
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [41, '#,##0'],
  [42, '#,##0'],
  [43, '#,##0.00'],
  [44, '#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [55, 'h:mm AM/PM'],
  [56, 'h:mm:ss AM/PM'],
]);
const MONTHS = [17, 27, 57];
const DAYS = [14, 15, 16, 22, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 58];

function builtIn(id: number): string {
  if (DAYS.includes(id)) return 'yyyy-mm-dd';
  return MONTHS.includes(id) ? 'yyyy-mm' : (BUILT_IN.get(id) ?? '');
}

/** The number format of each cell style, by its index; '' is General. */
export async function numberFormats(chunks: AsyncIterable<string>): Promise<string[]> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let isOfCells = false;
  const styles = readXml<number>(chunks, (give) => ({
    open(name, attributes) {
      if (name === 'cellXfs') isOfCells = true;
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') own.set(id, attribute(attributes, 'formatCode') ?? '');
      if (name === 'xf' && isOfCells) give(id);
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false;
    },
  }));
  for await (const id of styles) ids.push(id);
  return ids.map((id) => {
    const code = own.get(id) ?? builtIn(id);
    return code === 'General' ? '' : code;
  });
}
