import 'reflect-metadata';
import { StaffIds, wordsIn, SomeOf, Texts, Uuids } from '@engsales/http';
import { validateSync } from 'class-validator';

class Said {
  @Texts(10) texts: unknown = [];
  @SomeOf(['A', 'B']) words: unknown = [];
  @Uuids() ids: unknown = [];
  @StaffIds(2, 0) staffIds: unknown = [];
  @StaffIds(2, 1) someStaff: unknown = ['li-na'];
}

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** What is wrong with a request that says this, in English. */
const faultsOf = (said: Partial<Record<keyof Said, unknown>>): string[] =>
  validateSync(Object.assign(new Said(), said)).flatMap(({ constraints = {} }) =>
    Object.values(constraints).map((message) => wordsIn(message).en),
  );

describe('lists in requests', () => {
  it.each([
    [{ texts: ['价格低', '售后快'] }],
    [{ texts: ['同', '同'] }],
    [{ words: ['B', 'A'] }],
    [{ ids: [ID] }],
    [{ staffIds: ['li-na', 'E1001'] }],
    [{ someStaff: ['zhao-lei'] }],
  ])('take %j', (said) => expect(faultsOf(said)).toEqual([]));

  it.each([
    [{ texts: '价格低' }, 'must be a list'],
    [{ texts: [''] }, 'each must be a text of 1 to 10 signs'],
    [{ texts: ['  '] }, 'each must be a text of 1 to 10 signs'],
    [{ texts: ['一二三四五六七八九十一'] }, 'each must be a text of 1 to 10 signs'],
    [{ texts: [7] }, 'each must be a text of 1 to 10 signs'],
    [{ texts: Array(51).fill('一') }, 'has at most 50 elements'],
    [{ words: ['C'] }, 'each must be one of A, B'],
    [{ words: ['A', 'A'] }, 'must name each thing once'],
    [{ ids: ['x'] }, 'each must be a uuid'],
    [{ ids: [ID, ID] }, 'must name each thing once'],
    [{ staffIds: ['a', 'b', 'c'] }, 'has at most 2 elements'],
    [{ staffIds: ['a', 'a'] }, 'must name each person once'],
    [{ someStaff: [] }, 'has at least 1 elements'],
  ])('refuse %j', (said, fault) => expect(faultsOf(said)).toContain(fault));

  it.each(['李娜', '13800001234', 'li na', ''])('never take %j for one of the staff', (name) =>
    expect(faultsOf({ staffIds: [name] })[0]).toMatch(/^each must be the id of one of the staff/),
  );
});
