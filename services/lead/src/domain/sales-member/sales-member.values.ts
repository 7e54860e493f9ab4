/** What a member of sales is qualified in (经验、专长、沟通、协调、团队、操守). */
export const QUALIFICATION_KINDS = [
  'EXPERIENCE',
  'EXPERTISE',
  'COMMUNICATION',
  'COORDINATION',
  'TEAMWORK',
  'ETHICS',
] as const;
export type QualificationKind = (typeof QUALIFICATION_KINDS)[number];

export const MEMBER_STATES = ['ACTIVE', 'LEFT'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];
