import { randomUUID } from 'node:crypto';

/** Metadata as our commands write it. */
export const metadata = () => ({
  $correlationId: randomUUID(),
  $causationId: randomUUID(),
  commandId: randomUUID(),
  fingerprint: 'f'.repeat(64),
  actor: { id: 'li-na', role: 'SALES' },
  schemaVersion: 1,
  occurredAt: '2026-01-02T03:04:05.678Z',
  projectId: randomUUID(),
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
});
