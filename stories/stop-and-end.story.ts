import path from 'node:path';
import { StoryRun, walkP1 } from '@engsales/deploy';
import { embeddedKey, type Role } from '@engsales/service';
import { EmbeddedClient } from '../tools/testing/embedded-client.js';
import { eventually } from '../tools/testing/eventually.js';

/** The end of a contract whose orders stand at every stage, on both sides at once. */
describe('sales stops the factory', () => {
  let client: EmbeddedClient;
  beforeAll(async () => {
    client = await EmbeddedClient.start('2025-03-10T01:00:00Z');
  });
  afterAll(() => client.stop());

  const ask = (role: Role, target: string, body?: object) =>
    client.call(role.toLowerCase(), [role], 'contract', target, body);
  const contracts = '/api/v1/contracts';
  const ordersOf = async (contract: string) => {
    const contractId = contract.slice(contracts.length + 1);
    const { body } = await client.call(
      'x',
      ['PMC'],
      'production',
      `/api/v1/production-orders?contractId=${contractId}`,
    );
    return body.items as { productionOrderId: string; lineId: string; state: string; trackingState: string }[];
  };
  const become = (contract: string, states: readonly string[]) =>
    eventually(async () => {
      const orders = await ordersOf(contract);
      return orders.length === 3 && orders.every((order, i) => order.state === states[i]) && orders;
    }, states.join());

  it('a termination ends what is left of P1, after a part of it was delivered, and is settled', async () => {
    const story = new StoryRun(
      client.system.urls,
      await embeddedKey(path.join(client.dataDir, 'keys')),
      () => undefined,
    );
    await walkP1(story, { contractNo: 'HT-END', date: (date) => date });
    expect(story.failures).toEqual([]);
    const { body } = await ask('FINANCE', `${contracts}?contractNo=HT-END`);
    const contract = `${contracts}/${body.items[0].contractId}`;
    const end = { reason: 'x', docRef: 'd' };
    expect((await ask('COMPANY_LEADER', `${contract}/void-contract`, end)).body.code).toBe('CONTRACT_HAS_PERFORMANCE');
    const why = { initiator: 'CUSTOMER', reason: '项目取消', docRef: 'JC-1' };
    expect((await ask('COMPANY_LEADER', `${contract}/terminate-contract`, why)).status).toBe(200);
    await become(contract, ['CANCELLED', 'CANCELLED', 'CLOSED']);
    const settle = () => ask('COMPANY_LEADER', `${contract}/settle-termination`, { finalFen: 420_000_000 });
    const settled = await eventually(async () => {
      const answer = await settle();
      return answer.status === 200 && answer;
    }, 'every order has told its end');
    expect(settled.body.events).toMatchObject([{ type: 'ContractSettled' }]);
    const parked = await Promise.all(
      (['contract', 'production'] as const).map((service) =>
        client.call('a', ['ADMIN'], service, '/admin/dead-letters'),
      ),
    );
    expect(parked.map((answer) => answer.body.items)).toEqual([[], []]);
  });
});
