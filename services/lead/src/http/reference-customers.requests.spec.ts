import { ReferenceCustomersQuery, ReferenceListPaperQuery } from './reference-customers.requests.js';
import { faultsOf, taken } from './requests.fixtures.js';

const FILTERS = { productLineId: '0f8fad5b-d9cb-469f-a165-70867728950e', city: '临江市', q: '医院', sort: '-customer' };

describe('what the references are asked for (L-253, L-255)', () => {
  it('is the same for the list and for the paper, but for pages and the format', async () => {
    expect(await taken(ReferenceCustomersQuery, FILTERS)).toEqual({ ...FILTERS, limit: 50 });
    expect(await taken(ReferenceListPaperQuery, FILTERS)).toEqual({ ...FILTERS, format: 'html' });
  });
  it.each([
    ['a sort that there is not', { sort: 'amount' }, '/sort'],
    ['a line that is no id', { productLineId: 'CHILLER' }, '/productLineId'],
    ['an unknown word', { salespersonId: 'li-na' }, '/salespersonId'],
  ])('is refused with %s', async (_title, words, pointer) => {
    expect(await faultsOf(ReferenceCustomersQuery, { ...FILTERS, ...words })).toEqual([pointer]);
    expect(await faultsOf(ReferenceListPaperQuery, { ...FILTERS, ...words })).toEqual([pointer]);
  });
  it('has no page on paper', async () =>
    expect(await faultsOf(ReferenceListPaperQuery, { ...FILTERS, limit: 10 })).toEqual(['/limit']));
});
