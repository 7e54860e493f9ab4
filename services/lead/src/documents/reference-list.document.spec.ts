import type { ReferenceCustomer } from '../read-models/reference-customers/reference-customers.query.js';
import { referenceListDocument } from './reference-list.document.js';

const HOSPITAL: ReferenceCustomer = {
  customerPartyId: 'party-7',
  customerName: '临江市第二人民医院',
  customerSegment: 'ENTERPRISE_INSTITUTION',
  projectId: 'project-1',
  projectName: '新院区中央空调',
  city: '临江市',
  year: 2024,
  productLines: [
    { productLineId: 'l-1', name: '冷水机组' },
    { productLineId: 'l-2', name: '末端' },
  ],
  cases: [{ caseStudyId: 'c-1', title: '二院案例' }],
};
const SCHOOL: ReferenceCustomer = {
  ...HOSPITAL,
  customerName: '滨江学校',
  city: null,
  year: 2025,
  productLines: [],
  cases: [],
};
const NOW = '2025-03-10 09:00';

describe('the references on paper (L-255)', () => {
  it('have a row each, with what is known of them', () => {
    const { title, generatedOn, footer, blocks } = referenceListDocument(
      { items: [HOSPITAL, SCHOOL], nextCursor: null },
      NOW,
    );
    expect({ title, generatedOn, footer }).toEqual({ title: '用户清单', generatedOn: NOW, footer: '共 2 项' });
    expect(blocks).toMatchObject([
      {
        kind: 'table',
        rows: [
          ['1', '临江市第二人民医院', '新院区中央空调', '临江市', '2024', '冷水机组、末端', '二院案例'],
          ['2', '滨江学校', '新院区中央空调', '', '2025', '', ''],
        ],
      },
    ]);
  });
  it('say when there are more than the paper has', () =>
    expect(referenceListDocument({ items: [HOSPITAL], nextCursor: 'next' }, NOW).footer).toBe('仅列前 1 项'));
  it('are a table without rows where there is none', () =>
    expect(referenceListDocument({ items: [], nextCursor: null }, NOW).blocks).toMatchObject([{ rows: [] }]));
});
