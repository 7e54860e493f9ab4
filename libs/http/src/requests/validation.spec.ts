import { IsInt, IsString } from 'class-validator';
import { Nested, NestedList, Optional } from './fields.js';
import { ValidationFailed } from './validation-failed.js';
import { strictValidation } from './validation.js';

class PartRequest {
  @IsString() ref!: string;
}

class LineRequest {
  @IsInt() quantity!: number;
  @Optional() @NestedList(() => PartRequest, 2) parts?: PartRequest[];
}

class DocumentRequest {
  @NestedList(() => LineRequest, 100) lines!: LineRequest[];
}

class OrderRequest {
  @Nested(() => DocumentRequest) document!: DocumentRequest;
}

const answerTo = async (body: unknown): Promise<unknown> => {
  try {
    return await strictValidation().transform(body, { type: 'body', metatype: OrderRequest });
  } catch (error) {
    if (error instanceof ValidationFailed) return { errors: error.errors, more: error.more };
    throw error;
  }
};
const orderOf = (...lines: unknown[]) => ({ document: { lines } });
const repeated = (count: number, line: unknown) => orderOf(...Array.from({ length: count }, () => line));

describe('the body of a request', () => {
  it('becomes an object of its class', async () =>
    expect(await answerTo(repeated(100, { quantity: 1, parts: [{ ref: 'a' }] }))).toBeInstanceOf(OrderRequest));

  it.each([101, 87_000])('with a list of %i instead of 100 is refused by one fault', async (count) =>
    expect(await answerTo(repeated(count, {}))).toEqual({
      errors: [{ pointer: '/document/lines', detail: `lines has at most 100 elements (it has ${String(count)})` }],
      more: 0,
    }),
  );

  it('names the list within a list that is too long', async () =>
    expect(await answerTo(orderOf({ quantity: 1 }, { quantity: 1, parts: [{}, {}, {}] }))).toMatchObject({
      errors: [{ pointer: '/document/lines/1/parts' }],
    }));

  it('is refused when it holds more values than any request needs, in a field that nobody knows too', async () =>
    expect(await answerTo({ ...orderOf({ quantity: 1 }), unknown: Array(200_001).fill(0) })).toEqual({
      errors: [{ pointer: '', detail: 'the request has more than 200000 values' }],
      more: 0,
    }));

  it('is told the first fifty of its faults, and how many more there are', async () => {
    const answer = (await answerTo(repeated(60, { quantity: 'x' }))) as { errors: unknown[]; more: number };
    expect(answer.errors).toHaveLength(50);
    expect(answer.errors[0]).toEqual({
      pointer: '/document/lines/0/quantity',
      detail: 'quantity must be an integer number',
    });
    expect(answer.more).toBe(10);
  });

  it.each([[null], ['text'], [7], [[]]])('that is %p is a fault and no error', async (body) =>
    expect(await answerTo(body)).toHaveProperty('errors'),
  );

  it.each([[{ document: [] }], [{ document: null }], [orderOf(null)], [{ document: { lines: { length: 5 } } }]])(
    'of another form, %j, is a fault and no error',
    async (body) => expect(await answerTo(body)).toHaveProperty('errors'),
  );
});
