import type { Block, SignaturesBlock } from './business-document.js';
import { LINE, PAGE, SIZE } from './pdf-style.js';

/** At least as many lines as the text will take in a width in points: every sign counts as wide as a Chinese one. */
function lineCount(text: string, width: number): number {
  const perLine = Math.max(1, Math.floor(width / SIZE));
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / perLine)), 0);
}

/** pdfmake drops what an unbreakable part has beyond one page, so a row of such long texts must be allowed to break. */
export function fitsOnPage(texts: readonly string[], widths: readonly number[]): boolean {
  const most = (PAGE.height * 0.7) / (SIZE * LINE);
  return texts.every((text, column) => lineCount(text, widths[column] ?? PAGE.width) <= most);
}

/** At most a quarter of a page or so: may be moved as a whole to the next page without leaving a hole. */
export function isShort(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
    case 'notice':
      return true;
    case 'paragraph':
      return lineCount(block.text, PAGE.width * 0.85) <= 12;
    case 'facts': {
      const width = PAGE.width / 2 / (block.columns ?? 2);
      return block.facts.reduce((sum, fact) => sum + lineCount(fact.value + fact.label, width), 0) <= 20;
    }
    case 'table':
      return false;
    case 'signatures':
      return isSignedTogether(block);
  }
}

/** Signatures that stay on one page, also with something short before them. */
export const isSignedTogether = ({ parties }: SignaturesBlock): boolean =>
  parties.every((party) => party.lines.length <= 8 && party.name.length <= 200);
