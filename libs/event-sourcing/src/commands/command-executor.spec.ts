import { Rejected, type Command, type DomainEvent, type Issued } from '../decider.js';
import type { Aggregate } from '../aggregate.js';
import { issued } from '../testing/given-when-then.js';
import { NO_STREAM, type Appended, type NewEvent } from '../store/event-store.js';
import { someEvent } from '../store/event-store.conformance.js';
import { MemoryEventStore } from '../store/memory/memory-event-store.js';
import { UnknownEventVersion, UpcastingEventStore } from '../store/upcasting-event-store.js';
import { CommandExecutor, VersionConflict } from './command-executor.js';
import { derivedId, eventId } from '../derived-ids.js';
import { canonicalJson, fingerprintOf } from './identity.js';

type Added = DomainEvent<'Added', { n: number; sum: number }>;
type Add = Command<'Add', { id: string; n: number }>;

const adder: Aggregate<number, Add, Added> = {
  category: 'adder',
  stored: { Added: 1 },
  initialState: 0,
  decide({ data }, sum) {
    if (data.n < 0) throw new Rejected('NEGATIVE', 'only up');
    return data.n === 0 ? [] : [{ type: 'Added', data: { n: data.n, sum: sum + data.n } }];
  },
  evolve: (_sum, event) => event.data.sum,
  idOf: (command) => command.data.id,
  projectOf: () => 'project-1',
  transitions: {},
  commands: [],
  endedCode: undefined,
};
const add = (n: number, parts: Partial<Issued> = {}): Add => ({
  type: 'Add',
  data: { id: '1', n },
  issued: issued({ commandId: derivedId('spec', String((commands += 1))), ...parts }),
});
let commands = 0;

/** Lets a rival append between our read and our append, `times` times. */
class RivalStore extends MemoryEventStore {
  constructor(private times: number) {
    super();
  }
  override async append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Appended> {
    if (this.times > 0) {
      this.times -= 1;
      const revision = (await this.readStream(stream)).length - 1;
      await super.append(stream, revision, [{ ...someEvent({ n: 100, sum: 100 }), type: 'Added' }]);
    }
    return super.append(stream, expected, events);
  }
}

