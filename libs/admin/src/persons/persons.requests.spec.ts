import { strictValidation, ValidationFailed } from '@engsales/http';
import { PersonRequest, RevealRequest } from './persons.requests.js';

const faultsOf = (metatype: new () => object, body: object): Promise<string[]> =>
  strictValidation()
    .transform(body, { type: 'body', metatype })
    .then(
      () => [],
      (error: unknown) => {
        if (error instanceof ValidationFailed) return error.errors.map(({ pointer }) => pointer);
        throw error;
      },
    );

describe('a person for the vault (C-27)', () => {
  it('has a name, and may have a telephone, a post and an identity number', async () => {
    expect(await faultsOf(PersonRequest, { name: '张伟' })).toEqual([]);
    const all = { name: '张伟', phone: '0571-1234', post: '院长', idNo: '110101199003071234' };
    expect(await faultsOf(PersonRequest, all)).toEqual([]);
  });
  it.each<[string, object, string]>([
    ['without a name', { phone: '1' }, '/name'],
    ['with a name of 101 characters', { name: '张'.repeat(101) }, '/name'],
    ['with a telephone of 41 characters', { name: '张伟', phone: '1'.repeat(41) }, '/phone'],
    ['with a telephone that is a number', { name: '张伟', phone: 138 }, '/phone'],
    ['with an address', { name: '张伟', address: 'x' }, '/address'],
  ])('is refused %s', async (_title, body, pointer) => expect(await faultsOf(PersonRequest, body)).toEqual([pointer]));

  it.each([{}, { reason: ' ' }, { reason: 'x'.repeat(501) }])('is not revealed for the reason %p', async (body) =>
    expect(await faultsOf(RevealRequest, body)).toEqual(['/reason']),
  );
});
