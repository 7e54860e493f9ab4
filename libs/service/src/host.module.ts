import { Global, Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { ADMIN_CONTROLLERS, AdminContext, Audit, auditEntry, ConsumerControl } from '@engsales/admin';
import { CommandExecutor } from '@engsales/event-sourcing';
import {
  AccessGuard,
  CommandGateway,
  HttpContext,
  inContext,
  ProblemFilter,
  ReadGateway,
  strictValidation,
  traceparentOf,
  type ApiRequest,
} from '@engsales/http';
import type { NextFunction, Response } from 'express';
import { DataSource } from 'typeorm';
import { BackgroundWork } from './background/background-work.js';
import type { ServiceModule } from './definition.js';
import { ServiceRuntime } from './service-runtime.js';

/** What every service has around its own module: guard, pipe, filter, gateways, admin routes, health. */
@Global()
@Module({})
export class HostModule implements NestModule {
  constructor(private readonly runtime: ServiceRuntime) {}

  static around(service: ServiceModule, runtime: ServiceRuntime): DynamicModule {
    const { name, deciders } = runtime.definition;
    const limit = runtime.config.RATE_LIMIT_PER_MINUTE;
    const throttling = limit > 0 ? [{ provide: APP_GUARD, useClass: ThrottlerGuard }] : [];
    return {
      module: HostModule,
      imports: [
        service,
        CqrsModule.forRoot(),
        DiscoveryModule,
        TerminusModule.forRoot({ logger: false }),
        ThrottlerModule.forRoot([{ ttl: 60_000, limit: Math.max(1, limit) }]),
      ],
      controllers: ADMIN_CONTROLLERS,
      providers: [
        { provide: ServiceRuntime, useValue: runtime },
        { provide: HttpContext, useExisting: ServiceRuntime },
        { provide: AdminContext, useExisting: ServiceRuntime },
        { provide: ConsumerControl, useExisting: BackgroundWork },
        { provide: CommandExecutor, useValue: runtime.executor },
        { provide: DataSource, useValue: runtime.database },
        ...throttling,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: strictValidation },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...[auditEntry(name), ...deciders].flatMap((entry) => entry.providers),
        CommandGateway,
        ReadGateway,
        BackgroundWork,
        Audit,
      ],
      exports: [ServiceRuntime, CommandExecutor, DataSource, CommandGateway, ReadGateway],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    const service = this.runtime.definition.name;
    consumer
      .apply((request: ApiRequest, response: Response, next: NextFunction) => {
        const traceparent = traceparentOf(request);
        response.setHeader('traceparent', traceparent);
        this.runtime.inFlight += 1;
        response.once('close', () => (this.runtime.inFlight -= 1));
        inContext({ service, traceparent }, next);
      })
      .forRoutes('{*path}');
  }
}
