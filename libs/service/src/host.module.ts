import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { TerminusModule } from '@nestjs/terminus';
import { ADMIN_CONTROLLERS, AdminContext, Audit, auditEntry, ConsumerControl } from '@engsales/admin';
import { CommandExecutor } from '@engsales/event-sourcing';
import {
  AccessGuard,
  CommandGateway,
  CostsInterceptor,
  HttpContext,
  ProblemFilter,
  ReadGateway,
  strictValidation,
} from '@engsales/http';
import { DataSource } from 'typeorm';
import { BackgroundWork } from './background/background-work.js';
import type { ServiceModule } from './definition.js';
import { ServiceRuntime } from './service-runtime.js';

/** What every service has around its own module: guard, pipe, filter, gateways, admin routes, health. */
@Global()
@Module({})
export class HostModule {
  static around(service: ServiceModule, runtime: ServiceRuntime): DynamicModule {
    const { name, deciders } = runtime.definition;
    return {
      module: HostModule,
      imports: [service, CqrsModule.forRoot(), DiscoveryModule, TerminusModule.forRoot({ logger: false })],
      controllers: ADMIN_CONTROLLERS,
      providers: [
        { provide: ServiceRuntime, useValue: runtime },
        { provide: HttpContext, useExisting: ServiceRuntime },
        { provide: AdminContext, useExisting: ServiceRuntime },
        { provide: ConsumerControl, useExisting: BackgroundWork },
        { provide: CommandExecutor, useValue: runtime.executor },
        { provide: DataSource, useValue: runtime.database },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: strictValidation },
        { provide: APP_INTERCEPTOR, useClass: CostsInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...[auditEntry(name), ...deciders].flatMap((entry) => entry.providers),
        CommandGateway,
        ReadGateway,
        BackgroundWork,
        Audit,
      ],
      exports: [ServiceRuntime, HttpContext, CommandExecutor, DataSource, CommandGateway, ReadGateway],
    };
  }
}
