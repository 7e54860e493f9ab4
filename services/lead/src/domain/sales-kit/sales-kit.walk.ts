import { Walk } from '@engsales/event-sourcing/testing';
import {
  DraftSalesKit,
  PublishSalesKit,
  RetireSalesKit,
  ReviseSalesKit,
  WriteKitSection,
  type SalesKitCommand,
} from './sales-kit.commands.js';
import type { SalesKitEvent } from './sales-kit.events.js';
import { CASE_ID } from '../case-study/case-study.walk.js';
import { salesKit } from './sales-kit.js';
import type { KitSection, SalesKit } from './sales-kit.state.js';

export const KIT_ID = '7c5d80d6-a1b9-5d7e-90c5-6e81d2a35f97';

export const SECTIONS: readonly KitSection[] = [
  { section: 'INTRODUCTION', content: { text: '尊敬的客户' } },
  { section: 'COMPANY_PROFILE', content: { text: '专注中央空调二十年' } },
  {
    section: 'PRODUCTS_SERVICES',
    content: { media: ['IMG-1'], advantagesVsCompetitors: [{ text: '能效高 8%', evidenceRef: 'TEST-8' }] },
  },
  { section: 'CUSTOMER_CASES', content: { caseStudyIds: [CASE_ID] } },
  { section: 'TECHNICAL_SUPPORT', content: { rdTeam: '三十人', capability: '自主设计', equipment: '焓差实验室' } },
  {
    section: 'AFTERSALES_SERVICE',
    content: { warrantyMonths: 24, repair: '24 小时上门', training: '操作培训', testimonials: ['服务及时'] },
  },
  {
    section: 'COOPERATION_PROCESS',
    content: { steps: [{ duration: '一周', responsible: '销售工程师', content: '现场勘察' }] },
  },
  { section: 'CONTACT', content: { text: '400-000-0000' } },
];

/** A sales kit that is led through commands. */
export class KitWalk extends Walk<SalesKit, SalesKitCommand, SalesKitEvent, 'kitId'> {
  constructor() {
    super(salesKit, { kitId: KIT_ID }, { id: 'gao-yue', role: 'MARKETING_CENTER' });
  }

  write(sections: readonly KitSection[]): this {
    for (const { section, content } of sections) this.do(WriteKitSection, { section, content });
    return this;
  }
}

export const cases = [{ caseStudyId: CASE_ID, state: 'APPROVED' }];

export const draftedWalk = (): KitWalk => new KitWalk().do(DraftSalesKit, { title: '医院空调' });
export const writtenWalk = (): KitWalk => draftedWalk().write(SECTIONS);
export const publishedWalk = (): KitWalk => writtenWalk().do(PublishSalesKit, { cases });
export const retiredWalk = (): KitWalk => publishedWalk().do(RetireSalesKit, { reason: '过时' });

/** Lives of kits that together record every type of event; their streams are frozen in `history/`. */
export const kitLives: Readonly<Record<string, () => KitWalk>> = {
  'second-version': () =>
    publishedWalk()
      .do(ReviseSalesKit, { title: '医院与学校空调' })
      .write([{ section: 'CONTACT', content: { text: '400-000-0001' } }])
      .do(PublishSalesKit, { cases })
      .do(RetireSalesKit, { reason: '过时' }),
};
