import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN } from '../../../tools/testing/service-under-test.js';
import { aHospital, CHANNELS, Field, liNa, manager, PARTIES, SAMPLES, VISITS, cashier } from './field.fixtures.js';

interface Timer {
  readonly key: string;
  readonly dueAt: string;
  readonly command: string;
}

/** What stands in the list of timers, for a service whose clock stands still. */
describe('deadlines outside the office', () => {
  const field = new Field();
  let leadId: string;
  beforeAll(async () => {
    await field.begin();
    leadId = await field.lead();
  });
  afterAll(() => field.service.stop());

  const timerOf = async (key: string): Promise<Timer | undefined> => {
    const { items } = await field.get('/admin/timers?limit=200', ADMIN);
    return (items as Timer[]).find((timer) => timer.key === key);
  };
  const set = (key: string, dueAt: string, command: string) =>
    eventually(async () => {
      const timer = await timerOf(key);
      return timer !== undefined && Date.parse(timer.dueAt) === Date.parse(dueAt) && timer.command === command;
    }, `${key} is set to ${dueAt}`);
  const dropped = (key: string) => eventually(async () => (await timerOf(key)) === undefined, `${key} is dropped`);

  describe('the report of a visit (L-124)', () => {
    const plan = (plannedAt: string) => ({
      leadId,
      plannedAt,
      purpose: 'CALL',
      outline: {
        route: [{ place: '302', transport: '地铁' }],
        meet: { post: '科长' },
        fallback: { who: { post: '副科长' }, approach: '电话' },
        target: { who: { post: '院长' }, approach: '引荐' },
        topics: ['能耗'],
        expectedDemands: [{ demand: '降价', response: '不' }],
        possibleOutcomes: [{ outcome: '推迟', countermeasure: '约定' }],
      },
    });
    const planned = async (plannedAt: string) => {
      const visitId = await field.begun(liNa, VISITS, plan(plannedAt));
      return { path: `${VISITS}/${visitId}`, key: `visit-report:${visitId}` };
    };

    it('is due a day after its time, and moves with the plan', async () => {
      const { path, key } = await planned('2025-03-20T01:00:00Z');
      await set(key, '2025-03-21T01:00:00Z', 'MarkVisitReportOverdue');
      await field.done(liNa, `${path}/revise-visit`, plan('2025-03-25T01:00:00Z'));
      await set(key, '2025-03-26T01:00:00Z', 'MarkVisitReportOverdue');
    });

    it('is due no more once the visit is cancelled, missed or reported', async () => {
      const cancelled = await planned('2025-03-20T01:00:00Z');
      await set(cancelled.key, '2025-03-21T01:00:00Z', 'MarkVisitReportOverdue');
      await field.done(liNa, `${cancelled.path}/cancel-visit`, { reason: '客户改期' });
      await dropped(cancelled.key);
      const missed = await planned('2025-03-07T03:00:00Z');
      await field.done(liNa, `${missed.path}/report-visit`, { heldOn: '2025-03-07', result: 'MISSED' });
      await dropped(missed.key);
      const { partyId, contactId } = await field.partyWithContact();
      const done = await planned('2025-03-07T03:00:00Z');
      await field.done(liNa, `${done.path}/report-visit`, {
        heldOn: '2025-03-07',
        result: 'DONE',
        met: [{ partyId, contactId }],
        customerSaid: ['好'],
        outcome: '约技术交流',
      });
      await dropped(done.key);
    });
  });

  describe('the payment of a sample (L-148)', () => {
    const accepted = async (priceFen: number) => {
      const productLineId = await field.productLine();
      const figures = { costFen: 1, priceFen, payOnSatisfaction: false };
      const words = { leadId, mode: 'PAID', productLineId, site: '大厅', scope: '两台', ...figures };
      const id = await field.begun(liNa, SAMPLES, words);
      const path = `${SAMPLES}/${id}`;
      await field.done(manager, `${path}/approve-sample`);
      await field.done(liNa, `${path}/install-sample`, { on: '2025-03-07' });
      const acceptance = { on: '2025-03-07', docRef: 'YS-1', paymentDueOn: '2025-04-06' };
      await field.done(liNa, `${path}/accept-sample`, acceptance);
      return { path, key: `sample-payment:${id}` };
    };

    it('is late from the day after it was due, until the last fen', async () => {
      const { path, key } = await accepted(2);
      await set(key, '2025-04-06T16:00:00Z', 'MarkSamplePaymentOverdue');
      const payment = { amountFen: 1, on: '2025-03-07' };
      await field.done(cashier, `${path}/record-sample-payment`, { ...payment, bankRef: 'B-1' });
      await set(key, '2025-04-06T16:00:00Z', 'MarkSamplePaymentOverdue');
      await field.done(cashier, `${path}/record-sample-payment`, { ...payment, bankRef: 'B-2' });
      await dropped(key);
    });

    it('is never late where there is none', async () => {
      const free = await accepted(0);
      const priced = await accepted(1);
      // what was accepted after it has its timer, so the free one has been passed over
      await set(priced.key, '2025-04-06T16:00:00Z', 'MarkSamplePaymentOverdue');
      expect(await timerOf(free.key)).toBeUndefined();
    });
  });

  describe('the review of a channel (L-166)', () => {
    const active = async (name: string) => {
      const partyId = await field.begun(liNa, PARTIES, { ...aHospital, name, roles: ['AGENT'] });
      const words = { name, type: 'AGENT', partyId, regions: [], productLineIds: [], managerId: 'wang-fang' };
      const id = await field.begun(manager, CHANNELS, words);
      const path = `${CHANNELS}/${id}`;
      await field.done(manager, `${path}/activate-channel`, { agreementRef: 'XY-1', on: '2025-02-28' });
      return { path, key: `channel-review:${id}` };
    };

    it('is due a year after its activation, and again after its assessment', async () => {
      const { path, key } = await active('评审代理');
      await set(key, '2026-02-27T16:00:00Z', 'MarkChannelReviewDue');
      await field.done(manager, `${path}/start-channel-review`, { period: '2025-Q1' });
      await dropped(key);
      await field.done(manager, `${path}/assess-channel`, {
        scores: { sales: 4, loyalty: 4, service: 4 },
        compliance: 'COMPLIANT',
        findings: '良好',
        decision: 'KEEP',
      });
      await set(key, '2026-03-06T16:00:00Z', 'MarkChannelReviewDue');
    });

    it('is not due while it is suspended, and where it was once it is reinstated', async () => {
      const { path, key } = await active('暂停代理');
      await field.done(manager, `${path}/suspend-channel`, { reason: '跨区销售' });
      await dropped(key);
      await field.done(manager, `${path}/reinstate-channel`, { reason: '已整改' });
      await set(key, '2026-02-27T16:00:00Z', 'MarkChannelReviewDue');
      await field.done(manager, `${path}/terminate-channel`, { reason: '协议到期' });
      await dropped(key);
    });
  });
});
