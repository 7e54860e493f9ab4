import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { CASE_ID } from '../case-study/case-study.walk.js';
import {
  DraftSalesKit,
  PublishSalesKit,
  RetireSalesKit,
  ReviseSalesKit,
  WriteKitSection,
} from './sales-kit.commands.js';
import { salesKit } from './sales-kit.js';
import {
  cases,
  draftedWalk,
  KIT_ID,
  KitWalk,
  publishedWalk,
  retiredWalk,
  SECTIONS,
  writtenWalk,
} from './sales-kit.walk.js';

describe('a sales kit', () => {
  it('is of the company or of a product line that is sold (L-242)', () => {
    const walk = draftedWalk();
    walk.recorded({
      type: 'SalesKitDrafted',
      data: {
        kitId: KIT_ID,
        version: 1,
        state: 'DRAFT',
        title: '医院空调',
        productLineId: undefined,
        by: 'gao-yue',
        draftedOn: '2025-03-10',
      },
    });
    expect(walk.state).toEqual({ state: 'DRAFT', kitId: KIT_ID, title: '医院空调', version: 1, sections: [] });
    const ofLine = { title: '冷水机组', productLineId: CASE_ID };
    expect(new KitWalk().refused(DraftSalesKit, ofLine).code).toBe('NOT_FOUND');
    const retired = { ...ofLine, productLine: { state: 'RETIRED' } };
    expect(new KitWalk().refused(DraftSalesKit, retired).code).toBe('INVALID_TRANSITION');
    const sold = { ...ofLine, productLine: { state: 'ACTIVE' } };
    expect(new KitWalk().do(DraftSalesKit, sold).state).toMatchObject({ productLineId: CASE_ID });
  });
  it('is written by sections, each of which can be written anew (L-243)', () => {
    const walk = writtenWalk().write([{ section: 'INTRODUCTION', content: { text: '您好' } }]);
    walk.recorded({
      type: 'KitSectionWritten',
      data: {
        kitId: KIT_ID,
        version: 1,
        state: 'DRAFT',
        section: 'INTRODUCTION',
        content: { text: '您好' },
        by: 'gao-yue',
        writtenOn: '2025-03-10',
      },
    });
    const [, ...rest] = SECTIONS;
    expect(walk.state).toMatchObject({
      sections: [{ section: 'INTRODUCTION', content: { text: '您好' } }, ...rest],
    });
  });
  it('says in a section what belongs there, and all of it (L-243)', () => {
    const refused = (section: 'TECHNICAL_SUPPORT' | 'CONTACT', content: object) =>
      draftedWalk().refused(WriteKitSection, { section, content });
    expect(refused('TECHNICAL_SUPPORT', { rdTeam: '三十人', capability: '强' })).toEqual({
      code: 'VALIDATION_FAILED',
      pointer: '/content/equipment',
      section: 'TECHNICAL_SUPPORT',
    });
    expect(refused('CONTACT', { text: '400', warrantyMonths: 24 })).toMatchObject({
      code: 'VALIDATION_FAILED',
      pointer: '/content/warrantyMonths',
    });
  });
  it('has a short profile of the company (L-244)', () => {
    const profile = (signs: number) => ({ section: 'COMPANY_PROFILE', content: { text: '司'.repeat(signs) } }) as const;
    expect(draftedWalk().refused(WriteKitSection, profile(501))).toEqual({
      code: 'SALES_KIT_SECTION_TOO_LONG',
      section: 'COMPANY_PROFILE',
      signs: 501,
      most: 500,
    });
    expect(draftedWalk().do(WriteKitSection, profile(500)).types).toEqual(['KitSectionWritten']);
    const brief = draftedWalk().settling({ profileChars: 10 });
    expect(brief.refused(WriteKitSection, profile(11)).code).toBe('SALES_KIT_SECTION_TOO_LONG');
    const other = { section: 'INTRODUCTION', content: { text: '司'.repeat(501) } } as const;
    expect(draftedWalk().do(WriteKitSection, other).types).toEqual(['KitSectionWritten']);
  });
});

