import { randomUUID } from 'node:crypto';
import {
  acceptanceSigned,
  bidAwarded,
  goodsReadyToShip,
  leadConverted,
  productionOrderCancelled,
  productionOrderShortClosed,
  shipmentDelivered,
  shipmentDispatched,
  siteServiceCompleted,
  type PublicEvent,
  type PublicMessage,
} from '@engsales/events';
import { MemoryBus } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import awardSample from '../../../libs/events/src/samples/tender.BidAwarded.v1.json';
import acceptanceThen from '../../../libs/events/src/samples/aftersales.AcceptanceSigned.v1.json';
import deliveredThen from '../../../libs/events/src/samples/production.ShipmentDelivered.v1.json';
import dispatchedThen from '../../../libs/events/src/samples/production.ShipmentDispatched.v1.json';
import cancelledSample from '../../../libs/events/src/samples/production.ProductionOrderCancelled.v1.json';
import shortSample from '../../../libs/events/src/samples/production.ProductionOrderShortClosed.v1.json';
import leadSample from '../../../libs/events/src/samples/lead.LeadConverted.v1.json';
import readyThen from '../../../libs/events/src/samples/production.GoodsReadyToShip.v1.json';
import siteThen from '../../../libs/events/src/samples/aftersales.SiteServiceCompleted.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ContractModule } from '../src/contract.module.js';
import { contractIdOfLead, contractIdOfTender } from '../src/domain/ids.js';
import { BASE, commerce, finance, HttpWalk, leader, sales } from './http-walk.fixtures.js';

/** The contracts of this file are signed today, and nothing of a contract comes about before. */
const TODAY = '2025-12-31';
const readySample = { ...readyThen, readyOn: TODAY };
const dispatchedSample = { ...dispatchedThen, dispatchedOn: TODAY };
const deliveredSample = { ...deliveredThen, dispatchedOn: TODAY, deliveredOn: TODAY };
const siteSample = { ...siteThen, completedOn: TODAY };
const acceptanceSample = { ...acceptanceThen, on: TODAY };

