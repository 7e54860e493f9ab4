import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { eventually } from '../../../tools/testing/eventually.js';
import { pdfPages } from '../../../tools/testing/pdf-text.js';
import { ADMIN, type Person } from '../../../tools/testing/service-under-test.js';
import { aHospital, bi, crm, Field, liNa, manager, PARTIES, VISITS, zhaoLei } from './field.fixtures.js';

/** Everything that an outline must say, and nothing more. */
const anOutline = {
  route: [{ place: '行政楼 302', transport: '地铁' }],
  meet: { post: '基建科科长' },
  fallback: { who: { post: '副科长' }, approach: '电话预约' },
  target: { who: { post: '分管副院长' }, approach: '请科长引荐' },
  topics: ['能耗'],
  expectedDemands: [{ demand: '降价', response: '说明能效收益' }],
  possibleOutcomes: [{ outcome: '推迟决定', countermeasure: '约定答复日期' }],
};
const plan = (leadId: string, plannedAt = '2025-03-10T01:00:00Z') => ({
  leadId,
  plannedAt,
  purpose: 'CALL',
  outline: anOutline,
  checklist: ['PRODUCT_BROCHURE', 'REFERENCE_LIST', 'POLICY_DOCUMENTS', 'PEN_AND_NOTEBOOK', 'BUSINESS_CARDS'].map(
    (item) => ({ item, packed: true }),
  ),
});

