import { aggregate, Rejected, type FoldOf, type Issued, type RulesOf } from '@engsales/event-sourcing/domain';
import {
  ApproveCaseStudy,
  ChangeCaseStudy,
  DraftCaseStudy,
  WithdrawCaseStudy,
  type CaseStudyCommand,
  type CaseWords,
  type Testimonial,
} from './case-study.commands.js';
import type { CaseStudyDrafted, CaseStudyEvent } from './case-study.events.js';
import type { CaseState } from './case-study.values.js';

interface NoCase {
  readonly state: 'NONE';
}

export interface DraftedCase extends CaseWords {
  readonly state: CaseState;
  readonly caseStudyId: string;
}

export type CaseStudy = NoCase | DraftedCase;

const rules = {
  DraftCaseStudy: { command: DraftCaseStudy, in: ['NONE'], decide: draftCaseStudy },
  ChangeCaseStudy: { command: ChangeCaseStudy, in: ['DRAFT', 'APPROVED'], decide: changeCaseStudy },
  ApproveCaseStudy: { command: ApproveCaseStudy, in: ['DRAFT'], decide: approveCaseStudy },
  WithdrawCaseStudy: { command: WithdrawCaseStudy, in: ['DRAFT', 'APPROVED'], decide: withdrawCaseStudy },
} satisfies RulesOf<DraftCaseStudy, NoCase, CaseStudyEvent> &
  RulesOf<Exclude<CaseStudyCommand, DraftCaseStudy>, DraftedCase, CaseStudyEvent>;

const fold = {
  CaseStudyDrafted: (_none, data) => caseOf(data),
  CaseStudyChanged: (_study, data) => caseOf(data),
  CaseStudyApproved: (study, { state }) => ({ ...study, state }),
  CaseStudyWithdrawn: (study, { state }) => ({ ...study, state }),
} satisfies FoldOf<CaseStudyDrafted, NoCase, DraftedCase> &
  FoldOf<Exclude<CaseStudyEvent, CaseStudyDrafted>, DraftedCase>;

/** A case of a customer (客户案例) that sales kits show once it is approved. */
export const caseStudy = aggregate<CaseStudy, CaseStudyCommand, CaseStudyEvent>({
  category: 'caseStudy',
  id: 'caseStudyId',
  initialState: { state: 'NONE' },
  rules,
  fold,
});

function draftCaseStudy({ data, issued }: DraftCaseStudy): CaseStudyEvent[] {
  return [{ type: 'CaseStudyDrafted', data: { ...recordOfCase(data, issued), draftedOn: issued.today } }];
}

function changeCaseStudy({ data, issued }: ChangeCaseStudy): CaseStudyEvent[] {
  return [{ type: 'CaseStudyChanged', data: { ...recordOfCase(data, issued), changedOn: issued.today } }];
}

/** @throws Rejected TESTIMONIAL_CONSENT_REQUIRED */
function approveCaseStudy({ issued }: ApproveCaseStudy, { caseStudyId, testimonial }: DraftedCase): CaseStudyEvent[] {
  if (testimonial && testimonial.consentRef === undefined) {
    throw new Rejected('TESTIMONIAL_CONSENT_REQUIRED', 'nobody has consented to the testimonial', { caseStudyId });
  }
  return [
    {
      type: 'CaseStudyApproved',
      data: { caseStudyId, state: 'APPROVED', by: issued.by.id, approvedOn: issued.today },
    },
  ];
}

function withdrawCaseStudy({ data: { caseStudyId, reason }, issued }: WithdrawCaseStudy): CaseStudyEvent[] {
  return [
    {
      type: 'CaseStudyWithdrawn',
      data: { caseStudyId, state: 'WITHDRAWN', reason, by: issued.by.id, withdrawnOn: issued.today },
    },
  ];
}

const recordOfCase = (data: CaseWords & { readonly caseStudyId: string }, { by }: Issued) => ({
  caseStudyId: data.caseStudyId,
  state: 'DRAFT' as const,
  title: data.title,
  background: data.background,
  challenge: data.challenge,
  solution: data.solution,
  result: data.result,
  projectId: data.projectId,
  testimonial: data.testimonial && copyOfTestimonial(data.testimonial),
  by: by.id,
});

const caseOf = (data: DraftedCase): DraftedCase => ({
  state: data.state,
  caseStudyId: data.caseStudyId,
  title: data.title,
  background: data.background,
  challenge: data.challenge,
  solution: data.solution,
  result: data.result,
  projectId: data.projectId,
  testimonial: data.testimonial,
});

const copyOfTestimonial = ({ text, personRef, consentRef }: Testimonial): Testimonial => ({
  text,
  personRef,
  consentRef,
});
