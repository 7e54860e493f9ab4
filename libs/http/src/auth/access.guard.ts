import {
  Injectable,
  UnauthorizedException,
  UnsupportedMediaTypeException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Rejected } from '@engsales/event-sourcing';
import { currentContext } from '../work-context.js';
import { refuseInvalidText } from '../requests/invalid-text.js';
import { HttpContext } from '../http-context.js';
import type { ApiRequest } from '../requests/api-request.js';
import { ACCESS, type Access } from './access.js';
import { allowingRole, carriedRole, type RoleExpression } from './roles.js';

/** Deny by default: who may use a route is declared on it, and a caller without such a role is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly context: HttpContext,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) return false;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    refuseOtherContent(request);
    refuseInvalidText(request);
    if (access.kind === 'public') return true;
    const { caller } = request;
    if (!caller) throw new UnauthorizedException('a bearer token is missing');
    const allowed = rolesFor(access, this.context);
    const allowing = allowingRole(allowed, caller.roles);
    if (!allowing) {
      const details = { allowed: [...new Set(allowed.map(carriedRole))] };
      throw new Rejected('ROLE_NOT_ALLOWED', `none of the caller's roles may do this`, details);
    }
    request.actor = { id: caller.id, ...allowing, roles: caller.roles };
    const current = currentContext();
    if (current) current.actor = caller.id;
    await this.context.staff.seen(caller);
    return true;
  }
}

/** A body that is not JSON, and that no middleware of the route has read, would be dropped in silence. */
function refuseOtherContent(request: ApiRequest): void {
  if (request.headers['content-length'] === '0') return;
  // null: there is no body; false: it is of another type
  if (request.is('json') === false && request.body === undefined)
    throw new UnsupportedMediaTypeException('the body must be application/json');
}

/** The roles behind a declaration. */
function rolesFor(
  access: Exclude<Access, { kind: 'public' }>,
  { readers, personRoles }: Pick<HttpContext, 'readers' | 'personRoles'>,
): readonly RoleExpression[] {
  switch (access.kind) {
    case 'roles':
    case 'command':
      return access.roles;
    case 'read':
      return readers;
    case 'persons':
      return personRoles[access.may];
  }
}
