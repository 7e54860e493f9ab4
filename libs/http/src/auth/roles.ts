/** Roles of people (角色). A token may carry several. */
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

/** Who may keep the values of a person in the vault of a service, and who may have them revealed. */
export interface PersonRoles {
  readonly keep: readonly Role[];
  readonly reveal: readonly Role[];
}

/** A role, or a role that acts for another one when the body says `actingFor`. */
export type RoleExpression = Role | `${Role} for ${Role}`;

/** `acting('MERCHANDISER', 'PMC')`: a merchandiser may do it too, for PMC, and says so. */
export const acting = (by: Role, forRole: Role): RoleExpression => `${by} for ${forRole}`;

/** Who acts for whom; undefined for a plain role. */
export function actedRole(expression: RoleExpression): { readonly by: Role; readonly for: Role } | undefined {
  const [by, forRole] = expression.split(' for ') as [Role, Role?];
  return forRole && { by, for: forRole };
}

/** The role that a caller must carry. */
export const carriedRole = (expression: RoleExpression): Role => actedRole(expression)?.by ?? (expression as Role);

/** Roles that act on what is their own only; a role that does not comes before them. */
const BOUND: readonly Role[] = ['SALES', 'MERCHANDISER', 'STEP_OWNER'];

/**
 * The role that allows something, whatever the order of roles in the token: a plain role that is not bound to its own objects,
 * else one that is, else one that acts for another; among several the first that is declared.
 */
export function allowingRole(
  allowed: readonly RoleExpression[],
  carried: readonly Role[],
): { readonly role: Role; readonly actingFor?: Role } | undefined {
  const able = allowed.filter((expression) => carried.includes(carriedRole(expression)));
  const plain = able.filter((expression): expression is Role => actedRole(expression) === undefined);
  const role = plain.find((candidate) => !BOUND.includes(candidate)) ?? plain[0];
  if (role) return { role };
  const acted = able[0] && actedRole(able[0]);
  return acted && { role: acted.by, actingFor: acted.for };
}

export const isRole = (text: unknown): text is Role => ROLES.includes(text as Role);
