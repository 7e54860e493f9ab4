import { randomUUID } from 'node:crypto';
import { contractExecutionFormAccepted, contractSigned, paymentGateOpened } from '@engsales/events';
import formSample from '../../../libs/events/src/samples/contract.ContractExecutionFormAccepted.v1.json';
import gateSample from '../../../libs/events/src/samples/contract.PaymentGateOpened.v1.json';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { keptPerson } from '../../../tools/testing/kept-person.js';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN, type Person } from '../../../tools/testing/service-under-test.js';
import { ARTEFACT_TYPES } from '../src/domain/engineering-package/engineering-package.values.js';
import { productionOrderId } from '../src/domain/ids.js';
import { director, engineer, merchandiser, owner, placesOf, pmc, qc, Talk, warehouse } from './talk.fixtures.js';

/** Ten units in two steps: what a user types wrongly, and how it is put right. */
describe('the goods of an order over HTTP', () => {
  const contractId = randomUUID();
  const places = placesOf(contractId);
  const order = places.order();
  const talk = new Talk(contractId);
  const { put, message, done, list, state, becomes } = talk;
  beforeAll(async () => {
    await talk.begin('2025-03-10T01:00:00Z');
    const lines = signedSample.lines.map((line) => (line.lineId === 'L3' ? { ...line, qty: '10' } : line));
    await put(message(contractSigned, { ...signedSample, lines }), message(contractExecutionFormAccepted, formSample));
    const gates = { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'OPEN' } };
    await put(message(paymentGateOpened, { ...gateSample, gates }));
    await put(message(paymentGateOpened, { ...gateSample, gate: 'DISPATCH', gates }));
    await becomes('REQUESTED', places.pack());
    await becomes('OPEN', places.tracking());
    await done(merchandiser, `${order}/hand-over-to-engineering`, { backupCopyRef: 'c' });
    const copper = {
      itemCode: 'CU-22',
      name: '铜管',
      qty: '2',
      uom: 'm',
      scrapBps: 0,
      unitCost: '1',
      supply: 'BUY',
    };
    await done(engineer, `${places.pack()}/submit-bom`, { rev: 'A', lines: [copper] });
    for (const type of ARTEFACT_TYPES.slice(1))
      await done(engineer, `${places.pack()}/submit-artefact`, { type, docRef: type, rev: 'A' });
    for (const type of ARTEFACT_TYPES) await done(engineer, `${places.pack()}/confirm-artefact`, { type });
    await done(engineer, `${places.pack()}/release-package`);
    await becomes('ENGINEERED', order);
    await done(pmc, `${order}/accept-bom`);
    const sheet = { seq: 1, name: '钣金', ownerId: 'ma-jun', plannedStart: '2025-04-10', plannedEnd: '2025-06-10' };
    await done(director, `${order}/plan-order`, { steps: [sheet, { ...sheet, seq: 2, name: '总装' }] });
    await done(pmc, `${order}/release-order`, { instructionNo: 'SC-1' });
  });
  afterAll(() => talk.service.stop());

  const refused = async (person: Person, command: string, body: object) => {
    const answer = await talk.service.post(person, `${order}/${command}`, body);
    return [answer.status, answer.body.code, answer.body.details];
  };
  const did = (person: Person, command: string, body: object) => done(person, `${order}/${command}`, body);
  const report = (stepId: string, goodQty: string, more = {}) => ({ stepId, goodQty, doneOn: '2025-03-10', ...more });
  const plan = async (qty: string): Promise<string> => {
    await did(merchandiser, 'plan-shipment', { qty });
    return String((await state(order)).shipments.at(-1).shipmentId);
  };
  const passed = (shipmentId: string) => ({ shipmentId, result: 'PASSED', certRef: 'QC-1' });
  const prepare = async (qty: string): Promise<string> => {
    const shipmentId = await plan(qty);
    await did(qc, 'inspect-shipment', passed(shipmentId));
    return shipmentId;
  };
  const goods = async () => (await state(order)).goods;
  const line = async () =>
    (await list('shipment-lines', { contractId })).items.find((row: { lineId: string }) => row.lineId === 'L3');
  const board = async () =>
    (await list('merchandiser-board')).items.find((row: { lineId: string }) => row.lineId === 'L3');
  const copper = async () => {
    const { shortages } = await list('material-requirements', { contractId });
    return shortages.find(({ itemCode }: { itemCode: string }) => itemCode === 'CU-22')?.required;
  };

  it('nothing is ready that was not made, and no more is planned than may leave (P-86, P-87)', async () => {
    expect(await refused(merchandiser, 'plan-shipment', { qty: '5000' })).toEqual([
      422,
      'OVER_SHIPMENT',
      { orderedQty: '10', mostQty: '10', netShippedQty: '0', waitingQty: '5000' },
    ]);
    const shipmentId = await plan('10');
    expect((await refused(merchandiser, 'plan-shipment', { qty: '10' })).slice(0, 2)).toEqual([422, 'OVER_SHIPMENT']);
    expect(await refused(qc, 'inspect-shipment', passed(shipmentId))).toEqual([
      422,
      'READY_EXCEEDS_MADE',
      { shipmentId, madeQty: '0', readyQty: '10', availableQty: '0' },
    ]);
    await did(merchandiser, 'cancel-shipment', { shipmentId, reason: '尚未生产' });
    expect(await goods()).toMatchObject({ readyQty: '0', availableQty: '0' });
  });

  it('steps follow each other in quantity and in days (P-93, P-94, P-96, P-104)', async () => {
    expect((await refused(owner, 'start-step', { stepId: 'S1', on: '2025-03-09' })).slice(0, 2)).toEqual([
      422,
      'DATE_BEFORE_RELEASE',
    ]);
    await did(owner, 'start-step', { stepId: 'S1' });
    expect(await refused(owner, 'report-progress', report('S1', '1', { doneOn: '2025-03-09' }))).toEqual([
      422,
      'DATE_BEFORE_START',
      { field: 'doneOn', doneOn: '2025-03-09', earliest: '2025-03-10' },
    ]);
    await did(owner, 'report-progress', report('S1', '8'));
    expect(await refused(owner, 'complete-step', { stepId: 'S1' })).toEqual([
      422,
      'COMPLETION_REASON_REQUIRED',
      { stepId: 'S1', goodQty: '8', toMakeQty: '10' },
    ]);
    await did(owner, 'complete-step', { stepId: 'S1', reason: '缺料' });
    await did(owner, 'start-step', { stepId: 'S2' });
    expect(await refused(owner, 'report-progress', report('S2', '9'))).toEqual([
      422,
      'GOOD_EXCEEDS_STEP_BEFORE',
      { stepId: 'S2', goodQty: '9', before: 'S1', beforeQty: '8' },
    ]);
    expect((await refused(owner, 'reopen-step', { stepId: 'S1', reason: 'x' }))[1]).toBe('ROLE_NOT_ALLOWED');
    await did(director, 'reopen-step', { stepId: 'S1', reason: '料已到' });
    await did(owner, 'report-progress', report('S1', '2'));
    await did(owner, 'complete-step', { stepId: 'S1' });
    await did(owner, 'report-progress', report('S2', '10'));
    expect((await state(order)).state).toBe('PRODUCED');
  });

  it('what is corrected to less is in progress again, and needs its material again (P-95, P-105)', async () => {
    expect(await copper()).toBeUndefined();
    const first = await prepare('6');
    const second = await prepare('4');
    await did(director, 'correct-progress', { stepId: 'S2', goodQty: '7', scrapQty: '0', reason: '多报' });
    const { state: now, shipments } = await state(order);
    const states = shipments.map(({ shipmentId, state: s }: Record<string, string>) => [shipmentId, s]).slice(1);
    expect([now, states]).toEqual([
      'IN_PROGRESS',
      [
        [first, 'INSPECTED'],
        [second, 'PLANNED'],
      ],
    ]);
    expect(await copper()).toBe('6');
    expect(await line()).toMatchObject({ producedQty: '7', readyQty: '6', state: 'IN_PROGRESS' });
    await did(owner, 'report-progress', report('S2', '3'));
    expect(await copper()).toBeUndefined();
    await did(merchandiser, 'cancel-shipment', { shipmentId: second, reason: '改期' });
  });

  it('no more leaves than was inspected, each unit once, and a dispatch by mistake is recalled (P-88, P-97, P-98, P-100)', async () => {
    const [, { shipmentId }] = (await state(order)).shipments;
    const leaving = { shipmentId, carrierRef: '沪A12345' };
    const over = await refused(warehouse, 'dispatch-shipment', { ...leaving, qty: '9' });
    expect(over).toEqual([422, 'DISPATCH_EXCEEDS_INSPECTED', { shipmentId, qty: '9', inspectedQty: '6' }]);
    const numbers = ['SN 1', 'SN2', 'SN3', 'SN4'];
    const few = await refused(warehouse, 'dispatch-shipment', { ...leaving, serialNos: numbers });
    expect(few.slice(0, 2)).toEqual([422, 'SERIAL_NOS_MISMATCH']);
    const twice = { ...leaving, qty: '2', serialNos: ['SN 1', 'ｓｎ１'] };
    expect((await refused(warehouse, 'dispatch-shipment', twice)).slice(0, 2)).toEqual([409, 'DUPLICATE_SERIAL_NO']);
    await did(warehouse, 'dispatch-shipment', { ...leaving, qty: '5' });
    await did(warehouse, 'recall-shipment', { shipmentId, reason: '装错车' });
    expect(await goods()).toMatchObject({ shippedQty: '0', grossShippedQty: '0', readyQty: '6' });
    await did(warehouse, 'dispatch-shipment', { ...leaving, qty: '4', serialNos: numbers });
    expect(await goods()).toMatchObject({ shippedQty: '4', readyQty: '6', availableQty: '6' });
    const rest = await prepare('1');
    const again = await refused(warehouse, 'dispatch-shipment', {
      shipmentId: rest,
      carrierRef: 'C',
      serialNos: ['sn3'],
    });
    expect(again).toEqual([
      409,
      'DUPLICATE_SERIAL_NO',
      { shipmentId: rest, serialNos: ['sn3'], existing: [shipmentId] },
    ]);
  });

  it('whoever drives and signs is in the vault of the service, and shown masked; a carrier is no person (P-176)', async () => {
    const { service } = talk;
    const prepared = await prepare('1');
    const driverRef = await keptPerson(service, warehouse, '赵强');
    const unknown = randomUUID();
    const leaving = { shipmentId: prepared, carrierRef: '临江物流' };
    const named = await refused(warehouse, 'dispatch-shipment', { ...leaving, driverRef: unknown });
    expect(named).toEqual([422, 'PERSON_UNKNOWN', { personRefs: [unknown], pointers: ['/driverRef'] }]);
    const called = await service.post(warehouse, `${order}/dispatch-shipment`, {
      ...leaving,
      carrierRef: '138 0013 8000',
    });
    expect(called.body).toMatchObject({ status: 400, errors: [{ pointer: '/carrierRef' }] });
    await did(warehouse, 'dispatch-shipment', { ...leaving, driverRef });
    const shipmentOf = async () =>
      (await state(order)).shipments.find((one: { shipmentId: string }) => one.shipmentId === prepared);
    const driver = { personRef: driverRef, masked: { name: '赵*' }, erasedAt: null };
    expect(await shipmentOf()).toMatchObject({ driverRef, driver });
    const signed = { shipmentId: prepared, on: '2025-03-10' };
    const stranger = await refused(warehouse, 'confirm-delivery', { ...signed, signedByRef: unknown });
    expect(stranger).toEqual([422, 'PERSON_UNKNOWN', { personRefs: [unknown], pointers: ['/signedByRef'] }]);
    const numbered = await service.post(warehouse, `${order}/confirm-delivery`, {
      ...signed,
      signedByRef: '110101199003071234',
    });
    expect(numbered.body).toMatchObject({ status: 400, errors: [{ pointer: '/signedByRef' }] });
    const revealed = await service.post(warehouse, `/api/v1/persons/${driverRef}/reveal`, { reason: '联系司机' });
    expect(revealed.body).toEqual({ personRef: driverRef, values: { name: '赵强' }, erasedAt: null });
    expect((await service.post(qc, '/api/v1/persons', { name: '赵强' })).status).toBe(403);
    await did(warehouse, 'recall-shipment', { shipmentId: prepared, reason: '装错车' });
    await did(merchandiser, 'cancel-shipment', { shipmentId: prepared, reason: '改期' });
  });

  it('a delivery is corrected, and what came back is not shipped (P-91, P-101)', async () => {
    const [, { shipmentId }] = (await state(order)).shipments;
    await did(warehouse, 'confirm-delivery', { shipmentId, signedByRef: talk.receiver, on: '2025-03-10' });
    const back = { shipmentId, refusedQty: '4', reason: '客户全部拒收' };
    const future = await refused(warehouse, 'correct-delivery', { ...back, on: '2025-03-11' });
    expect(future.slice(0, 2)).toEqual([422, 'DELIVERY_DATE_INVALID']);
    await did(warehouse, 'correct-delivery', back);
    expect(await line()).toMatchObject({
      ...{ shippedQty: '0', grossShippedQty: '4', deliveredQty: '0', refusedQty: '4', unshippedQty: '10' },
      ...{ shipping: 'NONE', open: true, readyQty: '3' },
    });
    await did(warehouse, 'correct-delivery', { ...back, refusedQty: '3', refusedSerialNos: ['SN1', 'SN2', 'SN3'] });
    expect(await line()).toMatchObject({ shippedQty: '1', grossShippedQty: '4', readyQty: '4', shipping: 'PARTIAL' });
    expect(await refused(pmc, 'cancel-order', { initiator: 'US', reason: 'x' })).toEqual([
      422,
      'ORDER_PARTLY_SHIPPED',
      { shippedQty: '1' },
    ]);
  });

  it('scrapped goods are made again, restocked ones leave again, and a wrong decision is put right (P-92, P-102)', async () => {
    const [, { shipmentId }] = (await state(order)).shipments;
    await did(qc, 'disposition-return', { shipmentId, qty: '3', disposition: 'SCRAP' });
    expect(await state(order)).toMatchObject({ state: 'IN_PROGRESS', goods: { toMakeQty: '13', scrappedQty: '3' } });
    expect(await copper()).toBe('6');
    // (10 + 10) / (2 x 13)
    expect(await board()).toMatchObject({ state: 'IN_PROGRESS', currentStep: { stepId: 'S1' }, percentBps: 7_692 });
    const lower = await refused(warehouse, 'correct-delivery', { shipmentId, refusedQty: '2', reason: 'x' });
    expect(lower).toEqual([422, 'RETURN_DECIDED', { shipmentId, refusedQty: '2', decidedQty: '3' }]);
    const right = { restockedQty: '1', scrappedQty: '2', reason: '一台可返库' };
    await did(qc, 'correct-disposition', { shipmentId, ...right });
    expect(await goods()).toMatchObject({ toMakeQty: '12', restockedQty: '1', scrappedQty: '2' });
    expect(await copper()).toBe('4');
    const over = await refused(owner, 'report-progress', report('S2', '3'));
    expect(over.slice(0, 2)).toEqual([422, 'OVER_PRODUCTION']);
    await did(owner, 'start-step', { stepId: 'S1' });
    await did(owner, 'report-progress', report('S1', '2'));
    await did(owner, 'complete-step', { stepId: 'S1' });
    await did(owner, 'report-progress', report('S2', '2'));
    expect((await state(order)).state).toBe('PRODUCED');
  });

  it('delivered in full it is closed, and open again where that was not so, with its tracking and its promise (P-47, P-103, P-106)', async () => {
    for (const { shipmentId, state: waits } of (await state(order)).shipments)
      if (waits === 'INSPECTED') await did(warehouse, 'dispatch-shipment', { shipmentId, carrierRef: 'C' });
    const { grossShippedQty, shippedQty } = await goods();
    expect([grossShippedQty, shippedQty]).toEqual(['7', '4']);
    const last = await prepare('6');
    await did(warehouse, 'dispatch-shipment', { shipmentId: last, carrierRef: 'C' });
    for (const { shipmentId, state: away } of (await state(order)).shipments)
      if (away === 'DISPATCHED')
        await did(warehouse, 'confirm-delivery', { shipmentId, signedByRef: talk.receiver, on: '2025-03-10' });
    expect(await line()).toMatchObject({
      state: 'CLOSED',
      shippedQty: '10',
      grossShippedQty: '13',
      deliveredQty: '10',
    });
    await becomes('CLOSED', places.tracking());
    await did(warehouse, 'correct-delivery', { shipmentId: last, refusedQty: '2', reason: '漏记拒收' });
    expect(await line()).toMatchObject({ state: 'PRODUCED', shippedQty: '8', open: true });
    await becomes('OPEN', places.tracking());
    await talk.service.post(ADMIN, '/admin/clock', { now: '2025-09-02T01:00:00Z' });
    const stream = `/admin/streams/productionOrder-${productionOrderId(contractId, 'L3')}`;
    await eventually(async () => {
      const { items } = (await talk.service.get(ADMIN, stream)).body;
      return items.at(-1).type === 'ShipmentDelayed';
    }, 'what is still to leave is late');
  });

  it('every projection is rebuilt to the same rows', async () => {
    const { body } = await talk.service.post(ADMIN, '/admin/projections/production-orders/rebuild', { reason: 'x' });
    for (const table of body.tables) expect(table).toMatchObject({ differing: 0, rowsAfter: table.rowsBefore });
  });
});
