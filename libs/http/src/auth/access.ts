import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { PersonRoles, Role, RoleExpression } from './roles.js';

export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'command'; readonly command: string; readonly roles: readonly RoleExpression[] }
  | { readonly kind: 'read' }
  | { readonly kind: 'persons'; readonly may: keyof PersonRoles }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

export const ACCESS = 'engsales:access';

export const declareAccess = (access: Access): CustomDecorator => SetMetadata(ACCESS, access);

/** Nobody has to say who they are: health, metrics. */
export const Public = () => declareAccess({ kind: 'public' });
/** Every role of the service, BI and ADMIN. */
export const ForReaders = () => declareAccess({ kind: 'read' });
/** Who may keep a person in the vault of the service, or see one revealed: that follows from its commands. */
export const ForPersons = (may: keyof PersonRoles) => declareAccess({ kind: 'persons', may });
export const ForRoles = (...roles: Role[]) => declareAccess({ kind: 'roles', roles });
