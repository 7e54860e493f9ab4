import path from 'node:path';
import { projectionFaults } from '@engsales/read-models/testing';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { storeHistories } from '../../../tools/testing/stored-histories.js';
import { CHANNEL_ID } from '../src/domain/channel/channel.fixtures.js';
import { PARTY_ID } from '../src/domain/party/party.fixtures.js';
import { SAMPLE_ID } from '../src/domain/sample-project/sample-project.fixtures.js';
import { VISIT_ID } from '../src/domain/visit/visit.fixtures.js';
import { LeadModule } from '../src/lead.module.js';

const AGGREGATES = [
  { folder: 'party', category: 'party', id: PARTY_ID },
  { folder: 'channel', category: 'channel', id: CHANNEL_ID },
  { folder: 'visit', category: 'visit', id: VISIT_ID },
  { folder: 'sample-project', category: 'sampleProject', id: SAMPLE_ID },
];

describe('the projections of the lead service', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(LeadModule);
  });
  afterAll(() => service.stop());

  it('meet every event that they handle, take it twice, and are rebuilt to the same rows', async () => {
    for (const { folder, category, id } of AGGREGATES) {
      await storeHistories(service, { dir: path.join(__dirname, '../src/domain', folder), category, id });
    }
    expect(await projectionFaults(service.host.runtime)).toEqual([]);
  });
});
