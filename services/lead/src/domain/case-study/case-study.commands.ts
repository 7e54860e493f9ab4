import { CommandTo } from '@engsales/event-sourcing/domain';

/** What a customer said of us; before it is shown, the consent to it is on file. */
export interface Testimonial {
  readonly text: string;
  readonly personRef?: string;
  readonly consentRef?: string;
}

export interface CaseWords {
  readonly title: string;
  readonly background: string;
  readonly challenge: string;
  readonly solution: string;
  readonly result: string;
  readonly projectId?: string;
  readonly testimonial?: Testimonial;
}

/** A case (案例): background, challenge, solution, result. */
export class DraftCaseStudy extends CommandTo<'caseStudyId', CaseWords> {
  readonly type = 'DraftCaseStudy';
}

/** Changed it is a draft again. */
export class ChangeCaseStudy extends CommandTo<'caseStudyId', CaseWords> {
  readonly type = 'ChangeCaseStudy';
}

export class ApproveCaseStudy extends CommandTo<'caseStudyId'> {
  readonly type = 'ApproveCaseStudy';
}

export class WithdrawCaseStudy extends CommandTo<'caseStudyId', { readonly reason: string }> {
  readonly type = 'WithdrawCaseStudy';
}

export type CaseStudyCommand = DraftCaseStudy | ChangeCaseStudy | ApproveCaseStudy | WithdrawCaseStudy;
