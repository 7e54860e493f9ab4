import { bidLost } from '@engsales/events';
import lostSample from '../../../libs/events/src/samples/tender.BidLost.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import type { Person } from '../../../tools/testing/service-under-test.js';
import { LEADS, liNa, manager, Market, zhaoLei } from './leads.fixtures.js';
import {
  activeChannel,
  aCall,
  FOLLOW_UPS,
  MEMBERS,
  productLine,
  qualified,
  registered,
  TEAMS,
  tendered,
} from './lead-world.fixtures.js';

/** Ten leads, as they stand on Thursday, 2025-03-20. Of zhao-lei are those that say so; his are of no team. */
describe('leads are found', () => {
  const market = new Market();
  const ids: Record<string, string> = {};
  let channelId = '';
  let teamId = '';
  const hear = async (projectName: string, words: object = {}, by: Person = liNa) => {
    const hint = { projectName, city: '临江市', source: 'DESIGN_INSTITUTE', ...words };
    ids[projectName] = await market.begun(by, LEADS, hint);
  };
  const on = (projectName: string, command: string, body: object = {}, by: Person = liNa) =>
    market.done(by, `${LEADS}/${ids[projectName]}/${command}`, body);
  const list = (query: Record<string, string>) => market.list('leads', query);
  const names = async (query: Record<string, string>) =>
    ((await list(query)).items as { projectName: string }[]).map(({ projectName }) => projectName);

  beforeAll(async () => {
    await market.begin('2025-03-07T01:00:00Z', { LEAD_RECYCLE_DAYS: '0' });
    teamId = await market.begun(manager, TEAMS, { name: '一部', leaderId: 'x', duties: '医院', positions: [] });
    await market.begun(manager, MEMBERS, { staffId: 'li-na', post: '工程师', teamId, qualifications: [] });
    const party = await market.party('临江市第二人民医院');
    channelId = await activeChannel(market, '临江渠道');
    const line = await productLine(market, 'CHILLER', { targetProcesses: ['CONSTRUCTION_1'] });
    const city = '云州市';
    await hear('北区管廊', { city, estimatedAmountFen: 500_000_000, constructionProcess: 'LAND_OBTAINING' });
    await hear('南区管廊', { source: 'PRESS_MEDIA', estimatedAmountFen: 499_999_999 }, zhaoLei);
    await hear('中心医院', { channelId, ownerName: '云州集团', constructionProcess: 'PRE_SALE' });
    ids['会展中心'] = await qualified(market, { projectName: '会展中心' }, party);
    const tenderId = await tendered(market, ids['会展中心'], 690_000_000);
    const gym = { projectName: '体育馆', source: 'BILLBOARD', estimatedAmountFen: 80_000 };
    ids['体育馆'] = await registered(market, gym, party, [line]);
    await on('体育馆', 'record-stakeholder', { partyId: party.partyId, role: 'OWNER' });
    await on('体育馆', 'confirm-checklist-item', { item: 'OWNER_CONFIRMED', evidence: '批复' });
    await on('体育馆', 'assess-relationship', { level: 'DEVELOPING', note: '已拜访' });
    await on('体育馆', 'observe-construction-phase', { process: 'CONSTRUCTION_1', observedOn: '2025-03-07' });

    await market.goTo('2025-03-10T01:00:00Z');
    const lost = { ...lostSample, leadId: ids['会展中心'], tenderId };
    await market.put(bidLost, tenderId, ids['会展中心'], lost);
    await on('中心医院', 'release-to-pool', { reason: '无力跟进' });
    await hear('文化宫', { city, source: 'PRESS_MEDIA' }, manager);
    await hear('北区管廊二期');
    await on('北区管廊二期', 'merge-lead', { intoLeadId: ids['北区管廊'], reason: '同一项目' }, manager);
    await market.goTo('2025-03-12T01:00:00Z');
    await hear('老厂房');
    await hear('新厂房', {}, zhaoLei);
    await hear('空地');
    await on('体育馆', 'abandon-lead', { reason: 'NO_FUNDING', note: '停建' });
    await on('老厂房', 'abandon-lead', { reason: 'NO_FUNDING', note: '等预算', revisitOn: '2025-06-02' });
    await on('新厂房', 'abandon-lead', { reason: 'OTHER', note: '无人负责' }, zhaoLei);
    await on('空地', 'abandon-lead', { reason: 'PROJECT_CANCELLED', note: '撤项', revisitOn: '2025-05-01' });
    await market.goTo('2025-03-17T01:00:00Z');
    await on('体育馆', 'revive-lead', { trigger: 'FUNDING_SECURED', note: '已落实' }, manager);
    await market.done(zhaoLei, FOLLOW_UPS, aCall(String(ids['南区管廊']), '2025-03-17'));
    await market.goTo('2025-03-20T01:00:00Z');
    const late = async () => (await list({ overdueLevel: '3' })).items.length === 1;
    await eventually(late, 'a lead is at high risk');
    const started = async () => (await list({ q: '体育馆' })).items[0].lastActivityOn === '2025-03-17';
    await eventually(started, 'the clock of the revived lead runs');
  });
  afterAll(() => market.service.stop());

  it('with all that is asked of each (L-91)', async () => {
    const leadId = String(ids['体育馆']);
    expect((await list({ q: '体育馆' })).items).toEqual([
      {
        leadId,
        leadNo: `XS-20250307-${leadId.slice(0, 6).toUpperCase()}`,
        projectName: '体育馆',
        city: '临江市',
        state: 'QUALIFYING',
        outcome: null,
        attemptNo: 2,
        ownership: 'OWNED',
        salespersonId: 'li-na',
        source: 'BILLBOARD',
        ownerName: null,
        estimatedAmountFen: 80_000,
        constructionProcess: 'CONSTRUCTION_1',
        stageFit: 'FIT',
        specOpen: false,
        checkedItems: 1,
        relationship: 'DEVELOPING',
        lastActivityOn: '2025-03-17',
        strikesOn: '2025-03-21',
        overdueLevel: 0,
        keyProject: false,
        imported: false,
        capturedOn: '2025-03-07',
      },
    ]);
    expect((await list({ q: '文化宫' })).items).toMatchObject([
      { ownership: 'POOLED', salespersonId: null, lastActivityOn: null, strikesOn: null, overdueLevel: 0 },
    ]);
    expect((await list({ q: '北区管廊', state: 'CAPTURED' })).items).toMatchObject([
      { specOpen: true, keyProject: true, overdueLevel: 3, strikesOn: null, lastActivityOn: '2025-03-07' },
    ]);
  });

  const ofTeam = ['北区管廊', '北区管廊二期', '会展中心', '体育馆', '老厂房', '空地'];
  const filters: readonly (readonly [Record<string, string>, readonly string[]])[] = [
    [{ state: 'CAPTURED' }, ['北区管廊', '南区管廊', '中心医院', '文化宫']],
    [{ state: 'ABANDONED' }, ['老厂房', '新厂房', '空地']],
    [{ outcome: 'LOST' }, ['会展中心']],
    [{ outcome: 'WON' }, []],
    [{ ownership: 'POOLED' }, ['中心医院', '文化宫']],
    [{ salespersonId: 'zhao-lei' }, ['南区管廊', '新厂房']],
    [{ source: 'PRESS_MEDIA' }, ['南区管廊', '文化宫']],
    [{ phase: 'LAND_ACQUISITION' }, ['北区管廊']],
    [{ phase: 'CONSTRUCTION_START' }, ['中心医院', '体育馆']],
    [{ process: 'PRE_SALE' }, ['中心医院']],
    [{ stageFit: 'FIT' }, ['体育馆']],
    [{ overdueLevel: '3' }, ['北区管廊']],
    [{ keyProject: 'true' }, ['北区管廊', '会展中心']],
    [{ keyProject: 'true', state: 'CLOSED' }, ['会展中心']],
    [{ city: '云州市' }, ['北区管廊', '文化宫']],
    [{ city: '云州市', source: 'PRESS_MEDIA' }, ['文化宫']],
    [{ city: '云州' }, []],
    [{ q: ' 北 区' }, ['北区管廊', '北区管廊二期']],
    [{ q: '云州集团' }, ['中心医院']],
    [{ q: 'xs-20250312' }, ['老厂房', '新厂房', '空地']],
    [{ q: '100%' }, []],
  ];
  it.each(filters)('by %j (L-91)', async (query, found) =>
    expect((await names({ limit: '200', ...query })).toSorted()).toEqual([...found].toSorted()),
  );

  it('by the team of their salesperson and by their channel; those in the pool are of no team (L-91)', async () => {
    expect((await names({ teamId })).toSorted()).toEqual(ofTeam.toSorted());
    expect(await names({ channelId })).toEqual(['中心医院']);
  });

  it.each(['capturedOn', '-capturedOn', 'estimate', '-estimate'])(
    'page by page, by %s, each once (L-91)',
    async (sort) => {
      const seen: string[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const page = await list({ sort, limit: '3', ...(cursor === '' ? {} : { cursor }) });
        seen.push(...(page.items as { projectName: string }[]).map(({ projectName }) => projectName));
        cursor = page.nextCursor === null ? undefined : String(page.nextCursor);
      }
      expect(seen.toSorted()).toEqual(Object.keys(ids).toSorted());
      expect(seen).toEqual(await names({ sort, limit: '200' }));
      const place = (projectName: string) => seen.indexOf(projectName);
      const pair = sort.endsWith('capturedOn') ? ['体育馆', '文化宫'] : ['体育馆', '南区管廊'];
      const [low = 0, high = 0] = pair.map(place);
      expect(sort.startsWith('-') ? low > high : low < high).toBe(true);
    },
  );

  it.each([
    'state=NEW',
    'sort=city',
    'overdueLevel=4',
    'keyProject=yes',
    'limit=0',
    'limit=201',
    'cursor=x',
    'colour=red',
  ])('by nothing that there is not: %s', async (query) => {
    const { status } = await market.service.get(liNa, `${LEADS}?${query}`);
    expect(status).toBe(400);
  });

  it('that were given up, the nearest look first, by reason, salesperson and day (L-42)', async () => {
    const given = async (query: Record<string, string> = {}) =>
      ((await market.list('abandoned-leads', query)).items as { projectName: string }[]).map(
        (item) => item.projectName,
      );
    expect(await given()).toEqual(['空地', '老厂房', '新厂房']);
    expect(await given({ revisitBefore: '2025-05-01' })).toEqual(['空地']);
    expect(await given({ revisitBefore: '2025-04-30' })).toEqual([]);
    expect(await given({ reason: 'NO_FUNDING' })).toEqual(['老厂房']);
    expect(await given({ salespersonId: 'zhao-lei' })).toEqual(['新厂房']);
    const first = await market.list('abandoned-leads', { limit: '2' });
    expect(await given({ limit: '2', cursor: String(first.nextCursor) })).toEqual(['新厂房']);
    const { leadNo } = await market.get(`${LEADS}/${ids['新厂房']}`);
    expect((await market.list('abandoned-leads', { reason: 'OTHER' })).items).toEqual([
      {
        leadId: ids['新厂房'],
        leadNo,
        projectName: '新厂房',
        city: '临江市',
        salespersonId: 'zhao-lei',
        reason: 'OTHER',
        note: '无人负责',
        abandonedOn: '2025-03-12',
        revisitOn: null,
      },
    ]);
  });
});
