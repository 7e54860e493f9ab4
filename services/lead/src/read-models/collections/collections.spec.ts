import type { ReadGateway } from '@engsales/http';
import type { DataSource } from 'typeorm';
import { COLLECTIONS, sortsOf, type CollectionName } from './collections.js';
import { FindInCollection, FindInCollectionHandler } from './collections.query.js';

interface Parts {
  rows(after: readonly unknown[], limit: number): Promise<object[]>;
  key(row: object): unknown;
  item(row: object): unknown;
}

/** A database that has one row whatever is asked, and what it was asked. */
function asking() {
  const asked: { sql: string; values: unknown[] }[] = [];
  const query = (sql: string, values: unknown[]) => {
    asked.push({ sql, values });
    return Promise.resolve([{ title: '年度计划', sortKey: '2025-01-01', rowId: 'plan-1' }]);
  };
  const page = async (_filter: object, parts: Parts) => {
    const found = await parts.rows(['after', 'id'], 51);
    return { items: found.map((row) => parts.item(row)), keys: found.map((row) => parts.key(row)) };
  };
  const handler = new FindInCollectionHandler({ query } as unknown as DataSource, { page } as unknown as ReadGateway);
  return {
    asked,
    find: (name: CollectionName, filter: object) =>
      handler.execute(new FindInCollection(name, { limit: 50, ...filter })),
  };
}

describe('the lists of sales (L-250)', () => {
  it('show a row without what it is sorted by', async () => {
    const { find } = asking();
    expect(await find('salesPlans', {})).toEqual({ items: [{ title: '年度计划' }], keys: [['2025-01-01', 'plan-1']] });
  });
  it('are sorted by the first word where nothing is said, descending with a minus', async () => {
    const { asked, find } = asking();
    await find('salesPlans', {});
    await find('salesPlans', { sort: '-title' });
    expect(asked[0]?.sql).toMatch(
      /\(from_on, plan_id\) > \(\$3::date, \$4::uuid\)[\s\S]*ORDER BY from_on ASC, plan_id ASC/,
    );
    expect(asked[1]?.sql).toMatch(
      /\(title, plan_id\) < \(\$3::text, \$4::uuid\)[\s\S]*ORDER BY title DESC, plan_id DESC/,
    );
    expect(sortsOf('salesPlans')).toEqual(['from', '-from', 'title', '-title']);
    expect(() => find('salesPlans', { sort: 'budget' })).toThrow('salesPlans is not sorted by budget');
  });
  it('are narrowed by what is named, each value as a parameter', async () => {
    const { asked, find } = asking();
    await find('salesMembers', { state: 'ACTIVE', q: 'Li na', teamId: 't-1', staffId: 'li-na', productLineId: 'no' });
    expect(asked[0]?.values).toEqual(['ACTIVE', '%LINA%', 'after', 'id', 51, 't-1', 'li-na']);
    expect(asked[0]?.sql).toMatch(/AND team_id = \$6::uuid AND staff_id = \$7/);
  });
  it.each(Object.keys(COLLECTIONS) as CollectionName[])('%s says its own id, in one table', (name) => {
    const { id, columns, table } = COLLECTIONS[name];
    expect(columns).toContain(`${id} AS "`);
    expect(COLLECTIONS[name].from.tables.includes(table)).toBe(true);
  });
});
