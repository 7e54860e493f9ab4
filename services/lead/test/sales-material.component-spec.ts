import { keptPerson } from '../../../tools/testing/kept-person.js';
import { productLineId, salesPolicyId } from '../src/domain/ids.js';
import { SECTIONS } from '../src/domain/sales-kit/sales-kit.walk.js';
import { manager, marketer, SalesTalk, seller, someId } from './sales.fixtures.js';

describe('what sales works with', () => {
  const talk = new SalesTalk();
  let caseStudyId = '';
  const lineId = productLineId('CHILLER');
  beforeAll(() => talk.begin());
  afterAll(() => talk.service.stop());

  it('are product lines, each defined once (L-200, L-201)', async () => {
    const line = { code: 'CHILLER', name: '冷水机组', kind: 'EQUIPMENT', targetProcesses: ['CONSTRUCTION_2'] };
    expect((await talk.refused(seller, 'product-lines', line)).status).toBe(403);
    expect(await talk.begun(marketer, 'product-lines', line)).toBe(lineId);
    expect((await talk.refused(marketer, 'product-lines', line)).code).toBe('DUPLICATE_PRODUCT_LINE');
    const unknown = { ...line, code: 'X', targetProcesses: ['PAINTING'] };
    expect((await talk.refused(marketer, 'product-lines', unknown)).status).toBe(400);
    const change = { name: '离心机组', kind: 'EQUIPMENT', targetProcesses: [], targetWorkPackages: ['HVAC'] };
    await talk.done(marketer, `product-lines/${lineId}/change-product-line`, change);
    expect(await talk.state(`product-lines/${lineId}`)).toMatchObject({
      code: 'CHILLER',
      name: '离心机组',
      targetWorkPackages: ['HVAC'],
      requiredQualifications: [],
    });
    expect((await talk.read('product-lines', { kind: 'EQUIPMENT', q: 'chill' })).items).toMatchObject([
      { code: 'CHILLER' },
    ]);
    expect((await talk.state(`product-lines/${lineId}/history`)).items).toHaveLength(2);
  });

  it('cases, with the consent to what a person says (L-240, L-241)', async () => {
    const personRef = await keptPerson(talk.service, manager, '王建国');
    const study = { title: '医院', background: '新楼', challenge: '工期', solution: '分批', result: '投用' };
    const testimonial = { text: '及时', personRef };
    caseStudyId = await talk.begun(marketer, 'case-studies', { ...study, testimonial });
    const place = `case-studies/${caseStudyId}`;
    expect(await talk.refused(marketer, `${place}/approve-case-study`)).toMatchObject({
      status: 422,
      code: 'TESTIMONIAL_CONSENT_REQUIRED',
    });
    const unknown = { ...study, testimonial: { text: '好', personRef: someId() } };
    expect((await talk.refused(marketer, `${place}/change-case-study`, unknown)).code).toBe('PERSON_UNKNOWN');
    const agreed = { ...study, testimonial: { ...testimonial, consentRef: 'CONSENT-3' } };
    await talk.done(marketer, `${place}/change-case-study`, agreed);
    expect(await talk.state(place)).toMatchObject({
      state: 'DRAFT',
      testimonial: { text: '及时', person: { personRef, masked: { name: '王*国' } }, consentRef: 'CONSENT-3' },
    });
    expect(JSON.stringify(await talk.state(`${place}/history`))).not.toContain('王');
  });

  it('sales kits, with cases that are approved (L-242, L-245, L-246, L-247)', async () => {
    const kit = `sales-kits/${await talk.begun(marketer, 'sales-kits', { title: '医院空调', productLineId: lineId })}`;
    for (const { section, content } of SECTIONS) {
      const shown = section === 'CUSTOMER_CASES' ? { caseStudyIds: [caseStudyId] } : content;
      await talk.done(marketer, `${kit}/write-kit-section`, { section, content: shown });
    }
    expect(await talk.refused(marketer, `${kit}/publish-sales-kit`)).toMatchObject({
      status: 422,
      code: 'CASE_NOT_APPROVED',
      details: { caseStudyIds: [caseStudyId] },
    });
    expect((await talk.service.get(seller, `/api/v1/${kit}/documents/sales-kit`)).status).toBe(404);
    await talk.done(marketer, `case-studies/${caseStudyId}/approve-case-study`);
    await talk.done(marketer, `${kit}/publish-sales-kit`);
    await talk.done(marketer, `${kit}/revise-sales-kit`, { title: '医院与学校' });
    await talk.done(marketer, `${kit}/write-kit-section`, { section: 'CONTACT', content: { text: '400-1' } });
    expect(await talk.state(kit)).toMatchObject({ version: 2, published: { version: 1, title: '医院空调' } });
    expect((await talk.read('sales-kits', { state: 'DRAFT' })).items).toMatchObject([
      { title: '医院与学校', version: 2, publishedVersion: 1, productLineId: null },
    ]);
    const paper = await talk.service.get(seller, `/api/v1/${kit}/documents/sales-kit`);
    expect([paper.status, paper.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const words of ['医院空调', '八、联系方式', '400-000-0000', '分批', '焓差实验室'])
      expect(paper.text).toContain(words);
    expect(paper.text).not.toContain('400-1');
    await talk.done(marketer, `${kit}/retire-sales-kit`, { reason: '过时' });
    await talk.done(marketer, `product-lines/${lineId}/retire-product-line`);
    const late = { title: '机组', productLineId: lineId };
    expect((await talk.refused(marketer, 'sales-kits', late)).code).toBe('INVALID_TRANSITION');
    expect((await talk.state(`${kit}/history`)).items).toHaveLength(13);
    await talk.done(marketer, `case-studies/${caseStudyId}/withdraw-case-study`, { reason: '客户要求' });
    expect((await talk.read('case-studies', { state: 'WITHDRAWN' })).items).toMatchObject([{ caseStudyId }]);
  });

  it('and policies in versions (L-233)', async () => {
    const policy = {
      code: 'ZD-01',
      title: '流程制度',
      kind: 'SALES_PROCESS',
      docRef: 'DOC-1',
      validFrom: '2025-04-01',
    };
    const place = `sales-policies/${await talk.begun(marketer, 'sales-policies', policy)}`;
    expect(place).toBe(`sales-policies/${salesPolicyId('ZD-01')}`);
    await talk.begun(marketer, 'sales-policies', { ...policy, docRef: 'DOC-2' });
    expect((await talk.read('sales-policies', { kind: 'SALES_PROCESS' })).items).toMatchObject([
      { code: 'ZD-01', version: 2, docRef: 'DOC-2', validFrom: '2025-04-01' },
    ]);
    await talk.done(marketer, `${place}/withdraw-sales-policy`, { reason: '废止' });
    expect((await talk.refused(marketer, 'sales-policies', policy)).status).toBe(409);
    expect(await talk.state(place)).toMatchObject({ state: 'WITHDRAWN', version: 2, responsibilities: [] });
    expect((await talk.state(`${place}/history`)).items).toHaveLength(3);
  });

  it('a sales plan is printed as it stands (L-251)', async () => {
    const year = { title: '年度计划', from: '2025-01-01', to: '2025-12-31', template: 'YEARLY', strategyRef: 'S-1' };
    const plan = `sales-plans/${await talk.begun(manager, 'sales-plans', year)}`;
    const paper = await talk.service.get(seller, `/api/v1/${plan}/documents/sales-plan`);
    expect(paper.status).toBe(200);
    for (const words of ['销售工作计划', '年度计划', '缺乏专业销售人员', '客户满意度'])
      expect(paper.text).toContain(words);
    const pdf = await talk.service.get(seller, `/api/v1/${plan}/documents/sales-plan?format=pdf`);
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  });
});
