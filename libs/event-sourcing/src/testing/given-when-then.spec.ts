import { given, issued } from './given-when-then.js';
import { Rejected, type Command, type Decider, type DomainEvent } from '../decider.js';

type Counted = DomainEvent<'Counted', { n: number; at?: unknown }>;
type Count = Command<'Count', { events: readonly unknown[]; refuse?: string }>;

const counter: Decider<number, Count, Counted> = {
  category: 'counter',
  stored: { Counted: 1 },
  initialState: 0,
  decide(command) {
    if (command.data.refuse) throw new Rejected(command.data.refuse, 'no', { why: 'so' });
    return command.data.events.map((data) => ({ type: 'Counted', data }) as Counted);
  },
  evolve: (state) => state + 1,
};
const counted = (n: number, at?: unknown): Counted => ({
  type: 'Counted',
  data: { n, ...(at === undefined ? {} : { at }) },
});
const count = (...events: unknown[]): Count => ({ type: 'Count', data: { events }, issued: issued() });
const refuse = (code: string): Count => ({ type: 'Count', data: { events: [], refuse: code }, issued: issued() });

describe('given-when-then', () => {
  it('passes on exactly the expected events', () => {
    given(counter, counted(1))
      .when(count({ n: 1 }, { n: 2 }))
      .then(counted(1), counted(2));
    given(counter).when(count()).thenNothing();
    given(counter).when(refuse('NO')).thenRejected('NO', { why: 'so' });
  });

  it.each<[string, () => void]>([
    [
      'a wrong value',
      () =>
        given(counter)
          .when(count({ n: 1, at: '2025-01-01' }))
          .then(counted(1, '2025-01-02')),
    ],
    [
      'another order',
      () =>
        given(counter)
          .when(count({ n: 1 }, { n: 2 }))
          .then(counted(2), counted(1)),
    ],
    [
      'an extra event',
      () =>
        given(counter)
          .when(count({ n: 1 }, { n: 2 }))
          .then(counted(1)),
    ],
    [
      'a missing event',
      () =>
        given(counter)
          .when(count({ n: 1 }))
          .then(counted(1), counted(2)),
    ],
    [
      'an extra field',
      () =>
        given(counter)
          .when(count({ n: 1, at: 'x' }))
          .then(counted(1)),
    ],
    [
      'events where none are expected',
      () =>
        given(counter)
          .when(count({ n: 1 }))
          .thenNothing(),
    ],
    ['another refusal', () => given(counter).when(refuse('NO')).thenRejected('YES')],
    ['other details', () => given(counter).when(refuse('NO')).thenRejected('NO', { why: 'else' })],
    ['acceptance where a refusal is expected', () => given(counter).when(count()).thenRejected('NO')],
    ['a refusal where events are expected', () => given(counter).when(refuse('NO')).then(counted(1))],
    [
      'a Date, which the store would turn into text',
      () =>
        given(counter)
          .when(count({ n: 1, at: new Date(0) }))
          .then(counted(1, new Date(0))),
    ],
    [
      'a Map, which the store would empty',
      () =>
        given(counter)
          .when(count({ n: 1, at: new Map() }))
          .then(counted(1, new Map())),
    ],
  ])('fails on %s', (_title, spec) => expect(spec).toThrow());
});
