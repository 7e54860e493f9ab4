/** C0, C1 and DEL, and the signs that turn the direction of what follows: a terminal obeys them. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text of somebody else as one line that a terminal only shows. */
export const printable = (text: string): string => text.replace(/[\r\n\t]+/g, ' ').replace(OBEYED, '');

/** JSON that says the same and that a terminal only shows. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value).replace(OBEYED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
