import {
  CommandExecutor,
  MemoryEventStore,
  NO_STREAM,
  Rejected,
  type Command,
  type Issued,
} from '@engsales/event-sourcing';
import type { ICommandHandler } from '@nestjs/cqrs';
import { issued } from '@engsales/event-sourcing/testing';
import { PlanChannel } from '../domain/channel/channel.commands.js';
import { RegisterParty } from '../domain/party/party.commands.js';
import { aHospital } from '../domain/party/party.fixtures.js';
import { party } from '../domain/party/party.js';
import { CancelSample, ProposeSample } from '../domain/sample-project/sample-project.commands.js';
import { PlanChannelHandler } from './channel.handlers.js';
import { sampleHandlers } from './sample-project.handlers.js';

type Handler = new (executor: CommandExecutor) => ICommandHandler;

describe('samples and channels hear what they name', () => {
  let executor: CommandExecutor;
  let commands = 0;
  const now = (changes: Partial<Issued> = {}): Issued => {
    commands += 1;
    const commandId = `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`;
    return issued({ commandId, by: { id: 'li-na', role: 'SALES' }, ...changes });
  };
  const handle = (name: string, command: Command) => {
    const Found = [...sampleHandlers, PlanChannelHandler].find((handler) => handler.name === name);
    if (!Found) throw new Error(`there is no handler ${name}`);
    const handler: ICommandHandler = new (Found as unknown as Handler)(executor);
    return handler.execute(command);
  };
  const refusalIn = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (error: unknown) => (error as Rejected).code,
    );
  const store = (stream: string, type: string, data: object, expected = NO_STREAM) => {
    const { commandId, by, at } = now();
    const ids = { $correlationId: 'l-1', $causationId: commandId, commandId, fingerprint: 'f', projectId: 'l-1' };
    const metadata = { ...ids, actor: by, schemaVersion: 1, occurredAt: at };
    return executor.store.append(stream, expected, [{ id: commandId, type, data, metadata }]);
  };
  const sample = {
    leadId: 'l-1',
    mode: 'PAID',
    productLineId: 'a',
    site: '大厅',
    scope: '两台',
    costFen: 1,
    priceFen: 1,
    payOnSatisfaction: false,
  } as const;
  const channel = {
    channelId: 'ch-1',
    name: '代理',
    type: 'AGENT',
    partyId: 'p-1',
    regions: [],
    productLineIds: ['a'],
    managerId: 'wang-fang',
  } as const;

  beforeEach(async () => {
    executor = new CommandExecutor(new MemoryEventStore());
    await store('lead-l-1', 'LeadCaptured', { state: 'DEVELOPING', salespersonId: 'li-na' });
    await store('productLine-a', 'ProductLineDefined', {});
    await executor.execute(party, new RegisterParty({ partyId: 'p-1', ...aHospital }, now()));
  });

  it('a sample: its lead, its product line, the competitor nearby (L-111, L-112)', async () => {
    const propose = (changes: object, id = 's-1') =>
      refusalIn(
        handle('ProposeSampleHandler', new ProposeSample({ sampleProjectId: id, ...sample, ...changes }, now())),
      );
    expect(await propose({ leadId: 'l-9' })).toBe('NOT_FOUND');
    expect(await propose({ productLineId: 'b' })).toBe('NOT_FOUND');
    expect(await propose({ nearCompetitorPartyId: 'p-9' })).toBe('NOT_FOUND');
    expect(await propose({ nearCompetitorPartyId: 'p-1' })).toBe('accepted');
  });

  it('a sample: who holds its lead when the command comes (L-100)', async () => {
    await handle('ProposeSampleHandler', new ProposeSample({ sampleProjectId: 's-1', ...sample }, now()));
    await store('lead-l-1', 'LeadAssigned', { state: 'DEVELOPING', salespersonId: 'zhao-lei' }, 0);
    const cancel = (how: Issued) =>
      refusalIn(handle('CancelSampleHandler', new CancelSample({ sampleProjectId: 's-1', reason: 'x' }, how)));
    expect(await cancel(now())).toBe('ROLE_NOT_ALLOWED');
    expect(await cancel(now({ by: { id: 'zhao-lei', role: 'SALES' } }))).toBe('accepted');
    const nothing = new CancelSample({ sampleProjectId: 's-9', reason: 'x' }, now());
    expect(await refusalIn(handle('CancelSampleHandler', nothing))).toBe('NOT_FOUND');
  });

  it('a channel: its party and its product lines (L-160, L-161)', async () => {
    const plan = (changes: object) =>
      refusalIn(handle('PlanChannelHandler', new PlanChannel({ ...channel, ...changes }, now())));
    expect(await plan({ partyId: 'p-9' })).toBe('NOT_FOUND');
    expect(await plan({ productLineIds: ['a', 'b'] })).toBe('NOT_FOUND');
    expect(await plan({})).toBe('accepted');
  });
});
