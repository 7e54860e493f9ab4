import type { Type } from '@nestjs/common';
import { PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import { ACCESS, type Access } from '../auth/access.js';
import { SENDS, type Sending } from '../routes/sending.js';
import type { RequestClass } from '../requests/bounds.js';
import { UuidPipe } from '../routes/uuid.pipe.js';

/** A method of a controller that answers a route, with what its decorators say. */
export interface ApiRoute {
  /** `Controller.method`. */
  readonly key: string;
  readonly access: Access;
  readonly sending: Sending | undefined;
  /** Parameters of the path that are uuids. */
  readonly uuids: readonly string[];
  /** Types of the answer, where it is not JSON. */
  readonly produces: readonly string[];
  /** Classes of body and query. */
  readonly requests: readonly RequestClass[];
}

interface Argument {
  readonly data?: unknown;
  readonly pipes?: readonly unknown[];
}

export function apiRoutes(controllers: readonly Type[]): ApiRoute[] {
  const scanner = new MetadataScanner();
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.getMetadata(PATH_METADATA, prototype[name] as object) !== undefined)
      .map((name) => routeOf(controller, prototype, name));
  });
}

function routeOf(controller: Type, prototype: Record<string, object>, name: string): ApiRoute {
  const handler = prototype[name] as object;
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Readonly<Record<string, Argument>>;
  const uuids = Object.values(args)
    .filter(({ pipes = [] }) => pipes.includes(UuidPipe))
    .map(({ data }) => String(data));
  return {
    key: `${controller.name}.${name}`,
    access: Reflect.getMetadata(ACCESS, handler) as Access,
    sending: Reflect.getMetadata(SENDS, handler) as Sending | undefined,
    uuids,
    produces: [handler, controller].map(producedBy).find((types) => types !== undefined) ?? [],
    requests: requestsOf(controller, name),
  };
}

/** The classes of what a method of a controller takes from a request. */
export function requestsOf(controller: Type, method: string): readonly RequestClass[] {
  const types = (Reflect.getMetadata('design:paramtypes', controller.prototype as object, method) ??
    []) as readonly unknown[];
  return types.filter((type): type is RequestClass => typeof type === 'function' && type !== String && type !== Object);
}

const producedBy = (target: object) =>
  Reflect.getMetadata('swagger/apiProduces', target) as readonly string[] | undefined;
