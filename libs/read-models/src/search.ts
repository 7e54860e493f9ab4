import { foldedNumber } from '@engsales/values';

/**
 * A pattern for LIKE over a folded column: a part of the text, whatever its width, case and blanks. What means something to LIKE stands
 * for itself.
 */
export function partOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `%${foldedNumber(text).replace(/[\\%_]/g, '\\$&')}%`;
}

/** SQL that folds texts as `partOf` does, where the folded text has no column of its own. */
export const foldedSql = (...columns: readonly string[]): string =>
  `upper(regexp_replace(normalize(concat_ws(' ', ${columns.join(', ')}), NFKC), '\\s', '', 'g'))`;
