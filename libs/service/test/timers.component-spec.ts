import { Module } from '@nestjs/common';
import { decides, type Aggregate, type Command, type DomainEvent, type Issued } from '@engsales/event-sourcing';
import { projection } from '@engsales/read-models';
import { publishing } from '@engsales/messaging';
import type { ServiceDefinition } from '@engsales/service';
import { setTimer } from '@engsales/timers';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN, startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';

class HangBell implements Command<'HangBell', { id: string; dueAt: string }> {
  readonly type = 'HangBell';
  constructor(
    readonly data: { id: string; dueAt: string },
    readonly issued: Issued,
  ) {}
}
class RingBell implements Command<'RingBell', { id: string }> {
  readonly type = 'RingBell';
  constructor(
    readonly data: { id: string },
    readonly issued: Issued,
  ) {}
}
type Hung = DomainEvent<'BellHung', { id: string; dueAt: string }>;
type Rung = DomainEvent<'BellRung', { today: string }>;

const bell: Aggregate<number, HangBell | RingBell, Hung | Rung> = {
  category: 'bell',
  stored: { BellHung: 1, BellRung: 1 },
  initialState: 0,
  decide: (command) =>
    command.type === 'HangBell'
      ? [{ type: 'BellHung', data: command.data }]
      : [{ type: 'BellRung', data: { today: command.issued.today } }],
  evolve: (events) => events + 1,
  idOf: (command) => command.data.id,
  projectOf: () => undefined,
  transitions: {},
  commands: [HangBell, RingBell],
  endedCode: undefined,
};
const entry = decides(bell);

@Module({})
class BellModule {
  static readonly service: ServiceDefinition = {
    name: 'lead',
    title: 'under test 测试',
    deciders: [entry],
    reactions: [],
    publishedEvents: publishing({}),
    projections: [
      projection<Hung>({
        name: 'bell-deadlines',
        tables: [],
        on: {
          BellHung: ({ data: { id, dueAt } }, rows) =>
            setTimer(rows, { key: `bell/${id}`, dueAt, command: 'RingBell', data: { id } }),
        },
      }),
    ],
    timers: [RingBell],
    migrations: [],
    readerRoles: [],
    problems: {},
  };
}

describe('a service with timers', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => void (service = await startForTest(BellModule, { now: '2025-03-10T01:00:00Z' })));
  afterAll(() => service.stop());

  const hang = async (id: string, dueAt: string) => {
    const issued = { commandId: id, fingerprint: 'f', by: { id: 'x', role: 'SALES' }, at: dueAt, today: '2025-03-10' };
    await service.host.runtime.executor.execute(entry.aggregate, new HangBell({ id, dueAt }, issued));
  };
  const list = async () => (await service.get(ADMIN, '/admin/timers')).body.items as object[];
  const id = '3f0d2b8e-5b1e-4f5e-9d55-0c4f6d7a1b01';
  const other = '3f0d2b8e-5b1e-4f5e-9d55-0c4f6d7a1b02';

  it('shows them to admins, in order, and rings when the clock is set past the deadline', async () => {
    await hang(other, '2025-05-01T00:00:00Z');
    await hang(id, '2025-04-01T00:00:00Z');
    await eventually(async () => (await list()).length === 2, 'the projection has set both');
    const waiting = { command: 'RingBell', attempts: 0, lastError: null, overdueSeconds: 0 };
    expect(await list()).toEqual([
      { key: `bell/${id}`, dueAt: '2025-04-01T00:00:00.000Z', data: { id }, ...waiting },
      { key: `bell/${other}`, dueAt: '2025-05-01T00:00:00.000Z', data: { id: other }, ...waiting },
    ]);
    expect((await service.get(ADMIN, '/admin/timers?limit=1')).body.items).toHaveLength(1);
    expect((await service.get(ADMIN, '/admin/timers?limit=0')).status).toBe(400);
    expect((await service.get({ id: 'x', roles: ['SALES'] }, '/admin/timers')).status).toBe(403);
    const { parameters } = (await service.get(ADMIN, '/openapi.json')).body.paths['/admin/timers'].get;
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual(['limit', 'traceparent']);

    await service.post(ADMIN, '/admin/clock', { now: '2025-04-01T00:00:00Z' });
    await eventually(async () => (await list()).length === 1, 'one has rung');
    const events = await service.host.runtime.store.readStream(`bell-${id}`);
    expect(events.map((event) => [event.type, event.metadata.actor.id])).toEqual([
      ['BellHung', 'x'],
      ['BellRung', 'system:timer'],
    ]);
    expect(events[1]?.data).toEqual({ today: '2025-04-01' });
    expect((await service.get(ADMIN, '/metrics')).text).toContain('engsales_timers_overdue{service="lead"} 0');
  });
});
