import { CommandExecutor, fold } from './commands/command-executor.js';
import { isJustReserved, Reservations } from './commands/reservations.js';
import { reservation } from './reservation.js';
import { MemoryEventStore } from './store/memory/memory-event-store.js';
import { issued } from './testing.js';

const seal = reservation('SealNumber', { code: 'DUPLICATE_SEAL', foldedBy: (value) => value.toUpperCase() });
const AT = '2025-03-10T01:00:00.000Z';

function setUp(isHeldRightly = true) {
  const executor = new CommandExecutor(new MemoryEventStore());
  const asked: unknown[] = [];
  const seals = new Reservations(executor, seal, (held) => {
    asked.push(held);
    return Promise.resolve(isHeldRightly);
  });
  const now = async () => fold(seal, await executor.store.readStream(`sealNumber-${seal.idFor('A-1')}`));
  return { seals, asked, now };
}

describe('a number that is unique in the company', () => {
  it('belongs to who takes it, and to the same one again', async () => {
    const { seals, now, asked } = setUp();
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued());
    await seals.take({ value: 'a-1', heldBy: 'x' }, issued());
    expect([await now(), asked]).toEqual([{ state: 'HELD', heldBy: 'x', since: AT }, []]);
  });
  it('is refused to another while it is held rightly', async () => {
    const { seals, asked } = setUp();
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued());
    await expect(seals.take({ value: 'a-1', heldBy: 'y' }, issued())).rejects.toMatchObject({
      code: 'DUPLICATE_SEAL',
      details: { value: 'a-1', existing: 'x' },
    });
    expect(asked).toEqual([{ heldBy: 'x', value: 'a-1', since: AT, now: AT }]);
  });
  it('goes to another once its holder has no use for it', async () => {
    const { seals, now } = setUp(false);
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued());
    await seals.take({ value: 'A-1', heldBy: 'y' }, issued());
    expect(await now()).toMatchObject({ heldBy: 'y' });
  });
  it('is held anew by who asks for it again later, so that nobody frees it meanwhile', async () => {
    const { seals, now } = setUp();
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued());
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued({ at: '2025-03-10T01:00:59.999Z' }));
    expect(await now()).toMatchObject({ since: AT });
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued({ at: '2025-03-10T01:01:00.000Z' }));
    expect(await now()).toMatchObject({ heldBy: 'x', since: '2025-03-10T01:01:00.000Z' });
  });
  it('would go to another in a dry run too, and stays where it is', async () => {
    const { seals, now } = setUp(false);
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued());
    await seals.take({ value: 'A-1', heldBy: 'y' }, issued({ dryRun: true }));
    expect(await now()).toMatchObject({ heldBy: 'x' });
  });
  it('is not given back while its holder bears it', async () => {
    const { seals, now } = setUp();
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued());
    await seals.giveBack({ value: 'A-1', heldBy: 'x' }, issued());
    expect(await now()).toMatchObject({ heldBy: 'x' });
  });
  it('is free once its holder gives it back, and not when another does', async () => {
    const { seals, now } = setUp(false);
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued());
    await seals.giveBack({ value: 'A-1', heldBy: 'y' }, issued());
    expect(await now()).toMatchObject({ state: 'HELD' });
    await seals.giveBack({ value: 'A-1', heldBy: 'x' }, issued());
    expect(await now()).toEqual({ state: 'FREE' });
  });
  it('is not taken in a dry run', async () => {
    const { seals, now } = setUp();
    await seals.take({ value: 'A-1', heldBy: 'x' }, issued({ dryRun: true }));
    expect(await now()).toEqual({ state: 'FREE' });
  });
  it.each([
    ['2025-03-10T01:04:59.999Z', true],
    ['2025-03-10T01:05:00.000Z', false],
  ])('is just reserved at %s: %s', (now, expected) =>
    expect(isJustReserved({ heldBy: 'x', value: 'A-1', since: AT, now })).toBe(expected),
  );
});
