import type { ApiRoute } from '../openapi/api-routes.js';
import { namesPersons } from '../requests/persons.js';
import { carriedRole, type PersonRoles, type Role } from './roles.js';

/**
 * Whoever may send a command that names a person may keep and reveal one; some roles of the service may only reveal. The vault of
 * a service without such a command is the administrator's.
 */
export function personRolesOf(routes: readonly ApiRoute[], revealers: readonly Role[] = []): PersonRoles {
  const senders = routes.flatMap(({ access, requests }) =>
    access.kind === 'command' && requests.some(namesPersons) ? access.roles.map(carriedRole) : [],
  );
  const keep: readonly Role[] = senders.length > 0 ? [...new Set(senders)].sort() : ['ADMIN'];
  return { keep, reveal: [...new Set([...keep, ...revealers])].sort() };
}
