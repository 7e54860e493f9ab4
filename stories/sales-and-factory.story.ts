import { eventually } from '../tools/testing/eventually.js';
import { EmbeddedClient } from '../tools/testing/embedded-client.js';
import { expectExactlyThree } from '../tools/testing/system-client.js';
import { Deal } from './deal.fixtures.js';
import { salesAndFactory } from './sales-and-factory.scenarios.js';

describe('sales and factory in one process', () => {
  let client: EmbeddedClient;
  salesAndFactory(async () => {
    client = await EmbeddedClient.start('2025-03-10T01:00:00Z');
    const setClock = (now: string) => client.call('admin', ['ADMIN'], 'production', '/admin/clock', { now });
    return { client, setClock };
  });
  afterAll(() => client.stop());

  it('S35: all history again, three times, makes no order twice', async () => {
    const deal = await Deal.signed(client, 'HT-S35');
    const consumers = async () => (await client.call('a', ['ADMIN'], 'production', '/admin/consumers')).body.items;
    const counts = async () => (await consumers()).find(({ source }: { source: string }) => source === 'contract');
    const at = (position: string) => Number(position.split('.')[1]);
    for (let round = 1; round <= 3; round += 1) {
      const before = await counts();
      const rewind = { source: 'contract', position: 'contract.0', reason: 'S35' };
      await client.call('a', ['ADMIN'], 'production', '/admin/consumers/production/rewind', rewind);
      const again = async () => {
        const { duplicate, position } = await counts();
        return duplicate > before.duplicate && at(position) >= at(before.position);
      };
      await eventually(again, 'history came again');
    }
    expectExactlyThree(await client.productionEvents(deal.contractId));
  });
});
