import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Role, RoleExpression } from './roles.js';

export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'command'; readonly command: string; readonly roles: readonly RoleExpression[] }
  | { readonly kind: 'read' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

export const ACCESS = 'engsales:access';

export const declareAccess = (access: Access): CustomDecorator => SetMetadata(ACCESS, access);

/** Nobody has to say who they are: health, metrics. */
export const Public = () => declareAccess({ kind: 'public' });
/** Every role of the service, BI and ADMIN. */
export const ForReaders = () => declareAccess({ kind: 'read' });
export const ForRoles = (...roles: Role[]) => declareAccess({ kind: 'roles', roles });
