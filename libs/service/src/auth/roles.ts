/** domain.md 2.8. A token may carry several. */
export const ROLES = [
  'SALES',
  'SALES_MANAGER',
  'COMMERCE',
  'COMPANY_LEADER',
  'MERCHANDISER',
  'ENGINEERING',
  'PMC',
  'WORKSHOP_DIRECTOR',
  'STEP_OWNER',
  'QC',
  'WAREHOUSE',
  'FINANCE',
  'AFTERSALES',
  'AFTERSALES_MANAGER',
  'PRESIDENT_OFFICE',
  'EXTERNAL_LIAISON_CENTER',
  'MARKETING_CENTER',
  'CRM_CENTER',
  'BI',
  'ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (text: unknown): text is Role => ROLES.includes(text as Role);
