import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { NO_STREAM, type NewEvent } from '@engsales/event-sourcing';
import { historiesIn, type History } from '@engsales/event-sourcing/testing';
import { projectionFaults } from '@engsales/read-models/testing';
import { startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { PACKAGE_ID } from '../src/domain/engineering-package/engineering-package.fixtures.js';
import { TRACKING_ID } from '../src/domain/order-tracking/order-tracking.fixtures.js';
import { ORDER_ID, PROJECT_ID } from '../src/domain/production-order/production-order.fixtures.js';
import { SNAPSHOT_ID } from '../src/domain/stock-snapshot/stock-snapshot.fixtures.js';
import { ProductionModule } from '../src/production.module.js';

const AGGREGATES = [
  { folder: 'production-order', category: 'productionOrder', id: ORDER_ID },
  { folder: 'engineering-package', category: 'engineeringPackage', id: PACKAGE_ID },
  { folder: 'order-tracking', category: 'orderTracking', id: TRACKING_ID },
  { folder: 'stock-snapshot', category: 'stockSnapshot', id: SNAPSHOT_ID },
];
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

describe('the projections of the production service', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(ProductionModule);
  });
  afterAll(() => service.stop());

  it('meet every event that they handle, take it twice, and are rebuilt to the same rows', async () => {
    for (const { folder, category, id } of AGGREGATES) {
      const dir = path.join(__dirname, '../src/domain', folder, 'history');
      for (const history of historiesIn(dir).values()) await store(history, category, id);
    }
    expect(await projectionFaults(service.host.runtime)).toEqual([]);
  });

  /** Walks count their ids, so each history gets ids of its own: shipments of two orders are not the same shipment. */
  async function store({ events }: History, category: string, id: string): Promise<void> {
    const fresh = new Map([[id, randomUUID()]]);
    const renamed = JSON.stringify(events).replace(UUID, (old) => {
      const known = fresh.get(old) ?? randomUUID();
      fresh.set(old, known);
      return known;
    });
    const stored = (JSON.parse(renamed) as typeof events).map(eventOf);
    await service.host.runtime.store.append(`${category}-${fresh.get(id)}`, NO_STREAM, stored);
  }
});

function eventOf({ type, version, data }: History['events'][number]): NewEvent {
  const commandId = randomUUID();
  return {
    id: randomUUID(),
    type,
    data,
    metadata: {
      $correlationId: commandId,
      $causationId: commandId,
      commandId,
      fingerprint: 'history',
      actor: { id: 'history', role: 'SYSTEM' },
      schemaVersion: version,
      occurredAt: '2025-03-10T01:00:00.000Z',
      projectId: PROJECT_ID,
    },
  };
}
