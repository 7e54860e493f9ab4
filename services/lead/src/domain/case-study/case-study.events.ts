import type { DomainEvent } from '@engsales/event-sourcing/domain';

/** All that a case says; of a person it has the reference only. */
interface CaseRecord {
  readonly caseStudyId: string;
  readonly state: 'DRAFT';
  readonly title: string;
  readonly background: string;
  readonly challenge: string;
  readonly solution: string;
  readonly result: string;
  readonly projectId?: string;
  readonly testimonial?: { readonly text: string; readonly personRef?: string; readonly consentRef?: string };
  readonly by: string;
}

export type CaseStudyDrafted = DomainEvent<'CaseStudyDrafted', CaseRecord & { readonly draftedOn: string }>;
export type CaseStudyChanged = DomainEvent<'CaseStudyChanged', CaseRecord & { readonly changedOn: string }>;
export type CaseStudyApproved = DomainEvent<
  'CaseStudyApproved',
  { readonly caseStudyId: string; readonly state: 'APPROVED'; readonly by: string; readonly approvedOn: string }
>;
export type CaseStudyWithdrawn = DomainEvent<
  'CaseStudyWithdrawn',
  {
    readonly caseStudyId: string;
    readonly state: 'WITHDRAWN';
    readonly reason: string;
    readonly by: string;
    readonly withdrawnOn: string;
  }
>;

export type CaseStudyEvent = CaseStudyDrafted | CaseStudyChanged | CaseStudyApproved | CaseStudyWithdrawn;
