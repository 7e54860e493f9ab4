import { Rejected } from '@engsales/event-sourcing/domain';
import type { CaseThen } from './sales-kit.commands.js';
import type { KitContent, KitSection } from './sales-kit.state.js';
import { KIT_SECTIONS, type KitSectionName } from './sales-kit.values.js';

type Field = keyof KitContent;

/** What each section says, and what it may say besides. */
const FIELDS: Readonly<Record<KitSectionName, { readonly needs: readonly Field[]; readonly may?: readonly Field[] }>> =
  {
    INTRODUCTION: { needs: ['text'] },
    COMPANY_PROFILE: { needs: ['text'] },
    PRODUCTS_SERVICES: { needs: ['media', 'advantagesVsCompetitors'], may: ['text'] },
    CUSTOMER_CASES: { needs: ['caseStudyIds'] },
    TECHNICAL_SUPPORT: { needs: ['rdTeam', 'capability', 'equipment'] },
    AFTERSALES_SERVICE: { needs: ['warrantyMonths', 'repair', 'training'], may: ['testimonials'] },
    COOPERATION_PROCESS: { needs: ['steps'] },
    CONTACT: { needs: ['text'] },
  };

/** The content of a section, written out. @throws Rejected VALIDATION_FAILED, SALES_KIT_SECTION_TOO_LONG {section, signs, most} */
export function contentOf(section: KitSectionName, content: KitContent, profileChars: number): KitContent {
  const { needs, may = [] } = FIELDS[section];
  const written = copyOfContent(content);
  const said = (Object.keys(written) as Field[]).filter((field) => written[field] !== undefined);
  const absent = needs.find((field) => !said.includes(field));
  const strange = said.find((field) => !needs.includes(field) && !may.includes(field));
  const wrong = absent ?? strange;
  if (wrong !== undefined) {
    const words = absent === undefined ? `${section} says no ${wrong}` : `${section} lacks ${wrong}`;
    throw new Rejected('VALIDATION_FAILED', words, { pointer: `/content/${wrong}`, section });
  }
  const signs = [...(content.text ?? '')].length;
  if (section === 'COMPANY_PROFILE' && signs > profileChars) {
    const words = `${section} has ${signs} signs, more than ${profileChars}`;
    throw new Rejected('SALES_KIT_SECTION_TOO_LONG', words, { section, signs, most: profileChars });
  }
  return written;
}

/** @throws Rejected SALES_KIT_SECTION_MISSING {missing}, EVIDENCE_REQUIRED {section, advantages}, CASE_NOT_APPROVED {caseStudyIds} */
export function refuseIncomplete(sections: readonly KitSection[], cases: readonly CaseThen[]): void {
  const written = sections.filter(({ content }) => !isEmpty(content)).map(({ section }) => section);
  const missing = KIT_SECTIONS.filter((section) => !written.includes(section));
  if (missing.length > 0) {
    throw new Rejected('SALES_KIT_SECTION_MISSING', `the kit has no ${missing.join(', ')}`, { missing });
  }
  const advantages = sections
    .flatMap(({ content }) => content.advantagesVsCompetitors ?? [])
    .flatMap(({ evidenceRef }, index) => (evidenceRef === undefined ? [index + 1] : []));
  if (advantages.length > 0) {
    const details = { section: 'PRODUCTS_SERVICES', advantages };
    throw new Rejected('EVIDENCE_REQUIRED', 'nothing proves an advantage over competitors', details);
  }
  const approved = cases.filter(({ state }) => state === 'APPROVED').map(({ caseStudyId }) => caseStudyId);
  const caseStudyIds = caseIdsIn(sections).filter((id) => !approved.includes(id));
  if (caseStudyIds.length > 0) {
    throw new Rejected('CASE_NOT_APPROVED', `not approved: ${caseStudyIds.join(', ')}`, { caseStudyIds });
  }
}

export const caseIdsIn = (sections: readonly KitSection[]): string[] =>
  sections.flatMap(({ content }) => content.caseStudyIds ?? []);

/** The section in the place of the one before it, all in the order of a kit. */
export const withSection = (sections: readonly KitSection[], written: KitSection): KitSection[] =>
  [...sections.filter(({ section }) => section !== written.section), written].sort(
    (a, b) => KIT_SECTIONS.indexOf(a.section) - KIT_SECTIONS.indexOf(b.section),
  );

/** A section of which the list is empty shows nothing. */
const isEmpty = ({ caseStudyIds, steps }: KitContent): boolean => caseStudyIds?.length === 0 || steps?.length === 0;

const copyOfContent = (content: KitContent): KitContent => ({
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
