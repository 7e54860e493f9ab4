import { create, type Font } from 'fontkit';
import { readFile } from 'node:fs/promises';
import pdfmake from 'pdfmake';

/** Name of the font in a PDF's definition. */
export const FONT = 'NotoSansSC';

const FILES = {
  normal: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

/** What the fonts say about signs before anything is laid out. */
export interface FontFacts {
  /** Both weights have the same signs. */
  hasGlyph(codePoint: number): boolean;
  /** Width of a text in one line, in its font's size. */
  widthInEm(text: string, bold: boolean): number;
}

// pdfmake's typings leave out the store of files that it reads fonts from
const memory = (pdfmake as unknown as { virtualfs: { writeFileSync(name: string, content: Buffer): void } }).virtualfs;
let loading: Promise<FontFacts> | undefined;

/** Puts the two fonts (10 MB each, OFL) into memory once; a PDF holds only the signs that it uses. */
export function loadFonts(): Promise<FontFacts> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<FontFacts> {
  // whatever a document says, printing it opens no other file and fetches nothing
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const [normal, bold] = await Promise.all([loadFont(FILES.normal), loadFont(FILES.bold)]);
  pdfmake.setFonts({ [FONT]: FILES });
  return {
    hasGlyph: (codePoint) => normal.hasGlyphForCodePoint(codePoint),
    widthInEm: (text, isBold) => [...text].reduce((sum, sign) => sum + (isBold ? bold : normal).widthOf(sign), 0),
  };
}

async function loadFont(file: string) {
  const content = await readFile(require.resolve(file));
  memory.writeFileSync(file, content);
  const font = create(content);
  return { hasGlyphForCodePoint: (code: number) => font.hasGlyphForCodePoint(code), widthOf: widthsOf(font) };
}

/** Kerning is left out: it only ever draws the signs of an amount together. */
function widthsOf(font: Font): (sign: string) => number {
  const known = new Map<string, number>();
  return (sign) => {
    const width = known.get(sign) ?? font.glyphForCodePoint(sign.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
    known.set(sign, width);
    return width;
  };
}
