import { randomUUID } from 'node:crypto';
import { contractSigned } from '@engsales/events';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN } from '../../../tools/testing/service-under-test.js';
import { productionOrderId, trackingIdOf } from '../src/domain/ids.js';
import { director, merchandiser, placesOf, pmc, sales, Talk } from './talk.fixtures.js';

/** What becomes true by the calendar alone, in a service whose clock is moved. */
describe('deadlines of production', () => {
  const contractId = randomUUID();
  const { order, tracking } = placesOf(contractId);
  const talk = new Talk(contractId);
  beforeAll(async () => {
    await talk.begin('2025-03-10T01:00:00Z');
    await talk.put(talk.message(contractSigned, signedSample));
    for (const line of ['L1', 'L2', 'L3']) await talk.becomes('OPEN', tracking(line));
  });
  afterAll(() => talk.service.stop());

  const typesOf = async (stream: string): Promise<string[]> =>
    (await talk.service.get(ADMIN, `/admin/streams/${stream}`)).body.items.map((event: { type: string }) => event.type);
  const ofOrder = (line: string) => typesOf(`productionOrder-${productionOrderId(contractId, line)}`);
  const ofTracking = (line: string) => typesOf(`orderTracking-${trackingIdOf(contractId, line)}`);
  const at = (now: string) => talk.service.post(ADMIN, '/admin/clock', { now });
  const comes = (types: () => Promise<string[]>, type: string) =>
    eventually(async () => (await types()).includes(type), `${type} comes`);
  /** Once everything that is due by then has rung, nothing else comes. */
  const quiet = (now: string) =>
    eventually(async () => {
      const { items } = (await talk.service.get(ADMIN, '/admin/timers?limit=200')).body;
      return items.every(({ dueAt }: { dueAt: string }) => Date.parse(dueAt) > Date.parse(now));
    }, 'all that is due has rung');

  it('tell a feedback and an answer that sales waits for, each once (P-72, P-78)', async () => {
    const shortage = { type: 'MATERIAL_SHORTAGE', estimatedDelayDays: 4, stopsWork: false };
    await talk.done(director, `${tracking('L1')}/raise-exception`, shortage);
    await talk.done(director, `${tracking('L2')}/raise-exception`, shortage);
    await talk.done(sales, `${tracking('L1')}/ask-progress`, { question: '何时发货？' });
    await talk.done(sales, `${tracking('L2')}/ask-progress`, { question: '何时发货？' });
    const { exceptions, inquiries } = await talk.state(tracking('L2'));
    await talk.done(merchandiser, `${tracking('L2')}/feed-back-to-sales`, {
      exceptionId: exceptions[0].exceptionId,
      message: '缺铜管',
    });
    await talk.done(merchandiser, `${tracking('L2')}/answer-inquiry`, {
      inquiryId: inquiries[0].inquiryId,
      answer: '八月',
    });
    await at('2025-03-10T03:00:00Z');
    await comes(() => ofTracking('L1'), 'FeedbackOverdue');
    await at('2025-03-10T09:00:00Z');
    await comes(() => ofTracking('L1'), 'InquiryOverdue');
    await quiet('2025-03-10T09:00:00Z');
    expect(await ofTracking('L1')).toEqual([
      'OrderTrackingOpened',
      'ProductionExceptionRaised',
      'InquiryAsked',
      'FeedbackOverdue',
      'InquiryOverdue',
    ]);
    // who was fed back and answered waits for nothing
    expect(await ofTracking('L2')).toEqual([
      'OrderTrackingOpened',
      'ProductionExceptionRaised',
      'InquiryAsked',
      'ExceptionFedBackToSales',
      'InquiryAnswered',
    ]);
  });

  it('tell an order that nobody hands over, not one that was handed over or has ended (P-07)', async () => {
    await talk.done(merchandiser, `${order('L2')}/hand-over-to-engineering`, { backupCopyRef: 'c' });
    await talk.done(pmc, `${order('L3')}/cancel-order`, { initiator: 'US', reason: 'x' });
    await at('2025-03-11T01:00:00Z');
    await comes(() => ofOrder('L1'), 'ReleaseOverdue');
    await quiet('2025-03-11T01:00:00Z');
    expect(await ofOrder('L2')).not.toContain('ReleaseOverdue');
    expect(await ofOrder('L3')).not.toContain('ReleaseOverdue');
  });

  it('tell a promise that passes, by the date that holds now, not of an order that has ended (P-47)', async () => {
    await talk.done(pmc, `${order('L1')}/reschedule-order`, { to: '2025-10-01', reason: '停工' });
    await at('2025-09-15T16:00:00Z');
    await comes(() => ofOrder('L2'), 'ShipmentDelayed');
    expect(await ofOrder('L1')).not.toContain('ShipmentDelayed');
    await at('2025-10-01T16:00:00Z');
    await comes(() => ofOrder('L1'), 'ShipmentDelayed');
    await quiet('2025-10-01T16:00:00Z');
    expect((await ofOrder('L2')).filter((type) => type === 'ShipmentDelayed')).toHaveLength(1);
    expect(await ofOrder('L3')).not.toContain('ShipmentDelayed');
  });
});
