import { readXml } from './xml.js';

/** Excel writes signs that XML cannot have, and what only looks like it, as _x000D_. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Collects the text of a string with its runs; how Japanese and Chinese words sound (`rPh`) stands beside it and is no part of it. */
export class StringInParts {
  private parts: string[] = [];
  private phonetic = 0;
  private isText = false;

  open(name: string): void {
    if (name === 'rPh') this.phonetic += 1;
    this.isText = name === 't' && this.phonetic === 0;
  }

  text(text: string): void {
    if (this.isText) this.parts.push(text);
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    if (name === 't') this.isText = false;
  }

  /** What it has become; the next one begins. */
  take(): string {
    const text = unescaped(this.parts.join(''));
    this.parts = [];
    this.phonetic = 0;
    this.isText = false;
    return text;
  }
}

/** The texts that the cells of a workbook share. */
export async function sharedStrings(chunks: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  const string = new StringInParts();
  const strings = readXml<string>(chunks, (give) => ({
    open: (name) => string.open(name),
    text: (text) => string.text(text),
    close(name) {
      string.close(name);
      if (name === 'si') give(string.take());
    },
  }));
  for await (const each of strings) found.push(each);
  return found;
}
