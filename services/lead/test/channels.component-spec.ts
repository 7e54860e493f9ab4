import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN } from '../../../tools/testing/service-under-test.js';
import { aHospital, bi, CHANNELS, Field, liNa, manager, PARTIES } from './field.fixtures.js';

const direct = { name: '直销', type: 'DIRECT', regions: ['华东'], productLineIds: [], managerId: 'wang-fang' };
const assessed = { scores: { sales: 4, loyalty: 3, service: 5 }, compliance: 'COMPLIANT', findings: '良好' };

describe('channels over HTTP', () => {
  const field = new Field();
  let partyId: string;
  beforeAll(async () => {
    await field.begin();
    partyId = await field.begun(liNa, PARTIES, { ...aHospital, name: '临江代理商', roles: ['AGENT'] });
  });
  afterAll(() => field.service.stop());

  const agency = (name: string) => ({ ...direct, name, type: 'AGENT', partyId });
  const active = async (name: string) => {
    const path = `${CHANNELS}/${await field.begun(manager, CHANNELS, agency(name))}`;
    await field.done(manager, `${path}/activate-channel`, { agreementRef: 'XY-1', on: '2025-03-07' });
    return path;
  };

  it('of agents have a party and an agreement (L-161, L-162)', async () => {
    const { partyId: _party, ...nobody } = agency('无单位');
    expect(await field.refused(manager, CHANNELS, nobody)).toEqual({
      status: 422,
      code: 'CHANNEL_PARTY_REQUIRED',
      type: 'AGENT',
    });
    const productLineIds = ['0f8fad5b-d9cb-469f-a165-70867728950e'];
    expect(await field.refused(manager, CHANNELS, { ...direct, productLineIds })).toMatchObject({ status: 404 });
    const id = await field.begun(manager, CHANNELS, agency('无协议'));
    const on = '2025-03-07';
    expect(await field.refused(manager, `${CHANNELS}/${id}/activate-channel`, { on })).toMatchObject({
      status: 422,
      code: 'CHANNEL_AGREEMENT_REQUIRED',
    });
  });

  it('are a matter of managers, and read by all who read (L-160)', async () => {
    expect(await field.refused(liNa, CHANNELS, direct)).toMatchObject({ status: 403 });
    const id = await field.begun(manager, CHANNELS, direct);
    const shown = await field.service.get(bi, `${CHANNELS}/${id}`);
    expect(shown.headers.etag).toBe('"0"');
    expect(shown.body).toEqual({
      id,
      revision: 0,
      channelId: id,
      state: 'PLANNED',
      ...direct,
      assessments: [],
    });
    await field.done(manager, `${CHANNELS}/${id}/terminate-channel`, { reason: '不再需要' });
    expect(await field.refused(manager, `${CHANNELS}/${id}/terminate-channel`, { reason: 'x' })).toMatchObject({
      status: 409,
      code: 'INVALID_TRANSITION',
    });
  });

  it('are suspended by their review, and that is told to the others (L-164, L-167)', async () => {
    const path = await active('违规代理');
    await field.done(manager, `${path}/start-channel-review`, { period: '2025-Q1' });
    const violated = { ...assessed, compliance: 'VIOLATED', findings: '窜货' };
    expect(await field.refused(manager, `${path}/assess-channel`, { ...violated, decision: 'KEEP' })).toMatchObject({
      status: 422,
      code: 'CHANNEL_NOT_COMPLIANT',
    });
    await field.done(manager, `${path}/assess-channel`, { ...violated, decision: 'SUSPEND' });
    const { text } = await field.service.get(ADMIN, '/admin/events?limit=10000');
    expect(text).toContain('ChannelSuspended');
    expect(await field.list(CHANNELS, { state: 'SUSPENDED' })).toMatchObject({
      items: [{ name: '违规代理', compliance: 'VIOLATED', salesScore: 4, reason: '窜货', reviewDueOn: '2026-03-07' }],
    });
    await field.done(manager, `${path}/reinstate-channel`, { reason: '已整改' });
    await field.done(manager, `${path}/suspend-channel`, { reason: '再次违规' });
    expect(await field.get(path)).toMatchObject({ state: 'SUSPENDED', reason: '再次违规', partyId });
    expect((await field.get(`${path}/history`)).items).toHaveLength(7);
  });

  it('become due for a review a year after their last one (L-163, L-166)', async () => {
    const path = await active('到期评审');
    const typesOf = async () =>
      (await field.get(`${path}/history`)).items.map(({ type }: { type: string }) => type) as string[];
    await field.goTo('2026-03-06T15:59:59Z');
    expect(await typesOf()).toEqual(['ChannelPlanned', 'ChannelActivated']);
    await field.goTo('2026-03-06T16:00:00Z');
    await eventually(async () => (await typesOf()).includes('ChannelReviewDue'), 'the review is due');
    await field.done(manager, `${path}/start-channel-review`, { period: '2025' });
    await field.done(manager, `${path}/assess-channel`, { ...assessed, decision: 'KEEP' });
    expect(await field.list(CHANNELS, { q: '到期', type: 'AGENT' })).toMatchObject({
      items: [{ state: 'ACTIVE', reviewDue: false, reviewDueOn: '2027-03-07', serviceScore: 5 }],
    });
  });

  it('are listed page by page (L-125)', async () => {
    for (const name of ['列表一', '列表二', '列表三']) await field.done(manager, CHANNELS, { ...direct, name });
    const namesOf = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name);
    const first = await field.list(CHANNELS, { q: '列 表', limit: '2' });
    const rest = await field.get(`${CHANNELS}?q=列表&limit=2&cursor=${String(first.nextCursor)}`);
    expect([...namesOf(first), ...namesOf(rest)].sort()).toEqual(['列表一', '列表二', '列表三'].sort());
    expect(namesOf(await field.list(CHANNELS, { productLineId: 'L1', sort: '-plannedOn' }))).toEqual([]);
  });
});
