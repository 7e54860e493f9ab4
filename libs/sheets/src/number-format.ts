/** What a number format makes of a positive number: its first section without texts, colours and blanks to align with. */
export const bareFormat = (format = ''): string =>
  (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .trim();

/** Of a day, a time or both; hours that run on ([h]:mm) are a number. */
export function isDateFormat(format = ''): boolean {
  const bare = bareFormat(format);
  return !isGeneral(bare) && /[ymdhs]/i.test(bare);
}

/** Whether a cell of this format shows which day of the month it is. */
export const showsDay = (format: string): boolean => isGeneral(format) || /d/i.test(bareFormat(format));

const isGeneral = (format: string) => format === '' || /^general$/i.test(format);

/** Fractions and powers of ten show a number only about. */
export const showsAbout = (format: string): boolean => /\/|E[+-]/i.test(bareFormat(format)) && !isDateFormat(format);

/** How many decimals a format shows; undefined where it says more than digits (general, fractions, in thousands). */
export function shownDecimals(format: string): number | undefined {
  const digits = /^[¥￥$€ ]*[#0?](?:[#0?,]*[#0?])?(\.[0#?]+)?[ %]*$/.exec(bareFormat(format));
  if (!digits) return undefined;
  return (digits[1]?.length ?? 1) - 1 + (format.includes('%') ? 2 : 0);
}
