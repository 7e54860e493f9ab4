import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Rejected } from '@engsales/event-sourcing';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { CommandGateway, type CommandAnswer } from '../gateways/command-gateway.js';
import { HttpContext } from '../http-context.js';
import type { ApiRequest } from '../requests/api-request.js';
import { requestsOf } from '../openapi/api-routes.js';
import { SENDS, type Sending } from './sending.js';
import { refuseUnknownPersons } from './unknown-persons.js';

/** Sends the command of a route with the data that its method gives, after the body was checked. */
@Injectable()
export class CommandInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly commands: CommandGateway,
    private readonly service: HttpContext,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.send(context, next));
  }

  private async send(context: ExecutionContext, next: CallHandler): Promise<CommandAnswer> {
    const { command, begins } = this.reflector.get<Sending>(SENDS, context.getHandler());
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const data: unknown = await lastValueFrom(next.handle());
    refuseSilentActing(request);
    await refuseUnknownPersons(
      this.service.vault,
      request.body,
      requestsOf(context.getClass(), context.getHandler().name),
    );
    if (!begins) return this.commands.issue(request, command, data);
    const collection = request.path.replace(/\/+$/, '').slice(0, begins.path ? -begins.path.length - 1 : undefined);
    return this.commands.begin(request, command, data, { collection, category: begins.category });
  }
}

/** Who acts for another role says so in the body. @throws Rejected ROLE_NOT_ALLOWED */
function refuseSilentActing({ actor, body }: ApiRequest): void {
  const { role, actingFor } = actor ?? {};
  if (actingFor === undefined || (body as { actingFor?: unknown } | undefined)?.actingFor === actingFor) return;
  const details = { allowed: [actingFor], actingFor };
  throw new Rejected('ROLE_NOT_ALLOWED', `the ${role} does not say actingFor: ${actingFor}`, details);
}
