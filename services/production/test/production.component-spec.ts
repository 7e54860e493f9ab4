import {
  contractSigned,
  contractVoided,
  type ContractSignedData,
  type ContractVoidedData,
  type PublicMessage,
} from '@engsales/events';
import { MemoryBus } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import voidedSample from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import { randomUUID } from 'node:crypto';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN, startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ProductionModule } from '../src/production.module.js';
import { productionOrderId } from '../src/domain/ids.js';

const merchandiser = { id: 'zhou-min', roles: ['MERCHANDISER'] } as const;
const other = { id: 'qian-fang', roles: ['MERCHANDISER'] } as const;

describe('the production service', () => {
  let service: ServiceUnderTest;
  let bus: MemoryBus;
  beforeAll(async () => {
    bus = new MemoryBus();
    service = await startForTest(ProductionModule, { bus });
  });
  afterAll(() => service.stop());

  const aContract = () => ({ contractId: randomUUID(), projectId: randomUUID() });
  const signed = ({ contractId, projectId }: ReturnType<typeof aContract>, sequence = 5, changes: object = {}) =>
    aMessage(
      contractSigned,
      { ...(signedSample as ContractSignedData), contractId, ...changes },
      { subject: contractId, projectId, sequence },
    );
  const voided = ({ contractId, projectId }: ReturnType<typeof aContract>, sequence = 9) =>
    aMessage(
      contractVoided,
      { ...(voidedSample as ContractVoidedData), contractId },
      { subject: contractId, projectId, sequence },
    );
  const ordersOf = async ({ contractId }: ReturnType<typeof aContract>) =>
    (await service.get(merchandiser, `/api/v1/production-orders?contractId=${contractId}&limit=200`)).body.items;
  const counted = async () => {
    const { body } = await service.get(ADMIN, '/admin/consumers');
    return body.items.find((item: { source: string }) => item.source === 'contract');
  };
  const eventsOf = async (id: string) =>
    (await service.get(ADMIN, `/admin/streams/productionOrder-${id}`)).body.items?.map(
      (e: { type: string }) => e.type,
    ) ?? [];
  const put = async (...messages: PublicMessage[]) => {
    const before = Number(await bus.handledUpTo('production', 'contract'));
    bus.put(...messages);
    await eventually(
      async () => Number(await bus.handledUpTo('production', 'contract')) >= before + messages.length,
      'messages handled',
    );
  };

  it('makes three orders of a signed contract, once, whatever is redelivered', async () => {
    const contract = aContract();
    const message = signed(contract);
    const { duplicate } = await counted();
    await put(message);
    await put(message, message, message);
    const orders = await eventually(
      async () => (await ordersOf(contract)).length === 3 && (await ordersOf(contract)),
      'three orders',
    );
    expect(orders.map((o: { lineId: string; state: string }) => [o.lineId, o.state])).toEqual([
      ['L1', 'RECEIVED'],
      ['L2', 'RECEIVED'],
      ['L3', 'RECEIVED'],
    ]);
    expect((await counted()).duplicate).toBe(duplicate + 3);
    for (const order of orders) expect(await eventsOf(order.productionOrderId)).toEqual(['ProductionOrderReceived']);
  });

  it('asks for one package and opens one tracking per order, once, also when the own feed comes again', async () => {
    const contract = aContract();
    await put(signed(contract));
    const begun = async () =>
      (await ordersOf(contract)).filter(
        (o: { packageState: string; trackingState: string }) => o.packageState && o.trackingState,
      );
    const orders = await eventually(async () => (await begun()).length === 3 && begun(), 'packages and trackings');
    const head = await service.host.runtime.store.head();
    await service.host.runtime.pools.work.query('DELETE FROM consumer_cursor');
    await service.post(ADMIN, '/admin/consumers/production/rewind', {
      source: 'own',
      position: 'production.0',
      reason: 'test',
    });
    await eventually(
      async () => ((await service.host.runtime.bus.handledUpTo('production', 'own')) ?? 0n) >= head,
      'own feed again',
    );
    for (const { packageId, trackingId } of orders) {
      const pack = (await service.get(merchandiser, `/api/v1/engineering-packages/${packageId}`)).body;
      expect(pack).toMatchObject({ revision: 0, state: 'REQUESTED', contractId: contract.contractId });
      expect(pack.artefacts.map((a: { status: string }) => a.status)).toEqual(Array(7).fill('MISSING'));
      const tracking = (await service.get(merchandiser, `/api/v1/order-trackings/${trackingId}`)).body;
      expect(tracking).toMatchObject({ revision: 0, state: 'OPEN', merchandiserId: 'zhou-min' });
    }
  });

  it('changes nothing when all of history comes again, also after the orders have moved on', async () => {
    const contract = aContract();
    await put(signed(contract));
    const id = productionOrderId(contract.contractId, 'L1');
    const handed = await service.post(merchandiser, `/api/v1/production-orders/${id}/hand-over-to-engineering`, {
      backupCopyRef: 'c/1',
    });
    expect(handed.status).toBe(200);
    // the cursor is lost as well: now only the stream knows
    await service.host.runtime.pools.work.query('DELETE FROM consumer_cursor');
    await service.post(ADMIN, '/admin/consumers/production/rewind', {
      source: 'contract',
      position: 'contract.0',
      reason: 'test',
    });
    await eventually(async () => Number(await bus.handledUpTo('production', 'contract')) > 0, 'replayed');
    const again = signed(contract, 6); // another message id, as a publisher that lost its past would send
    await put(again);
    expect(await eventsOf(id)).toEqual(['ProductionOrderReceived', 'OrderHandedToEngineering']);
    expect((await service.get(ADMIN, '/admin/dead-letters?status=PARKED')).body.items).toEqual([]);
  });

  it('makes no order when the void came first', async () => {
    const contract = aContract();
    await put(voided(contract, 9));
    await put(signed(contract, 10));
    expect(await ordersOf(contract)).toEqual([]);
    expect(await eventsOf(productionOrderId(contract.contractId, 'L1'))).toEqual(['ProductionOrderForestalled']);
  });

  it('cancels the orders of a voided contract, twice told or not', async () => {
    const contract = aContract();
    const message = voided(contract, 9);
    await put(signed(contract), message, message, voided(contract, 10));
    const orders = await eventually(async () => {
      const found = await ordersOf(contract);
      return found.length === 3 && found.every((o: { state: string }) => o.state === 'CANCELLED') && found;
    }, 'cancelled');
    expect(orders).toHaveLength(3);
    const board = await service.get(merchandiser, '/api/v1/merchandiser-board?limit=200');
    expect(board.body.items.filter((o: { contractId: string }) => o.contractId === contract.contractId)).toEqual([]);
  });

  it('parks a poison message without holding other projects up, and redrives it in order', async () => {
    const poisoned = aContract();
    const healthy = aContract();
    const broken = signed(poisoned, 5, { lines: 'none' });
    await put(broken, signed(poisoned, 6), signed(healthy));
    expect(await eventually(async () => (await ordersOf(healthy)).length === 3, 'the healthy project goes on')).toBe(
      true,
    );
    const { body } = await service.get(ADMIN, '/admin/dead-letters');
    const lane = body.items.filter((letter: { subject: string }) => letter.subject === poisoned.contractId);
    expect(lane.map((l: { status: string; code: string }) => [l.status, l.code])).toEqual([
      ['PARKED', 'SCHEMA_VIOLATION'],
      ['QUEUED', 'QUEUED_BEHIND'],
    ]);
    expect(await ordersOf(poisoned)).toEqual([]);

    const redrive = (id: string, query = '') =>
      service.post(ADMIN, `/admin/dead-letters/${id}/redrive${query}`, { reason: 'test' });
    expect((await redrive(lane[0].id)).body.items).toMatchObject([
      { outcome: 'FAILED', fault: { code: 'SCHEMA_VIOLATION' } },
    ]);
    expect(
      (await service.post(ADMIN, `/admin/dead-letters/${lane[0].id}/discard`, { reason: 'it can never be read' }))
        .status,
    ).toBe(200);
    expect((await redrive(lane[1].id, '?dryRun=true')).body).toMatchObject({
      dryRun: true,
      items: [{ outcome: 'WOULD_RUN', commands: [{ target: 'L1' }, { target: 'L2' }, { target: 'L3' }] }],
    });
    expect(await ordersOf(poisoned)).toEqual([]);
    expect((await redrive(lane[1].id)).body.items).toMatchObject([{ outcome: 'REDRIVEN' }]);
    expect(await eventually(async () => (await ordersOf(poisoned)).length === 3, 'redriven')).toBe(true);
    expect((await redrive(lane[1].id)).status).toBe(404);
    const audit = await service.get(ADMIN, '/admin/streams/productionAudit-2025-03-10');
    expect(audit.body.items.map((e: { data: { action: string } }) => e.data.action)).toEqual(
      expect.arrayContaining(['RedriveDeadLetter', 'DiscardDeadLetter']),
    );
  });

  it('lets a void pass a parked lane', async () => {
    const contract = aContract();
    await put(signed(contract, 5, { lines: 'none' }), voided(contract));
    expect(await eventsOf(productionOrderId(contract.contractId, 'L1'))).toEqual(['ProductionOrderForestalled']);
  });

  it('lets only the merchandiser of the order hand it over, with a copy', async () => {
    const contract = aContract();
    await put(signed(contract));
    const path = `/api/v1/production-orders/${productionOrderId(contract.contractId, 'L2')}/hand-over-to-engineering`;
    expect((await service.post(other, path, { backupCopyRef: 'x' })).body).toMatchObject({
      status: 403,
      code: 'ROLE_NOT_ALLOWED',
    });
    expect((await service.post(merchandiser, path)).body).toMatchObject({ status: 422, code: 'ORDER_BACKUP_REQUIRED' });
    expect((await service.post(merchandiser, path, { backupCopyRef: 'x' })).body).toMatchObject({
      revision: 1,
      events: [{ type: 'OrderHandedToEngineering' }],
    });
    expect((await service.post(merchandiser, path, { backupCopyRef: 'x' })).body).toMatchObject({
      status: 409,
      code: 'INVALID_TRANSITION',
    });
    expect(
      (
        await service.post(merchandiser, `/api/v1/production-orders/${randomUUID()}/hand-over-to-engineering`, {
          backupCopyRef: 'x',
        })
      ).status,
    ).toBe(404);
  });

  it('is not set forward by a rewind, which would skip messages', async () => {
    const forward = { source: 'contract', position: 'contract.999999', reason: 'test' };
    expect(await service.post(ADMIN, '/admin/consumers/production/rewind', forward)).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED' },
    });
  });

  it('rebuilds its read models to the same rows', async () => {
    for (const name of ['production-orders', 'engineering-packages', 'order-trackings']) {
      const { status, body } = await service.post(ADMIN, `/admin/projections/${name}/rebuild`, { reason: 'test' });
      expect(status).toBe(200);
      expect(body.tables[0]).toMatchObject({ differing: 0, rowsAfter: body.tables[0].rowsBefore });
      expect(body.tables[0].rowsAfter).toBeGreaterThan(0);
    }
  });
});
