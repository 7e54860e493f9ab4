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

/** Who may do what in one service. */
export interface RoleTables {
  /** Command -> roles (domain.md 2.8): read by the guard, the tests and the docs. */
  readonly commandRoles: Readonly<Record<string, readonly Role[]>>;
  /** Who may read the service's views; BI and ADMIN always may. */
  readonly readerRoles: readonly Role[];
}

export const isRole = (text: unknown): text is Role => ROLES.includes(text as Role);
