/** The part of fontkit, which pdfmake draws with, that papers are measured by; it has no typings of its own. */
declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
  }
  export function create(file: Buffer): Font;
}
