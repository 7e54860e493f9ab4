import { COLLECTIONS, sortsOf, type CollectionName } from '../src/read-models/collections/collections.js';
import { manager, marketer, SalesTalk, seller, someId } from './sales.fixtures.js';

const PATHS: Readonly<Record<CollectionName, string>> = {
  salesPlans: 'sales-plans',
  salesTeams: 'sales-teams',
  salesMembers: 'sales-members',
  trainings: 'trainings',
  performanceReviews: 'performance-reviews',
  salesKits: 'sales-kits',
  caseStudies: 'case-studies',
  productLines: 'product-lines',
  salesPolicies: 'sales-policies',
};

/** What each list can be asked for, written down by hand. */
const FILTERS: Readonly<Record<CollectionName, Readonly<Record<string, string>>>> = {
  salesPlans: { state: 'DRAFT', teamId: someId(), q: '计划' },
  salesTeams: { state: 'ACTIVE', q: '华东' },
  salesMembers: { state: 'LEFT', teamId: someId(), staffId: 'li-na', q: '工程师' },
  trainings: { state: 'HELD', topic: 'SKILL', teamId: someId(), staffId: 'li-na', q: '选型' },
  performanceReviews: { state: 'REJECTED', teamId: someId(), staffId: 'li-na', period: '2025-03', q: '2025' },
  salesKits: { state: 'PUBLISHED', productLineId: someId(), q: '医院' },
  caseStudies: { state: 'APPROVED', projectId: someId(), q: '医院' },
  productLines: { state: 'RETIRED', kind: 'SERVICE', q: 'chill' },
  salesPolicies: { state: 'WITHDRAWN', kind: 'TEAM', q: 'zd' },
};

/** Two of each, in the order of their first word. */
const TWO: Readonly<Record<CollectionName, (n: number) => object>> = {
  salesPlans: (n) => ({
    title: `计划 ${n}`,
    from: `2025-0${n}-01`,
    to: '2025-12-31',
    template: 'NONE',
    strategyRef: 'S',
  }),
  salesTeams: (n) => ({ name: `${n} 部`, leaderId: 'wang-fang', duties: '华东', positions: [] }),
  salesMembers: (n) => ({ staffId: `E${n}`, post: '工程师', qualifications: [] }),
  trainings: (n) => ({ topic: 'SKILL', title: '谈判', on: `2025-03-0${n}`, staffIds: [`E${n}`] }),
  performanceReviews: (n) => ({
    staffId: 'E1',
    period: `2025-Q${n}`,
    indicators: [],
    scorePercent: 90,
    proposal: 'NONE',
    text: '合格',
  }),
  salesKits: (n) => ({ title: `范本 ${n}` }),
  caseStudies: (n) => ({ title: `案例 ${n}`, background: '一', challenge: '二', solution: '三', result: '四' }),
  productLines: (n) => ({ code: `P${n}`, name: '机组', kind: 'EQUIPMENT', targetProcesses: [] }),
  salesPolicies: (n) => ({ code: `ZD-${n}`, title: '制度', kind: 'TEAM', docRef: 'D', validFrom: '2025-01-01' }),
};
const NAMES = Object.keys(PATHS) as CollectionName[];

describe('the lists of sales over a database (L-250)', () => {
  const talk = new SalesTalk();
  beforeAll(() => talk.begin());
  afterAll(() => talk.service.stop());

  it.each(NAMES)('%s are found whole, page by page, up and down', async (name) => {
    const path = PATHS[name];
    const keeper = ['salesKits', 'caseStudies', 'productLines', 'salesPolicies'].includes(name) ? marketer : manager;
    const ids = [await talk.begun(keeper, path, TWO[name](1)), await talk.begun(keeper, path, TWO[name](2))];
    const key = COLLECTIONS[name].columns.match(/AS "(\w+)"/)?.[1] ?? '';
    const idsIn = (page: { items: Record<string, string>[] }) => page.items.map((item) => item[key]);
    expect(idsIn(await talk.read(path))).toEqual(ids);
    const [up = ''] = sortsOf(name);
    expect(idsIn(await talk.read(path, { sort: `-${up}` }))).toEqual([...ids].reverse());
    for (const sort of sortsOf(name)) {
      const first = await talk.read(path, { sort, limit: '1' });
      const second = await talk.read(path, { sort, limit: '1', cursor: first.nextCursor });
      expect([sort, [...idsIn(first), ...idsIn(second)].sort()]).toEqual([sort, [...ids].sort()]);
      expect(second.nextCursor).toBeNull();
    }
  });

  it.each(NAMES)('%s are narrowed by everything that they can be asked for', async (name) => {
    const all = (await talk.read(PATHS[name], FILTERS[name])).items as unknown[];
    expect(all).toEqual([]);
    for (const [filter, value] of Object.entries(FILTERS[name])) {
      const { items } = await talk.read(PATHS[name], { [filter]: value });
      expect([filter, Array.isArray(items)]).toEqual([filter, true]);
    }
    const strange = await talk.service.get(seller, `/api/v1/${PATHS[name]}?colour=red`);
    expect(strange.status).toBe(400);
  });
});
