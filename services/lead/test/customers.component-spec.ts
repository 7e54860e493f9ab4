import { contractSigned, contractVoided, receiptRecorded, satisfactionRated } from '@engsales/events';
import { aMessage } from '@engsales/messaging/testing';
import receiptSample from '../../../libs/events/src/samples/contract.ReceiptRecorded.v1.json';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import voidedSample from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import ratedSample from '../../../libs/events/src/samples/aftersales.SatisfactionRated.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { keptPerson } from '../../../tools/testing/kept-person.js';
import { productLineId } from '../src/domain/ids.js';
import { manager, marketer, SalesTalk, seller, someId } from './sales.fixtures.js';

const HOSPITAL = { kind: 'ORGANISATION', name: '临江市第二人民医院', roles: ['OWNER'] };
const NAMES = { projectName: '二院新院区中央空调', customerName: '临江市第二人民医院' };

describe('customers, over leads, deals and cases', () => {
  const talk = new SalesTalk();
  const [contractId, secondId, voidId, otherId] = [someId(), someId(), someId(), someId()];
  const lineId = productLineId('CHILLER');
  let partyId = '';
  let leadId = '';
  let caseStudyId = '';

  const signed = (id: string, projectId: string, data: object) =>
    aMessage(contractSigned, { ...signedSample, ...NAMES, ...data, contractId: id } as never, {
      subject: id,
      projectId,
      sequence: 1,
    });
  const list = async (query: Record<string, string> = {}) => {
    await talk.caughtUp();
    return talk.read('reference-customers', query);
  };

  beforeAll(async () => {
    await talk.begin('2025-03-12T01:00:00Z');
    const line = { code: 'CHILLER', name: '冷水机组', kind: 'EQUIPMENT', targetProcesses: [] };
    await talk.begun(marketer, 'product-lines', line);
    partyId = await talk.begun(seller, 'parties', HOSPITAL);
    const personRef = await keptPerson(talk.service, seller, '王建国');
    await talk.done(seller, `parties/${partyId}/add-contact`, { personRef, post: '基建科科长' });
    const { contacts } = await talk.state(`parties/${partyId}`);
    const heard = { projectName: '二院新院区', city: '临江市', source: 'DESIGN_INSTITUTE', ownerPartyId: partyId };
    leadId = await talk.begun(seller, 'leads', heard);
    await talk.done(seller, `leads/${leadId}/register-project`, {
      contactRegister: [{ partyId, contactId: contacts[0].contactId, role: '基建' }],
      productLineIds: [lineId],
    });
    await talk.done(seller, `leads/${leadId}/record-stakeholder`, { partyId, role: 'USER' });
    await talk.done(seller, `leads/${leadId}/record-stakeholder`, { partyId, role: 'DEVELOPER' });
    await talk.done(seller, `leads/${leadId}/remove-stakeholder`, { partyId, role: 'DEVELOPER', reason: '有误' });
    const said = { medium: 'PHONE', on: '2025-03-11', summary: '确认机房位置' };
    await talk.begun(seller, 'follow-ups', { ...said, subject: { type: 'LEAD', id: leadId }, partyId });
    await talk.begun(seller, 'follow-ups', { ...said, subject: { type: 'PARTY', id: partyId }, summary: '拜年' });
    const study = { title: '二院案例', background: '一', challenge: '二', solution: '三', result: '四' };
    caseStudyId = await talk.begun(marketer, 'case-studies', { ...study, projectId: leadId });
    await talk.put(
      signed(contractId, leadId, { signedOn: '2024-11-05', customerPartyId: partyId }),
      signed(secondId, leadId, { signedOn: '2025-03-10', customerPartyId: partyId }),
      signed(voidId, someId(), { signedOn: '2025-03-10', customerName: '作废客户' }),
      signed(otherId, someId(), { signedOn: '2025-02-10', customerName: '滨江学校', projectName: '校舍空调' }),
      aMessage(contractVoided, { ...voidedSample, contractId: voidId } as never, { subject: voidId, sequence: 2 }),
      aMessage(
        receiptRecorded,
        { ...receiptSample, contractId, amountFen: 5_000 },
        {
          subject: contractId,
          sequence: 2,
        },
      ),
    );
  });
  afterAll(() => talk.service.stop());

  it('are references once per project, with the year of the first signature and approved cases (L-253, L-254)', async () => {
    const school = {
      customerPartyId: null,
      customerName: '滨江学校',
      customerSegment: null,
      projectName: '校舍空调',
      city: null,
      year: 2025,
      productLines: [],
      cases: [],
    };
    const hospital = {
      customerPartyId: partyId,
      customerName: '临江市第二人民医院',
      customerSegment: null,
      projectId: leadId,
      projectName: '二院新院区中央空调',
      city: '临江市',
      year: 2024,
      productLines: [{ productLineId: lineId, name: '冷水机组' }],
    };
    const { items } = await list();
    expect(items).toEqual([
      { ...school, projectId: items[0].projectId },
      { ...hospital, cases: [] },
    ]);
    await talk.done(marketer, `case-studies/${caseStudyId}/approve-case-study`);
    expect((await list()).items[1]).toEqual({ ...hospital, cases: [{ caseStudyId, title: '二院案例' }] });
  });

  it.each([
    [{ city: '临江市' }, ['临江市第二人民医院']],
    [{ productLineId: lineId }, ['临江市第二人民医院']],
    [{ q: '校 舍' }, ['滨江学校']],
    [{ q: '作废' }, []],
    [{ sort: 'year' }, ['临江市第二人民医院', '滨江学校']],
  ])('are found by %j (L-253)', async (query, names) => {
    const { items } = await list(query);
    expect((items as { customerName: string }[]).map(({ customerName }) => customerName)).toEqual(names);
  });

  it.each(['-year', 'year', 'customer', '-customer'])('are listed page by page by %s (L-253)', async (sort) => {
    const first = await list({ sort, limit: '1' });
    const second = await list({ sort, limit: '1', cursor: first.nextCursor });
    const whole = await list({ sort });
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect(second.nextCursor).toBeNull();
  });

  it('are printed without any amount (L-255)', async () => {
    const { status, text } = await talk.service.get(seller, '/api/v1/reference-customers/document?city=临江市');
    expect(status).toBe(200);
    for (const word of ['用户清单', '临江市第二人民医院', '2024', '冷水机组', '二院案例']) expect(text).toContain(word);
    expect(text).not.toContain('滨江学校');
    const pdf = await talk.service.get(seller, '/api/v1/reference-customers/document?format=pdf');
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  it('have a file with projects, talks, contracts, receipts and satisfaction (L-256)', async () => {
    talk.tell(
      aMessage(satisfactionRated, { ...ratedSample, contractId, scoreTenths: 45 } as never, {
        subject: contractId,
        projectId: leadId,
      }),
    );
    const file = async () => {
      await talk.caughtUp();
      return talk.read(`parties/${partyId}/file`);
    };
    const isComplete = async () => {
      const { ratings, receivedFen } = (await file()).totals;
      return ratings === 1 && receivedFen === 5_000;
    };
    await eventually(isComplete, 'the rating and the receipt are counted');
    const { party, leads, followUps, contracts, totals } = await file();
    expect(party).toMatchObject({ partyId, contacts: [{ person: { masked: { name: '王*国' } } }], orgChart: [] });
    expect(leads).toEqual([
      {
        leadId,
        leadNo: leads[0].leadNo,
        projectName: '二院新院区',
        state: 'CLOSED',
        outcome: 'WON',
        salespersonId: 'li-na',
        roles: ['OWNER', 'USER'],
        capturedOn: '2025-03-12',
      },
    ]);
    expect((followUps as { summary: string }[]).map(({ summary }) => summary).sort()).toEqual(['拜年', '确认机房位置']);
    const { totalFen } = signedSample;
    expect(contracts).toMatchObject([
      { contractId: secondId, state: 'BOOKED', countedFen: totalFen, receivedFen: 0 },
      { contractId, state: 'BOOKED', countedFen: totalFen, receivedFen: 5_000 },
    ]);
    expect(totals).toEqual({
      leads: 1,
      followUps: 2,
      contracts: 2,
      countedFen: 2 * totalFen,
      receivedFen: 5_000,
      satisfactionX100: 450,
      ratings: 1,
    });
  });

  it('of whom nothing is known have an empty file, and who is not there has none (L-256)', async () => {
    const otherParty = await talk.begun(seller, 'parties', { ...HOSPITAL, name: '新客户' });
    expect(await talk.read(`parties/${otherParty}/file`)).toMatchObject({
      leads: [],
      followUps: [],
      contracts: [],
      totals: { leads: 0, followUps: 0, contracts: 0, receivedFen: 0, satisfactionX100: null, ratings: 0 },
    });
    expect((await talk.service.get(seller, `/api/v1/parties/${someId()}/file`)).status).toBe(404);
  });

  it('come by channels, and are looked after by members of a team (L-257, L-258)', async () => {
    const channel = { name: '华东代理', type: 'DIRECT', regions: [], productLineIds: [], managerId: 'wang-fang' };
    const channelId = await talk.begun(manager, 'channels', channel);
    await talk.done(manager, `channels/${channelId}/activate-channel`, { on: '2025-03-11' });
    const position = { post: '工程师', duties: '跟进', requirements: '三年', headcount: 2 };
    const team = { name: '华东一部', leaderId: 'wang-fang', duties: '医院', positions: [position] };
    const teamId = await talk.begun(manager, 'sales-teams', team);
    await talk.begun(manager, 'sales-members', { staffId: 'li-na', post: '工程师', teamId, qualifications: [] });
    const heard = { city: '临江市', source: 'PRESS_MEDIA', channelId };
    const abandoned = await talk.begun(seller, 'leads', { ...heard, projectName: '体育馆' });
    await talk.begun(seller, 'leads', { ...heard, projectName: '图书馆' });
    const reason = { reason: 'NO_FUNDING', note: '停建' };
    await talk.done(seller, `leads/${abandoned}/abandon-lead`, reason);
    expect((await talk.read('channels')).items).toMatchObject([{ channelId, leads: 2, wonLeads: 0 }]);
    expect((await talk.read(`sales-teams/${teamId}`)).members).toMatchObject([{ staffId: 'li-na', openLeads: 1 }]);
  });
});
