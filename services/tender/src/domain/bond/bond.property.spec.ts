import { Rejected } from '@engsales/event-sourcing/domain';
import { addDays } from '@engsales/values';
import fc from 'fast-check';
import { AdjustBond, ExpireBond, ExtendBond, MarkBondReleaseDue, NoteBondAtRisk } from './bond.commands.js';
import { cashRequest, guaranteeRequest } from './bond.fixtures.js';
import { type BondWalk, lodgedWalk } from './bond.walk.js';

/** A ledger of its own: what was accepted, in sums that share no line of code with the bond. */
class Purse {
  lodged = 15_000_000n;
  released = 0n;
  converted = 0n;
  forfeited = 0n;
  lapsed = 0n;

  get left(): bigint {
    return this.lodged - this.released - this.converted - this.forfeited - this.lapsed;
  }
}

const amount = fc.oneof(
  fc.integer({ min: 1, max: 9_000_000 }),
  fc.constantFrom(1, 5_000_000, 14_999_999, 15_000_000, 15_000_001),
);
const operation = fc.oneof(
  fc.record({ op: fc.constantFrom('release' as const, 'convert' as const, 'forfeit' as const), amount }),
  // as much as there is, which is what ends a bond
  fc.record({
    op: fc.constantFrom('release' as const, 'convert' as const, 'forfeit' as const),
    rest: fc.constant(true),
  }),
  fc.record({ op: fc.constant('adjust' as const), amount: fc.integer({ min: 1, max: 30_000_000 }) }),
  fc.record({ op: fc.constantFrom('extend' as const, 'expire' as const, 'due' as const, 'risk' as const) }),
  fc.record({ op: fc.constant('days pass' as const), days: fc.integer({ min: 1, max: 60 }) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

describe('the money of a bond', () => {
  it('is each fen left, back, converted, kept or lapsed, whatever happens in what order; the bond ends exactly when nothing is left (T-240, T-241, T-214, T-215)', () =>
    fc.assert(
      fc.property(fc.boolean(), fc.array(operation, { maxLength: 25 }), (isCash, operations) => {
        const walk = lodgedWalk(isCash ? cashRequest : guaranteeRequest);
        const purse = new Purse();
        for (const step of operations) {
          perform(walk, purse, step);
          check(walk, purse);
        }
      }),
      { numRuns: 200, seed: 20250318 },
    ));
});

function perform(walk: BondWalk, purse: Purse, step: Operation): void {
  if (step.op === 'days pass') {
    walk.on(addDays(walk.today, step.days));
    return;
  }
  const asked = 'rest' in step ? Number(purse.left) : 'amount' in step ? step.amount : 0;
  if (asked === 0 && 'rest' in step) return;
  const wanted = BigInt(asked);
  const isOver = purse.left === 0n;
  const validUntil = walk.now.validUntil ?? walk.today;
  switch (step.op) {
    case 'release':
      if (attempt(() => walk.release(asked), !isOver && wanted <= purse.left)) purse.released += wanted;
      return;
    case 'convert':
      if (attempt(() => walk.convert(asked), !isOver && wanted <= purse.left)) purse.converted += wanted;
      return;
    case 'forfeit':
      if (attempt(() => walk.forfeit(asked), !isOver && wanted <= purse.left)) purse.forfeited += wanted;
      return;
    case 'adjust': {
      const gone = purse.lodged - purse.left;
      if (attempt(() => walk.do(AdjustBond, { amountFen: asked, docRef: 'Z' }), !isOver && wanted > gone))
        purse.lodged = wanted;
      return;
    }
    case 'extend': {
      const until = addDays(walk.today > validUntil ? walk.today : validUntil, 30);
      const isPossible = !isOver || walk.now.state === 'EXPIRED';
      if (attempt(() => walk.do(ExtendBond, { validUntil: until, docRef: 'Z' }), isPossible)) purse.lapsed = 0n;
      return;
    }
    case 'expire': {
      const ends = walk.now.instrument === 'BANK_GUARANTEE' && walk.today > validUntil;
      const left = purse.left;
      if (attempt(() => walk.do(ExpireBond, { validUntil }), !isOver) && ends) purse.lapsed += left;
      return;
    }
    case 'due':
      attempt(() => walk.do(MarkBondReleaseDue, { basis: 'OTHER', releaseDueOn: walk.today }), !isOver);
      return;
    case 'risk':
      attempt(() => walk.do(NoteBondAtRisk, { reason: 'AWARD_DECLINED' }), !isOver);
  }
}

/** The command passes exactly when it should. */
function attempt(command: () => unknown, isPossible: boolean): boolean {
  try {
    command();
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    expect([error.code, isPossible]).toEqual([error.code, false]);
    return false;
  }
  expect(isPossible).toBe(true);
  return true;
}

function check({ now, last }: BondWalk, purse: Purse): void {
  const { amountFen, releasedFen, convertedFen, forfeitedFen, lapsedFen } = now;
  const kept = { amountFen, releasedFen, convertedFen, forfeitedFen, lapsedFen };
  expect(kept).toEqual({
    amountFen: Number(purse.lodged),
    releasedFen: Number(purse.released),
    convertedFen: Number(purse.converted),
    forfeitedFen: Number(purse.forfeited),
    lapsedFen: Number(purse.lapsed),
  });
  const said = last.at(-1)?.data;
  if (said) expect([said.remainingFen, said.amountFen, said.state]).toEqual([Number(purse.left), amountFen, now.state]);
  expect(['LODGED', 'RELEASE_DUE'].includes(now.state)).toBe(purse.left > 0n);
  expect(purse.left >= 0n).toBe(true);
}
