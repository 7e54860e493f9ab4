import { KafkaSystem } from '../tools/testing/kafka-system.js';
import { awards } from './award.scenarios.js';

describe('awards in three processes on Kafka', () => {
  let system: KafkaSystem | undefined;
  awards(async () => (system = await KafkaSystem.start(['lead', 'tender', 'contract'])));
  afterAll(() => system?.dispose());

  it('parks nothing', async () => {
    for (const service of ['lead', 'tender', 'contract'] as const) {
      const { body } = await system!.call('admin', ['ADMIN'], service, '/admin/dead-letters');
      expect(body.items).toEqual([]);
    }
  });
});
