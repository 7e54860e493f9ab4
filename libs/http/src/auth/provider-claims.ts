import { createHmac } from 'node:crypto';
import { isRole, type Role } from './roles.js';
import { nameIn, type Caller } from './token-verifier.js';

/** What the company has settled about the claims of its identity provider. */
export interface ClaimSettings {
  readonly issuer: string;
  /** The claim with the names of roles: its name, or a path with dots such as `realm_access.roles`. */
  readonly rolesClaim: string;
  /** The provider's name of a role -> the roles that it stands for; without it the names are the roles themselves. */
  readonly roleMap?: ReadonlyMap<string, readonly Role[]>;
  /** The claim with a staff id that says nothing about the person, such as a number of the personnel department. */
  readonly staffIdClaim?: string;
  /** Secret of the deployment, the same in all services: the same person has the same id in each. */
  readonly staffIdSecret: Buffer;
}

type Claims = Readonly<Record<string, unknown>>;

/** The caller that a checked token of the identity provider names. */
export function callerFrom(claims: Claims, settings: ClaimSettings): Caller {
  return { id: staffIdIn(claims, settings), roles: rolesIn(claims, settings), ...nameIn(claims) };
}

/** A subject may be an e-mail address or a phone number; events are kept for ever, so that it never stands in one. */
function staffIdIn(claims: Claims, { issuer, staffIdClaim, staffIdSecret }: ClaimSettings): string {
  const said = staffIdClaim === undefined ? undefined : valueAt(claims, staffIdClaim);
  if (typeof said === 'string' && isOpaqueStaffId(said)) return said;
  const subject = JSON.stringify([issuer, claims.sub]);
  return `staff-${createHmac('sha256', staffIdSecret).update(subject).digest('hex').slice(0, 32)}`;
}

/** E1001, a uuid: too few digits for a phone number or an identity card, no place for a name or an address. */
const isOpaqueStaffId = (text: string) =>
  /^(?:[A-Z]{0,4}-?\d{1,8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(text);

function rolesIn(claims: Claims, { rolesClaim, roleMap }: ClaimSettings): readonly Role[] {
  const said = valueAt(claims, rolesClaim);
  const names: readonly unknown[] = typeof said === 'string' ? said.split(/[\s,]+/) : Array.isArray(said) ? said : [];
  const roles = roleMap
    ? names.flatMap((name) => (typeof name === 'string' ? (roleMap.get(name) ?? []) : []))
    : names.filter(isRole);
  return [...new Set(roles)];
}

/** By the whole name first: the names of some providers are addresses with dots in them. */
function valueAt(claims: Claims, path: string): unknown {
  return Object.hasOwn(claims, path) ? Reflect.get(claims, path) : path.split('.').reduce(memberOf, claims);
}

function memberOf(value: unknown, name: string): unknown {
  const isHolder = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isHolder ? (Reflect.get(value, name) as unknown) : undefined;
}

/** `sales=SALES,fin=FINANCE`; a name that stands twice has both roles. @throws RangeError */
export function parseRoleMap(text: string): ReadonlyMap<string, readonly Role[]> {
  const map = new Map<string, readonly Role[]>();
  for (const entry of text.split(',').filter((part) => part.trim() !== '')) {
    const at = entry.lastIndexOf('=');
    const [name, role] = [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
    if (at < 1 || name === '' || !isRole(role)) {
      throw new RangeError(`${entry.trim()}: must be <name at the provider>=<role>, such as sales=SALES`);
    }
    map.set(name, [...(map.get(name) ?? []), role]);
  }
  if (map.size === 0) throw new RangeError('names no role, such as sales=SALES');
  return map;
}
