import { aggregate, CommandTo, type FoldOf, type RulesOf } from './aggregate.js';
import { Rejected, type DomainEvent } from './decider.js';
import { refusalOf } from './testing/given-when-then.js';
import { Walk } from './testing/walk.js';

interface OpenBox {
  readonly state: 'OPEN';
  readonly boxId: string;
  readonly things: readonly string[];
}
type Box = { readonly state: 'NONE' } | OpenBox | { readonly state: 'GONE'; readonly boxId: string };

class MakeBox extends CommandTo<'boxId', { readonly thing: string }> {
  readonly type = 'MakeBox';
}
class PutThing extends CommandTo<'boxId', { readonly thing: string }> {
  readonly type = 'PutThing';
}
class DestroyBox extends CommandTo<'boxId'> {
  readonly type = 'DestroyBox';
}
class MendBox extends CommandTo<'boxId'> {
  readonly type = 'MendBox';
}
type BoxCommand = MakeBox | PutThing | DestroyBox | MendBox;
type BoxEvent =
  | DomainEvent<'BoxMade', { readonly boxId: string; readonly thing: string }>
  | DomainEvent<'ThingPut', { readonly boxId: string; readonly thing: string }>
  | DomainEvent<'BoxDestroyed', { readonly boxId: string }>;

const beginning = {
  MakeBox: {
    command: MakeBox,
    in: ['NONE'],
    otherwise: (state) => (state === 'OPEN' ? 'DUPLICATE_BOX' : undefined),
    decide: ({ data: { boxId, thing } }) => [{ type: 'BoxMade', data: { boxId, thing } }],
  },
} satisfies RulesOf<MakeBox, { readonly state: 'NONE' }, BoxEvent>;

const filling = {
  PutThing: {
    command: PutThing,
    in: ['OPEN'],
    decide({ data: { thing } }, { boxId, things }) {
      if (thing === 'void') throw new RangeError('a fault of ours');
      if (thing === 'moon') throw Object.assign(new RangeError('too large'), { name: 'AmountTooLarge' });
      if (things.includes(thing)) throw new Rejected('DUPLICATE_THING', 'it is in the box', { thing });
      return [{ type: 'ThingPut', data: { boxId, thing } }];
    },
  },
  DestroyBox: {
    command: DestroyBox,
    in: ['OPEN'],
    decide: (_command, { boxId }) => [{ type: 'BoxDestroyed', data: { boxId } }],
  },
  MendBox: { command: MendBox, in: [], decide: () => [] },
} satisfies RulesOf<PutThing | DestroyBox | MendBox, OpenBox, BoxEvent>;

const fold: FoldOf<BoxEvent, OpenBox, Box> = {
  BoxMade: (_none, { boxId, thing }) => ({ state: 'OPEN', boxId, things: [thing] }),
  ThingPut: (box, { thing }) => ({ ...box, things: [...box.things, thing] }),
  BoxDestroyed: (_box, { boxId }) => ({ state: 'GONE', boxId }),
};

const box = aggregate<Box, BoxCommand, BoxEvent>({
  category: 'toolBox',
  id: 'boxId',
  initialState: { state: 'NONE' },
  ended: { in: ['GONE'], code: 'BOX_GONE' },
  rules: { ...beginning, ...filling },
  fold,
  versions: { ThingPut: 2 },
});
const aWalk = () => new Walk<Box, BoxCommand, BoxEvent, 'boxId'>(box, { boxId: 'b-1' });

describe('an aggregate', () => {
  it('finds its stream, its stored types and its transitions in its tables', () => {
    expect(box.stored).toEqual({ BoxMade: 1, ThingPut: 2, BoxDestroyed: 1 });
    expect(box.transitions).toEqual({ MakeBox: ['NONE'], PutThing: ['OPEN'], DestroyBox: ['OPEN'], MendBox: [] });
    expect(box.commands).toEqual([MakeBox, PutThing, DestroyBox, MendBox]);
    expect(box.idOf(new DestroyBox({ boxId: 'b-1' }, undefined as never))).toBe('b-1');
  });
  it('decides by the rule of the command and folds by the line of the event', () => {
    const walk = aWalk().do(MakeBox, { thing: 'hammer' }).do(PutThing, { thing: 'nail' });
    walk.recorded({ type: 'ThingPut', data: { boxId: 'b-1', thing: 'nail' } });
    expect(walk.state).toEqual({ state: 'OPEN', boxId: 'b-1', things: ['hammer', 'nail'] });
    expect(() => walk.recorded()).toThrow();
  });
  it.each<[string, (walk: Walk<Box, BoxCommand, BoxEvent, 'boxId'>) => unknown, object]>([
    ['there is none yet', (walk) => walk.refused(PutThing, { thing: 'nail' }), { code: 'NOT_FOUND' }],
    [
      'its life is over',
      (walk) => walk.do(MakeBox, { thing: 'x' }).do(DestroyBox, {}).refused(PutThing, { thing: 'nail' }),
      { code: 'BOX_GONE', command: 'PutThing', state: 'GONE', possibleIn: ['OPEN'] },
    ],
    [
      'the rule names a code of its own',
      (walk) => walk.do(MakeBox, { thing: 'x' }).refused(MakeBox, { thing: 'x' }),
      { code: 'DUPLICATE_BOX', boxId: 'b-1', command: 'MakeBox', state: 'OPEN', possibleIn: ['NONE'] },
    ],
    [
      'the rule leaves it to the aggregate',
      (walk) => walk.do(MakeBox, { thing: 'x' }).do(DestroyBox, {}).refused(MakeBox, { thing: 'x' }),
      { code: 'BOX_GONE', command: 'MakeBox', state: 'GONE', possibleIn: ['NONE'] },
    ],
    [
      'it is not possible now',
      (walk) => walk.do(MakeBox, { thing: 'x' }).refused(MendBox, {}),
      { code: 'INVALID_TRANSITION', command: 'MendBox', state: 'OPEN', possibleIn: [] },
    ],
    [
      'a sum is too large',
      (walk) => walk.do(MakeBox, { thing: 'x' }).refused(PutThing, { thing: 'moon' }),
      { code: 'AMOUNT_TOO_LARGE' },
    ],
    [
      'the decision says so',
      (walk) => walk.do(MakeBox, { thing: 'x' }).refused(PutThing, { thing: 'x' }),
      { code: 'DUPLICATE_THING', thing: 'x' },
    ],
  ])('refuses a command where %s', (_title, refused, expected) => expect(refused(aWalk())).toEqual(expected));
  it('takes no fault of ours for a sum that is too large', () =>
    expect(() => aWalk().do(MakeBox, { thing: 'x' }).do(PutThing, { thing: 'void' })).toThrow(RangeError));
  it('does not fold what it does not know', () =>
    expect(refusalOf.bind(null, () => box.evolve(aWalk().state, { type: 'Unknown' } as never))).toThrow('Unknown'));
});
