import { eventually } from '../../../tools/testing/eventually.js';
import { CONFIRMED, HEARD, LEADS, liNa, manager, Market, zhaoLei } from './leads.fixtures.js';

describe('a lead over HTTP', () => {
  const market = new Market();
  beforeAll(() => market.begin());
  afterAll(() => market.service.stop());

  it('is captured with its source, once per project unless a manager wants it twice (L-03, L-05)', async () => {
    const { source: _source, ...without } = HEARD;
    expect(await market.refused(liNa, LEADS, without)).toMatchObject({ status: 422, code: 'LEAD_SOURCE_REQUIRED' });
    const referred = { ...HEARD, source: 'PERSONAL_REFERRAL' };
    expect(await market.refused(liNa, LEADS, referred)).toMatchObject({ status: 422, code: 'REFERRER_REQUIRED' });
    const answer = await market.post(liNa, LEADS, HEARD);
    expect([answer.status, answer.headers.location]).toEqual([201, `${LEADS}/${answer.body.id}`]);
    const same = { ...HEARD, projectName: `${HEARD.projectName} 工程` };
    expect(await market.refused(zhaoLei, LEADS, same)).toEqual({
      status: 409,
      code: 'DUPLICATE_LEAD',
      existingLeadId: answer.body.id,
      existingState: 'CAPTURED',
      salespersonId: 'li-na',
    });
    const override = { ...same, duplicateOverrideReason: '两个标段' };
    expect(await market.refused(zhaoLei, LEADS, override)).toMatchObject({ status: 403, code: 'ROLE_NOT_ALLOWED' });
    await market.done(manager, LEADS, override);
    const { items } = await market.list('leads', { q: '第二人民医院' });
    expect(items).toHaveLength(2);
    expect(items).toContainEqual(
      expect.objectContaining({ leadId: answer.body.id, state: 'CAPTURED', keyProject: true, checkedItems: 0 }),
    );
  });

  it('names parties that are known, whatever the reference looks like (L-04)', async () => {
    const unknown = { status: 404, code: 'NOT_FOUND', partyId: 'party-9' };
    const heard = { ...HEARD, projectName: '南岸图书馆' };
    expect(await market.refused(liNa, LEADS, { ...heard, ownerPartyId: 'party-9' })).toEqual(unknown);
    const leadId = await market.begun(liNa, LEADS, heard);
    const { partyId, contactId } = await market.party('南岸文化局');
    const contactRegister = [{ partyId, contactId, role: '基建' }];
    await market.done(liNa, `${LEADS}/${leadId}/register-project`, { contactRegister });
    const seen = { partyId: 'party-9', dimension: 'TECHNICAL', strengths: ['x'], weaknesses: [] };
    expect(await market.refused(liNa, `${LEADS}/${leadId}/observe-competitor`, seen)).toEqual(unknown);
    const followUp = {
      subject: { type: 'LEAD', id: leadId },
      medium: 'PHONE',
      on: '2025-03-07',
      summary: 'x',
      partyId: 'party-9',
    };
    expect(await market.refused(liNa, '/api/v1/follow-ups', followUp)).toEqual(unknown);
  });

  it('is registered, checked and qualified before it goes on (L-20, L-30, L-32)', async () => {
    const leadId = await market.begun(liNa, LEADS, { ...HEARD, projectName: '滨江花园' });
    const at = `${LEADS}/${leadId}`;
    const conversion = { route: 'TENDER', estimatedAmountFen: 750_000_000 };
    const owner = { item: 'OWNER_CONFIRMED', evidence: '批复' };
    for (const [command, body] of [
      ['confirm-checklist-item', owner],
      ['convert-lead', conversion],
    ] as const) {
      expect(await market.refused(liNa, `${at}/${command}`, body)).toMatchObject({ code: 'PROJECT_NOT_REGISTERED' });
    }
    const { partyId, contactId } = await market.party('滨江置业');
    await market.done(liNa, `${at}/register-project`, { contactRegister: [{ partyId, contactId, role: '工程部' }] });
    expect(await market.refused(liNa, `${at}/confirm-checklist-item`, owner)).toMatchObject({
      code: 'CHECKLIST_FACT_MISSING',
      item: 'OWNER_CONFIRMED',
    });
    expect((await market.refused(liNa, `${at}/convert-lead`, conversion)).missing).toHaveLength(7);
    await market.done(liNa, `${at}/record-stakeholder`, { partyId, role: 'OWNER' });
    await market.done(liNa, `${at}/describe-project`, { scale: 'x', fundingSource: 'x', fundingStatus: 'PARTIAL' });
    await market.done(liNa, `${at}/record-needs`, { equipment: [{ name: 'x' }], technology: ['x'] });
    for (const item of CONFIRMED) await market.done(liNa, `${at}/confirm-checklist-item`, { item, evidence: 'x' });
    expect((await market.refused(liNa, `${at}/convert-lead`, conversion)).missing).toEqual([
      'DESIGN_INSTITUTE_CONFIRMED',
    ]);
    const last = { item: 'DESIGN_INSTITUTE_CONFIRMED', evidence: 'x', notApplicableReason: '无设计院' };
    const { events } = await market.done(liNa, `${at}/confirm-checklist-item`, last);
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['ChecklistItemConfirmed', 'LeadQualified']);
    expect(await market.refused(liNa, `${at}/convert-lead`, conversion)).toMatchObject({
      code: 'DECISION_MAKER_UNKNOWN',
    });
    const decider = { partyId, contactId, kind: 'DECISION_MAKER', supportLevel: 'SUPPORTS' };
    await market.done(liNa, `${at}/identify-key-person`, decider);
    await market.done(liNa, `${at}/assess-relationship`, { level: 'LACKING', note: 'x' });
    expect(await market.refused(liNa, `${at}/convert-lead`, conversion)).toMatchObject({
      code: 'RELATIONSHIP_LACKING',
    });
    const obstacle = { code: 'RELATIONSHIP_LACKING', missing: [] };
    expect((await market.get(at)).conversion).toEqual({ possible: false, obstacles: [obstacle] });
    const tasks = await market.list('lead-tasks', { leadId, kind: 'SEEK_RELATIONSHIP_PARTNER' });
    expect(tasks.items).toMatchObject([{ assigneeId: 'li-na', projectName: '滨江花园' }]);
    const partner = await market.party('临江咨询', ['PARTNER']);
    await market.done(liNa, `${at}/engage-relationship-partner`, { partyId: partner.partyId });
    await market.done(liNa, `${at}/convert-lead`, conversion);
    expect(await market.get(at)).toMatchObject({ state: 'CONVERTED', pursuits: [{ type: 'TENDER', state: 'OPEN' }] });
    const needs = { equipment: [], technology: [] };
    expect(await market.refused(liNa, `${at}/record-needs`, needs)).toMatchObject({
      status: 409,
      code: 'INVALID_TRANSITION',
    });
    const card = await market.list(`leads/${leadId}/card`);
    expect(card).toMatchObject({
      lead: { leadNo: expect.stringMatching(/^XS-20250307-/) as string },
      clock: { level: 0 },
    });
    expect(card.parties).toHaveLength(1);
    const { items } = await market.list(`leads/${leadId}/stakeholders`);
    expect(items).toMatchObject([
      {
        name: '滨江置业',
        roles: ['OWNER'],
        keyPersons: [{ kind: 'DECISION_MAKER', person: { masked: { name: '王*国' } } }],
      },
    ]);
    const timeline = await market.list(`leads/${leadId}/timeline`);
    expect(timeline.items.map(({ state }: { state: string }) => state)).toEqual([
      'CAPTURED',
      'QUALIFYING',
      'DEVELOPING',
      'CONVERTED',
    ]);
  });

  it('that was given up is remembered on its day, and taken up again (L-42, L-43)', async () => {
    const { leadId } = await market.qualified('城东水厂');
    const at = `${LEADS}/${leadId}`;
    await market.done(liNa, `${at}/assess-relationship`, { level: 'LACKING', note: 'x' });
    const abandonment = { reason: 'RELATIONSHIP_LACKING', note: '没有关系', revisitOn: '2025-06-02' };
    await market.done(liNa, `${at}/abandon-lead`, abandonment);
    const needs = { equipment: [], technology: [] };
    expect(await market.refused(liNa, `${at}/record-needs`, needs)).toMatchObject({ status: 409 });
    const { items } = await market.list('abandoned-leads', { revisitBefore: '2025-06-30' });
    expect(items).toMatchObject([{ leadId, reason: 'RELATIONSHIP_LACKING', revisitOn: '2025-06-02' }]);
    await market.goTo('2025-06-02T01:00:00Z');
    const isDue = async () => (await market.list('lead-tasks', { leadId, kind: 'REVISIT_DUE' })).items.length === 1;
    await eventually(isDue, 'the revisit is due');
    const { partyId } = await market.party('临江商会', ['PARTNER']);
    await market.done(liNa, `${at}/revive-lead`, {
      trigger: 'PARTNER_ENGAGED',
      note: '有了合作方',
      partner: { partyId },
    });
    expect(await market.get(at)).toMatchObject({ attemptNo: 2, state: 'DEVELOPING' });
    await market.done(liNa, `${at}/convert-lead`, { route: 'DIRECT_NEGOTIATION', estimatedAmountFen: 1 });
    const { items: past } = await market.get(`${at}/history`);
    const text = JSON.stringify(past);
    expect([text.includes('没有关系'), text.includes('有了合作方')]).toEqual([true, true]);
  });

  it('is one project with another, and merged into it (L-44)', async () => {
    const from = await market.begun(liNa, LEADS, { ...HEARD, projectName: '西区体育馆' });
    const into = await market.begun(liNa, LEADS, { ...HEARD, projectName: '西区文体中心' });
    await market.done(manager, `${LEADS}/${from}/merge-lead`, { intoLeadId: into, reason: '同一项目' });
    const again = { ...HEARD, projectName: '西区体育馆' };
    expect(await market.refused(zhaoLei, LEADS, again)).toMatchObject({ code: 'DUPLICATE_LEAD', existingLeadId: into });
    const timeline = await market.list(`leads/${into}/timeline`);
    expect(timeline.merged).toMatchObject([{ leadId: from, projectName: '西区体育馆' }]);
  });

  it('that is corrected is known by its new name, and its old one is free (L-09)', async () => {
    const leadId = await market.begun(liNa, LEADS, { ...HEARD, projectName: '南站枢纽' });
    await market.done(liNa, `${LEADS}/${leadId}/correct-lead`, { projectName: '南站综合体', reason: '名称有误' });
    const other = await market.begun(zhaoLei, LEADS, { ...HEARD, projectName: '南站枢纽' });
    expect(other).not.toBe(leadId);
    expect(await market.refused(zhaoLei, LEADS, { ...HEARD, projectName: '南站综合体' })).toMatchObject({
      existingLeadId: leadId,
    });
  });
});
