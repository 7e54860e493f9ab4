import type { BusinessDocument } from '@engsales/documents';
import type { Page } from '@engsales/read-models';
import type { ReferenceCustomer } from '../read-models/reference-customers/reference-customers.query.js';

/** 用户清单 as a visitor takes it along (J7): for whom we have built what. No amount stands on it. */
export function referenceListDocument(
  { items, nextCursor }: Page<ReferenceCustomer>,
  generatedOn: string,
): BusinessDocument {
  return {
    title: '用户清单',
    generatedOn,
    footer: nextCursor === null ? `共 ${items.length} 项` : `仅列前 ${items.length} 项`,
    blocks: [
      {
        kind: 'table',
        columns: [
          { heading: '序号', width: 0.5, align: 'center' },
          { heading: '用户', width: 2 },
          { heading: '项目', width: 2.4 },
          { heading: '城市', width: 0.9 },
          { heading: '年份', width: 0.6, align: 'center' },
          { heading: '产品', width: 1.4 },
          { heading: '案例', width: 1.6 },
        ],
        rows: items.map(({ customerName, projectName, city, year, productLines, cases }, index) => [
          String(index + 1),
          customerName,
          projectName,
          city ?? '',
          String(year),
          productLines.map(({ name }) => name).join('、'),
          cases.map(({ title }) => title).join('、'),
        ]),
      },
    ],
  };
}
