import { isRole, type Role } from './roles.js';

export interface Caller {
  readonly id: string;
  readonly name?: string;
  readonly roles: readonly Role[];
}

export interface TokenVerifier {
  /**
   * @throws ServiceUnavailableException while the keys of the identity provider cannot be had; another error when the token
   * is not one of ours, or has expired
   */
  verify(token: string): Promise<Caller>;
}

/** The caller that a checked token of the installation names; roles that nobody knows are left out. */
export function callerIn(claims: Readonly<Record<string, unknown>>): Caller {
  const roles = Array.isArray(claims.roles) ? claims.roles.filter(isRole) : [];
  return { id: typeof claims.sub === 'string' ? claims.sub : '', roles, ...nameIn(claims) };
}

/** The person's name where the token says one that can be kept. */
export function nameIn({ name }: Readonly<Record<string, unknown>>): { readonly name?: string } {
  if (typeof name !== 'string' || name === '') return {};
  return name.length <= 100 && name.isWellFormed() && !/\p{Cc}/u.test(name) ? { name } : {};
}
