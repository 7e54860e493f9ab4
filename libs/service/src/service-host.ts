import 'reflect-metadata';
import {
  apiRoutes,
  declaredRoutes,
  inContext,
  methodsByPath,
  personRolesOf,
  readersOf,
  sealPrototypes,
  type DeclaredRoute,
} from '@engsales/http';
import type { Type } from '@nestjs/common';
import { DiscoveryService, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { BackgroundWork } from './background/background-work.js';
import { readConfig } from './config/service-config.js';
import type { ServiceModule } from './definition.js';
import { boundServer, useEdge } from './edge.js';
import { HostModule } from './host.module.js';
import { NestLogger } from './logging/logger.js';
import { openRuntime } from './open-runtime.js';
import type { ProcessRuntime, ServiceRuntime } from './service-runtime.js';

export interface ServiceHost {
  readonly name: string;
  readonly runtime: ServiceRuntime;
  readonly routes: readonly DeclaredRoute[];
  readonly app: NestExpressApplication;
  readonly migrations: readonly string[];
  /** Consumers and projections under the lease, then HTTP. Resolves with the port. */
  start(): Promise<number>;
  /** Not ready, no new commands, drain (10 s at most), close. Safe to call twice. */
  stop(): Promise<void>;
}

const DRAIN_MS = 10_000;

/** Config, database and Nest application of a service; nothing runs yet. @throws ConfigError; when a route declares nobody */
export async function prepareService(
  module: ServiceModule,
  env: NodeJS.ProcessEnv,
  shared: ProcessRuntime,
  embedded: boolean,
): Promise<ServiceHost> {
  sealPrototypes();
  const { name, settings, texts } = module.service;
  const config = readConfig(name, env, embedded, settings, texts);
  return inContext({ service: name }, async () => {
    const { runtime, migrations, close } = await openRuntime(module.service, config, shared);
    try {
      const app = await makeApp(module, runtime);
      const controllers = controllersOf(app);
      const routes = declaredRoutes(controllers);
      runtime.readers = readersOf(routes, module.service.readerRoles);
      runtime.personRoles = personRolesOf(apiRoutes(controllers), module.service.personRevealers);
      runtime.methodsAt = methodsByPath(routes);
      const start = () => inContext({ service: name }, () => startApp(app, runtime));
      return { name, runtime, routes, app, migrations, start, stop: stopOnce(app, runtime, close) };
    } catch (error) {
      await close();
      throw error;
    }
  });
}

const controllersOf = (app: NestExpressApplication) =>
  app
    .get(DiscoveryService)
    .getControllers()
    .map(({ metatype }) => metatype as Type);

async function makeApp(module: ServiceModule, runtime: ServiceRuntime): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(HostModule.around(module, runtime), {
    logger: new NestLogger(runtime.logger),
    bodyParser: false,
    abortOnError: false,
    return503OnClosing: true,
    forceCloseConnections: true,
  });
  useEdge(app, runtime);
  boundServer(app.getHttpServer(), runtime.config);
  if (runtime.config.API_PAGE === 'true') {
    SwaggerModule.setup('docs', app, () => apiPageOf(runtime.definition.name), { jsonDocumentUrl: 'openapi.json' });
  }
  await app.init();
  return app;
}

/** The document that `npm run docs` wrote and that CI compares with the sources. */
function apiPageOf(service: string): OpenAPIObject {
  const file = path.join(__dirname, '../../../docs/openapi', `${service}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as OpenAPIObject;
}

async function startApp(app: NestExpressApplication, runtime: ServiceRuntime): Promise<number> {
  // wrong topics are refused here; a broker that does not answer, or rights that lack, are waited for, and /health/ready says so
  const kafka = await runtime.kafka?.link.look();
  if (kafka?.status === 'TOPICS_WRONG') throw new Error(`the topics are not as they must be: ${kafka.message}`);
  app.get(BackgroundWork).start();
  const { port, HOST } = runtime.config;
  const variable = `${runtime.definition.name.toUpperCase()}_PORT`;
  await app.listen(port, HOST).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Error(`port ${port} (${variable}) is taken by another program`);
    throw error;
  });
  return (app.getHttpServer().address() as AddressInfo).port;
}

/** Requests in hand get their answer before their connections are closed. */
async function waitForAnswers(runtime: ServiceRuntime): Promise<void> {
  while (runtime.inFlight > 0) await new Promise((resolve) => setTimeout(resolve, 10));
}

function stopOnce(
  app: NestExpressApplication,
  runtime: ServiceRuntime,
  close: () => Promise<void>,
): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    runtime.accepting = false;
    const drained = Promise.all([app.get(BackgroundWork).stop(), waitForAnswers(runtime)]);
    const late = new Promise<void>((resolve) => setTimeout(resolve, DRAIN_MS).unref());
    await Promise.race([drained, late]);
    await app.close();
    await close();
  };
  return () => (stopped ??= stop());
}
