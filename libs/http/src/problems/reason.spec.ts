import { withinBounds } from './bounded-details.js';
import { reasonIn } from './reason.js';

const texts = { zh: '日期晚于今天', en: 'The date lies after today' };
const problem = {
  status: 422,
  code: 'DATE_IN_FUTURE',
  reason: 'receivedOn 2025-03-11 is after today',
  details: { receivedOn: '2025-03-11', today: '2025-03-10', lines: ['L1', 'L2'], deep: [{ a: 1 }] },
};

describe('the reason of a refusal', () => {
  it('is the sentence of the refusal in English', () =>
    expect(reasonIn('en', problem, texts)).toBe('receivedOn 2025-03-11 is after today'));
  it('is the text of the code with its facts in Chinese', () =>
    expect(reasonIn('zh', problem, texts)).toBe(
      '日期晚于今天（receivedOn：2025-03-11；today：2025-03-10；lines：L1、L2）',
    ));
  it('is never longer than 501 signs', () =>
    expect(reasonIn('en', { ...problem, reason: 'x'.repeat(9_999) }, texts)).toHaveLength(501));
  it('is missing where there is none', () =>
    expect(reasonIn('zh', { status: 500, code: 'INTERNAL_ERROR' }, texts)).toBeUndefined());
});

describe('the details of a refusal', () => {
  it('stay as they are when they are short', () => expect(withinBounds(problem.details)).toBe(problem.details));
  it('have their long lists cut', () => {
    const cut = withinBounds({ lineId: 'L1', lines: Array.from({ length: 5_000 }, (_, i) => `line ${i}`) });
    expect(cut).toMatchObject({ lineId: 'L1', cut: true });
    expect(cut.lines).toHaveLength(20);
  });
  it('are left out where even that is too long', () =>
    expect(withinBounds({ lines: Array.from({ length: 5_000 }, () => 'x'.repeat(5_000)) })).toEqual({ cut: true }));
});
