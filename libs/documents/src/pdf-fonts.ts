import { readFile } from 'node:fs/promises';
import pdfmake from 'pdfmake';

/** Name of the font in a PDF's definition. */
export const FONT = 'NotoSansSC';

const FILES = {
  normal: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};

// pdfmake's typings leave out the store of files that it reads fonts from
const memory = (pdfmake as unknown as { virtualfs: { writeFileSync(name: string, content: Buffer): void } }).virtualfs;
let loading: Promise<void> | undefined;

/** Puts the two fonts (10 MB each, OFL) into memory once; a PDF holds only the signs that it uses. */
export function loadFonts(): Promise<void> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<void> {
  // whatever a document says, printing it opens no other file and fetches nothing
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  await Promise.all(
    Object.values(FILES).map(async (file) => memory.writeFileSync(file, await readFile(require.resolve(file)))),
  );
  pdfmake.setFonts({ [FONT]: FILES });
}
