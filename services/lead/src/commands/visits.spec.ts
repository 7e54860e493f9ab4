import { CommandExecutor, MemoryEventStore, NO_STREAM, Rejected, type Issued } from '@engsales/event-sourcing';
import { issued } from '@engsales/event-sourcing/testing';
import { AddContact, RegisterParty } from '../domain/party/party.commands.js';
import { aContact, aHospital } from '../domain/party/party.fixtures.js';
import { party } from '../domain/party/party.js';
import { CancelVisit, PlanVisit, ReportVisit, ReviseVisit, type PlanWords } from '../domain/visit/visit.commands.js';
import { anOutline, packed } from '../domain/visit/visit.fixtures.js';
import { readLead, readProjectName } from './read-lead.js';
import { readKnownLines } from './read-product-lines.js';
import { readOtherDays } from './visit-calendars.js';
import { CancelVisitHandler, PlanVisitHandler, ReportVisitHandler, ReviseVisitHandler } from './visit.handlers.js';

const LEAD = 'l-1';
const CONTACT = '00000000-0000-4000-8000-0000000000c1';
const OUTLINE = { ...anOutline, meet: { post: '科长' } };

describe('a visit hears what its lead and its parties say', () => {
  let executor: CommandExecutor;
  let commands = 0;
  const now = (changes: Partial<Issued> = {}): Issued => {
    commands += 1;
    const commandId = `00000000-0000-4000-8000-${String(commands).padStart(12, '0')}`;
    return issued({ commandId, by: { id: 'li-na', role: 'SALES' }, ...changes });
  };
  const store = (stream: string, type: string, data: object, expected = NO_STREAM) => {
    const { commandId, by, at } = now();
    const metadata = {
      $correlationId: LEAD,
      $causationId: commandId,
      commandId,
      fingerprint: 'f',
      actor: by,
      schemaVersion: 1,
      occurredAt: at,
      projectId: LEAD,
    };
    return executor.store.append(stream, expected, [{ id: commandId, type, data, metadata }]);
  };
  const words = (plannedAt: string, changes: Partial<PlanWords> = {}): PlanWords => ({
    leadId: LEAD,
    plannedAt,
    purpose: 'CALL',
    outline: OUTLINE,
    checklist: packed,
    ...changes,
  });
  const plan = (visitId: string, day: string, changes: Partial<PlanWords> = {}, how = now()) =>
    new PlanVisitHandler(executor).execute(new PlanVisit({ visitId, ...words(`${day}T01:00:00.000Z`, changes) }, how));
  const revise = (visitId: string, day: string, how = now()) =>
    new ReviseVisitHandler(executor).execute(new ReviseVisit({ visitId, ...words(`${day}T01:00:00.000Z`) }, how));
  const days = () => readOtherDays(executor.store, LEAD, 'none of them');
  const refusalIn = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (error: unknown) => (error as Rejected).code,
    );

  beforeEach(async () => {
    executor = new CommandExecutor(new MemoryEventStore());
    await store(`lead-${LEAD}`, 'LeadCaptured', { state: 'QUALIFYING', salespersonId: 'li-na', projectName: '二院' });
  });

  it('and its calendar: each day once, and the day that holds (L-116)', async () => {
    await plan('v-1', '2025-03-12');
    await plan('v-2', '2025-03-20');
    expect(await days()).toEqual(['2025-03-12', '2025-03-20']);
    await revise('v-1', '2025-03-14');
    expect(await days()).toEqual(['2025-03-20', '2025-03-14']);
    expect(await readOtherDays(executor.store, LEAD, 'v-1')).toEqual(['2025-03-20']);
  });

  it('which a retry of an old request does not turn back (L-116)', async () => {
    const how = now();
    const first = await plan('v-1', '2025-03-12', {}, how);
    await revise('v-1', '2025-03-14');
    expect(await plan('v-1', '2025-03-12', {}, how)).toEqual(first);
    expect(await days()).toEqual(['2025-03-14']);
  });

  it('which is not changed by what is only tried (L-116)', async () => {
    await plan('v-1', '2025-03-12', {}, now({ dryRun: true }));
    expect(await days()).toEqual([]);
  });

  it('which forgets a visit that was cancelled or missed, and keeps the day of one that was held (L-116)', async () => {
    for (const visitId of ['v-1', 'v-2', 'v-3']) await plan(visitId, '2025-03-12');
    await new CancelVisitHandler(executor).execute(new CancelVisit({ visitId: 'v-1', reason: 'x' }, now()));
    const report = { heldOn: '2025-03-09', met: [], customerSaid: [], weSaid: [] };
    const missed = new ReportVisit({ visitId: 'v-2', result: 'MISSED', ...report }, now());
    await new ReportVisitHandler(executor).execute(missed);
    expect(await days()).toEqual(['2025-03-12']);
    await executor.execute(party, new RegisterParty({ partyId: 'p-1', ...aHospital }, now()));
    await executor.execute(party, new AddContact({ partyId: 'p-1', ...aContact }, now({ commandId: CONTACT })));
    const met = [{ partyId: 'p-1', contactId: CONTACT }];
    const held = { ...report, met, customerSaid: ['好'], outcome: '好', weSaid: [{ text: 'a', aboutPartyId: 'p-1' }] };
    const done = new ReportVisit({ visitId: 'v-3', result: 'DONE', ...held }, now());
    await new ReportVisitHandler(executor).execute(done);
    expect(await days()).toEqual(['2025-03-09']);
  });

  it('and that there is no such lead, party or visit (L-111, L-112)', async () => {
    expect(await refusalIn(plan('v-1', '2025-03-12', { leadId: 'l-9' }))).toBe('NOT_FOUND');
    const meet = { partyId: 'p-9', contactId: 'c-9' };
    expect(await refusalIn(plan('v-1', '2025-03-12', { outline: { ...OUTLINE, meet } }))).toBe('NOT_FOUND');
    const cancel = new CancelVisit({ visitId: 'v-9', reason: 'x' }, now());
    expect(await refusalIn(new CancelVisitHandler(executor).execute(cancel))).toBe('NOT_FOUND');
    expect(await days()).toEqual([]);
  });

  it('and who holds the lead now (L-100)', async () => {
    await plan('v-1', '2025-03-12');
    await store(`lead-${LEAD}`, 'LeadAssigned', { state: 'QUALIFYING', salespersonId: 'zhao-lei' }, 0);
    expect(await refusalIn(revise('v-1', '2025-03-13'))).toBe('ROLE_NOT_ALLOWED');
    const by = { id: 'zhao-lei', role: 'SALES' };
    expect(await refusalIn(revise('v-1', '2025-03-13', now({ by })))).toBe('accepted');
    expect(await days()).toEqual(['2025-03-13']);
  });

  it('or that nobody does (L-100)', async () => {
    const pooled = { state: 'QUALIFYING', ownership: 'POOLED', salespersonId: 'li-na' };
    await store(`lead-${LEAD}`, 'LeadReleasedToPool', pooled, 0);
    expect(await readLead(executor.store, LEAD)).toMatchObject({ state: 'QUALIFYING', salespersonId: undefined });
    expect(await refusalIn(plan('v-1', '2025-03-12'))).toBe('ROLE_NOT_ALLOWED');
  });

  it('and what the project is called, and which product lines there are', async () => {
    expect(await readProjectName(executor.store, LEAD)).toBe('二院');
    expect(await readProjectName(executor.store, 'l-9')).toBe('');
    expect(await readLead(executor.store, 'l-9')).toBeUndefined();
    await store('productLine-a', 'ProductLineDefined', {});
    expect(await readKnownLines(executor.store, ['a', 'b'])).toEqual(['a']);
    expect(await readKnownLines(executor.store)).toEqual([]);
  });
});
