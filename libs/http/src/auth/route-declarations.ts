import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import { ACCESS, type Access } from './access.js';
import { carriedRole, type Role } from './roles.js';

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
}

/** Every route of these controllers with its declaration. @throws when one declares nobody */
export function declaredRoutes(controllers: readonly Type[]): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const routes: DeclaredRoute[] = [];
  const wrong: string[] = [];
  for (const controller of controllers) {
    const prototype = controller.prototype as object;
    const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = Reflect.get(prototype, name) as object;
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
      if (path === undefined) continue;
      const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'GET';
      const full = `/${[base, path].filter((part) => part && part !== '/').join('/')}`.replace(/\/+/g, '/');
      if (!access) wrong.push(`${method} ${full} declares nobody who may use it`);
      else if (access.kind === 'command' && access.roles.length === 0) {
        wrong.push(`${method} ${full}: nobody may send the command ${access.command}`);
      } else routes.push({ method, path: full, access });
    }
  }
  if (wrong.length > 0) throw new Error(`the service does not start: ${wrong.join('; ')}`);
  return routes;
}

/** Who may read a service's views: whoever may send one of its commands, the service's own readers, BI and ADMIN. */
export function readersOf(routes: readonly DeclaredRoute[], readerRoles: readonly Role[]): readonly Role[] {
  const senders = routes.flatMap(({ access }) => (access.kind === 'command' ? access.roles.map(carriedRole) : []));
  return [...new Set([...senders, ...readerRoles, 'BI' as const, 'ADMIN' as const])];
}
