import type { Issued } from '@engsales/event-sourcing/domain';
import { companySettings } from '../../company-settings.js';
import type { QualificationWarning } from '../capturing/capturing.events.js';
import type { Siblings } from '../lead-siblings.js';

/** What whoever works on a key project is qualified in (F2). */
const KEY_PROJECT_NEEDS = ['EXPERIENCE', 'EXPERTISE', 'ETHICS'];

interface Estimated {
  readonly estimatedAmountFen?: number;
}

/** 重点项目: the estimate reaches what the company has settled. */
export const isKeyProject = ({ estimatedAmountFen = 0 }: Estimated, issued: Issued): boolean =>
  estimatedAmountFen >= companySettings(issued).keyProjectFen;

/** Warns where a key project goes to somebody who is not enrolled, or lacks what it or its product lines need. */
export function qualificationWarnings(
  lead: Estimated,
  { member, productLines }: Siblings,
  issued: Issued,
): QualificationWarning[] {
  if (!isKeyProject(lead, issued)) return [];
  if (!member?.isActive) return [{ code: 'MEMBER_NOT_QUALIFIED', missing: ['ENROLMENT'] }];
  const valid = member.qualifications.filter(
    ({ validUntil }) => validUntil === undefined || validUntil >= issued.today,
  );
  const needed = new Set([...KEY_PROJECT_NEEDS, ...productLines.flatMap((line) => line.requiredQualifications)]);
  const missing = [...needed].filter((kind) => !valid.some((own) => own.kind === kind));
  return missing.length > 0 ? [{ code: 'MEMBER_NOT_QUALIFIED', missing }] : [];
}
