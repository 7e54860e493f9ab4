import path from 'node:path';
import { projectionFaults } from '@engsales/read-models/testing';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { storeHistories } from '../../../tools/testing/stored-histories.js';
import { BID_BOND_ID } from '../src/domain/bond/bond.fixtures.js';
import { TenderModule } from '../src/tender.module.js';

describe('the projections of bonds', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(TenderModule);
  });
  afterAll(() => service.stop());

  it('meet every event that they handle, take it twice, and are rebuilt to the same rows', async () => {
    await storeHistories(service, {
      dir: path.join(__dirname, '../src/domain/bond'),
      category: 'bond',
      id: BID_BOND_ID,
    });
    const faults = await projectionFaults(service.host.runtime);
    expect(faults.filter((fault) => /^(bonds|bond-deadlines) /.test(fault))).toEqual([]);
  });
});
