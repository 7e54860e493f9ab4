/** A sentence in both languages of the product. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

const SEPARATOR = '\u001f';

/** Both languages as the one text that class-validator takes for a message. */
export const bilingual = (en: string, zh: string): string => `${en}${SEPARATOR}${zh}`;

/** The two languages of a message; a text of one language serves for both. */
export function wordsIn(message: string): Words {
  const [en = '', zh = en] = message.split(SEPARATOR);
  return { en, zh };
}
