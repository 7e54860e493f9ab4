import { addDays } from '@engsales/values';
import { eventually } from '../tools/testing/eventually.js';
import type { SystemClient } from '../tools/testing/system-client.js';
import { Deal } from './deal.fixtures.js';

/** A running system. */
export interface ScenarioSystem {
  readonly client: SystemClient;
  /** Only the embedded profile has a clock to set; elsewhere days do not pass, and questions are to be answered at once. */
  setClock?(now: string): Promise<unknown>;
}

const typesOf = (body: { events: { type: string }[] }) => body.events.map((event) => event.type);

/** What sales and factory say to each other when things go wrong: the same on every profile. */
export function salesAndFactory(open: () => Promise<ScenarioSystem>): void {
  let place: ScenarioSystem;
  beforeAll(async () => {
    place = await open();
  });

  it('S20a: the payment before dispatch is not there, overridden, paid in two parts; then the override is moot', async () => {
    const deal = await Deal.signed(place.client, 'HT-S20A');
    await deal.produce('L3', '620');
    const leaving = await deal.ready('L3', '300');
    await eventually(async () => (await deal.milestone('M2')).status === 'DUE', 'M2 is due');
    const dueOn = addDays(deal.today, 7);
    expect(await deal.milestone('M2')).toMatchObject({ triggeredOn: deal.today, dueOn });
    await place.setClock?.(`${addDays(dueOn, 1)}T01:00:00Z`);
    const late = place.setClock ? 'OVERDUE' : 'DUE';
    await eventually(async () => (await deal.milestone('M2')).status === late, `M2 is ${late}`);
    const refused = await deal.refused('WAREHOUSE', 'L3', 'dispatch-shipment', leaving);
    expect(refused).toEqual([422, 'SHIPMENT_PAYMENT_GATE_CLOSED']);
    await deal.release('DISPATCH');
    await deal.gate('L3', 'DISPATCH', 'OVERRIDDEN');
    expect(typesOf(await deal.do('WAREHOUSE', 'L3', 'dispatch-shipment', leaving))).toEqual(['ShipmentDispatched']);
    await deal.receive('B-20', 200_000_000, 'M2');
    expect(await deal.milestone('M2')).toMatchObject({
      status: late === 'OVERDUE' ? 'OVERDUE' : 'PART_PAID',
      paidFen: 200_000_000,
    });
    expect((await deal.contract()).gates.DISPATCH).toMatchObject({ state: 'OVERRIDDEN' });
    await deal.receive('B-21', 10_000_000, 'M2');
    expect((await deal.milestone('M2')).status).toBe('PAID');
    await deal.gate('L3', 'DISPATCH', 'OPEN');
  });

  it('S24: void right after the signature, the advance refunded: every order is cancelled and nothing leaves', async () => {
    const deal = await Deal.signed(place.client, 'HT-S24');
    await deal.receive('B-24', 210_000_000, 'M1');
    const end = { reason: '业主资金未落实', docRef: 'ZF-1' };
    const owing = await deal.refused('COMPANY_LEADER', 'contract', 'void-contract', end);
    expect(owing).toEqual([422, 'RECEIPTS_NOT_REFUNDED']);
    const refund = { amountFen: 210_000_000, bankRef: 'B-25', on: deal.today };
    await deal.do('FINANCE', 'contract', 'record-refund', refund);
    await deal.do('COMPANY_LEADER', 'contract', 'void-contract', end);
    await deal.become(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    const planned = await deal.refused('MERCHANDISER', 'L1', 'plan-shipment', { qty: '1' });
    expect(planned).toEqual([409, 'ORDER_ENDED']);
    const closed = async () => (await deal.orders()).every(({ trackingState }) => trackingState === 'CLOSED');
    await eventually(closed, 'trackings closed');
  });

  it('S24a: the void wins the race: the goods stay, the order is cancelled', async () => {
    const deal = await Deal.signed(place.client, 'HT-S24A-STAYS');
    await deal.produce('L3', '620');
    const leaving = await deal.ready('L3', '620');
    await deal.release('DISPATCH');
    await deal.gate('L3', 'DISPATCH', 'OVERRIDDEN');
    await deal.do('COMPANY_LEADER', 'contract', 'void-contract', { reason: '资金未落实', docRef: 'ZF-2' });
    await deal.become(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect(await deal.refused('WAREHOUSE', 'L3', 'dispatch-shipment', leaving)).toEqual([409, 'ORDER_ENDED']);
    expect((await deal.contract()).state).toBe('VOIDED');
  });

  it('S24a: the goods win the race: the contract is terminated, the order closed short, and a leader settles it', async () => {
    const deal = await crossed(place.client);
    await deal.become(['CANCELLED', 'CANCELLED', 'SHORT_CLOSED']);
    await eventually(async () => (await deal.contract()).state === 'TERMINATED', 'the contract is terminated');
    const history = await deal.call('COMMERCE', 'contract', `/api/v1/contracts/${deal.contractId}/history`);
    const types = history.body.items.map((item: { type: string }) => item.type);
    expect(types.filter((type: string) => type === 'VoidContradicted')).toHaveLength(1);
    const settle = () => deal.try('COMPANY_LEADER', 'contract', 'settle-termination', { finalFen: 0 });
    await eventually(async () => (await settle()).status === 200, 'every order has told its end');
    expect((await deal.contract()).state).toBe('SETTLED');
  });

  it('S25: a suspension holds every order; its end frees them and moves the dates that it names', async () => {
    const deal = await Deal.signed(place.client, 'HT-S25');
    const { committedDate: from } = await deal.state('L3');
    await deal.do('COMMERCE', 'contract', 'suspend-contract', { reason: '业主停工', since: deal.today });
    const holds = async (line: string) => (await deal.state(line)).holds ?? [];
    for (const line of ['L1', 'L2', 'L3'])
      await eventually(async () => (await holds(line)).length === 1, `${line} held`);
    expect(await holds('L3')).toMatchObject([{ code: 'CONTRACT_SUSPENDED', since: deal.today }]);
    const dateShifts = [{ lineId: 'L3', to: addDays(from, 40), reason: '停工 40 天' }];
    await deal.do('COMMERCE', 'contract', 'resume-contract', { resumedOn: deal.today, dateShifts });
    for (const line of ['L1', 'L2', 'L3'])
      await eventually(async () => (await holds(line)).length === 0, `${line} free`);
    await eventually(async () => (await deal.state('L3')).committedDate === addDays(from, 40), 'L3 is promised later');
    expect((await deal.state('L1')).committedDate).toBe(from);
  });

  it('S15: four days without material move the forecast, not the promise', async () => {
    const deal = await Deal.signed(place.client, 'HT-S15');
    const { trackingId, productionOrderId } = await deal.order('L2');
    const tracking = `/api/v1/order-trackings/${trackingId}`;
    const schedule = async () =>
      (await deal.call('SALES', 'production', `/api/v1/production-orders/${productionOrderId}/schedule`)).body;
    const { committedDate } = await schedule();
    const shortage = { type: 'MATERIAL_SHORTAGE', estimatedDelayDays: 4 };
    const raised = await deal.call('MERCHANDISER', 'production', `${tracking}/raise-exception`, shortage);
    expect(typesOf(raised.body)).toEqual(['ProductionExceptionRaised']);
    const slips = async () => (await schedule()).forecastDate === addDays(committedDate, 4);
    await eventually(slips, 'the forecast moves');
    expect((await schedule()).committedDate).toBe(committedDate);
  });

  it('S26: an inquiry beyond its answer time is overdue, and may still be answered', async () => {
    const deal = await Deal.signed(place.client, 'HT-S26');
    const { trackingId } = await deal.order('L1');
    const tracking = `/api/v1/order-trackings/${trackingId}`;
    const asked = await deal.call('SALES', 'production', `${tracking}/ask-progress`, { question: '何时发货？' });
    expect(typesOf(asked.body)).toEqual(['InquiryAsked']);
    await place.setClock?.(`${deal.today}T09:30:00Z`);
    const inquiry = async () => (await deal.call('SALES', 'production', tracking)).body.inquiries[0];
    await eventually(async () => (await inquiry()).state === 'OVERDUE', 'the inquiry is overdue');
    const answer = { inquiryId: (await inquiry()).inquiryId, answer: '八月中旬' };
    const answered = await deal.call('MERCHANDISER', 'production', `${tracking}/answer-inquiry`, answer);
    expect(typesOf(answered.body)).toEqual(['InquiryAnswered']);
  });

  it('S37: of two edits of one revision one is refused; one key is one event, however often it is sent', async () => {
    const deal = await Deal.signed(place.client, 'HT-S37');
    const { revision } = await deal.state('L1');
    const callOff = (qty: string, headers: object) =>
      deal.try('MERCHANDISER', 'L1', 'record-call-off', { qty, requiredOn: addDays(deal.today, 9) }, headers);
    const match = { 'if-match': `"${revision}"` };
    const edits = await Promise.all([callOff('1', match), callOff('0.5', match)]);
    expect(edits.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(edits.find(({ status }) => status === 412)?.body.code).toBe('VERSION_CONFLICT');
    const key = { 'idempotency-key': 'call-off-1' };
    const [first, second] = [await callOff('1', key), await callOff('1', key)];
    expect(second).toEqual(first);
    expect((await deal.state('L1')).callOffs).toHaveLength(2);
  });
}

/** Void and dispatch at once, until they have crossed: each was accepted before it knew of the other. */
async function crossed(client: SystemClient): Promise<Deal> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const deal = await Deal.signed(client, `HT-S24A-${attempt}`);
    await deal.produce('L3', '620');
    const leaving = await deal.ready('L3', '300');
    await deal.release('DISPATCH');
    await deal.gate('L3', 'DISPATCH', 'OVERRIDDEN');
    const { productionOrderId } = await deal.order('L3');
    const [left, voided] = await Promise.all([
      deal.call('WAREHOUSE', 'production', `/api/v1/production-orders/${productionOrderId}/dispatch-shipment`, leaving),
      deal.try('COMPANY_LEADER', 'contract', 'void-contract', { reason: '资金未落实', docRef: 'ZF-3' }),
    ]);
    if (left.status === 200 && voided.status === 200) return deal;
  }
  throw new Error('void and dispatch never crossed');
}
