import { randomUUID } from 'node:crypto';
import { contractSigned } from '@engsales/events';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN, type Person } from '../../../tools/testing/service-under-test.js';
import { LEADS, liNa, manager, Market, zhaoLei } from './leads.fixtures.js';
import {
  activeChannel,
  aCall,
  aVisit,
  FOLLOW_UPS,
  qualified,
  registered,
  tendered,
  VISITS,
} from './lead-world.fixtures.js';

interface Timer {
  readonly key: string;
  readonly dueAt: string;
  readonly command: string;
}

/**
 * Friday, 2025-09-26. Before the National Day Sunday the 28th is worked, and after it Saturday the 11th of October; from the 1st to
 * the 8th nobody works. Midnight in Shanghai is 16:00 of the day before.
 */
describe('deadlines of leads over the National Day', () => {
  const market = new Market();
  let party: { partyId: string; contactId: string };
  /** Nobody does anything for it after the first day. */
  let forgotten = '';
  beforeAll(async () => {
    await market.begin('2025-09-26T01:00:00Z');
    party = await market.party('临江市第二人民医院');
    forgotten = await talked('十二号');
  });
  afterAll(() => market.service.stop());

  const hear = (projectName: string, by: Person = liNa) =>
    market.begun(by, LEADS, { projectName, city: '临江市', source: 'DESIGN_INSTITUTE' });
  const on = (leadId: string, command: string, body: object = {}, by: Person = liNa) =>
    market.done(by, `${LEADS}/${leadId}/${command}`, body);
  const timers = async () => (await market.get('/admin/timers?limit=200', ADMIN)).items as Timer[];
  /** What is to become of a lead: day and hour by key, without the id; none where nothing is due. */
  const dueOf = async (leadId: string) => {
    const [log] = (await market.list('follow-ups', { subjectId: leadId, limit: '1' })).items as { logId: string }[];
    const names = new Map([
      [`recycle:${leadId}`, 'recycle'],
      [`revisit:${leadId}`, 'revisit'],
      ...(log ? ([[`followup:${log.logId}`, 'followup']] as const) : []),
    ]);
    const due = (await timers()).flatMap(({ key, dueAt, command }) => {
      const name = names.get(key);
      return name === undefined ? [] : [[name, new Date(dueAt).toISOString().slice(0, 16), command] as const];
    });
    return due.toSorted(([a], [b]) => a.localeCompare(b));
  };
  const becomes = (leadId: string, wanted: readonly (readonly [string, string, string])[]) =>
    eventually(
      async () => JSON.stringify(await dueOf(leadId)) === JSON.stringify(wanted),
      `due of ${leadId}: ${JSON.stringify(wanted)}`,
    );
  const clock = (day: string) => ['followup', `${day}T16:00`, 'MarkFollowUpOverdue'] as const;
  const pool = (day: string) => ['recycle', `${day}T16:00`, 'RecycleLead'] as const;
  const look = (day: string) => ['revisit', `${day}T16:00`, 'MarkRevisitDue'] as const;
  /** A lead with one word on the day itself, so that its log can be asked for. */
  const talked = async (projectName: string, words: object = {}) => {
    const leadId = await hear(projectName);
    await market.done(liNa, FOLLOW_UPS, { ...aCall(leadId, '2025-09-26'), ...words });
    return leadId;
  };

  it('strike behind the third working day, and give the lead back after thirty days (L-80, L-81)', async () => {
    // the 28th, 29th and 30th are worked
    await becomes(await talked('一号'), [clock('2025-09-30'), pool('2025-10-26')]);
  });

  it('keep their distance from the next follow-up that was agreed (L-80, L-81)', async () => {
    await becomes(await talked('二号', { nextFollowUpOn: '2025-10-09' }), [clock('2025-10-09'), pool('2025-11-08')]);
  });

  it('are gone with an owner, and set anew for the next one (L-82)', async () => {
    const leadId = await talked('三号');
    await on(leadId, 'release-to-pool', { reason: '无力跟进' });
    await becomes(leadId, []);
    await on(leadId, 'claim-lead', {}, zhaoLei);
    await becomes(leadId, [clock('2025-09-30'), pool('2025-10-26')]);
  });

  it('are gone with a lead that is given up, and there is another one then, until it is revived (L-42)', async () => {
    const leadId = await talked('四号');
    const why = { reason: 'NO_FUNDING', note: '停建' };
    await on(leadId, 'abandon-lead', { ...why, revisitOn: '2025-11-03' });
    await becomes(leadId, [look('2025-11-02')]);
    await on(leadId, 'revive-lead', { trigger: 'FUNDING_SECURED', note: '已落实' });
    await becomes(leadId, [clock('2025-09-30'), pool('2025-10-26')]);
    await on(leadId, 'abandon-lead', { ...why, revisitOn: '2025-12-01' });
    await becomes(leadId, [look('2025-11-30')]);
    const other = await talked('五号');
    await on(leadId, 'merge-lead', { intoLeadId: other, reason: '同一项目' }, manager);
    await becomes(leadId, []);
    await on(other, 'abandon-lead', why);
    await becomes(other, []);
  });

  it('are gone with a lead that is merged, converted or won (L-82)', async () => {
    const merged = await talked('六号');
    const won = await talked('七号');
    const converted = await qualified(market, { projectName: '八号', city: '临江市' }, party);
    await market.done(liNa, FOLLOW_UPS, aCall(converted, '2025-09-26'));
    await becomes(converted, [clock('2025-09-30'), pool('2025-10-26')]);
    await tendered(market, converted, 1);
    await on(merged, 'merge-lead', { intoLeadId: won, reason: '同一项目' }, manager);
    const contractId = randomUUID();
    await market.put(contractSigned, contractId, won, { ...signedSample, contractId });
    for (const leadId of [converted, merged, won]) await becomes(leadId, []);
    // a word with the customer of a converted lead starts no clock
    await market.done(liNa, FOLLOW_UPS, aCall(converted, '2025-09-26'));
    expect(await dueOf(converted)).toEqual([]);
  });

  it('are of leads alone: nobody is reminded of a channel or a party', async () => {
    const channelId = await activeChannel(market, '国庆渠道', '2025-09-26');
    const before = (await timers()).filter(({ key }) => key.startsWith('followup:')).length;
    const call = { ...aCall(channelId, '2025-09-26'), subject: { type: 'CHANNEL', id: channelId } };
    await market.done(liNa, FOLLOW_UPS, call);
    await market.done(liNa, FOLLOW_UPS, { ...call, subject: { type: 'PARTY', id: party.partyId } });
    await becomes(await talked('九号'), [clock('2025-09-30'), pool('2025-10-26')]);
    expect((await timers()).filter(({ key }) => key.startsWith('followup:'))).toHaveLength(before + 1);
  });

  it('count from whatever was done for the lead, on the day on which it was done (L-83)', async () => {
    const leadId = await talked('十号');
    const visited = await registered(market, { projectName: '十一号', city: '临江市' }, party);
    await market.done(liNa, FOLLOW_UPS, aCall(visited, '2025-09-26'));
    const visit = `${VISITS}/${await market.begun(liNa, VISITS, aVisit(visited, '2025-09-28T02:00:00Z'))}`;
    await market.goTo('2025-09-29T01:00:00Z');
    await on(leadId, 'register-project', { contactRegister: [{ ...party, role: '基建' }] });
    // behind the 29th: the 30th, the 9th and the 10th
    await becomes(leadId, [clock('2025-10-10'), pool('2025-10-29')]);
    const exchange = { on: '2025-09-28', attendees: [party], topics: ['冷站'], result: '认可' };
    await on(leadId, 'hold-technical-exchange', exchange);
    const report = { heldOn: '2025-09-28', result: 'DONE', met: [party], customerSaid: ['好'], outcome: '继续' };
    await market.done(liNa, `${visit}/report-visit`, report);
    // behind the 28th: the 29th, the 30th and the 9th; the exchange of the other one was before its registration
    await becomes(visited, [clock('2025-10-09'), pool('2025-10-28')]);
    expect(await dueOf(leadId)).toEqual([clock('2025-10-10'), pool('2025-10-29')]);
    await on(visited, 'visit-sample-site', { site: '省人民医院', on: '2025-09-29', impression: '满意' });
    await becomes(visited, [clock('2025-10-10'), pool('2025-10-29')]);
  });

  it('strike three times, each behind its working day, and then the lead goes back (L-12, L-80, L-81)', async () => {
    const leadId = forgotten;
    await becomes(leadId, [clock('2025-09-30'), pool('2025-10-26')]);
    const strikes = [
      // the fifth working day is the 10th of October, the seventh the 13th
      ['2025-09-30T16:00:00Z', [clock('2025-10-10'), pool('2025-10-26')]],
      ['2025-10-10T16:00:00Z', [clock('2025-10-13'), pool('2025-10-26')]],
      ['2025-10-13T16:00:00Z', [pool('2025-10-26')]],
      ['2025-10-26T16:00:00Z', []],
    ] as const;
    for (const [now, due] of strikes) {
      await market.goTo(now);
      await becomes(leadId, due);
    }
    await market.becomes(leadId, { ownership: 'POOLED', salespersonId: null });
    const { items } = await market.get(`${LEADS}/${leadId}/history`);
    expect(items.at(-1)).toMatchObject({
      type: 'LeadReleasedToPool',
      data: { reason: 'NO_FOLLOW_UP', previousSalespersonId: 'li-na', releasedOn: '2025-10-27' },
    });
  });
});
