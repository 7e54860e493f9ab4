import path from 'node:path';
import { projectionFaults } from '@engsales/read-models/testing';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { storeHistories } from '../../../tools/testing/stored-histories.js';
import { ContractModule } from '../src/contract.module.js';
import { CONTRACT_ID } from '../src/domain/contract/contract.fixtures.js';

describe('the projections of the contract service', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(ContractModule);
  });
  afterAll(() => service.stop());

  it('meet every event that they handle, take it twice, and are rebuilt to the same rows', async () => {
    const domain = path.join(__dirname, '../src/domain');
    await storeHistories(service, { dir: path.join(domain, 'contract'), category: 'contract', id: CONTRACT_ID });
    await storeHistories(service, { dir: path.join(domain, 'dunning'), category: 'dunning', id: CONTRACT_ID });
    expect(await projectionFaults(service.host.runtime)).toEqual([]);
  });
});
