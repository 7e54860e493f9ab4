import { keptPerson } from '../../../tools/testing/kept-person.js';
import { LEADS, liNa, manager, Market, zhaoLei } from './leads.fixtures.js';

const IMPORT = `${LEADS}/import-lead`;
const PARTIES = '/api/v1/parties';
const row = (changes: object = {}) => ({
  projectName: '滨江新区人民医院',
  city: '临江市',
  source: 'DESIGN_INSTITUTE',
  ownerName: '滨江新区卫生健康局',
  designInstituteName: '临江市建筑设计院',
  customerSegment: 'GOVERNMENT',
  estimatedAmountFen: 70_000_000,
  needsSummary: '净化空调',
  remark: '二期另行招标',
  capturedOn: '2025-01-15',
  ...changes,
});

describe('leads from a list, over HTTP', () => {
  const market = new Market();
  beforeAll(() => market.begin());
  afterAll(() => market.service.stop());

  const eventsOf = async (path: string) => (await market.get(`${path}/history`)).items as { type: string }[];
  const typesOf = async (path: string) => (await eventsOf(path)).map(({ type }) => type);
  const partiesCalled = async (q: string) => (await market.list('parties', { q })).items as { partyId: string }[];

  it('come with their parties and a contact, dated by the list, into the pool (L-60, L-62, L-63)', async () => {
    const personRef = await keptPerson(market.service, liNa);
    const contact = { personRef, post: '基建科科长', at: 'OWNER' };
    const answer = await market.post(liNa, IMPORT, row({ contact }));
    expect([answer.status, answer.headers.location]).toEqual([201, `${LEADS}/${answer.body.id}`]);
    const path = `${LEADS}/${answer.body.id}`;
    const lead = await market.get(path);
    expect(lead).toMatchObject({
      state: 'CAPTURED',
      ownership: 'POOLED',
      capturedOn: '2025-01-15',
      needsSummary: '净化空调\n备注：二期另行招标',
    });
    const owner = await market.get(`${PARTIES}/${lead.ownerPartyId}`);
    expect(owner).toMatchObject({
      name: '滨江新区卫生健康局',
      roles: ['OWNER'],
      customerSegment: 'GOVERNMENT',
      contacts: [{ post: '基建科科长', person: { personRef, masked: { name: '王*国' } } }],
    });
    const institute = await market.get(`${PARTIES}/${lead.designInstitutePartyId}`);
    expect(institute).toMatchObject({ name: '临江市建筑设计院', roles: ['DESIGN_INSTITUTE'], contacts: [] });
    const recorded = [...(await eventsOf(path)), ...(await eventsOf(`${PARTIES}/${lead.ownerPartyId}`))];
    expect(JSON.stringify(recorded)).not.toContain('王');
  });

  it('are refused when they come again: nothing changes, nobody is there twice (L-61)', async () => {
    const contact = { personRef: await keptPerson(market.service, liNa), post: '院长', at: 'OWNER' };
    const again = row({ projectName: ' 滨江新区人民医院 工程', contact });
    expect(await market.refused(liNa, IMPORT, again)).toMatchObject({ status: 422, code: 'ALREADY_IMPORTED' });
    const [owner] = await partiesCalled('滨江新区卫生健康局');
    expect((await market.get(`${PARTIES}/${owner?.partyId}`)).contacts).toHaveLength(1);
  });

  it('with a number are known by it, and a project that another lead has is refused (L-61, L-64)', async () => {
    const numbered = row({ externalNo: 'CRM-1', projectName: '临江职业学院' });
    await market.done(liNa, IMPORT, numbered);
    const renamed = { ...numbered, projectName: '临江职业技术学院' };
    expect(await market.refused(liNa, IMPORT, renamed)).toMatchObject({ code: 'ALREADY_IMPORTED' });
    const known = await market.begun(zhaoLei, LEADS, { projectName: '临江大剧院', city: '临江市', source: 'OTHER' });
    const stranger = row({ externalNo: 'CRM-2', projectName: '临江大剧院', ownerName: '临江市文化局' });
    expect(await market.refused(liNa, IMPORT, stranger)).toMatchObject({
      status: 409,
      code: 'DUPLICATE_LEAD',
      existingLeadId: known,
    });
    expect(await partiesCalled('临江市文化局')).toEqual([]);
  });

  it('find a party by its name, however it is written (L-62)', async () => {
    const { partyId } = await market.party('临江市 教育局');
    const id = await market.begun(liNa, IMPORT, row({ projectName: '临江一中', ownerName: '临江市教育局' }));
    expect(await market.get(`${LEADS}/${id}`)).toMatchObject({ ownerPartyId: partyId });
    expect(await typesOf(`${PARTIES}/${partyId}`)).toEqual(['PartyRegistered', 'ContactAdded']);
    await market.done(manager, `${PARTIES}/${partyId}/deactivate-party`, { reason: '撤并' });
    const inactive = row({ projectName: '临江二中', ownerName: '临江市教育局' });
    expect(await market.refused(liNa, IMPORT, inactive)).toMatchObject({ code: 'PARTY_INACTIVE', partyId });
  });

  it('have a contact only at a party that the row names, and are tried without a trace (L-62, L-63)', async () => {
    const { ownerName: _owner, ...without } = row({ projectName: '临江体育馆' });
    const contact = { personRef: await keptPerson(market.service, liNa), post: '科长', at: 'OWNER' };
    expect(await market.refused(liNa, IMPORT, { ...without, contact })).toMatchObject({
      status: 404,
      pointer: '/contact/at',
    });
    const tried = await market.post(
      liNa,
      `${IMPORT}?dryRun=true`,
      row({ projectName: '临江体育馆', ownerName: '体育局' }),
    );
    expect(tried.status).toBeLessThan(300);
    expect(await partiesCalled('体育局')).toEqual([]);
    const future = row({ projectName: '临江体育馆', capturedOn: '2025-03-08' });
    expect(await market.refused(liNa, IMPORT, future)).toMatchObject({ code: 'DATE_IN_FUTURE' });
  });

  it('are sent by POST only: the path is no lead', async () => {
    const { status, headers, body } = await market.service.get(liNa, IMPORT);
    expect([status, headers.allow, body.code]).toEqual([405, 'POST', 'METHOD_NOT_ALLOWED']);
  });

  it('that come at once for the same new owner register it once (L-62)', async () => {
    const rows = ['一期', '二期', '三期', '四期'].map((part) =>
      row({ projectName: `临江新城 ${part}`, ownerName: '临江新城开发公司' }),
    );
    const answers = await Promise.all(rows.map((each) => market.post(liNa, IMPORT, each)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    await market.done(liNa, IMPORT, row({ projectName: '临江新城五期', ownerName: '临江新城开发公司' }));
    expect(await partiesCalled('临江新城开发公司')).toHaveLength(1);
  });
});
