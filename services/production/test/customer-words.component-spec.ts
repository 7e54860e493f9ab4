import { randomUUID } from 'node:crypto';
import { contractImported, type ContractImportedData } from '@engsales/events';
import importedSample from '../../../libs/events/src/samples/contract.ContractImported.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN, type Person } from '../../../tools/testing/service-under-test.js';
import { ARTEFACT_TYPES } from '../src/domain/engineering-package/engineering-package.values.js';
import { externalIds, productionOrderId } from '../src/domain/ids.js';
import { director, engineer, merchandiser, placesOf, pmc, qc, sales, Talk, warehouse } from './talk.fixtures.js';

const OPEN = { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'OPEN' } };

/** A running contract that came from another system: what its customer asks for, defers and gets, and bought goods that come in. */
describe('the orders of an imported contract over HTTP', () => {
  const contractId = randomUUID();
  const { order, pack, tracking } = placesOf(contractId);
  const talk = new Talk(contractId);
  const { done, list, state } = talk;
  const [line1, line2, line3] = (importedSample as unknown as ContractImportedData).lines;
  const bought = { fulfilment: 'BUY', packageKey: 'L1', qty: '10' };
  const imported = {
    ...importedSample,
    gates: OPEN,
    lines: [
      { ...line1, ...bought },
      { ...line2, ...bought },
      { ...line3, qty: '10' },
    ],
    orderLineIds: ['L1', 'L2', 'L3'],
    shippedLines: [{ lineId: 'L3', producedQty: '6', shippedQty: '5', deliveredQty: '4' }],
  };
  const message = talk.message(contractImported, imported);
  beforeAll(async () => {
    await talk.begin('2025-03-10T01:00:00Z');
    await talk.put(message);
    for (const line of ['L1', 'L2', 'L3']) await talk.becomes('OPEN', tracking(line));
  });
  afterAll(() => talk.service.stop());

  const refused = async (person: Person, path: string, body: object) => {
    const answer = await talk.service.post(person, path, body);
    return [answer.status, answer.body.code, answer.body.details];
  };
  const rowOf = async (path: string, lineId: string) =>
    (await list(path, { contractId })).items.find((row: { lineId: string }) => row.lineId === lineId);
  const noteOf = (docRef: string, qty = '4') => ({ qty, docRef, supplierPartyId: 'p-7' });

  it('are for the rest, once, with what is on hand and on the road (P-140, P-141)', async () => {
    await talk.put({ ...message, id: randomUUID() });
    expect(await state(order())).toMatchObject({
      state: 'RECEIVED',
      qty: '6',
      executionFormAccepted: true,
      salespersonId: 'li-na',
      opening: { producedQty: '2', onTheRoadQty: '1', deliveredQty: '4' },
      shipments: [{ state: 'DISPATCHED', qty: '1' }],
    });
    expect(await rowOf('shipment-lines', 'L3')).toMatchObject({ orderedQty: '6', producedQty: '2', shippedQty: '1' });
    const [{ shipmentId }] = (await state(order())).shipments;
    await done(warehouse, `${order()}/confirm-delivery`, { shipmentId, signedByRef: talk.receiver, on: '2025-03-01' });
    await done(merchandiser, `${order()}/plan-shipment`, { qty: '1' });
    const { shipmentId: second } = (await state(order())).shipments[1];
    await done(qc, `${order()}/inspect-shipment`, { shipmentId: second, result: 'PASSED', certRef: 'QC-1' });
    await done(warehouse, `${order()}/dispatch-shipment`, { shipmentId: second, carrierRef: 'C-1' });
    expect(await rowOf('shipment-lines', 'L3')).toMatchObject({
      shippedQty: '2',
      deliveredQty: '1',
      unshippedQty: '4',
    });
  });

  it('share a package, and the one that joins it when it is released has its BOM (P-124)', async () => {
    for (const line of ['L1', 'L2'])
      await done(merchandiser, `${order(line)}/hand-over-to-engineering`, { backupCopyRef: 'c' });
    const drawn = ARTEFACT_TYPES.filter((type) => !['PROCESS_FLOW', 'WORK_INSTRUCTION'].includes(type));
    for (const type of drawn) {
      await done(engineer, `${pack('L1')}/submit-artefact`, { type, docRef: type, rev: 'A' });
      await done(engineer, `${pack('L1')}/confirm-artefact`, { type });
    }
    await done(engineer, `${pack('L1')}/release-package`);
    const keys = { packageKey: 'K', trackingKey: 'K' };
    const byHand = async (lineId: string) => {
      const said = { contractId, lineId, kind: 'PROCURE', itemCode: 'X', name: '阀门', qty: '3', uom: '个', ...keys };
      const body = { ...said, amountFen: 1, committedDate: '2025-09-01' };
      expect((await talk.service.post(merchandiser, '/api/v1/production-orders', body)).status).toBe(201);
      return externalIds(contractId, lineId, keys);
    };
    const { packageId } = await byHand('X1');
    const shared = `/api/v1/engineering-packages/${packageId}`;
    await talk.becomes('REQUESTED', shared);
    for (const type of drawn) {
      await done(engineer, `${shared}/submit-artefact`, { type, docRef: type, rev: 'A' });
      await done(engineer, `${shared}/confirm-artefact`, { type });
    }
    await done(engineer, `${shared}/release-package`);
    const joined = `/api/v1/production-orders/${(await byHand('X2')).productionOrderId}`;
    await eventually(async () => (await state(joined)).bom?.rev === 1, 'the joined order has the BOM');
    expect(await state(joined)).toMatchObject({ state: 'RECEIVED', contractOrigin: 'EXTERNAL' });
    for (const line of ['L1', 'L2']) {
      await talk.becomes('ENGINEERED', order(line));
      await done(pmc, `${order(line)}/accept-bom`);
      await done(pmc, `${order(line)}/release-order`, { instructionNo: `CG-${line}` });
    }
  });

  it('take in the note of a supplier once in the company, and again once it was taken back (P-132, P-133, P-134)', async () => {
    await done(warehouse, `${order('L1')}/receive-goods`, noteOf('GR-1'));
    const existing = productionOrderId(contractId, 'L1');
    expect(await refused(warehouse, `${order('L2')}/receive-goods`, noteOf(' ｇｒ-1'))).toMatchObject([
      409,
      'DUPLICATE_GOODS_IN',
      { existing },
    ]);
    expect(await refused(warehouse, `${order('L1')}/receive-goods`, noteOf('gr-1'))).toMatchObject([
      409,
      'DUPLICATE_GOODS_IN',
      { existing },
    ]);
    const twice = await Promise.all(
      ['L1', 'L2'].map((line) => talk.service.post(warehouse, `${order(line)}/receive-goods`, noteOf('GR-2', '1'))),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [{ goodsInId }] = (await state(order('L1'))).goodsIn;
    await done(warehouse, `${order('L1')}/correct-goods-in`, { goodsInId, qty: '5', reason: '数错' });
    const { receivedQty } = await state(order('L1'));
    const schedule = await state(`${order('L1')}/schedule`);
    expect(schedule.percentBps).toBe(Number(receivedQty) * 1_000);
    await done(warehouse, `${order('L1')}/reverse-goods-in`, { goodsInId, reason: '录到别的订单' });
    await done(warehouse, `${order('L2')}/receive-goods`, noteOf('GR-1'));
    expect((await rowOf('shipment-lines', 'L1')).producedQty).toBe((await state(order('L1'))).receivedQty);
  });

  it('are called off as far as they are ordered, and a call-off has a way back (P-135, P-136)', async () => {
    const callOff = { qty: '5', requiredOn: '2025-04-01' };
    await done(merchandiser, `${order()}/record-call-off`, callOff);
    expect(
      await refused(merchandiser, `${order()}/record-call-off`, { qty: '2', requiredOn: '2025-04-01' }),
    ).toMatchObject([422, 'CALL_OFF_EXCEEDS_ORDER', { orderedQty: '6', calledOffQty: '7', openQty: '6' }]);
    expect(
      await refused(merchandiser, `${order()}/record-call-off`, { qty: '1', requiredOn: '2025-03-09' }),
    ).toMatchObject([422, 'DATE_BEFORE_TODAY', { field: 'requiredOn', earliest: '2025-03-10' }]);
    const [{ callOffId }] = (await state(order())).callOffs;
    const right = { callOffId, qty: '6', requiredOn: '2025-04-02', reason: '客户改口' };
    await done(merchandiser, `${order()}/correct-call-off`, right);
    expect((await list('call-offs', { contractId })).items).toMatchObject([{ qty: '6', requiredOn: '2025-04-02' }]);
    expect(await refused(merchandiser, `${order()}/withdraw-call-off`, { callOffId, reason: 'x' })).toMatchObject([
      422,
      'CALL_OFF_SHIPPED',
      { coveredQty: '2' },
    ]);
    await done(merchandiser, `${order('L1')}/record-call-off`, callOff);
    const [{ callOffId: other }] = (await state(order('L1'))).callOffs;
    await done(merchandiser, `${order('L1')}/withdraw-call-off`, { callOffId: other, reason: '重复' });
    expect((await list('call-offs', { contractId })).items).toMatchObject([{ lineId: 'L3' }]);
  });

  it('are late after the day to which the customer has deferred them (P-50, P-130, P-131)', async () => {
    const defer = (until: string) => ({ by: 'CUSTOMER', until });
    const { committedDate } = await state(order());
    expect(await refused(merchandiser, `${order()}/defer-delivery`, defer('2025-08-01'))).toMatchObject([
      422,
      'DATE_BEFORE_COMMITTED_DATE',
      { earliest: committedDate },
    ]);
    await done(merchandiser, `${order()}/defer-delivery`, defer('2025-12-31'));
    await done(merchandiser, `${order()}/correct-deferral`, { until: '2025-10-31', reason: '录错' });
    const lines = (await list('merchandiser-board', { merchandiserId: 'zhou-min' })).items;
    // the one that is due last
    expect(lines.at(-1)).toMatchObject({
      lineId: 'L3',
      committedDate,
      deferredUntil: '2025-10-31',
      dueOn: '2025-10-31',
      forecastDate: '2025-10-31',
    });
    await done(merchandiser, `${order('L2')}/defer-delivery`, defer('2025-12-31'));
    await done(merchandiser, `${order('L2')}/withdraw-deferral`, { reason: '不是这一行' });
    const onBoard = (await list('merchandiser-board', { merchandiserId: 'zhou-min' })).items;
    expect(onBoard.find(({ lineId }: { lineId: string }) => lineId === 'L2')).toMatchObject({
      deferredUntil: null,
      dueOn: '2025-09-15',
    });
    const typesOf = async (line: string): Promise<string[]> =>
      (
        await talk.service.get(ADMIN, `/admin/streams/productionOrder-${productionOrderId(contractId, line)}`)
      ).body.items.map((event: { type: string }) => event.type);
    await talk.service.post(ADMIN, '/admin/clock', { now: '2025-10-31T15:59:00Z' });
    await eventually(async () => (await typesOf('L2')).includes('ShipmentDelayed'), 'the promise of L2 has passed');
    expect(await typesOf('L3')).not.toContain('ShipmentDelayed');
    await talk.service.post(ADMIN, '/admin/clock', { now: '2025-10-31T16:00:00Z' });
    await eventually(async () => (await typesOf('L3')).includes('ShipmentDelayed'), 'the deferral of L3 has passed');
  });

  it('answer those who ask: their inquiries and the exceptions of their orders (P-126)', async () => {
    await done(sales, `${tracking('L3')}/ask-progress`, { question: '何时发货？' });
    await done(sales, `${tracking('L2')}/ask-progress`, { question: '分批吗？' });
    const [{ inquiryId }] = (await state(tracking('L3'))).inquiries;
    await done(merchandiser, `${tracking('L3')}/answer-inquiry`, { inquiryId, answer: '周五' });
    const mine = (await list('my-inquiries')).items;
    expect(mine.map(({ question }: { question: string }) => question).sort()).toEqual(
      ['何时发货？', '分批吗？'].sort(),
    );
    expect((await list('my-inquiries', { state: 'ANSWERED' })).items).toMatchObject([
      { inquiryId, contractId, answer: '周五', answeredBy: 'zhou-min', answeredLate: false, state: 'ANSWERED' },
    ]);
    const page = await list('my-inquiries', { limit: '1' });
    const rest = await list('my-inquiries', { limit: '1', cursor: page.nextCursor });
    expect([...page.items, ...rest.items]).toEqual(mine);
    await done(director, `${tracking('L3')}/raise-exception`, {
      type: 'OTHER',
      estimatedDelayDays: 2,
      stopsWork: false,
    });
    const [{ exceptionId }] = (await state(tracking('L3'))).exceptions;
    await done(merchandiser, `${tracking('L3')}/feed-back-to-sales`, { exceptionId, message: '缺铜管' });
    expect((await list('my-exceptions', { state: 'FED_BACK' })).items).toMatchObject([
      { exceptionId, contractId, lineId: 'L3', message: '缺铜管', delayDays: 2 },
    ]);
    expect((await list('my-exceptions', { state: 'OPEN' })).items).toEqual([]);
    const other: Person = { id: 'wang-wu', roles: ['SALES'] };
    for (const path of ['my-inquiries', 'my-exceptions'])
      expect((await talk.service.get(other, `/api/v1/${path}`)).body.items).toEqual([]);
    expect((await talk.service.get(sales, '/api/v1/my-inquiries?state=GONE')).status).toBe(400);
  });

  it.each(['production-orders', 'order-trackings'])('and %s is rebuilt to the same rows', async (projection) => {
    const { body } = await talk.service.post(ADMIN, `/admin/projections/${projection}/rebuild`, { reason: 'x' });
    for (const table of body.tables) expect(table).toMatchObject({ differing: 0, rowsAfter: table.rowsBefore });
  });
});
