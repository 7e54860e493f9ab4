import { applyDecorators, HttpCode, Param, Post, SetMetadata, UseInterceptors } from '@nestjs/common';
import type { Command, CommandClass } from '@engsales/event-sourcing';
import { declareAccess } from '../auth/access.js';
import type { RoleExpression } from '../auth/roles.js';
import { CommandInterceptor } from './command.interceptor.js';
import { SENDS, type Sending } from './sending.js';
import { UuidPipe } from './uuid.pipe.js';

type Returns<Method, Data> = Method extends (...given: never[]) => Data | Promise<Data> ? unknown : never;
type RouteDecorator<Data> = <Method extends (...given: never[]) => unknown>(
  target: object,
  name: string | symbol,
  method: TypedPropertyDescriptor<Method> & Returns<Method, Data>,
) => void;

/**
 * A route that sends a command to an aggregate that exists: `POST .../reverse-receipt` for ReverseReceipt, open to these
 * roles. The method gives the data of the command; what is recorded is answered with 200.
 */
export function CommandRoute<C extends Command>(
  command: CommandClass<C>,
  ...roles: RoleExpression[]
): RouteDecorator<C['data']> {
  return route(command, kebab(command.name), roles, HttpCode(200));
}

/**
 * A route that begins an aggregate, answered with 201 and Location. Where the aggregate is named in `of`, the method gives
 * a function from the new id to the data of the command; otherwise the data say the id themselves.
 */
export function BeginRoute<C extends Command>(
  command: CommandClass<C>,
  how: { readonly of?: { readonly category: string }; readonly path?: string },
  ...roles: RoleExpression[]
): RouteDecorator<C['data'] | ((id: string) => C['data'])> {
  const { of, path = '' } = how;
  return route(command, path, roles, HttpCode(201), { category: of?.category, path });
}

/** The id of the aggregate in the path: a uuid. */
export const Id = (name: string): ParameterDecorator => Param(name, UuidPipe);

function route(
  command: CommandClass<Command>,
  path: string,
  roles: readonly RoleExpression[],
  status: MethodDecorator,
  begins?: Sending['begins'],
) {
  return applyDecorators(
    Post(path),
    status,
    declareAccess({ kind: 'command', command: command.name, roles }),
    SetMetadata(SENDS, { command, begins } as unknown as Sending),
    UseInterceptors(CommandInterceptor),
  ) as never;
}

const kebab = (name: string) => name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
