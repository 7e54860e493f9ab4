import type { BusinessDocument } from './business-document.js';
import { GLYPH_VARIANTS } from './glyph-variants.js';
import { mapTexts } from './map-texts.js';

export interface PrintableDocument {
  readonly document: BusinessDocument;
  /** Signs that the font lacks, such as "U+20BB7", each once: they stand on the paper in another form. */
  readonly missingGlyphs: readonly string[];
}

/** Signs that are never seen: controls, joiners, marks of direction, selectors of variants. */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/**
 * The document in signs that the font has: a sign that it lacks becomes its usual form where one is known, else a box with its code.
 * A PDF would show nothing in its place.
 */
export function toPrintable(document: BusinessDocument, hasGlyph: (codePoint: number) => boolean): PrintableDocument {
  const missing = new Set<string>();
  const has = (text: string) => text !== '' && [...text].every((sign) => hasGlyph(codeOf(sign)));
  const print = (sign: string): string => {
    if (sign === '\n') return sign;
    if (sign === '\t') return ' ';
    if (UNSEEN.test(sign)) return '';
    if (hasGlyph(codeOf(sign))) return sign;
    const code = `U+${codeOf(sign).toString(16).toUpperCase().padStart(4, '0')}`;
    missing.add(code);
    const spelled = [...sign.normalize('NFKC')].map((part) => (has(part) ? part : (GLYPH_VARIANTS.get(part) ?? part)));
    return has(spelled.join('')) ? spelled.join('') : `〔${code}〕`;
  };
  const change = (text: string) => [...text.replace(/\r\n?/g, '\n').normalize('NFC')].map(print).join('');
  return { document: mapTexts(document, change), missingGlyphs: [...missing] };
}

const codeOf = (sign: string): number => sign.codePointAt(0) ?? 0;
