import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN, startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ContractModule } from '../src/contract.module.js';
import { aDocument } from '../src/domain/contract/contract.fixtures.js';
import { commerce, finance, HttpWalk, leader } from './http-walk.fixtures.js';

describe('deadlines of a contract', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(ContractModule, { now: '2025-03-10T01:00:00Z' });
  });
  afterAll(() => service.stop());

  const goTo = (now: string) => service.post(ADMIN, '/admin/clock', { now });
  const timers = async (deal: HttpWalk): Promise<string[]> => {
    await service.get(finance, `/api/v1/receivables?minPosition=${deal.position}`);
    const { body } = await service.get(ADMIN, '/admin/timers?limit=200');
    const own = body.items.filter((item: { key: string }) => item.key.includes(deal.id));
    return own.map((item: { key: string; dueAt: string }) => `${item.key.replace(`:${deal.id}`, '')} ${item.dueAt}`);
  };
  const hasTimers = (deal: HttpWalk, expected: string[]) =>
    eventually(async () => JSON.stringify(await timers(deal)) === JSON.stringify(expected), expected.join());
  const becomes = async (deal: HttpWalk, milestoneId: string, status: string) =>
    eventually(async () => (await deal.milestone(milestoneId)).status === status, `${milestoneId} ${status}`);

  it('come at the beginning of the day in Shanghai, never before', async () => {
    await goTo('2025-03-10T01:00:00Z');
    const deal = await HttpWalk.signed(service, 'T-1');
    await hasTimers(deal, ['overdue:M1 2025-03-17T16:00:00.000Z']);
    await goTo('2025-03-17T15:30:00Z');
    expect((await deal.milestone('M1')).status).toBe('DUE');
    await goTo('2025-03-17T16:00:00Z');
    await becomes(deal, 'M1', 'OVERDUE');
    await hasTimers(deal, []);
  });

  it('of a payment goes when it is paid and comes back when the money leaves', async () => {
    await goTo('2025-03-10T01:00:00Z');
    const deal = await HttpWalk.signed(service, 'T-2');
    const receiptId = await deal.receive('B-1', 210_000_000, 'M1');
    await hasTimers(deal, []);
    await deal.do(finance, 'reverse-receipt', { receiptId, reason: '退票' });
    await hasTimers(deal, ['overdue:M1 2025-03-17T16:00:00.000Z']);
  });

  it('of a bill opens the gate at maturity', async () => {
    await goTo('2025-03-10T01:00:00Z');
    const deal = await HttpWalk.signed(service, 'T-3');
    await deal.receive('B-1', 210_000_000, 'M1', { instrument: 'COMMERCIAL_ACCEPTANCE', maturesOn: '2025-09-10' });
    expect((await deal.state()).gates.RELEASE_PRODUCTION.state).toBe('CLOSED');
    await goTo('2025-09-10T00:00:00Z');
    await eventually(async () => (await deal.state()).gates.RELEASE_PRODUCTION.state === 'OPEN', 'the gate is open');
  });

  it('of a credit release closes the gate the day after its last', async () => {
    await goTo('2025-03-10T01:00:00Z');
    const deal = await HttpWalk.signed(service, 'T-4');
    await deal.do(leader, 'grant-credit-release', { gate: 'DISPATCH', until: '2025-03-12', reason: '拨款延迟' });
    await hasTimers(deal, ['release:DISPATCH 2025-03-12T16:00:00.000Z', 'overdue:M1 2025-03-17T16:00:00.000Z']);
    await goTo('2025-03-12T16:00:00Z');
    await eventually(async () => (await deal.state()).gates.DISPATCH.state === 'CLOSED', 'the gate is closed');
  });

  it('of a date makes its milestone due', async () => {
    await goTo('2025-03-10T01:00:00Z');
    const [first, ...rest] = aDocument().paymentMilestones;
    const deal = await HttpWalk.signed(service, 'T-5', {
      paymentMilestones: [{ ...first, trigger: 'DATE', date: '2025-04-01' }, ...rest],
    });
    await hasTimers(deal, ['trigger:M1 2025-03-31T16:00:00.000Z']);
    await goTo('2025-04-01T01:00:00Z');
    await becomes(deal, 'M1', 'DUE');
    await hasTimers(deal, ['overdue:M1 2025-04-08T16:00:00.000Z']);
    await deal.do(commerce, 'mark-milestone-due', { trigger: 'INSTALLED', ref: 'x', on: '2025-04-01' });
    await goTo('2025-04-30T01:00:00Z');
    await becomes(deal, 'M3', 'OVERDUE');
    await becomes(deal, 'M1', 'OVERDUE');
  });
});
