import { foldedNumber } from './outside-number.js';

/** Units that have several names; counters (台, 套, 个, 件) are units of their own. */
const NAMES: readonly (readonly string[])[] = [
  ['m', '米', '公尺'],
  ['mm', '毫米'],
  ['cm', '厘米'],
  ['km', '千米', '公里'],
  ['m2', '平方米', '平米', 'sqm'],
  ['m3', '立方米', '立方', 'cbm'],
  ['g', '克'],
  ['kg', '千克', '公斤'],
  ['t', '吨'],
  ['l', '升'],
  ['ml', '毫升'],
  ['pcs', 'pc', 'piece', 'pieces'],
  ['set', 'sets'],
  ['h', '小时'],
];
const UNITS = new Map(NAMES.flatMap((names) => names.map((name) => [foldedNumber(name), names[0] ?? name])));

/** A unit of measure as it is compared: 米, M and ｍ are one unit, m² and ㎡ too; none is converted into another. */
export function foldedUnit(text: string): string {
  const folded = foldedNumber(text);
  return UNITS.get(folded) ?? folded;
}
