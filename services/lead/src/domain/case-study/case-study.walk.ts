import { Walk } from '@engsales/event-sourcing/testing';
import {
  ApproveCaseStudy,
  ChangeCaseStudy,
  DraftCaseStudy,
  WithdrawCaseStudy,
  type CaseStudyCommand,
  type CaseWords,
} from './case-study.commands.js';
import type { CaseStudyEvent } from './case-study.events.js';
import { caseStudy, type CaseStudy } from './case-study.js';

export const CASE_ID = '5a3b6eb4-8f97-5b5c-9ea3-4c6fb0813d75';
export const PERSON_REF = '6b4c7fc5-90a8-5c6d-8fb4-5d70c1924e86';

export const A_CASE: CaseWords = {
  title: '市第一人民医院中央空调',
  background: '新建门诊楼',
  challenge: '工期紧',
  solution: '分批供货',
  result: '提前两周投用',
};

export const praised: CaseWords = {
  ...A_CASE,
  testimonial: { text: '服务及时', personRef: PERSON_REF, consentRef: 'CONSENT-3' },
};

/** A case that is led through commands. */
export class CaseWalk extends Walk<CaseStudy, CaseStudyCommand, CaseStudyEvent, 'caseStudyId'> {
  constructor() {
    super(caseStudy, { caseStudyId: CASE_ID }, { id: 'gao-yue', role: 'MARKETING_CENTER' });
  }
}

export const draftedWalk = (): CaseWalk => new CaseWalk().do(DraftCaseStudy, A_CASE);
export const approvedWalk = (): CaseWalk => draftedWalk().do(ApproveCaseStudy, {});
export const withdrawnWalk = (): CaseWalk => approvedWalk().do(WithdrawCaseStudy, { reason: '客户要求' });

/** Lives of cases that together record every type of event; their streams are frozen in `history/`. */
export const caseLives: Readonly<Record<string, () => CaseWalk>> = {
  withdrawn: () =>
    approvedWalk().do(ChangeCaseStudy, praised).do(ApproveCaseStudy, {}).do(WithdrawCaseStudy, { reason: '客户要求' }),
};
