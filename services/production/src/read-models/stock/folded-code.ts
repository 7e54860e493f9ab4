/**
 * The blanks and signs without width that `foldedNumber` of @engsales/values passes over, as a regular expression of PostgreSQL
 * names them: it knows no classes of Unicode, and its \s follows the locale.
 */
export const SIGNS_WITHOUT_WIDTH = [
  String.raw`\u0009-\u000D\u0020\u00A0\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F\u0890-\u0891\u08E2`,
  String.raw`\u115F-\u1160\u1680\u17B4-\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000`,
  String.raw`\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD\U00013430-\U0001343F`,
  String.raw`\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF`,
].join('');

/** A code in a column as `foldedNumber` compares it: width, case, blanks and signs without width say nothing. */
export const foldedColumn = (column: string): string =>
  `upper(regexp_replace(normalize(${column}, NFKC), '[${SIGNS_WITHOUT_WIDTH}]+', '', 'g'))`;
