import { Global, Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { ThrottlerGuard, ThrottlerModule } from '@nestjs/throttler';
import { CommandExecutor } from '@engsales/event-sourcing';
import { DataSource } from 'typeorm';
import type { NextFunction, Response } from 'express';
import { auditEntry, Audit } from './admin/audit.js';
import { ConsumersController } from './admin/consumers.controller.js';
import { DeadLettersController } from './admin/dead-letters.controller.js';
import { OperationsController } from './admin/operations.controller.js';
import { ProjectionsController } from './admin/projections.controller.js';
import { RelayController } from './admin/relay.controller.js';
import { StreamsController } from './admin/streams.controller.js';
import { TimersController } from './admin/timers.controller.js';
import { AccessGuard } from './auth/access.guard.js';
import { BackgroundWork } from './background/background-work.js';
import type { ServiceModule } from './definition.js';
import { HealthController } from './health/health.controller.js';
import type { ApiRequest } from './http/api-request.js';
import { CommandGateway } from './http/command-gateway.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ReadGateway } from './http/read-gateway.js';
import { traceparentOf } from './http/trace.js';
import { strictValidation } from './http/validation.js';
import { inContext } from './logging/context.js';
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
      controllers: [
        HealthController,
        StreamsController,
        ProjectionsController,
        ConsumersController,
        DeadLettersController,
        RelayController,
        TimersController,
        OperationsController,
      ],
      providers: [
        { provide: ServiceRuntime, useValue: runtime },
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
