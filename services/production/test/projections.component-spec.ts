import path from 'node:path';
import { projectionFaults } from '@engsales/read-models/testing';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { storeHistories } from '../../../tools/testing/stored-histories.js';
import { PACKAGE_ID } from '../src/domain/engineering-package/engineering-package.fixtures.js';
import { TRACKING_ID } from '../src/domain/order-tracking/order-tracking.fixtures.js';
import { ORDER_ID } from '../src/domain/production-order/production-order.fixtures.js';
import { SNAPSHOT_ID } from '../src/domain/stock-snapshot/stock-snapshot.fixtures.js';
import { ProductionModule } from '../src/production.module.js';

const AGGREGATES = [
  { folder: 'production-order', category: 'productionOrder', id: ORDER_ID },
  { folder: 'engineering-package', category: 'engineeringPackage', id: PACKAGE_ID },
  { folder: 'order-tracking', category: 'orderTracking', id: TRACKING_ID },
  { folder: 'stock-snapshot', category: 'stockSnapshot', id: SNAPSHOT_ID },
];

describe('the projections of the production service', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(ProductionModule);
  });
  afterAll(() => service.stop());

  it('meet every event that they handle, take it twice, and are rebuilt to the same rows', async () => {
    for (const { folder, category, id } of AGGREGATES) {
      await storeHistories(service, { dir: path.join(__dirname, '../src/domain', folder), category, id });
    }
    expect(await projectionFaults(service.host.runtime)).toEqual([]);
  });
});
