import { shownIn, type ShownPersons } from '@engsales/personal-data';
import type { CaseStudy } from '../domain/case-study/case-study.js';
import type { ProductLine } from '../domain/product-line/product-line.js';
import type { KitContent, KitSection, SalesKit } from '../domain/sales-kit/sales-kit.state.js';
import type { SalesPolicy } from '../domain/sales-policy/sales-policy.js';

export function kitView(id: string, revision: number, kit: SalesKit) {
  if (kit.state === 'NONE') return { id, revision, state: kit.state };
  const { published } = kit;
  return {
    id,
    revision,
    kitId: kit.kitId,
    state: kit.state,
    title: kit.title,
    productLineId: kit.productLineId,
    version: kit.version,
    sections: kit.sections.map(sectionView),
    published: published && {
      version: published.version,
      title: published.title,
      sections: published.sections.map(sectionView),
      publishedOn: published.publishedOn,
    },
  };
}

const sectionView = ({ section, content }: KitSection) => ({ section, content: contentView(content) });

const contentView = (content: KitContent) => ({
  text: content.text,
  media: content.media,
  advantagesVsCompetitors: content.advantagesVsCompetitors?.map(({ text, evidenceRef }) => ({ text, evidenceRef })),
  caseStudyIds: content.caseStudyIds,
  rdTeam: content.rdTeam,
  capability: content.capability,
  equipment: content.equipment,
  warrantyMonths: content.warrantyMonths,
  repair: content.repair,
  training: content.training,
  testimonials: content.testimonials,
  steps: content.steps?.map(({ duration, responsible, content: said }) => ({ duration, responsible, content: said })),
});

/** The persons whom a view of the case shows. */
export const personsInCase = (study: CaseStudy): readonly string[] => {
  const personRef = study.state === 'NONE' ? undefined : study.testimonial?.personRef;
  return personRef === undefined ? [] : [personRef];
};

export function caseView(id: string, revision: number, study: CaseStudy, people: ShownPersons) {
  if (study.state === 'NONE') return { id, revision, state: study.state };
  const { testimonial } = study;
  return {
    id,
    revision,
    caseStudyId: study.caseStudyId,
    state: study.state,
    title: study.title,
    background: study.background,
    challenge: study.challenge,
    solution: study.solution,
    result: study.result,
    projectId: study.projectId,
    testimonial: testimonial && {
      text: testimonial.text,
      person: testimonial.personRef === undefined ? undefined : shownIn(people, testimonial.personRef),
      consentRef: testimonial.consentRef,
    },
  };
}

export function productLineView(id: string, revision: number, line: ProductLine) {
  if (line.state === 'NONE') return { id, revision, state: line.state };
  return {
    id,
    revision,
    productLineId: line.productLineId,
    state: line.state,
    code: line.code,
    name: line.name,
    kind: line.kind,
    targetProcesses: line.targetProcesses,
    targetWorkPackages: line.targetWorkPackages,
    requiredQualifications: line.requiredQualifications,
  };
}

export function policyView(id: string, revision: number, policy: SalesPolicy) {
  if (policy.state === 'NONE') return { id, revision, state: policy.state };
  return {
    id,
    revision,
    policyId: policy.policyId,
    state: policy.state,
    version: policy.version,
    code: policy.code,
    title: policy.title,
    kind: policy.kind,
    docRef: policy.docRef,
    validFrom: policy.validFrom,
    responsibilities: policy.responsibilities.map(({ step, role }) => ({ step, role })),
    publishedOn: policy.publishedOn,
  };
}
