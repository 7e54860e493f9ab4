import 'reflect-metadata';
import { ADMIN_CONTROLLERS } from '@engsales/admin';
import { apiDocument, type ApiFacts } from '@engsales/http';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { ServiceModule } from './definition.js';
import { HostModule } from './host.module.js';
import type { ServiceRuntime } from './service-runtime.js';

/** The OpenAPI document of a service; nothing of it is started, so no database is needed. */
export async function describeApi(module: ServiceModule, facts: ApiFacts): Promise<OpenAPIObject> {
  const definition = module.service;
  // a preview makes no provider, so only what shapes the module is looked at
  const runtime = { definition } as unknown as ServiceRuntime;
  const app = await NestFactory.create(HostModule.around(module, runtime), { preview: true, logger: false });
  const own = (Reflect.getMetadata('controllers', module) ?? []) as Type[];
  const endedCodes = new Map(
    definition.deciders.flatMap(({ aggregate: { commands, endedCode } }) =>
      endedCode === undefined ? [] : commands.map(({ name }) => [name, endedCode] as const),
    ),
  );
  return apiDocument(
    app,
    {
      name: definition.name,
      title: `engsales ${definition.name} · ${definition.title}`,
      problems: definition.problems,
      endedCodes,
      personRevealers: definition.personRevealers ?? [],
      controllers: [...own, ...ADMIN_CONTROLLERS],
    },
    facts,
  );
}
