import { randomUUID } from 'node:crypto';
import { contractSigned, contractSuspended } from '@engsales/events';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import suspendedSample from '../../../libs/events/src/samples/contract.ContractSuspended.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN } from '../../../tools/testing/service-under-test.js';
import { productionOrderId } from '../src/domain/ids.js';
import { placesOf, Talk } from './talk.fixtures.js';

describe('orders that nobody takes up, and stops that come before their order', () => {
  let contractId: string;
  let talk: Talk;
  beforeEach(async () => {
    contractId = randomUUID();
    talk = new Talk(contractId);
    await talk.begin('2025-03-10T01:00:00Z');
  });
  afterEach(() => talk.service.stop());

  it('an order that lies with its merchandiser for a day is told, once (P-07)', async () => {
    await talk.put(talk.message(contractSigned, signedSample));
    const stream = `/admin/streams/productionOrder-${productionOrderId(contractId, 'L2')}`;
    const types = async () =>
      (await talk.service.get(ADMIN, stream)).body.items.map((event: { type: string }) => event.type);
    await talk.service.post(ADMIN, '/admin/clock', { now: '2025-03-11T02:00:00Z' });
    await eventually(async () => (await types()).includes('ReleaseOverdue'), 'it is told');
    expect(await types()).toEqual(['ProductionOrderReceived', 'ReleaseOverdue']);
  });

  it('S36: a suspension that comes before the contract is kept (P-19)', async () => {
    await talk.put(talk.message(contractSuspended, suspendedSample));
    await talk.put(talk.message(contractSigned, signedSample));
    const { holds } = await talk.state(placesOf(contractId).order('L1'));
    expect(holds).toMatchObject([{ code: 'CONTRACT_SUSPENDED' }]);
  });
});
