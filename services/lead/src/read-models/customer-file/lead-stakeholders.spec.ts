import type { RecordedEvent } from '@engsales/event-sourcing';
import type { EntityManager } from 'typeorm';
import { leadStakeholders } from './lead-stakeholders.projection.js';

describe('the roles of parties in projects (L-256)', () => {
  it.each([
    ['StakeholderRecorded', false],
    ['StakeholderRemoved', true],
  ])('are kept from %s as rows that a later event replaces', async (type, removed) => {
    const asked: { sql: string; values: unknown[] }[] = [];
    const query = (sql: string, values: unknown[]) => Promise.resolve(asked.push({ sql, values }));
    const data = { leadId: 'l-1', partyId: 'p-1', role: 'OWNER' };
    const event = { type, revision: 7, data } as unknown as RecordedEvent;
    await leadStakeholders.apply(event, { query } as unknown as EntityManager);
    expect(asked.map(({ values }) => values)).toEqual([['l-1', 'p-1', 'OWNER', 7, removed]]);
    expect(asked[0]?.sql).toMatch(
      /ON CONFLICT \(lead_id, party_id, role\) DO UPDATE[\s\S]*revision < excluded\.revision/,
    );
  });
});
