import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { NO_STREAM, type NewEvent } from '@engsales/event-sourcing';
import { historiesIn } from '@engsales/event-sourcing/testing';
import type { ServiceUnderTest } from './service-under-test.js';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Appends the frozen streams of an aggregate (`src/domain/<folder>/history`) to the store of a service, so that its
 * projections meet every event that was ever stored. Walks count their ids, so each history gets fresh ones: `id` is the one
 * of the aggregate.
 */
export async function storeHistories(
  { host }: ServiceUnderTest,
  { dir, category, id }: { readonly dir: string; readonly category: string; readonly id: string },
): Promise<void> {
  for (const { events } of historiesIn(path.join(dir, 'history')).values()) {
    const fresh = new Map([[id, randomUUID()]]);
    const renamed = JSON.stringify(events).replace(UUID, (old) => {
      const known = fresh.get(old) ?? randomUUID();
      fresh.set(old, known);
      return known;
    });
    const renewed = (JSON.parse(renamed) as typeof events).map(stored);
    await host.runtime.store.append(`${category}-${fresh.get(id)}`, NO_STREAM, renewed);
  }
}

function stored({ type, version, data }: { type: string; version: number; data: unknown }): NewEvent {
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
      projectId: '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01',
    },
  };
}
