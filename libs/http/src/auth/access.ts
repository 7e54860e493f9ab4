import { applyDecorators, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Role } from './roles.js';

export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'read' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

export const ACCESS = 'engsales:access';

const declare = (access: Access): CustomDecorator => SetMetadata(ACCESS, access);

/** Nobody has to say who they are: health, metrics. */
export const Public = () => declare({ kind: 'public' });
/** Who may issue the command stands in the service's table "command -> roles". */
export const ForCommand = (command: string) => applyDecorators(declare({ kind: 'command', command }), ApiBearerAuth());
/** Every role of the service, BI and ADMIN. */
export const ForReaders = () => applyDecorators(declare({ kind: 'read' }), ApiBearerAuth());
export const ForRoles = (...roles: Role[]) => applyDecorators(declare({ kind: 'roles', roles }), ApiBearerAuth());