describe('the command executor', () => {
  it('records what the decider decides, with full metadata', async () => {
    const store = new MemoryEventStore();
    const command = add(5, { causationId: 'cause', traceparent: '00-a-b-01' });
    const result = await new CommandExecutor(store).execute(adder, command);
    expect(result).toMatchObject({ id: '1', revision: 0, position: 1n, dryRun: false });
    const [event] = await store.readStream('adder-1');
    expect(event?.id).toBe(eventId(command.issued.commandId, 0));
    expect(event?.metadata).toEqual({
      $correlationId: 'project-1',
      $causationId: 'cause',
      commandId: command.issued.commandId,
      fingerprint: 'spec',
      actor: { id: 'li-na', role: 'SALES' },
      schemaVersion: 1,
      occurredAt: '2025-03-10T01:00:00.000Z',
      projectId: 'project-1',
      traceparent: '00-a-b-01',
    });
  });

  it('gives the first answer again to the same command, also after the aggregate has moved on', async () => {
    const executor = new CommandExecutor(new MemoryEventStore());
    const command = add(5);
    const first = await executor.execute(adder, command);
    await executor.execute(adder, add(1));
    expect(await executor.execute(adder, command)).toEqual(first);
    // an If-Match that was right the first time does not spoil the retry
    const late = { ...command, issued: { ...command.issued, expectedRevision: -1 } };
    expect(await executor.execute(adder, late)).toEqual(first);
    expect(await executor.store.readStream('adder-1')).toHaveLength(2);
  });

  it('refuses the same command id with another body', async () => {
    const executor = new CommandExecutor(new MemoryEventStore());
    const command = add(5);
    await executor.execute(adder, command);
    const other = { ...command, issued: { ...command.issued, fingerprint: 'other' } };
    await expect(executor.execute(adder, other)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('remembers no refusal', async () => {
    const executor = new CommandExecutor(new MemoryEventStore());
    const refused = add(-1);
    await expect(executor.execute(adder, refused)).rejects.toMatchObject({ code: 'NEGATIVE' });
    const mended = { ...refused, data: { id: '1', n: 1 }, issued: { ...refused.issued, fingerprint: 'other' } };
    expect((await executor.execute(adder, mended)).events).toHaveLength(1);
  });

  it('decides again on a conflict, on what the rival has left', async () => {
    const store = new RivalStore(2);
    const result = await new CommandExecutor(store).execute(adder, add(5));
    expect(result.revision).toBe(2);
    expect((await store.readStream('adder-1')).at(-1)?.data).toEqual({ n: 5, sum: 105 });
  });

  it('gives up after five conflicts with VERSION_CONFLICT', async () => {
    const conflict = new CommandExecutor(new RivalStore(99)).execute(adder, add(5));
    await expect(conflict).rejects.toMatchObject({ name: 'VersionConflict', preconditionFailed: false });
  });

  it('takes If-Match at its word: wrong at once, and lost in a race', async () => {
    const executor = new CommandExecutor(new MemoryEventStore());
    await executor.execute(adder, add(1));
    await expect(executor.execute(adder, add(1, { expectedRevision: 5 }))).rejects.toThrow(VersionConflict);
    const raced = new CommandExecutor(new RivalStore(1)).execute(adder, add(1, { expectedRevision: NO_STREAM }));
    await expect(raced).rejects.toMatchObject({ preconditionFailed: true, currentRevision: 0 });
  });

  it('records nothing on a dry run, and nothing when nothing is decided', async () => {
    const executor = new CommandExecutor(new MemoryEventStore());
    const dry = await executor.execute(adder, add(5, { dryRun: true }));
    expect(dry).toMatchObject({ revision: -1, dryRun: true, events: [{ type: 'Added', data: { n: 5, sum: 5 } }] });
    expect(await executor.execute(adder, add(0))).toMatchObject({ revision: -1, events: [], position: 0n });
    expect(await executor.store.head()).toBe(0n);
  });
});

describe('identity', () => {
  it('derives the same id from the same parts, and another from parts cut elsewhere', () => {
    expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'));
    expect(derivedId('ab', '')).not.toBe(derivedId('a', 'b'));
    // frozen: a change here would turn every retry into a new command
    expect(derivedId('contract', 'line-1')).toBe('20d71fa3-83ec-5f2d-bb5a-ef22e47313a3');
  });
  it('fingerprints the content, not the order of keys', () => {
    expect(fingerprintOf({ a: 1, b: [{ d: 1, c: 2 }] }, 's')).toBe(fingerprintOf({ b: [{ c: 2, d: 1 }], a: 1 }, 's'));
    expect(fingerprintOf({ a: 1 }, 's')).not.toBe(fingerprintOf({ a: 1 }, 't'));
    expect(canonicalJson([2, 1])).toBe('[2,1]');
  });
});

describe('upcasting', () => {
  const shapes = {
    stored: { Priced: 3 },
    upcasters: {
      Priced: {
        1: (old: { yuan: number }) => ({ fen: old.yuan * 100 }),
        2: (old: { fen: number }) => ({ amountFen: old.fen }),
      },
    },
  };
  const stored = (schemaVersion: number, data: unknown): NewEvent => {
    const event = someEvent(data);
    return { ...event, type: 'Priced', metadata: { ...event.metadata, schemaVersion } };
  };

  it('reads every old shape as the newest', async () => {
    const raw = new MemoryEventStore();
    await raw.append('p-1', NO_STREAM, [stored(1, { yuan: 2 }), stored(2, { fen: 3 }), stored(3, { amountFen: 4 })]);
    const store = new UpcastingEventStore(raw, [shapes]);
    expect((await store.readStream('p-1')).map((e) => e.data)).toEqual([
      { amountFen: 200 },
      { amountFen: 3 },
      { amountFen: 4 },
    ]);
    expect((await store.readAll(0n, 9)).map((e) => e.metadata.schemaVersion)).toEqual([3, 3, 3]);
  });
  it('refuses a version from the future, a type nobody registered, and a type registered twice', async () => {
    const raw = new MemoryEventStore();
    await raw.append('p-1', NO_STREAM, [stored(4, {})]);
    const store = new UpcastingEventStore(raw, [shapes]);
    await expect(store.readStream('p-1')).rejects.toThrow(UnknownEventVersion);
    await expect(store.append('p-2', NO_STREAM, [someEvent()])).rejects.toThrow('not registered');
    expect(() => new UpcastingEventStore(raw, [shapes, shapes])).toThrow('two aggregates');
  });
});
