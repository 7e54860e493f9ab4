/** API name -> what people write, the first being what we write. */
export type Terms = Readonly<Record<string, readonly string[]>>;

/** As headings and terms are compared: width, case, blanks, stars and signs without width say nothing. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*\p{Cf}]/gu, '')
    .toUpperCase();

/** The API name of a term in Chinese or of the API. */
export function apiNameOf(terms: Terms, text: string): string | undefined {
  const said = folded(text);
  const isMeant = ([name, others]: [string, readonly string[]]) =>
    name === said || others.some((term) => folded(term) === said);
  return Object.entries(terms).find(isMeant)?.[0];
}
