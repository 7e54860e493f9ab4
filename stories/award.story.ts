import { EmbeddedClient } from '../tools/testing/embedded-client.js';
import { awards } from './award.scenarios.js';

describe('awards in one process', () => {
  let client: EmbeddedClient;
  awards(async () => (client = await EmbeddedClient.start('2025-03-10T01:00:00Z')));
  afterAll(() => client.stop());

  it('parks nothing', async () => {
    for (const service of ['lead', 'tender', 'contract'] as const) {
      const { body } = await client.call('admin', ['ADMIN'], service, '/admin/dead-letters');
      expect(body.items).toEqual([]);
    }
  });
});
