import type { Sheet } from '../cell.js';
import { Parts } from './parts.js';
import { sheetRows, type SharedParts } from './sheet-rows.js';
import { sharedStrings } from './strings.js';
import { numberFormats } from './styles.js';
import { attribute, isTrue, readXml } from './xml.js';

interface Named {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

/** The sheets of an .xlsx file in the order of their tabs. Its texts are in memory, its rows are not. */
export async function workbookSheets(content: Buffer, mostBytes: number): Promise<Sheet[]> {
  const parts = await Parts.open(content, mostBytes);
  const workbook = (await parts.relations('')).find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const relations = await parts.relations(workbook);
  const partOf = (type: string) => relations.find((relation) => relation.type === type && parts.has(relation.part));
  const { named, since1904 } = await listed(parts.text(workbook));
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')];
  const shared: SharedParts = {
    strings: texts ? await sharedStrings(parts.text(texts.part)) : [],
    formats: styles ? await numberFormats(parts.text(styles.part)) : [],
    since1904,
  };
  return named.flatMap(({ name, isHidden, relation }) => {
    const sheet = relations.find(({ id, type }) => id === relation && type === 'worksheet');
    return sheet ? [{ name, isHidden, rows: () => sheetRows(() => parts.text(sheet.part), shared) }] : [];
  });
}

async function listed(chunks: AsyncIterable<string>): Promise<{ named: Named[]; since1904: boolean }> {
  let since1904 = false;
  const named: Named[] = [];
  const sheets = readXml<Named>(chunks, (give) => ({
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const isHidden = ['hidden', 'veryHidden'].includes(attributes.state ?? '');
      give({ name: attributes.name ?? '', isHidden, relation: attribute(attributes, 'id') ?? '' });
    },
  }));
  for await (const sheet of sheets) named.push(sheet);
  return { named, since1904 };
}