describe('a sales kit is published', () => {
  it('with all eight sections (L-245)', () => {
    expect(draftedWalk().write(SECTIONS.slice(0, 6)).refused(PublishSalesKit, { cases })).toEqual({
      code: 'SALES_KIT_SECTION_MISSING',
      missing: ['COOPERATION_PROCESS', 'CONTACT'],
    });
    const empty = writtenWalk().write([
      { section: 'CUSTOMER_CASES', content: { caseStudyIds: [] } },
      { section: 'COOPERATION_PROCESS', content: { steps: [] } },
    ]);
    expect(empty.refused(PublishSalesKit, { cases })).toMatchObject({
      missing: ['CUSTOMER_CASES', 'COOPERATION_PROCESS'],
    });
  });
  it('with evidence for each advantage over competitors (L-246)', () => {
    const advantagesVsCompetitors = [{ text: '能效高', evidenceRef: 'TEST-8' }, { text: '噪声低' }];
    const content = { media: [], advantagesVsCompetitors };
    const walk = writtenWalk().write([{ section: 'PRODUCTS_SERVICES', content }]);
    expect(walk.refused(PublishSalesKit, { cases })).toEqual({
      code: 'EVIDENCE_REQUIRED',
      section: 'PRODUCTS_SERVICES',
      advantages: [2],
    });
  });
  it('with cases that are approved (L-246)', () => {
    const refusal = { code: 'CASE_NOT_APPROVED', caseStudyIds: [CASE_ID] };
    expect(writtenWalk().refused(PublishSalesKit, {})).toEqual(refusal);
    const drafted = [{ caseStudyId: CASE_ID, state: 'DRAFT' }];
    expect(writtenWalk().refused(PublishSalesKit, { cases: drafted })).toEqual(refusal);
  });
  it('and stays readable while the next version is written (L-247)', () => {
    const walk = publishedWalk();
    walk.recorded({
      type: 'SalesKitPublished',
      data: { kitId: KIT_ID, version: 1, state: 'PUBLISHED', by: 'gao-yue', publishedOn: '2025-03-10' },
    });
    const published = { version: 1, title: '医院空调', sections: SECTIONS, publishedOn: '2025-03-10' };
    expect(walk.state).toMatchObject({ state: 'PUBLISHED', published });
    walk.do(ReviseSalesKit, { title: '医院与学校空调' });
    walk.recorded({
      type: 'SalesKitRevised',
      data: {
        kitId: KIT_ID,
        version: 2,
        state: 'DRAFT',
        title: '医院与学校空调',
        productLineId: undefined,
        by: 'gao-yue',
        revisedOn: '2025-03-10',
      },
    });
    walk.write([{ section: 'CONTACT', content: { text: '400-000-0001' } }]);
    expect(walk.state).toMatchObject({ state: 'DRAFT', version: 2, title: '医院与学校空调', published });
    const strange = { title: '医院空调', productLineId: CASE_ID };
    expect(publishedWalk().refused(ReviseSalesKit, strange).code).toBe('NOT_FOUND');
    expect(walk.do(PublishSalesKit, { cases }).state).toMatchObject({
      published: { version: 2, sections: [...SECTIONS.slice(0, 7), { content: { text: '400-000-0001' } }] },
    });
  });
});

it('a sales kit is retired with a reason', () =>
  retiredWalk().recorded({
    type: 'SalesKitRetired',
    data: {
      kitId: KIT_ID,
      version: 1,
      state: 'RETIRED',
      reason: '过时',
      by: 'gao-yue',
      retiredOn: '2025-03-10',
    },
  }));

describe('in which state', () => {
  const possible = judgeTransitions({
    aggregate: salesKit,
    ids: { kitId: KIT_ID },
    states: { NONE: () => new KitWalk(), DRAFT: writtenWalk, PUBLISHED: publishedWalk, RETIRED: retiredWalk },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  possible(DraftSalesKit, { title: '医院空调' }, ['NONE']);
  possible(WriteKitSection, { section: 'CONTACT', content: { text: '400' } }, ['DRAFT']);
  possible(PublishSalesKit, { cases }, ['DRAFT']);
  possible(ReviseSalesKit, { title: '医院空调' }, ['PUBLISHED']);
  possible(RetireSalesKit, { reason: '过时' }, ['DRAFT', 'PUBLISHED']);
  possible.every(salesKit.transitions);
});

it('every event of a sales kit is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(salesKit.stored).filter((type) => !written.has(type))).toEqual([]);
});
