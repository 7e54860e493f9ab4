import { randomUUID } from 'node:crypto';
import { startForTest, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { eventually } from '../../../tools/testing/eventually.js';
import { ARTEFACT_TYPES } from '../src/domain/engineering-package/engineering-package.values.js';
import { ProductionModule } from '../src/production.module.js';
import { externalIds, productionOrderId } from '../src/domain/ids.js';

const merchandiser: Person = { id: 'zhou-min', roles: ['MERCHANDISER'] };
const engineer: Person = { id: 'chen-gong', roles: ['ENGINEERING'] };
const director: Person = { id: 'zhao-qiang', roles: ['WORKSHOP_DIRECTOR'] };
const pmc: Person = { id: 'pmc-1', roles: ['PMC'] };
const warehouse: Person = { id: 'wh-1', roles: ['WAREHOUSE'] };
const sales: Person = { id: 'li-na', roles: ['SALES'] };
const screw = { itemCode: 'SC-6', name: '螺丝', qty: '8', uom: '个', scrapBps: 0, unitCost: '0.035', supply: 'BUY' };
const none = '00000000-0000-4000-8000-000000000000';

/** Refusals that the walk through the workshop does not meet, on orders that were received by hand. */
describe('production refuses', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(ProductionModule, { now: '2025-03-10T01:00:00Z' });
  });
  afterAll(() => service.stop());

  const body = (contractId: string) => ({
    contractId,
    ...{ lineId: 'L1', kind: 'PRODUCE', itemCode: 'CH-2000', name: '离心式冷水机组', qty: '2', uom: '台' },
    ...{ amountFen: 372_000_000, committedDate: '2025-09-01' },
  });
  const received = async () => {
    const contractId = randomUUID();
    const keys = { packageKey: 'L1', trackingKey: 'L1' };
    const { productionOrderId, packageId, trackingId } = externalIds(contractId, 'L1', keys);
    const answer = await service.post(merchandiser, '/api/v1/production-orders', body(contractId));
    expect([answer.status, answer.headers.location]).toEqual([201, `/api/v1/production-orders/${productionOrderId}`]);
    const pack = `/api/v1/engineering-packages/${packageId}`;
    const tracking = `/api/v1/order-trackings/${trackingId}`;
    await eventually(async () => (await service.get(pmc, tracking)).status === 200, 'the tracking is open');
    await eventually(async () => (await service.get(pmc, pack)).status === 200, 'the package is requested');
    return { contractId, pack, tracking, order: `/api/v1/production-orders/${productionOrderId}` };
  };
  const said = async (person: Person, path: string, data: object = {}) => {
    const answer = await service.post(person, path, data);
    return [answer.status, answer.body.code ?? answer.body.events.map((event: { type: string }) => event.type).join()];
  };

  it('an order by hand is none of a contract here, and waits for no form and no money here (P-171)', async () => {
    const { order, contractId } = await received();
    expect(order).not.toContain(productionOrderId(contractId, 'L1'));
    expect((await service.get(pmc, order)).body).toMatchObject({
      contractOrigin: 'EXTERNAL',
      executionFormAccepted: true,
      gates: { RELEASE_PRODUCTION: { state: 'OPEN' }, DISPATCH: { state: 'OPEN' } },
    });
  });

  it('a second order of a line, and what is no order', async () => {
    const { contractId } = await received();
    expect(await said(merchandiser, '/api/v1/production-orders', body(contractId))).toEqual([
      409,
      'DUPLICATE_PRODUCTION_ORDER',
    ]);
    for (const wrong of [
      { qty: '0' },
      { qty: '-1' },
      { kind: 'BORROW' },
      { name: '' },
      { committedDate: '2025-02-30' },
    ]) {
      expect(await said(merchandiser, '/api/v1/production-orders', { ...body(randomUUID()), ...wrong })).toEqual([
        400,
        'VALIDATION_FAILED',
      ]);
    }
    expect(await said(sales, '/api/v1/production-orders', body(randomUUID()))).toEqual([403, 'ROLE_NOT_ALLOWED']);
  });

  it('a package without the customer’s word, without drawing, with nothing to confirm, or at an impossible cost (P-120, P-121, P-122, P-123)', async () => {
    const { pack } = await received();
    expect(await said(engineer, `${pack}/mark-not-applicable`, { type: 'DRAWING', reason: 'x' })).toEqual([
      422,
      'ARTEFACT_REQUIRED',
    ]);
    expect(await said(engineer, `${pack}/confirm-artefact`, { type: 'DRAWING' })).toEqual([409, 'INVALID_TRANSITION']);
    for (const type of ARTEFACT_TYPES) {
      const needs = type === 'DRAWING' ? { customerApprovalRequired: true } : {};
      await said(engineer, `${pack}/submit-artefact`, { type, docRef: type, rev: 'A', ...needs });
      if (type !== 'BOM') await said(engineer, `${pack}/confirm-artefact`, { type });
    }
    expect(await said(engineer, `${pack}/confirm-artefact`, { type: 'BOM' })).toEqual([422, 'BOM_EMPTY']);
    for (const unitCost of ['0.0000001', '-1', '1e3', 35]) {
      const lines = [{ ...screw, unitCost }];
      expect(await said(engineer, `${pack}/submit-bom`, { lines, rev: 'A' })).toEqual([400, 'VALIDATION_FAILED']);
    }
    const gold = [{ ...screw, unitCost: '90071992547409.91' }];
    await said(engineer, `${pack}/submit-bom`, { lines: gold, rev: 'A' });
    await said(engineer, `${pack}/confirm-artefact`, { type: 'BOM' });
    expect(await said(engineer, `${pack}/release-package`)).toEqual([422, 'CUSTOMER_DRAWING_APPROVAL_REQUIRED']);
    const approve = (on: string) =>
      said(engineer, `${pack}/record-customer-approval`, { type: 'DRAWING', docRef: '会签-1', on });
    expect(await approve('2025-03-11')).toEqual([422, 'DATE_IN_FUTURE']);
    expect(await approve('2025-03-09')).toEqual([422, 'DATE_BEFORE_SUBMISSION']);
    expect(await approve('2025-03-10')).toEqual([200, 'CustomerApprovalRecorded']);
    expect(await said(engineer, `${pack}/release-package`)).toEqual([422, 'AMOUNT_TOO_LARGE']);
    await said(engineer, `${pack}/submit-bom`, { lines: [screw], rev: 'B' });
    await said(engineer, `${pack}/confirm-artefact`, { type: 'BOM' });
    expect(await said(engineer, `${pack}/release-package`)).toEqual([200, 'EngineeringPackageReleased,BomReleased']);
    expect(await said(engineer, `${pack}/submit-artefact`, { type: 'DRAWING', docRef: 'x', rev: 'B' })).toEqual([
      409,
      'INVALID_TRANSITION',
    ]);
    expect(await said(engineer, `/api/v1/engineering-packages/${none}/release-package`)).toEqual([404, 'NOT_FOUND']);
  });

  it('a plan before PMC has the BOM', async () => {
    const { order, pack } = await received();
    await service.post(merchandiser, `${order}/hand-over-to-engineering`, { backupCopyRef: 'c' });
    await said(engineer, `${pack}/submit-bom`, { lines: [screw], rev: 'A' });
    for (const type of ARTEFACT_TYPES) {
      if (type !== 'BOM') await said(engineer, `${pack}/submit-artefact`, { type, docRef: type, rev: 'A' });
      await said(engineer, `${pack}/confirm-artefact`, { type });
    }
    await said(engineer, `${pack}/release-package`);
    await eventually(async () => (await service.get(pmc, order)).body.state === 'ENGINEERED', 'engineered');
    const steps = [{ seq: 1, name: '总装', ownerId: 'ma-jun', plannedStart: '2025-04-01', plannedEnd: '2025-05-01' }];
    expect(await said(director, `${order}/plan-order`, { steps })).toEqual([422, 'BOM_NOT_ACCEPTED']);
    await said(pmc, `${order}/accept-bom`);
    expect(await said(director, `${order}/plan-order`, { steps: [...steps, ...steps] })).toEqual([
      400,
      'VALIDATION_FAILED',
    ]);
    expect(await said(director, `${order}/plan-order`, { steps })).toEqual([200, 'OrderPlanned']);
  });

  it('what comes in the wrong state, for what is not there, or from the future', async () => {
    const { order, tracking } = await received();
    expect(
      await said(director, `${order}/correct-progress`, { stepId: 'S1', goodQty: '1', scrapQty: '0', reason: 'x' }),
    ).toEqual([409, 'INVALID_TRANSITION']);
    expect(await said(warehouse, `${order}/receive-goods`, { qty: '1', docRef: 'd', supplierPartyId: 'p' })).toEqual([
      409,
      'INVALID_TRANSITION',
    ]);
    expect(await said(engineer, `${order}/lift-stop-work`, { stopId: none, correction: 'x' })).toEqual([
      404,
      'NOT_FOUND',
    ]);
    expect(
      await said(engineer, `${order}/order-stop-work`, { scope: 'STEP', violatedArtefact: { type: 'BOM' } }),
    ).toEqual([400, 'VALIDATION_FAILED']);
    expect(await said(pmc, `${order}/short-close-order`, { initiator: 'US', reason: 'x' })).toEqual([
      409,
      'INVALID_TRANSITION',
    ]);
    expect(await said(merchandiser, `${order}/cancel-order`, { initiator: 'US', reason: 'x' })).toEqual([
      403,
      'ROLE_NOT_ALLOWED',
    ]);
    expect(await said(merchandiser, `${tracking}/feed-back-to-sales`, { exceptionId: none, message: 'x' })).toEqual([
      404,
      'NOT_FOUND',
    ]);
    await said(merchandiser, `${tracking}/raise-exception`, { type: 'OTHER', estimatedDelayDays: 1 });
    const { exceptionId } = (await service.get(pmc, tracking)).body.exceptions[0];
    expect(
      await said(sales, `${tracking}/inform-customer`, { exceptionId, channel: 'PHONE', on: '2025-03-11' }),
    ).toEqual([422, 'DATE_IN_FUTURE']);
    expect(await said(pmc, `${order}/cancel-order`, { initiator: 'US', reason: 'x' })).toEqual([
      200,
      'ProductionOrderCancelled',
    ]);
    expect(await said(pmc, `${order}/cancel-order`, { initiator: 'US', reason: 'x' })).toEqual([409, 'ORDER_ENDED']);
  });
});
