import { randomUUID } from 'node:crypto';
import {
  contractExecutionFormAccepted,
  contractResumed,
  contractSigned,
  contractSuspended,
  contractTerminated,
  paymentGateClosed,
  paymentGateOpened,
} from '@engsales/events';
import formSample from '../../../libs/events/src/samples/contract.ContractExecutionFormAccepted.v1.json';
import gateSample from '../../../libs/events/src/samples/contract.PaymentGateOpened.v1.json';
import resumedSample from '../../../libs/events/src/samples/contract.ContractResumed.v1.json';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import suspendedSample from '../../../libs/events/src/samples/contract.ContractSuspended.v1.json';
import terminatedSample from '../../../libs/events/src/samples/contract.ContractTerminated.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ARTEFACT_TYPES } from '../src/domain/engineering-package/engineering-package.values.js';
import { productionOrderId } from '../src/domain/ids.js';
import { director, engineer, merchandiser, owner, placesOf, pmc, qc, sales, Talk, warehouse } from './talk.fixtures.js';

describe('from a signed contract to goods at the site', () => {
  const contractId = randomUUID();
  const talk = new Talk(contractId);
  const { put, message } = talk;
  const places = placesOf(contractId);
  const [order, pack, tracking] = [places.order(), places.pack(), places.tracking()];
  let service: ServiceUnderTest;
  beforeAll(async () => {
    await talk.begin('2025-03-10T01:00:00Z');
    ({ service } = talk);
  });
  afterAll(() => service.stop());

  const said = async (person: Person, path: string, body: object = {}) => {
    const answer = await service.post(person, path, body);
    return answer.status === 200
      ? answer.body.events.map((e: { type: string }) => e.type)
      : [answer.status, answer.body.code];
  };
  const state = (path = order) => talk.state(path);
  const becomes = (wanted: string, path = order) => talk.becomes(wanted, path);
  const release = () => said(pmc, `${order}/release-order`, { instructionNo: 'SC-2025-031' });

  it('S12: a release is refused for the form, then for the money, whatever else is missing', async () => {
    await put(message(contractSigned, signedSample));
    await becomes('REQUESTED', pack);
    expect(await release()).toEqual([422, 'EXECUTION_FORM_NOT_ACCEPTED']);
    await put(message(contractExecutionFormAccepted, formSample));
    expect(await release()).toEqual([422, 'PAYMENT_GATE_CLOSED']);
    const opened = { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'CLOSED' } };
    await put(message(paymentGateOpened, { ...gateSample, gates: opened }));
    expect(await release()).toEqual([409, 'INVALID_TRANSITION']);
    expect(await state()).toMatchObject({ executionFormAccepted: true, gates: opened });
    const { body } = await service.get(sales, `${order}/blocks`);
    expect(body.items).toMatchObject([{ what: 'SHIPMENT_PAYMENT_GATE_CLOSED', blocks: ['DispatchShipment'] }]);
  });

  it('S13: engineering’s package is released whole, and PMC takes the BOM', async () => {
    await service.post(merchandiser, `${order}/hand-over-to-engineering`, { backupCopyRef: 'cabinet-3/L3' });
    expect(await said(sales, `${pack}/submit-artefact`, { type: 'DRAWING', docRef: 'D', rev: 'A' })).toEqual([
      403,
      'ROLE_NOT_ALLOWED',
    ]);
    const line = {
      itemCode: 'CU-22',
      name: '铜管',
      qty: '2.5',
      uom: 'm',
      scrapBps: 300,
      unitCost: '42',
      supply: 'BUY',
    };
    expect(await said(engineer, `${pack}/submit-bom`, { rev: 'A', lines: [line] })).toEqual(['BomSubmitted']);
    for (const type of ARTEFACT_TYPES.slice(1))
      await said(engineer, `${pack}/submit-artefact`, { type, docRef: `doc-${type}`, rev: 'B' });
    for (const type of ARTEFACT_TYPES.filter((t) => t !== 'PRODUCT_MANUAL'))
      await said(engineer, `${pack}/confirm-artefact`, { type });
    const incomplete = await service.post(engineer, `${pack}/release-package`);
    expect([incomplete.status, incomplete.body.code, incomplete.body.details]).toEqual([
      422,
      'ENGINEERING_PACKAGE_INCOMPLETE',
      { missing: ['PRODUCT_MANUAL'] },
    ]);
    await said(engineer, `${pack}/confirm-artefact`, { type: 'PRODUCT_MANUAL' });
    expect(await said(engineer, `${pack}/release-package`)).toEqual(['EngineeringPackageReleased', 'BomReleased']);
    expect(await said(engineer, `${pack}/submit-bom`, { rev: 'B', lines: [line] })).toEqual([
      422,
      'BOM_RELEASED_IMMUTABLE',
    ]);
    await becomes('ENGINEERED');
    expect(await said(merchandiser, `${order}/accept-bom`)).toEqual([403, 'ROLE_NOT_ALLOWED']);
    const other: Person = { id: 'qian-fang', roles: ['MERCHANDISER'] };
    expect(await said(other, `${order}/accept-bom`, { actingFor: 'PMC' })).toEqual([403, 'ROLE_NOT_ALLOWED']);
    const both: Person = { id: 'qian-fang', roles: ['MERCHANDISER', 'PMC'] };
    const tried = await service.post(both, `${order}/accept-bom?dryRun=true`);
    expect([tried.status, tried.body.events[0].type]).toEqual([200, 'BomAccepted']);
    expect(await said(merchandiser, `${order}/accept-bom`, { actingFor: 'PMC' })).toEqual(['BomAccepted']);
    const { items } = (await service.get(pmc, `${order}/history?limit=200`)).body;
    expect(items.at(-1)).toMatchObject({
      type: 'BomAccepted',
      actor: { id: 'zhou-min', role: 'MERCHANDISER', actingFor: 'PMC' },
    });
    expect(Object.keys(items.at(-1).actor)).toEqual(['id', 'role', 'actingFor']);
  });

  it('costs are seen by those who answer for them, and by nobody else (P-174)', async () => {
    const costsFor = async (roles: Person['roles']) => {
      const ask = async (path: string) => (await service.get({ id: 'someone', roles }, path)).body;
      const [bom, line] = [(await ask(order)).bom, (await ask(pack)).bomLines[0]];
      const { items } = await ask(`${pack}/history?limit=200`);
      const submitted = items.find(({ type }: { type: string }) => type === 'BomSubmitted').data.lines[0];
      return [bom.unitCost, line.unitCost, submitted.unitCost];
    };
    for (const roles of [['PMC'], ['ENGINEERING'], ['MERCHANDISER', 'PMC']] as const)
      expect(await costsFor(roles)).toEqual(['108.15', '42', '42']);
    for (const roles of [['MERCHANDISER'], ['SALES'], ['WAREHOUSE', 'QC'], ['ADMIN']] as const)
      expect(await costsFor(roles)).toEqual([null, null, null]);
  });

  const steps = [
    { seq: 1, name: '钣金', ownerId: 'ma-jun', plannedStart: '2025-04-10', plannedEnd: '2025-06-10', drawingRev: 'B' },
    { seq: 2, name: '总装', ownerId: 'ma-jun', plannedStart: '2025-06-11', plannedEnd: '2025-08-10' },
  ];
  it('S14: steps have an owner and the released drawing', async () => {
    const plan = (changed: object) =>
      said(director, `${order}/plan-order`, { steps: [{ ...steps[0], ...changed }, steps[1]] });
    expect(await plan({ ownerId: undefined })).toEqual([422, 'WORK_STEP_OWNER_REQUIRED']);
    expect(await plan({ drawingRev: 'A' })).toEqual([422, 'DRAWING_REVISION_STALE']);
    expect(await plan({})).toEqual(['OrderPlanned']);
    expect(await release()).toEqual(['ProductionOrderReleased']);
  });

  it('S16: engineering stops the work, and nobody else lifts the stop', async () => {
    expect(await said(owner, `${order}/start-step`, { stepId: 'S1' })).toEqual(['StepStarted']);
    const stop = { scope: 'ORDER', violatedArtefact: { type: 'DRAWING', rev: 'B' } };
    expect(await said(merchandiser, `${order}/order-stop-work`, stop)).toEqual([403, 'ROLE_NOT_ALLOWED']);
    expect(await said(engineer, `${order}/order-stop-work`, stop)).toEqual(['WorkStopped']);
    const { stops } = await state();
    const lift = { stopId: stops[0].stopId, correction: '已按图纸改正' };
    expect(await said(merchandiser, `${order}/lift-stop-work`, lift)).toEqual([403, 'ROLE_NOT_ALLOWED']);
    const progress = { stepId: 'S1', goodQty: '620', scrapQty: '3', doneOn: '2025-03-10' };
    const held = await service.post(owner, `${order}/report-progress`, progress);
    expect([held.body.code, held.body.details.holds]).toEqual([
      'ORDER_ON_HOLD',
      [{ code: 'ENGINEERING_STOP', ref: stops[0].stopId, since: '2025-03-10' }],
    ]);
    const { body } = await service.get(sales, `${order}/blocks`);
    expect(body.items.at(-1)).toMatchObject({ what: 'ENGINEERING_STOP', liftedBy: 'ENGINEERING: LiftStopWork' });
    expect(await said(engineer, `${order}/lift-stop-work`, lift)).toEqual(['WorkResumed']);
    expect(await said(owner, `${order}/report-progress`, { ...progress, goodQty: '621' })).toEqual([
      422,
      'OVER_PRODUCTION',
    ]);
    expect(await said(owner, `${order}/report-progress`, progress)).toEqual(['ProductionProgressReported']);
    expect(await said(owner, `${order}/complete-step`, { stepId: 'S1' })).toEqual(['StepCompleted']);
    expect((await service.get(sales, `${order}/schedule`)).body).toMatchObject({
      plannedEnd: '2025-08-10',
      percentBps: 5_000,
      tasks: [
        { id: 'S1', state: 'DONE', progressBps: 10_000, actual: { start: '2025-03-10', end: '2025-03-10' } },
        { id: 'S2', state: 'READY', dependencies: ['S1'], late: false },
      ],
    });
  });

  it('S15: an exception stops its step until it is resolved, and sales hears of it in time or not', async () => {
    const raise = { type: 'MATERIAL_SHORTAGE', stepId: 'S2', estimatedDelayDays: 4, stopsWork: true };
    const nowhere = await said(owner, `${tracking}/raise-exception`, { ...raise, stepId: 'S9' });
    expect(nowhere).toEqual([400, 'VALIDATION_FAILED']);
    expect(await said(owner, `${tracking}/raise-exception`, raise)).toEqual(['ProductionExceptionRaised']);
    await eventually(async () => (await state()).holds?.length === 1, 'the step is held');
    expect(await said(owner, `${order}/start-step`, { stepId: 'S2' })).toEqual([422, 'ORDER_ON_HOLD']);
    const { exceptions } = await state(tracking);
    const { exceptionId } = exceptions[0];
    await service.post(ADMIN, '/admin/clock', { now: '2025-03-10T03:00:00Z' });
    await eventually(async () => (await state(tracking)).exceptions[0].feedbackOverdue, 'feedback is overdue');
    expect(
      await said(merchandiser, `${tracking}/feed-back-to-sales`, { exceptionId, message: '缺铜管，预计 4 天' }),
    ).toEqual(['ExceptionFedBackToSales']);
    expect(
      await said(sales, `${tracking}/inform-customer`, { exceptionId, channel: 'PHONE', on: '2025-03-10' }),
    ).toEqual(['CustomerInformed']);
    expect(await said(director, `${tracking}/resolve-exception`, { exceptionId, actualDelayDays: 3 })).toEqual([
      'ProductionExceptionResolved',
    ]);
    await eventually(async () => (await state()).holds?.length === 0, 'the step is free');
    expect(await state()).toMatchObject({ committedDate: '2025-09-01', delayDays: 3 });
  });

  it('S26: an inquiry that nobody answers is overdue after four working hours', async () => {
    expect(await said(sales, `${tracking}/ask-progress`, { question: '何时发货？' })).toEqual(['InquiryAsked']);
    await service.post(ADMIN, '/admin/clock', { now: '2025-03-10T08:50:00Z' });
    await eventually(async () => (await state(tracking)).inquiries[0].state === 'OVERDUE', 'the inquiry is overdue');
    const { inquiryId } = (await state(tracking)).inquiries[0];
    expect(await said(merchandiser, `${tracking}/answer-inquiry`, { inquiryId, answer: '八月中旬' })).toEqual([
      'InquiryAnswered',
    ]);
  });

  it('S25: a suspension holds the order; its end moves the dates that it names', async () => {
    const suspended = message(contractSuspended, suspendedSample);
    await put(suspended, suspended);
    expect(await said(owner, `${order}/start-step`, { stepId: 'S2' })).toEqual([422, 'ORDER_ON_HOLD']);
    const dateShifts = [{ lineId: 'L3', from: '2025-09-01', to: '2025-10-11', reason: '停工 40 天' }];
    await put(message(contractResumed, { ...resumedSample, dateShifts }), suspended);
    expect(await state()).toMatchObject({ holds: [], committedDate: '2025-10-11' });
    expect(await said(owner, `${order}/start-step`, { stepId: 'S2' })).toEqual(['StepStarted']);
    const all = { stepId: 'S2', goodQty: '620', doneOn: '2025-03-10' };
    expect(await said(owner, `${order}/report-progress`, all)).toEqual([
      'ProductionProgressReported',
      'ProductionCompleted',
    ]);
  });

  it('S19a: goods leave in parts, inspected and paid for, never more than there are', async () => {
    const ship = async (qty: string) => {
      const planned = await service.post(merchandiser, `${order}/plan-shipment`, { qty });
      const { shipments } = await state();
      expect(planned.status).toBe(200);
      const { shipmentId } = shipments.at(-1);
      const leave = () => said(warehouse, `${order}/dispatch-shipment`, { shipmentId, carrierRef: 'C-7' });
      const inspect = () => said(qc, `${order}/inspect-shipment`, { shipmentId, result: 'PASSED', certRef: 'QC-1' });
      return { shipmentId, leave, inspect };
    };
    const first = await ship('300');
    expect(await first.leave()).toEqual([422, 'SHIPMENT_NOT_INSPECTED']);
    await first.inspect();
    expect(await first.leave()).toEqual([422, 'SHIPMENT_PAYMENT_GATE_CLOSED']);
    const open = { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'OPEN' } };
    await put(message(paymentGateOpened, { ...gateSample, gate: 'DISPATCH', gates: open }));
    expect(await first.leave()).toEqual(['ShipmentDispatched']);
    expect(await said(merchandiser, `${order}/plan-shipment`, { qty: '321' })).toEqual([422, 'OVER_SHIPMENT']);
    const last = await ship('320');
    await last.inspect();
    expect(await last.leave()).toEqual(['ShipmentDispatched']);
    const signed = { shipmentId: last.shipmentId, signedByRef: talk.receiver, on: '2025-03-10' };
    const early = await said(warehouse, `${order}/confirm-delivery`, { ...signed, on: '2025-03-09' });
    expect(early).toEqual([422, 'DELIVERY_DATE_INVALID']);
    const more = await said(warehouse, `${order}/confirm-delivery`, { ...signed, refusedQty: '321' });
    expect(more).toEqual([422, 'REFUSED_EXCEEDS_SHIPMENT']);
    expect(await said(warehouse, `${order}/confirm-delivery`, { ...signed, refusedQty: '10' })).toEqual([
      'ShipmentDelivered',
    ]);
    expect(
      await said(qc, `${order}/disposition-return`, { shipmentId: last.shipmentId, qty: '11', disposition: 'RESTOCK' }),
    ).toEqual([422, 'DISPOSITION_EXCEEDS_REFUSED']);
    expect(
      await said(qc, `${order}/disposition-return`, { shipmentId: last.shipmentId, qty: '10', disposition: 'RESTOCK' }),
    ).toEqual(['ReturnDispositioned']);
    expect(await said(pmc, `${order}/cancel-order`, { initiator: 'CUSTOMER', reason: 'x' })).toEqual([
      422,
      'ORDER_PARTLY_SHIPPED',
    ]);
  });

  it('the end of the contract closes it short, and cancels the orders of which nothing has left', async () => {
    const closed = { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'OPEN' } };
    await put(message(paymentGateClosed, { ...gateSample, gates: closed, reason: 'ReceiptReversed' }));
    const ended = message(contractTerminated, terminatedSample);
    await put(ended, ended);
    expect((await state()).state).toBe('SHORT_CLOSED');
    expect((await state(`/api/v1/production-orders/${productionOrderId(contractId, 'L1')}`)).state).toBe('CANCELLED');
    await becomes('CLOSED', tracking);
    const { body } = await service.get(ADMIN, '/admin/dead-letters');
    expect(body.items).toEqual([]);
  });
});
