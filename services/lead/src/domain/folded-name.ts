const ENDINGS = /(工程项目|建设项目|项目|工程)$/u;

/** What two names of the same party have in common: width, case, blanks and punctuation do not count. */
export const foldedText = (name: string): string =>
  name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** What two names of the same project have in common: also one trailing 工程项目, 建设项目, 项目 or 工程 does not count. */
export function foldedName(name: string): string {
  const folded = foldedText(name);
  const cut = folded.replace(ENDINGS, '');
  return cut === '' ? folded : cut;
}