describe('what other services report', () => {
  let service: ServiceUnderTest;
  let bus: MemoryBus;
  beforeAll(async () => {
    bus = new MemoryBus();
    service = await startForTest(ContractModule, { bus, now: '2025-12-31T01:00:00Z' });
  });
  afterAll(() => service.stop());

  let sequence = 0;
  const message = <Data>(event: PublicEvent<Data>, data: unknown, subject: string) => {
    sequence += 1;
    return aMessage(event, data as Data, { subject, projectId: subject, sequence });
  };
  const put = async (...messages: PublicMessage[]) => {
    const source = messages[0]!.source;
    const before = Number(await bus.handledUpTo('contract', source));
    bus.put(...messages);
    const handled = async () => Number(await bus.handledUpTo('contract', source)) >= before + messages.length;
    await eventually(handled, 'messages handled');
  };
  const types = async (id: string) =>
    (await service.get(sales, `${BASE}/${id}/history`)).body.items
      ?.map((e: { type: string }) => e.type)
      // the clock stands long after: its timers fire in between
      .filter((type: string) => type !== 'PaymentMilestoneOverdue') ?? [];

  it('a lead that goes to direct negotiation becomes a draft, once; one that goes to tender does not (C-24)', async () => {
    const leadId = randomUUID();
    const converted = message(leadConverted, { ...leadSample, leadId }, leadId);
    await put(converted, converted, { ...converted, id: randomUUID(), sequence: ++sequence });
    const { body } = await service.get(sales, `${BASE}/${contractIdOfLead(leadId, 1)}`);
    expect(body).toMatchObject({
      state: 'DRAFT',
      revision: 0,
      projectId: leadId,
      document: {
        source: { type: 'NEGOTIATION', id: leadId },
        customer: { name: '临江市第二人民医院' },
        salespersonId: 'li-na',
        lines: [],
      },
    });
    const tendered = randomUUID();
    await put(message(leadConverted, { ...leadSample, leadId: tendered, route: 'TENDER' }, tendered));
    expect((await service.get(sales, `${BASE}/${contractIdOfLead(tendered, 1)}`)).status).toBe(404);
  });

  it('an award becomes a draft with its lines; it is completed, and may not deviate (C-21, C-24)', async () => {
    const tenderId = randomUUID();
    await put(message(bidAwarded, { ...awardSample, tenderId }, tenderId));
    const id = contractIdOfTender(tenderId);
    const { body } = await service.get(sales, `${BASE}/${id}`);
    expect(body.document).toMatchObject({
      totalFen: 372_000_000,
      awardedFen: 372_000_000,
      milestones: [],
      signingDueOn: '2025-03-22',
    });
    const paymentMilestones = [{ id: 'M1', kind: 'ADVANCE', bps: 10_000, trigger: 'SIGNED', netDays: 7, gate: 'NONE' }];
    const { lines, source, customer } = awardSample as unknown as {
      lines: { unitPrice: string }[];
      source: object;
      customer: object;
    };
    const document = {
      projectName: 'x',
      source,
      customer,
      salespersonId: 'li-na',
      merchandiserId: 'zhou-min',
      operationMode: 'OWN_PRODUCTION',
      rightsAndObligations: '按约',
      paymentMilestones,
    };
    const cheaper = lines.map((line) => ({ ...line, unitPrice: '1850000.00' }));
    await service.post(sales, `${BASE}/${id}/revise-contract`, {
      ...document,
      lines: cheaper,
      awardedFen: 372_000_000,
    });
    expect((await service.post(sales, `${BASE}/${id}/submit-for-approval`)).body).toMatchObject({
      code: 'CONTRACT_DEVIATES_FROM_AWARD',
      details: { awardedFen: 372_000_000, totalFen: 370_000_000 },
    });
    await service.post(sales, `${BASE}/${id}/revise-contract`, { ...document, lines, awardedFen: 372_000_000 });
    expect((await service.post(sales, `${BASE}/${id}/submit-for-approval`)).status).toBe(200);
  });

  it('goods, installation and acceptance make milestones due, and the contract can be completed and closed', async () => {
    const deal = await HttpWalk.signed(service, 'HT-2025-0050');
    const contractId = deal.id;
    await deal.do(sales, 'submit-execution-form');
    await deal.do(commerce, 'accept-execution-form', {});
    const orders = { L1: randomUUID(), L2: randomUUID(), L3: randomUUID() };
    const all = { L1: '2', L2: '24', L3: '620' };
    const { L3: productionOrderId } = orders;
    const ready = message(goodsReadyToShip, { ...readySample, contractId, productionOrderId }, productionOrderId);
    await put(ready);
    // DUE, or OVERDUE once its timer has run: the clock stands long after
    expect(await deal.milestone('M2')).toMatchObject({ triggeredOn: TODAY, dueOn: '2026-01-07' });
    const line = (lineId: keyof typeof all, delivered: string) => [
      {
        lineId,
        qty: all[lineId],
        cumulativeShippedQty: all[lineId],
        cumulativeDeliveredQty: delivered,
        cumulativeRefusedQty: '0',
        orderedQty: all[lineId],
      },
    ];
    for (const lineId of ['L1', 'L2', 'L3'] as const) {
      const about = { contractId, productionOrderId: orders[lineId] };
      const left = message(
        shipmentDispatched,
        { ...dispatchedSample, ...about, lines: line(lineId, '0') },
        orders[lineId],
      );
      const came = message(
        shipmentDelivered,
        { ...deliveredSample, ...about, lines: line(lineId, all[lineId]) },
        orders[lineId],
      );
      await put(left, came, left); // redelivered, it changes nothing
    }
    expect((await deal.state()).delivery).toBe('FULL');
    const lineIds = ['L1', 'L2', 'L3'];
    const [siteServiceId, acceptanceId] = [randomUUID(), randomUUID()];
    const other = message(siteServiceCompleted, { ...siteSample, contractId, type: 'TRAINING', lineIds }, randomUUID());
    await put(
      other,
      message(siteServiceCompleted, { ...siteSample, siteServiceId, contractId, lineIds }, siteServiceId),
    );
    await put(
      message(
        acceptanceSigned,
        { ...acceptanceSample, acceptanceId, contractId, lineIds: [...lineIds, 'L4'] },
        acceptanceId,
      ),
    );
    expect((await types(contractId)).slice(-5)).toEqual([
      'InstallationRecorded',
      'PaymentMilestoneDue',
      'AcceptanceRecorded',
      'PaymentMilestoneDue',
      'RetentionPeriodBegun',
    ]);
    expect(await deal.milestone('M5')).toMatchObject({ status: 'PLANNED', triggersOn: '2027-12-31' });
    await deal.do(commerce, 'complete-contract');
    expect(await deal.refused(commerce, 'close-contract', {})).toMatchObject([
      422,
      'CONTRACT_NOT_CLOSABLE',
      { open: { length: 4 } },
    ]);
    for (const [id, amountFen] of Object.entries({ M1: 210_000_000, M2: 210_000_000, M3: 140_000_000 }))
      await deal.receive(`B-${id}`, amountFen, id);
    await deal.do(leader, 'waive-milestone', { milestoneId: 'M4', reason: '让利' });
    expect(await deal.do(commerce, 'close-contract')).toEqual(['ContractClosed']);
    expect(await deal.read(`${BASE}/${contractId}/card`)).toMatchObject({
      state: 'CLOSED',
      tracks: { goodsBps: 10_000, serviceBps: 10_000 },
      axes: { delivery: 'FULL', acceptance: 'FULL', payment: 'PART' },
    });
    await deal.receive('B-M5', 21_000_000, 'M5');
    expect((await deal.state()).payment).toBe('PAID');
  });

  it('about a contract that is not here yet waits, and is handled when it has come', async () => {
    const contractId = randomUUID();
    const order = randomUUID();
    await put(message(goodsReadyToShip, { ...readySample, contractId, productionOrderId: order }, order));
    const { body } = await service.get({ id: 'admin', roles: ['ADMIN'] }, '/admin/dead-letters');
    expect(body.items).toMatchObject([{ reaction: 'record-goods-when-ready', code: 'NOT_FOUND', subject: order }]);
    expect((await service.get(finance, `${BASE}/${contractId}`)).status).toBe(404);
  });

  it('an acceptance of a day that has not come waits for people (C-87)', async () => {
    const deal = await HttpWalk.signed(service, 'HT-2025-0055');
    const early = { ...acceptanceSample, acceptanceId: randomUUID(), contractId: deal.id, on: '2026-01-01' };
    await put(message(acceptanceSigned, early, early.acceptanceId));
    const { body } = await service.get({ id: 'admin', roles: ['ADMIN'] }, '/admin/dead-letters');
    expect(body.items).toContainEqual(
      expect.objectContaining({ subject: early.acceptanceId, code: 'DATE_IN_FUTURE', status: 'PARKED' }),
    );
  });

  it('what production corrects reaches the contract, also where it is less (C-65, C-89)', async () => {
    const deal = await HttpWalk.signed(service, 'HT-2025-0056');
    const contractId = deal.id;
    const productionOrderId = randomUUID();
    const ready = (cumulativeReadyQty: string) =>
      message(
        goodsReadyToShip,
        { ...readySample, contractId, productionOrderId, cumulativeReadyQty },
        productionOrderId,
      );
    await put(ready('300'));
    expect(['DUE', 'OVERDUE']).toContain((await deal.milestone('M2')).status);
    await put(ready('0'));
    expect(await deal.milestone('M2')).toMatchObject({ status: 'PLANNED' });
    await put(ready('300'));
    await deal.receive('B-1', 1, 'M2');
    await put(ready('0'));
    const tasks = async () => (await deal.read(`/api/v1/contract-tasks?role=COMMERCE&contractId=${contractId}`)).items;
    await eventually(async () => (await tasks()).length === 1, 'a task for commerce');
    expect(await tasks()).toMatchObject([{ kind: 'TRIGGER_LOST', milestoneId: 'M2', contractNo: 'HT-2025-0056' }]);
    await put(ready('5'));
    await eventually(async () => (await tasks()).length === 0, 'the task is gone with its cause');
  });

  it('S24a: goods that had left when the contract was voided make it a termination, which is settled', async () => {
    const deal = await HttpWalk.signed(service, 'HT-2025-0060');
    const contractId = deal.id;
    await deal.receive('B-1', 1_000);
    expect(await deal.refused(leader, 'void-contract', { reason: 'x', docRef: 'd' })).toMatchObject([
      422,
      'RECEIPTS_NOT_REFUNDED',
      { receivedFen: 1_000 },
    ]);
    await deal.do(finance, 'record-refund', { amountFen: 1_000, on: '2025-12-31', bankRef: 'OUT-1' });
    expect(await deal.do(leader, 'void-contract', { reason: '资金未落实', docRef: 'ZF-1' })).toEqual([
      'ContractVoided',
    ]);
    // a void contract owes nothing (C-73)
    expect((await deal.read(`/api/v1/receivables?contractId=${contractId}`)).items).toEqual([]);
    const rates = (await deal.read('/api/v1/receipt-rates?limit=200')).items as { contractId: string }[];
    expect(rates.find((rate) => rate.contractId === contractId)).toMatchObject({
      outstandingFen: 0,
    });
    const order = randomUUID();
    const left = message(shipmentDispatched, { ...dispatchedSample, contractId, productionOrderId: order }, order);
    await put(left, left);
    expect((await types(contractId)).slice(-3)).toEqual([
      'GoodsMovementRecorded',
      'VoidContradicted',
      'ContractTerminated',
    ]);
    expect(await deal.refused(leader, 'settle-termination', { finalFen: 5 })).toMatchObject([
      422,
      'ORDERS_NOT_SETTLED',
      { open: ['L1', 'L2', 'L3'] },
    ]);
    const ended = (lineId: string, event: PublicEvent<never>, sample: object) => {
      const id = randomUUID();
      return message(event, { ...sample, contractId, lineId, productionOrderId: id }, id);
    };
    await put(
      ended('L1', productionOrderCancelled as PublicEvent<never>, cancelledSample),
      ended('L2', productionOrderCancelled as PublicEvent<never>, cancelledSample),
      ended('L3', productionOrderShortClosed as PublicEvent<never>, shortSample),
    );
    expect(await deal.do(leader, 'settle-termination', { finalFen: 5 })).toEqual([
      'ContractSettled',
      'PaymentMilestoneDue',
    ]);
    expect((await deal.read(`/api/v1/receivables?contractId=${contractId}`)).items).toMatchObject([
      { milestoneId: 'SETTLEMENT', outstandingFen: 5, customerName: '临江市第二人民医院', dueOn: '2026-01-07' },
    ]);
    expect(await deal.read(`${BASE}/${contractId}/card`)).toMatchObject({
      settlement: { finalFen: 5 },
      refundDueFen: 0,
    });
    expect((await deal.read(`/api/v1/contracts?state=SETTLED`)).items).toMatchObject([{ contractId }]);
  });

  it('S25: a suspended contract waits and goes on; a stopped one is refused what does not belong there', async () => {
    const deal = await HttpWalk.signed(service, 'HT-2025-0061');
    const suspend = { reason: '业主停工', since: '2025-12-31' };
    expect(await deal.do(commerce, 'suspend-contract', suspend)).toEqual(['ContractSuspended']);
    expect((await deal.refused(commerce, 'suspend-contract', suspend)).slice(0, 2)).toEqual([
      409,
      'INVALID_TRANSITION',
    ]);
    expect((await deal.refused(sales, 'resume-contract', { resumedOn: '2025-12-31' })).slice(0, 2)).toEqual([
      403,
      'ROLE_NOT_ALLOWED',
    ]);
    await deal.receive('B-1', 210_000_000, 'M1');
    const dateShifts = [{ lineId: 'L1', to: '2026-10-11', reason: '停工' }];
    expect(await deal.do(commerce, 'resume-contract', { resumedOn: '2025-12-31', dateShifts })).toEqual([
      'ContractResumed',
    ]);
    expect((await deal.state()).document.lines[0].committedDate).toBe('2026-10-11');
  });
});
