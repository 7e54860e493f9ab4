import { IsString } from 'class-validator';
import { Whole } from './fields.js';
import { Nested, NestedList, Optional } from './members.js';
import { ValidationFailed } from './validation-failed.js';
import { strictValidation } from './validation.js';

class PartRequest {
  @IsString() ref!: string;
}

class LineRequest {
  @Whole(1, 99) quantity!: number;
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
      errors: [
        {
          pointer: '/document/lines',
          detail: {
            en: `has at most 100 elements (it has ${String(count)})`,
            zh: `最多 100 项（现有 ${String(count)} 项）`,
          },
        },
      ],
      more: 0,
    }),
  );

  it('names the list within a list that is too long', async () =>
    expect(await answerTo(orderOf({ quantity: 1 }, { quantity: 1, parts: [{}, {}, {}] }))).toMatchObject({
      errors: [{ pointer: '/document/lines/1/parts' }],
    }));

  it('is told once what is missing, what nobody knows, and what is wrong', async () =>
    expect(await answerTo(orderOf({}, { quantity: 1, colour: 'red' }, { quantity: 'x' }))).toEqual({
      errors: [
        { pointer: '/document/lines/0/quantity', detail: { en: 'is required', zh: '必填' } },
        {
          pointer: '/document/lines/1/colour',
          detail: { en: 'is not a member of this request', zh: '不是本请求的字段' },
        },
        {
          pointer: '/document/lines/2/quantity',
          detail: { en: 'must be a whole number from 1 to 99', zh: '须为 1 至 99 的整数' },
        },
      ],
      more: 0,
    }));

  it('has the names of its members repeated in short', async () => {
    const { errors } = (await answerTo({ ...orderOf({ quantity: 1 }), ['n'.repeat(10_000)]: 1 })) as {
      errors: { pointer: string }[];
    };
    expect(errors.map(({ pointer }) => pointer)).toEqual([`/${'n'.repeat(64)}`]);
  });

  it('is told the first fifty of its faults, and how many more there are', async () => {
    const answer = (await answerTo(repeated(60, { quantity: 'x' }))) as { errors: unknown[]; more: number };
    expect(answer.errors).toHaveLength(50);
    expect(answer.errors[0]).toEqual({
      pointer: '/document/lines/0/quantity',
      detail: { en: 'must be a whole number from 1 to 99', zh: '须为 1 至 99 的整数' },
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
