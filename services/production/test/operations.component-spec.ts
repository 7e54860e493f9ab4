import { contractSigned } from '@engsales/events';
import { randomUUID } from 'node:crypto';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN } from '../../../tools/testing/service-under-test.js';
import { productionOrderId } from '../src/domain/ids.js';
import { merchandiser, placesOf, Talk } from './talk.fixtures.js';

const contractId = randomUUID();
const orderId = productionOrderId(contractId, 'L1');
const talk = new Talk(contractId);

beforeAll(async () => {
  await talk.begin('2025-03-10T01:00:00.000Z');
  await talk.put(talk.message(contractSigned, signedSample));
  await talk.done(merchandiser, `${placesOf(contractId).order('L1')}/hand-over-to-engineering`, {
    backupCopyRef: 'c/1',
  });
});
afterAll(() => talk.service.stop());

const rebuild = (name: string) => talk.service.post(ADMIN, `/admin/projections/${name}/rebuild`, { reason: 'test' });

it('one rebuild runs at a time, and commands pass meanwhile', async () => {
  const { service } = talk;
  // the switch at the end of a rebuild waits for this row
  const holder = await service.host.runtime.pools.work.connect();
  await holder.query('BEGIN');
  await holder.query(`SELECT FROM projection_checkpoint WHERE name = 'production-orders' FOR UPDATE`);
  const first = rebuild('production-orders');
  await eventually(async () => service.host.runtime.rebuilds.underWay !== undefined, 'a rebuild under way');
  const refused = { status: 409, body: { code: 'INVALID_TRANSITION', details: { cause: 'REBUILD_UNDER_WAY' } } };
  const others = ['production-orders', 'order-trackings', 'stock', 'engineering-packages'];
  for (const answer of await Promise.all(others.map(rebuild))) expect(answer).toMatchObject(refused);
  const back = await service.post(ADMIN, '/admin/projections/order-trackings/roll-back', { reason: 'test' });
  expect(back).toMatchObject(refused);
  const tracking = `${placesOf(contractId).tracking('L1')}/ask-progress`;
  expect((await service.post({ id: 'li-na', roles: ['SALES'] }, tracking, { question: '何时发货' })).status).toBe(200);
  await holder.query('COMMIT');
  holder.release();
  expect((await first).status).toBe(200);
  expect((await rebuild('order-trackings')).status).toBe(200);
});

it('a stream and a history are read page by page', async () => {
  const types = async (path: string) => {
    const pages: string[][] = [];
    for (let cursor: string | null = '0'; cursor !== null;) {
      const { body } = await talk.service.get(ADMIN, `${path}?limit=1&cursor=${cursor}`);
      pages.push(body.items.map((item: { type: string }) => item.type));
      cursor = body.nextCursor;
    }
    return pages;
  };
  const told = [['ProductionOrderReceived'], ['OrderHandedToEngineering']];
  expect(await types(`/admin/streams/productionOrder-${orderId}`)).toEqual(told);
  expect(await types(`/api/v1/production-orders/${orderId}/history`)).toEqual(told);
  const asOf = (query: string) => talk.service.get(ADMIN, `/admin/streams/productionOrder-${orderId}?${query}`);
  expect((await asOf('asOf=0')).body).toMatchObject({ items: [{ revision: 0 }], nextCursor: null });
  expect((await asOf('asOf=1&limit=1')).body).toMatchObject({ items: [{ revision: 0 }], nextCursor: '1' });
  expect((await asOf('asOf=7')).status).toBe(400);
});
