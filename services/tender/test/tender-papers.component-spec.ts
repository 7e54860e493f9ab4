import { Bidding, liNa, type Begun } from './bidding.fixtures.js';

describe('the papers of a tender', () => {
  const world = new Bidding();
  let begun: Begun;
  beforeAll(async () => {
    await world.begin();
    begun = await world.submitted();
  });
  afterAll(() => world.service.stop());

  const paper = (name: string, query = '') => world.service.get(liNa, `${begun.at}/documents/${name}${query}`);

  it('have no record of an opening before there was one (T-86)', async () => {
    const { status, body } = await paper('opening-record');
    expect([status, body.code, body.details]).toEqual([409, 'INVALID_TRANSITION', { state: 'SUBMITTED' }]);
    await world.goTo('2025-01-27T02:00:00Z');
    await world.opened(begun);
  });

  it.each([
    ['bid-checklist', ['投标文件清单', '授权委托书 *', 'DOC-1']],
    ['opening-record', ['开标记录', '华东机电', '6,820,000.00', '2025-01-27 09:30']],
    ['go-no-go', ['投标决策表', '关系到位', '12%', '自产']],
  ])('%s is a page and a PDF (T-85, T-86, T-87)', async (name, words) => {
    const page = await paper(name);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(words.filter((word) => !page.text.includes(word))).toEqual([]);
    const pdf = await paper(name, '?format=pdf');
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(pdf.headers['content-disposition']).toContain(`${name}.pdf`);
  });

  it('of a tender that nobody knows are none (T-85)', async () => {
    const nobody = '/api/v1/tenders/0f8fad5b-d9cb-469f-a165-70867728950e/documents';
    const answers = await Promise.all(
      ['bid-checklist', 'opening-record', 'go-no-go'].map((name) => world.service.get(liNa, `${nobody}/${name}`)),
    );
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'NOT_FOUND'],
      [404, 'NOT_FOUND'],
      [404, 'NOT_FOUND'],
    ]);
  });
});
