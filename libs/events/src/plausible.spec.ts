import { contractVoided } from './contract.events.js';
import { impossibleStep, LARGEST_STEP, positionOf } from './plausible.js';
import type { PublicMessage } from './envelope.js';

const numbered = (sequence: number): PublicMessage => ({
  id: '6f1c7c5e-7a0b-5f0e-9a51-0d6d6c2b8f10',
  type: contractVoided.type,
  source: 'contract',
  subject: 'a',
  time: '2025-03-10T01:00:00.000Z',
  version: 1,
  projectId: 'a',
  correlationId: 'a',
  causationId: 'c',
  sequence,
  data: {},
});

describe('what a sequence can be', () => {
  it.each([
    [0, undefined],
    [LARGEST_STEP - 1, undefined],
    [LARGEST_STEP + 7, 7],
    [3, 7],
  ])('%d after %s', (sequence, last) => expect(impossibleStep(numbered(sequence), last)).toBeUndefined());

  it('no further ahead than an aggregate gets', () => {
    expect(impossibleStep(numbered(10_000), undefined)).toBe(
      'ce_sequence 10000 of a is more than 10000 ahead: nothing has been handled of it',
    );
    expect(impossibleStep(numbered(10_008), 7)).toBe(
      'ce_sequence 10008 of a is more than 10000 ahead: 7 was handled last',
    );
  });
});

describe('what a position can be', () => {
  it.each<[string, number | undefined]>([
    ['contract.1', 1],
    ['contract.1000000000000', 1_000_000_000_000],
    ['contract.1000000000001', undefined],
    ['contract.0', undefined],
    ['contract.01', undefined],
    ['contract.1.1', undefined],
    ['contract.', undefined],
    ['1', undefined],
    ['tender.1', undefined],
  ])('%s', (text, number) => expect(positionOf('contract', text)).toBe(number));
});
