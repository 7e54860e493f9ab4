import { EmbeddedClient } from '../tools/testing/embedded-client.js';
import { salesAndFactory } from './sales-and-factory.scenarios.js';

describe('sales and factory in one process', () => {
  salesAndFactory(async () => {
    const client = await EmbeddedClient.start('2025-03-10T01:00:00Z');
    const setClock = (now: string) => client.call('admin', ['ADMIN'], 'production', '/admin/clock', { now });
    return { client, setClock, stop: client.stop };
  });
});
