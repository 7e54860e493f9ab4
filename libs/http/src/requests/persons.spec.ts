import { Rejected } from '@engsales/event-sourcing';
import { refuseUnknownPersons } from '../routes/unknown-persons.js';
import { Nested, NestedList, Optional } from './members.js';
import { namesPersons, NoPersonText, PersonRef, personsNamedIn, StaffId } from './persons.js';
import { strictValidation } from './validation.js';
import { ValidationFailed } from './validation-failed.js';

class Signatory {
  @PersonRef() personRef!: string;
}
class Witness extends Signatory {
  @Optional() @PersonRef() guardianRef?: string;
}
class Paper {
  @NestedList(() => Signatory, 5) signatories!: Signatory[];
  @Optional() @Nested(() => Witness) witness?: Witness;
}
class Job {
  @Optional() @StaffId() ownerId?: string;
  @Optional() @NoPersonText(64) carrierRef?: string;
}

const A = '0f8fad5b-d9cb-469f-a165-70867728950e';
const B = '7d444840-9dc0-41d1-b245-5ffdce74fad2';
const C = '5b0f4b53-6f6b-4f0e-9d0c-2f1f3a8f7a01';

const taken = async (metatype: new () => object, body: object): Promise<unknown> =>
  strictValidation().transform(structuredClone(body), { type: 'body', metatype });
const faultsOf = (metatype: new () => object, body: object): Promise<string[]> =>
  taken(metatype, body).then(
    () => [],
    (error: unknown) => {
      if (error instanceof ValidationFailed) return error.errors.map(({ pointer }) => pointer);
      throw error;
    },
  );

describe('a reference to a person', () => {
  it('is a uuid; one in capitals names the same person', async () =>
    expect(await taken(Signatory, { personRef: A.toUpperCase() })).toEqual({ personRef: A }));

  it.each(['p-1', '张伟', '13800138000', '110101199003071234', '', 7, null])('is not %p', async (personRef) =>
    expect(await faultsOf(Signatory, { personRef })).toEqual(['/personRef']),
  );

  it('is found in everything that a body holds, also what the class above declares', () => {
    const body = {
      signatories: [{ personRef: A }, { personRef: B.toUpperCase() }],
      witness: { personRef: C, guardianRef: A },
    };
    expect(personsNamedIn(body, Paper)).toEqual([
      { pointer: '/signatories/0/personRef', personRef: A },
      { pointer: '/signatories/1/personRef', personRef: B },
      { pointer: '/witness/guardianRef', personRef: A },
      { pointer: '/witness/personRef', personRef: C },
    ]);
    expect([Paper, Signatory, Witness, Job].map(namesPersons)).toEqual([true, true, true, false]);
  });
});

describe('persons whom a command names', () => {
  const asked: (readonly string[])[] = [];
  const vault = {
    existing(personRefs: readonly string[]) {
      asked.push(personRefs);
      return Promise.resolve(new Set([A]));
    },
  };
  const outcome = (body: object, type: new () => object) =>
    refuseUnknownPersons(vault, body, [type]).then(
      () => 'taken',
      (error: unknown) => (error instanceof Rejected ? [error.code, error.details] : error),
    );
  beforeEach(() => asked.splice(0));

  it('are asked for at once, each once, and those that the vault does not know are named with their places', async () => {
    const body = { signatories: [{ personRef: A }, { personRef: B }, { personRef: A }], witness: { personRef: B } };
    expect(await outcome(body, Paper)).toEqual([
      'PERSON_UNKNOWN',
      { personRefs: [B], pointers: ['/signatories/1/personRef', '/witness/personRef'] },
    ]);
    expect(asked).toEqual([[A, B]]);
  });
  it('pass when the vault knows them all', async () =>
    expect(await outcome({ signatories: [{ personRef: A }] }, Paper)).toBe('taken'));
  it('are not asked for where nobody is named', async () => {
    expect(await outcome({ signatories: [] }, Paper)).toBe('taken');
    expect(await outcome({ ownerId: 'E1' }, Job)).toBe('taken');
    expect(asked).toEqual([]);
  });
});

describe('the id of one of the staff', () => {
  it.each(['E1001', 'li-na', 'zhou.min', 'E123456', A, A.toUpperCase(), 'a:b_c', 'auth0|x'.replace('|', ':')])(
    'may be %s',
    async (ownerId) => expect(await faultsOf(Job, { ownerId })).toEqual([]),
  );
  it.each([
    ['a name', '李娜'],
    ['a telephone number', '13800138000'],
    ['one with separators', '138-0013-8000'],
    ['one with several separators', '138--00.13_80:00'],
    ['an identity number', '11010119900307123X'],
    ['seven digits within a word', 'Zhang.1234567'],
    ['blanks', 'li na'],
    ['65 signs', 'x'.repeat(65)],
  ])('is never %s', async (_what, ownerId) => expect(await faultsOf(Job, { ownerId })).toEqual(['/ownerId']));
});

describe('the text that names an organisation or a number plate', () => {
  it.each(['沪A12345', '沪AD12345', '临江物流有限公司', 'DHL 4711', '京A·123456'])('may be %s', async (carrierRef) =>
    expect(await faultsOf(Job, { carrierRef })).toEqual([]),
  );
  it.each([
    '13800138000',
    '王师傅 138 0013 8000',
    '(0571) 8765-4321',
    '１３８００１３８０００',
    '110101199003071234',
    ' ',
    7,
  ])('is never %p', async (carrierRef) => expect(await faultsOf(Job, { carrierRef })).toEqual(['/carrierRef']));
});