describe('visits over HTTP', () => {
  const field = new Field();
  let leadId: string;
  beforeAll(async () => {
    await field.begin();
    leadId = await field.lead();
  });
  afterAll(() => field.service.stop());

  it('are planned with a whole outline only (L-113)', async () => {
    const { fallback: _fallback, expectedDemands: _demands, ...outline } = anOutline;
    expect(await field.refused(liNa, VISITS, { ...plan(leadId), outline })).toEqual({
      status: 422,
      code: 'VISIT_OUTLINE_INCOMPLETE',
      missing: ['FALLBACK', 'DEMANDS'],
    });
  });

  it('are warned of when they are too close to another one of the lead (L-114, L-116)', async () => {
    const lead = await field.lead();
    const first = await field.done(liNa, VISITS, plan(lead));
    expect(first.warnings).toBeUndefined();
    const soon = await field.done(liNa, VISITS, plan(lead, '2025-03-12T01:00:00Z'));
    expect(soon.warnings).toEqual([{ code: 'VISIT_TOO_SOON', lastOn: '2025-03-10' }]);
    // a visit is not too close to itself, and one that came to nothing is close to none
    const revised = await field.done(liNa, `${VISITS}/${soon.id}/revise-visit`, plan(lead, '2025-03-14T01:00:00Z'));
    expect(revised.warnings).toBeUndefined();
    await field.done(liNa, `${VISITS}/${first.id}/cancel-visit`, { reason: '客户改期' });
    const third = await field.service.post(liNa, `${VISITS}?dryRun=true`, plan(lead, '2025-03-11T01:00:00Z'));
    expect(third.body.warnings).toBeUndefined();
    const fourth = await field.service.post(liNa, `${VISITS}?dryRun=true`, plan(lead, '2025-03-12T17:00:00Z'));
    expect(fourth.body.warnings).toEqual([{ code: 'VISIT_TOO_SOON', lastOn: '2025-03-14' }]);
    const bare = await field.service.post(liNa, `${VISITS}?dryRun=true`, {
      ...plan(await field.lead()),
      checklist: [],
    });
    expect(bare.body.warnings).toMatchObject([{ code: 'VISIT_MATERIALS_MISSING' }]);
  });

  it('are for a lead whose project is registered (L-111)', async () => {
    const captured = await field.lead({ state: 'CAPTURED' });
    expect(await field.refused(liNa, VISITS, plan(captured))).toMatchObject({
      status: 422,
      code: 'PROJECT_NOT_REGISTERED',
    });
    const closed = await field.lead({ state: 'ABANDONED' });
    expect(await field.refused(liNa, VISITS, plan(closed))).toMatchObject({ status: 409, leadState: 'ABANDONED' });
    expect(await field.refused(liNa, VISITS, plan(randomUUID()))).toMatchObject({ status: 404 });
  });

  it('are of whoever holds the lead, and of managers (L-100)', async () => {
    expect(await field.refused(zhaoLei, VISITS, plan(leadId))).toEqual({
      status: 403,
      code: 'ROLE_NOT_ALLOWED',
      salespersonId: 'li-na',
    });
    const visitId = await field.begun(manager, VISITS, plan(leadId));
    const cancel = `${VISITS}/${visitId}/cancel-visit`;
    expect(await field.refused(zhaoLei, cancel, { reason: 'x' })).toMatchObject({ status: 403 });
    expect(await field.refused(crm, cancel, { reason: 'x' })).toMatchObject({ status: 403 });
    await field.done(liNa, cancel, { reason: '客户改期' });
    expect(await field.get(`${VISITS}/${visitId}`)).toMatchObject({ state: 'CANCELLED', cancelReason: '客户改期' });
  });

  it('are reported: what was said about a competitor is proven (L-119 to L-123)', async () => {
    const { partyId, contactId } = await field.partyWithContact();
    const rival = { ...aHospital, name: '某某空调', roles: ['COMPETITOR'], competitorType: 'MANUFACTURER' };
    const aboutPartyId = await field.begun(liNa, PARTIES, rival);
    const line = await field.productLine();
    const outline = { ...anOutline, meet: { partyId, contactId } };
    const visitId = await field.begun(liNa, VISITS, { ...plan(await field.lead(), '2025-03-07T02:00:00Z'), outline });
    const report = `${VISITS}/${visitId}/report-visit`;
    const done = {
      heldOn: '2025-03-07',
      result: 'DONE',
      met: [{ partyId, contactId }],
      customerSaid: ['预算已批'],
      weSaid: [{ text: '对方噪声更大', aboutPartyId }],
      signals: ['READY_TO_SIGN'],
      disputed: [{ point: '噪声', writtenMaterialDueOn: '2025-03-14' }],
      productLineIdsPresented: [line],
      outcome: '约技术交流',
      nextFollowUpOn: '2025-03-14',
    };
    expect(await field.refused(liNa, report, { heldOn: '2025-03-07', result: 'DONE' })).toMatchObject({
      code: 'VISIT_REPORT_INCOMPLETE',
      missing: ['MET', 'CUSTOMER_SAID', 'OUTCOME'],
    });
    expect(await field.refused(liNa, report, done)).toMatchObject({ status: 422, code: 'EVIDENCE_REQUIRED' });
    const unknown = { ...done, productLineIdsPresented: [randomUUID()] };
    const weSaid = [{ text: '对方噪声更大', aboutPartyId, evidenceRef: 'EV-1' }];
    expect(await field.refused(liNa, report, { ...unknown, weSaid })).toMatchObject({ code: 'NOT_FOUND' });
    await field.done(liNa, report, { ...done, weSaid });
    const material = { pointNo: 1, docRef: 'DOC-1', on: '2025-03-07' };
    expect(await field.list(VISITS, { q: '技术交流' })).toMatchObject({ items: [{ visitId, openPoints: [1] }] });
    await field.done(liNa, `${VISITS}/${visitId}/send-written-material`, material);
    expect(await field.get(`${VISITS}/${visitId}`, bi)).toMatchObject({
      state: 'DONE',
      outline: { meet: { partyId, contactId } },
      report: {
        suggestions: [{ signal: 'READY_TO_SIGN', advice: 'PROPOSE_SIGNING' }],
        disputed: [{ pointNo: 1, docRef: 'DOC-1', sentOn: '2025-03-07' }],
      },
    });
    expect(await field.list(VISITS, { q: '技术 交流' })).toMatchObject({
      items: [{ visitId, state: 'DONE', openPoints: [], signals: ['READY_TO_SIGN'], nextFollowUpOn: '2025-03-14' }],
    });
  });

  it('are missed where nobody was there (L-122)', async () => {
    const lead = await field.lead();
    const visitId = await field.begun(liNa, VISITS, plan(lead, '2025-03-07T02:00:00Z'));
    await field.done(liNa, `${VISITS}/${visitId}/report-visit`, { heldOn: '2025-03-07', result: 'MISSED' });
    expect(await field.list(VISITS, { leadId: lead })).toMatchObject({
      items: [{ visitId, state: 'MISSED', heldOn: '2025-03-07' }],
    });
    const next = await field.service.post(liNa, `${VISITS}?dryRun=true`, plan(lead, '2025-03-08T02:00:00Z'));
    expect(next.body.warnings).toBeUndefined();
  });

  it('are listed for a week, of a salesperson, page by page (L-125)', async () => {
    const lead = await field.lead({ by: zhaoLei });
    const ids: string[] = [];
    for (const day of ['2025-05-05', '2025-05-07', '2025-05-11', '2025-05-12'])
      ids.push(await field.begun(zhaoLei, VISITS, plan(lead, `${day}T08:00:00+08:00`)));
    const week = { salespersonId: 'zhao-lei', from: '2025-05-05', to: '2025-05-11' };
    const idsOf = ({ items }: { items: { visitId: string }[] }) => items.map(({ visitId }) => visitId);
    expect(idsOf(await field.list(VISITS, week))).toEqual(ids.slice(0, 3));
    const first = await field.list(VISITS, { ...week, sort: '-plannedAt', limit: '2' });
    expect(idsOf(first)).toEqual([ids[2], ids[1]]);
    const query = new URLSearchParams({ ...week, sort: '-plannedAt', limit: '2', cursor: String(first.nextCursor) });
    expect(idsOf(await field.get(`${VISITS}?${query.toString()}`))).toEqual([ids[0]]);
    expect(await field.list(VISITS, { ...week, state: 'DONE' })).toEqual({ items: [], nextCursor: null });
  });

  it('that nobody has reported a day later are overdue (L-124)', async () => {
    const lead = await field.lead();
    const visitId = await field.begun(liNa, VISITS, plan(lead, '2025-03-08T02:00:00Z'));
    const path = `${VISITS}/${visitId}`;
    await field.done(liNa, `${path}/revise-visit`, plan(lead, '2025-03-09T02:00:00Z'));
    const typesOf = async () =>
      (await field.get(`${path}/history`)).items.map(({ type }: { type: string }) => type) as string[];
    await field.goTo('2025-03-10T01:59:59Z');
    expect(await typesOf()).toEqual(['VisitPlanned', 'VisitRevised']);
    await field.goTo('2025-03-10T02:00:00Z');
    await eventually(async () => (await typesOf()).includes('VisitReportOverdue'), 'the report is overdue');
    expect(await typesOf()).toEqual(['VisitPlanned', 'VisitRevised', 'VisitReportOverdue']);
    await eventually(async () => {
      const { items } = await field.list(VISITS, { leadId: lead });
      return items[0].reportOverdue === true;
    }, 'the list says so');
  });

  describe('on paper', () => {
    let path: string;
    let personRef: string;
    beforeAll(async () => {
      const { partyId, contactId } = await field.partyWithContact({ ...aHospital, name: '滨江医院' });
      personRef = (await field.get(`${PARTIES}/${partyId}`)).contacts[0].personRef;
      const outline = { ...anOutline, meet: { partyId, contactId } };
      const visitId = await field.begun(liNa, VISITS, { ...plan(await field.lead()), outline });
      path = `${VISITS}/${visitId}/documents`;
    });
    const paper = async (name: string, person: Person = liNa) => {
      const { status, text, headers } = await field.service.get(person, `${path}/${name}`);
      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      return text;
    };

    it('have an outline with its six points, and a report (L-150, L-151)', async () => {
      const outline = await paper('visit-outline');
      for (const text of ['访客提纲', '二院新院区', '一、路线', '六、备品', '滨江医院 基建科科长 王建国', '名片'])
        expect(outline).toContain(text);
      expect(await paper('visit-report')).toContain('尚未登记拜访结果');
    });

    it('come as a PDF too (L-150)', async () => {
      const server = field.service.host.app.getHttpServer() as Parameters<typeof request>[0];
      const answer = await request(server)
        .get(`${path}/visit-outline?format=pdf`)
        .set('authorization', `Bearer ${await field.service.token(liNa)}`)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        });
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect((await pdfPages(answer.body as Buffer)).join('')).toContain('访客提纲');
    });

    it('name a person to those who sell, the masked form to others, and nobody once erased (L-152)', async () => {
      expect(await paper('visit-outline', bi)).toContain('王*国');
      expect(await paper('visit-outline', bi)).not.toContain('王建国');
      await field.done(ADMIN, `/admin/personal-data/${personRef}/erase`, { reason: '本人要求' });
      for (const person of [liNa, bi]) expect(await paper('visit-outline', person)).toContain('已删除');
    });
  });
});
