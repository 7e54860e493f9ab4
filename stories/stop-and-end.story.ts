import path from 'node:path';
import { embeddedKey } from '@engsales/http';
import { EmbeddedClient } from '../tools/testing/embedded-client.js';
import { eventually } from '../tools/testing/eventually.js';
import { Deal } from './deal.fixtures.js';
import { P1_BEGINS_AT } from './walk-p1/fixture-p1.js';
import { walkP1 } from './walk-p1/p1-walk.js';
import { StoryRun } from './walk-p1/story-run.js';

/** The end of a contract whose orders stand at every stage, on both sides at once. */
describe('sales stops the factory', () => {
  let client: EmbeddedClient;
  beforeAll(async () => {
    client = await EmbeddedClient.start(P1_BEGINS_AT);
  });
  afterAll(() => client.stop());

  it('a termination ends what is left of P1, after a part of it was delivered, and is settled', async () => {
    const key = await embeddedKey(path.join(client.dataDir, 'keys'));
    const story = new StoryRun(client.system.urls, key, () => undefined);
    await walkP1(story, { contractNo: 'HT-END', date: (date) => date, setsClock: true });
    expect(story.failures).toEqual([]);
    const deal = await Deal.found(client, 'HT-END');
    const performed = await deal.refused('COMPANY_LEADER', 'contract', 'void-contract', { reason: 'x', docRef: 'd' });
    expect(performed).toEqual([422, 'CONTRACT_HAS_PERFORMANCE']);
    const why = { initiator: 'CUSTOMER', reason: '项目取消', docRef: 'JC-1' };
    await deal.do('COMPANY_LEADER', 'contract', 'terminate-contract', why);
    await deal.become(['CANCELLED', 'CANCELLED', 'CLOSED']);
    const settled = await eventually(async () => {
      const final = { finalFen: 420_000_000 };
      const answer = await deal.try('COMPANY_LEADER', 'contract', 'settle-termination', final);
      return answer.status === 200 && answer;
    }, 'every order has told its end');
    expect(settled.body.events).toMatchObject([{ type: 'ContractSettled' }]);
    for (const service of ['contract', 'production'] as const) {
      const { body } = await client.call('a', ['ADMIN'], service, '/admin/dead-letters');
      expect(body.items).toEqual([]);
    }
  });
});
