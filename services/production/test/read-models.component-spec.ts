import { randomUUID } from 'node:crypto';
import { contractExecutionFormAccepted, contractSigned, paymentGateOpened } from '@engsales/events';
import formSample from '../../../libs/events/src/samples/contract.ContractExecutionFormAccepted.v1.json';
import gateSample from '../../../libs/events/src/samples/contract.PaymentGateOpened.v1.json';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN } from '../../../tools/testing/service-under-test.js';
import { ARTEFACT_TYPES } from '../src/domain/engineering-package/engineering-package.values.js';
import { director, engineer, merchandiser, owner, placesOf, pmc, qc, sales, Talk, warehouse } from './talk.fixtures.js';

describe('the read models of production', () => {
  const contractId = randomUUID();
  const { order, pack, tracking } = placesOf(contractId);
  const talk = new Talk(contractId);
  const { put, message, done, list, state, becomes } = talk;
  beforeAll(() => talk.begin('2025-03-10T01:00:00Z'));
  afterAll(() => talk.service.stop());
  const board = async (line = 'L3') =>
    (await list('merchandiser-board')).items.find((row: { lineId: string }) => row.lineId === line);

  it('the board begins with the orders of a contract: nothing done, promised as the contract says', async () => {
    await put(message(contractSigned, signedSample), message(contractExecutionFormAccepted, formSample));
    const gates = { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'OPEN' } };
    await put(message(paymentGateOpened, { ...gateSample, gates }));
    await put(message(paymentGateOpened, { ...gateSample, gate: 'DISPATCH', gates }));
    for (const line of ['L1', 'L2', 'L3']) await becomes('OPEN', tracking(line));
    await becomes('REQUESTED', pack());
    await eventually(async () => (await list('merchandiser-board')).items.length === 3, 'three orders');
    const nothing = { openExceptions: 0, holds: [], unansweredInquiries: 0, shippedQty: '0', shipping: 'NONE' };
    const begun = { percentBps: 0, currentStep: null, forecastDate: '2025-09-01', delayDays: 0, ...nothing };
    expect(await board()).toMatchObject({ lineId: 'L3', committedDate: '2025-09-01', ...begun });
  });

  it('is paged by committed date, by merchandiser and by state', async () => {
    const whole = (await list('merchandiser-board')).items;
    expect(whole.map((row: { committedDate: string }) => row.committedDate)).toEqual([
      '2025-09-01',
      '2025-09-01',
      '2025-09-15',
    ]);
    const first = await list('merchandiser-board', { limit: '1' });
    const second = await list('merchandiser-board', { limit: '1', cursor: first.nextCursor });
    const third = await list('merchandiser-board', { limit: '1', cursor: second.nextCursor });
    expect([...first.items, ...second.items, ...third.items]).toEqual(whole);
    expect(third.nextCursor).toBeNull();
    expect((await list('merchandiser-board', { merchandiserId: 'qian-fang' })).items).toEqual([]);
    expect((await list('merchandiser-board', { merchandiserId: 'zhou-min', state: 'RECEIVED' })).items).toHaveLength(3);
  });

  it('orders are found by a part of code or name however it is written, and sorted by their promise (P-170)', async () => {
    const lineIds = async (query: object) =>
      (await list('production-orders', { contractId, ...query })).items.map((row: { lineId: string }) => row.lineId);
    const [first] = (await list('production-orders', { contractId })).items as [{ name: string; itemCode: string }];
    expect(await lineIds({ q: ` ${first.name.slice(1)} ` })).toEqual(['L1']);
    expect(await lineIds({ q: first.itemCode.toLowerCase() })).toEqual(['L1']);
    expect(await lineIds({ q: '%' })).toEqual([]);
    expect((await lineIds({ sort: '-committedDate' }))[0]).toBe('L2');
    const page = await list('production-orders', { contractId, sort: '-committedDate', limit: '2' });
    const rest = await list('production-orders', {
      contractId,
      sort: '-committedDate',
      limit: '2',
      cursor: page.nextCursor,
    });
    expect([...page.items, ...rest.items]).toHaveLength(3);
    expect(await lineIds({ merchandiserId: 'qian-fang' })).toEqual([]);
  });

  it('the matrix shows seven documents by order, each with its status and revision', async () => {
    await done(merchandiser, `${order()}/hand-over-to-engineering`, { backupCopyRef: 'cabinet-3' });
    const material = { itemCode: 'CU-22', name: '铜管', qty: '2.5', uom: 'm', scrapBps: 300 };
    await done(engineer, `${pack()}/submit-bom`, {
      rev: 'A',
      lines: [{ ...material, unitCost: '42', supply: 'BUY' }],
    });
    await done(engineer, `${pack()}/confirm-artefact`, { type: 'BOM' });
    await done(engineer, `${pack()}/submit-artefact`, { type: 'DRAWING', docRef: 'D-1', rev: 'B' });
    const { items } = await list('engineering-documents', { contractId });
    expect(items.map((row: { lineId: string; packageState: string }) => [row.lineId, row.packageState])).toEqual([
      ['L1', 'REQUESTED'],
      ['L2', 'REQUESTED'],
      ['L3', 'IN_PREPARATION'],
    ]);
    expect(items[2].documents.map(({ type, status, rev }: Record<string, string>) => [type, status, rev])).toEqual([
      ['BOM', 'CONFIRMED', 'A'],
      ['DRAWING', 'DRAFT', 'B'],
      ...ARTEFACT_TYPES.slice(2).map((type) => [type, 'MISSING', null]),
    ]);
    for (const type of ARTEFACT_TYPES.slice(2))
      await done(engineer, `${pack()}/submit-artefact`, { type, docRef: `doc-${type}`, rev: 'B' });
    for (const type of ARTEFACT_TYPES.slice(1)) await done(engineer, `${pack()}/confirm-artefact`, { type });
    await done(engineer, `${pack()}/release-package`);
    const page = await list('engineering-documents', { contractId, limit: '2' });
    const rest = await list('engineering-documents', { contractId, limit: '2', cursor: page.nextCursor });
    expect(rest.items).toMatchObject([{ lineId: 'L3', packageState: 'RELEASED', packageRev: 1 }]);
    expect(rest.items[0].documents.every(({ status }: { status: string }) => status === 'CONFIRMED')).toBe(true);
  });

  it('the board follows steps, exceptions, holds and inquiries', async () => {
    await becomes('ENGINEERED', order());
    await done(pmc, `${order()}/accept-bom`);
    const sheet = { seq: 1, name: '钣金', ownerId: 'ma-jun', plannedStart: '2025-04-10', plannedEnd: '2025-06-10' };
    const assembly = { ...sheet, seq: 2, name: '总装', plannedStart: '2025-06-11', plannedEnd: '2025-08-10' };
    await done(director, `${order()}/plan-order`, { steps: [sheet, assembly] });
    await done(pmc, `${order()}/release-order`, { instructionNo: 'SC-2025-031' });
    const first = { stepId: 'S1', name: '钣金', ownerId: 'ma-jun' };
    expect(await board()).toMatchObject({ state: 'RELEASED', currentStep: first, forecastDate: '2025-08-10' });
    await done(owner, `${order()}/start-step`, { stepId: 'S1' });
    await done(owner, `${order()}/report-progress`, { stepId: 'S1', goodQty: '620', doneOn: '2025-03-10' });
    await done(owner, `${order()}/complete-step`, { stepId: 'S1' });
    const second = { stepId: 'S2', name: '总装', ownerId: 'ma-jun' };
    expect(await board()).toMatchObject({ currentStep: second, percentBps: 5_000 });

    const shortage = { type: 'MATERIAL_SHORTAGE', estimatedDelayDays: 4, stopsWork: false };
    await done(owner, `${tracking()}/raise-exception`, shortage);
    await done(owner, `${tracking()}/raise-exception`, { ...shortage, type: 'POWER_OUTAGE', estimatedDelayDays: 0 });
    await done(director, `${tracking('L1')}/raise-exception`, {
      ...shortage,
      type: 'EQUIPMENT_FAILURE',
      estimatedDelayDays: 3,
    });
    const { exceptions } = await state(tracking());
    await done(director, `${tracking()}/resolve-exception`, {
      exceptionId: exceptions[1].exceptionId,
      actualDelayDays: 1,
    });
    await done(sales, `${tracking()}/ask-progress`, { question: '何时发货？' });
    await done(sales, `${tracking()}/ask-progress`, { question: '分批吗？' });
    const { inquiries } = await state(tracking());
    const answer = { inquiryId: inquiries[0].inquiryId, answer: '八月中旬' };
    await done(merchandiser, `${tracking()}/answer-inquiry`, answer);
    await done(engineer, `${order()}/order-stop-work`, { scope: 'ORDER', violatedArtefact: { type: 'DRAWING' } });
    const entries = { openExceptions: 1, delayDays: 5, unansweredInquiries: 1 };
    const slipped = { forecastDate: '2025-08-15', committedDate: '2025-09-01' };
    expect(await board()).toMatchObject({ ...entries, ...slipped, holds: ['ENGINEERING_STOP'] });
    expect(await board('L1')).toMatchObject({ openExceptions: 1, delayDays: 3, forecastDate: '2025-09-04' });
    const { stops } = await state(order());
    await done(engineer, `${order()}/lift-stop-work`, { stopId: stops[0].stopId, correction: '已改正' });
    expect((await board()).holds).toEqual([]);
  });

  const ship = async (qty: string) => {
    await done(merchandiser, `${order()}/plan-shipment`, { qty });
    const { shipmentId } = (await state(order())).shipments.at(-1);
    await done(qc, `${order()}/inspect-shipment`, { shipmentId, result: 'PASSED', certRef: 'QC-1' });
    return shipmentId as string;
  };
  const leave = (shipmentId: string) =>
    done(warehouse, `${order()}/dispatch-shipment`, { shipmentId, carrierRef: 'C-7' });
  const deliver = (shipmentId: string, on: string, refusedQty = '0') =>
    done(warehouse, `${order()}/confirm-delivery`, { shipmentId, signedByRef: talk.receiver, on, refusedQty });
  let last = '';

  it('the lines show what is made, ready, gone, delivered and refused, and what is still to leave', async () => {
    await done(owner, `${order()}/start-step`, { stepId: 'S2' });
    await done(owner, `${order()}/report-progress`, { stepId: 'S2', goodQty: '400', doneOn: '2025-03-10' });
    const shipmentId = await ship('300');
    await leave(shipmentId);
    await deliver(shipmentId, '2025-03-10', '10');
    last = await ship('100');
    await done(merchandiser, `${order()}/plan-shipment`, { qty: '7' });
    const { items } = await list('shipment-lines', { contractId, open: 'true' });
    const made = { orderedQty: '620', producedQty: '400', readyQty: '390', shipping: 'PARTIAL' };
    const net = { shippedQty: '290', grossShippedQty: '300', unshippedQty: '330' };
    const left = { deliveredQty: '290', refusedQty: '10', ...net };
    expect(items).toHaveLength(3);
    const of = (line: string) => items.find((row: { lineId: string }) => row.lineId === line);
    expect(of('L3')).toMatchObject({ lineId: 'L3', ...made, ...left });
    expect(of('L1')).toMatchObject({ orderedQty: '2', producedQty: '0', readyQty: '0', unshippedQty: '2' });
    expect((await list('shipment-lines', { contractId, open: 'false' })).items).toEqual([]);
    const page = await list('shipment-lines', { limit: '2' });
    const rest = await list('shipment-lines', { limit: '2', cursor: page.nextCursor });
    expect([...page.items, ...rest.items]).toEqual(items);
    // (620 + 400) / (2 x 620)
    expect(await board()).toMatchObject({ percentBps: 8_225, shippedQty: '290', grossShippedQty: '300' });
  });

  it('call-offs stay open until shipments cover them, the first required first (P-49)', async () => {
    const callOff = (qty: string, requiredOn: string, line = 'L3') =>
      done(merchandiser, `${order(line)}/record-call-off`, { qty, deliverTo: '临江工地', requiredOn });
    await callOff('320', '2025-09-01');
    await callOff('300', '2025-08-01');
    await callOff('1', '2025-07-01', 'L1');
    const open = async (query = {}) =>
      (await list('call-offs', query)).items.map((row: Record<string, string>) => [
        row.lineId,
        row.qty,
        row.uncoveredQty,
        row.requiredOn,
      ]);
    const all = [
      ['L1', '1', '1', '2025-07-01'],
      ['L3', '320', '320', '2025-09-01'],
    ];
    // of the 300 that left ten came back
    const first = ['L3', '300', '10', '2025-08-01'];
    expect(await open({ contractId })).toEqual([all[0], first, all[1]]);
    const { nextCursor } = await list('call-offs', { limit: '1' });
    expect(await open({ limit: '1', cursor: nextCursor })).toEqual([first]);
    await leave(last);
    expect(await open()).toEqual([all[0], ['L3', '320', '230', '2025-09-01']]);
  });

  it('all orders together ask for the material of what they have still to make, one of all of it (P-82)', async () => {
    // 2.5 m x 1.03 for each of 620 - 400, and of 620
    const copper = { itemCode: 'CU-22', uom: 'm' };
    const together = await list('material-requirements', { contractId });
    expect(together.shortages).toMatchObject([{ ...copper, required: '566.5' }]);
    const alone = await list(`production-orders/${together.orders[0].productionOrderId}/material-requirements`);
    expect(alone.shortages).toMatchObject([{ ...copper, required: '1596.5' }]);
  });

  it('each list answers just these fields', async () => {
    const head = [
      'committedDate',
      'contractId',
      'itemCode',
      'kind',
      'lineId',
      'name',
      'productionOrderId',
      'state',
      'uom',
    ];
    const order = [
      ...head,
      'merchandiserId',
      'packageId',
      'packageState',
      'projectId',
      'qty',
      'trackingId',
      'trackingState',
    ];
    const fields = async (path: string) => Object.keys((await list(path, { limit: '1' })).items[0]).sort();
    expect(await fields('production-orders')).toEqual([...order].sort());
    expect(await fields('merchandiser-board')).toEqual(
      [
        ...order,
        ...[
          'currentStep',
          'deferredUntil',
          'delayDays',
          'dueOn',
          'forecastDate',
          'grossShippedQty',
          'holds',
          'openExceptions',
          'percentBps',
        ],
        ...['shippedQty', 'shipping', 'unansweredInquiries'],
      ].sort(),
    );
    expect(await fields('shipment-lines')).toEqual(
      [
        ...head,
        ...['deliveredQty', 'grossShippedQty', 'open', 'orderedQty', 'producedQty', 'readyQty', 'refusedQty'],
        ...['shippedQty', 'shipping', 'unshippedQty'],
      ].sort(),
    );
    expect(await fields('call-offs')).toEqual([
      ...['callOffId', 'contractId', 'deliverTo', 'lineId', 'name', 'productionOrderId', 'qty', 'requiredOn'],
      ...['uncoveredQty', 'uom'],
    ]);
    expect(await fields('engineering-documents')).toEqual([
      ...['contractId', 'documents', 'kind', 'lineId', 'name', 'packageId', 'packageRev', 'packageState'],
      'productionOrderId',
    ]);
    const orders = await list('production-orders', { contractId });
    expect(
      orders.items.map((row: Record<string, string>) => [row.lineId, row.packageState, row.trackingState]),
    ).toEqual([
      ['L1', 'REQUESTED', 'OPEN'],
      ['L2', 'REQUESTED', 'OPEN'],
      ['L3', 'RELEASED', 'OPEN'],
    ]);
    const page = await list('production-orders', { contractId, limit: '2' });
    const rest = await list('production-orders', { contractId, limit: '2', cursor: page.nextCursor });
    expect([...page.items, ...rest.items]).toEqual(orders.items);
    expect((await list('production-orders', { contractId, state: 'IN_PROGRESS' })).items).toHaveLength(1);
  });

  it('exceptions are ordered by the days they cost', async () => {
    const { items, ...sums } = await list('exception-pareto', { from: '2025-03-10', to: '2025-03-10' });
    expect(sums).toEqual({ from: '2025-03-10', to: '2025-03-10', count: 3, delayDays: 8 });
    expect(items).toEqual([
      { type: 'MATERIAL_SHORTAGE', count: 1, delayDays: 4, shareBps: 5_000, cumulativeBps: 5_000 },
      { type: 'EQUIPMENT_FAILURE', count: 1, delayDays: 3, shareBps: 3_750, cumulativeBps: 8_750 },
      { type: 'POWER_OUTAGE', count: 1, delayDays: 1, shareBps: 1_250, cumulativeBps: 10_000 },
    ]);
    expect(await list('exception-pareto', { from: '2025-03-11' })).toMatchObject({ count: 0, items: [] });
  });

  it('deliveries after the committed date are late, and a forecast is never before today (P-39, P-51)', async () => {
    await talk.service.post(ADMIN, '/admin/clock', { now: '2025-09-05T03:00:00Z' });
    await deliver(last, '2025-09-05');
    const all = { delivered: 2, late: 1, onTimeBps: 5_000, meanDaysLate: 4 };
    expect(await list('on-time-delivery')).toMatchObject(all);
    const none = { delivered: 1, late: 0, onTimeBps: 10_000, meanDaysLate: null };
    expect(await list('on-time-delivery', { to: '2025-03-31' })).toMatchObject(none);
    const nothing = { delivered: 0, late: 0, onTimeBps: null, meanDaysLate: null };
    expect(await list('on-time-delivery', { from: '2025-09-06' })).toMatchObject(nothing);
    expect(await board()).toMatchObject({ committedDate: '2025-09-01', forecastDate: '2025-09-05' });
  });

  it('a shipment that was refused whole is no delivery (P-51)', async () => {
    const { shipments } = await state(order());
    const back = { shipmentId: shipments[0].shipmentId, qty: '10', disposition: 'RESTOCK' };
    await done(warehouse, `${order()}/disposition-return`, back);
    const again = await ship('10');
    await leave(again);
    await deliver(again, '2025-09-05', '10');
    expect(await list('on-time-delivery')).toMatchObject({ delivered: 2, late: 1 });
  });

  it.each([
    'merchandiser-board?limit=0',
    'merchandiser-board?cursor=x',
    'merchandiser-board?state=CLOSED',
    'shipment-lines?open=yes',
    'shipment-lines?contractId=1',
    'shipment-lines?cursor=x',
    'engineering-documents?contractId=1',
    'engineering-documents?limit=201',
    'call-offs?contractId=1',
    'call-offs?cursor=x',
    'exception-pareto?from=2025-02-30',
    'exception-pareto?from=2025-03-11&to=2025-03-10',
    'on-time-delivery?to=tomorrow',
    'on-time-delivery?days=3',
    'shipment-lines?minPosition=contract.1',
  ])('%s is refused', async (path) => {
    expect((await talk.service.get(sales, `/api/v1/${path}`)).status).toBe(400);
  });

  it.each(['production-orders', 'engineering-packages', 'order-trackings'])(
    '%s is rebuilt to the same rows',
    async (name) => {
      const { status, body } = await talk.service.post(ADMIN, `/admin/projections/${name}/rebuild`, { reason: 'x' });
      expect(status).toBe(200);
      for (const table of body.tables) {
        expect(table).toMatchObject({ differing: 0, rowsAfter: table.rowsBefore });
        expect(table.rowsAfter).toBeGreaterThan(0);
      }
    },
  );
});
