/**
 * A number that the world outside gives (contract, invoice, bank reference, delivery note, serial number) as it is compared: width,
 * case, blanks and signs without width do not tell numbers apart, since they look the same on paper.
 */
export function foldedNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .toUpperCase();
}

/** Whether two texts are one number of the world outside. */
export const isSameNumber = (a: string, b: string): boolean => foldedNumber(a) === foldedNumber(b);
