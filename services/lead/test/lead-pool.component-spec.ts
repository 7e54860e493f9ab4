import { eventually } from '../../../tools/testing/eventually.js';
import { HEARD, LEADS, liNa, manager, Market, zhaoLei } from './leads.fixtures.js';

describe('the pool and the clock', () => {
  const market = new Market();
  beforeAll(() => market.begin());
  afterAll(() => market.service.stop());
  const capture = (projectName: string, by = liNa) =>
    market.begun(by, LEADS, { ...HEARD, estimatedAmountFen: 1, projectName });
  const logOf = async (leadId: string) => (await market.list('follow-ups', { subjectId: leadId })).items;

  it('gives a lead to another, not at once to whoever had it, and to nobody beyond the limit (L-13, L-16)', async () => {
    const pooled = await capture('北区管廊');
    await market.done(manager, `${LEADS}/${pooled}/release-to-pool`, { reason: '转交' });
    expect(await market.refused(liNa, `${LEADS}/${pooled}/claim-lead`)).toMatchObject({
      code: 'PREVIOUS_OWNER_COOLOFF',
      until: '2025-03-14',
    });
    const { items } = await market.list('lead-pool', { city: '临江市' });
    expect(items).toMatchObject([
      { leadId: pooled, lastHolderId: 'li-na', coolOffUntil: '2025-03-14', releaseReason: '转交' },
    ]);
    const held: string[] = [];
    for (let n = 1; n <= 20; n += 1) held.push(await capture(`管廊 ${n} 段`, zhaoLei));
    const claim = () => market.post(zhaoLei, `${LEADS}/${pooled}/claim-lead`);
    await eventually(async () => (await claim()).body.code === 'CLAIM_LIMIT_REACHED', 'twenty leads are held');
    expect((await claim()).body.details).toEqual({ limit: 20, held: 20 });
    await market.done(zhaoLei, `${LEADS}/${held[0]}/abandon-lead`, { reason: 'NO_FUNDING', note: 'x' });
    expect((await claim()).status).toBe(200);
    expect(await market.refused(zhaoLei, `${LEADS}/${pooled}/claim-lead`)).toMatchObject({ code: 'LEAD_NOT_IN_POOL' });
  });

  it('lets one of twenty claims pass where one slot is left (L-16)', async () => {
    const person = { id: 'sun-yi', roles: ['SALES'] as const };
    for (let n = 1; n <= 19; n += 1) await capture(`东环 ${n} 标`, person);
    const pooled: string[] = [];
    for (let n = 1; n <= 20; n += 1) pooled.push(await capture(`西环 ${n} 标`, manager));
    const isHeld = async () => {
      const trial = await market.post(person, `${LEADS}/${pooled[0]}/claim-lead?dryRun=true`);
      return trial.status === 200;
    };
    await eventually(isHeld, 'a slot is left');
    const { items } = await market.list('leads', { salespersonId: 'sun-yi', limit: '200' });
    expect(items).toHaveLength(19);
    const answers = await Promise.all(pooled.map((id) => market.post(person as never, `${LEADS}/${id}/claim-lead`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 409, 422].includes(status))).toBe(true);
  });

  it('is reminded of a lead that nobody follows up, and takes it back (L-12, L-80, L-81)', async () => {
    const leadId = await capture('城南泵站');
    const level = async () => (await market.list('leads', { q: '城南泵站' })).items[0].overdueLevel as number;
    const reached = (wanted: number) => eventually(async () => (await level()) === wanted, `level ${wanted}`);
    await eventually(
      async () => (await market.list('leads', { q: '城南泵站' })).items[0].strikesOn !== null,
      'the clock runs',
    );
    await market.goTo('2025-03-12T15:59:00Z');
    expect(await level()).toBe(0);
    await market.goTo('2025-03-12T16:00:00Z');
    await reached(1);
    expect((await market.list('lead-tasks', { leadId })).items).toMatchObject([
      { kind: 'FOLLOW_UP_1', assigneeId: 'li-na', dueOn: '2025-03-13' },
    ]);
    await market.goTo('2025-03-14T16:00:00Z');
    await reached(2);
    await market.goTo('2025-03-18T16:00:00Z');
    await reached(3);
    const call = { subject: { type: 'LEAD', id: leadId }, medium: 'PHONE', on: '2025-03-19', summary: '约月底面谈' };
    await market.done(liNa, '/api/v1/follow-ups', { ...call, nextFollowUpOn: '2025-03-28' });
    await reached(0);
    expect(await logOf(leadId)).toMatchObject([{ entryNo: 1, medium: 'PHONE', nextFollowUpOn: '2025-03-28' }]);
    expect((await market.list('lead-tasks', { leadId })).items).toEqual([]);
    await market.goTo('2025-03-28T16:00:00Z');
    await reached(1);
    await market.goTo('2025-04-27T16:00:00Z');
    await market.becomes(leadId, { ownership: 'POOLED' });
    const { items } = await market.get(`${LEADS}/${leadId}/history`);
    expect(items.at(-1).data).toMatchObject({ reason: 'NO_FOLLOW_UP', coolOffUntil: '2025-05-05' });
  });
});
