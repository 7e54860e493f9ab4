import { Injectable } from '@nestjs/common';
import {
  decides,
  type Command,
  type Decider,
  type DeciderEntry,
  type DomainEvent,
  type Issued,
} from '@engsales/event-sourcing';
import type { ServiceName } from '@engsales/events';
import { CommandGateway, type ApiRequest } from '@engsales/http';

export interface AdminAction {
  /** Business day of the action: names the stream, so that no stream grows without end. */
  readonly day: string;
  readonly action: string;
  readonly target: string;
  readonly reason: string;
  readonly dryRun: boolean;
}

export class RecordAdminAction implements Command<'RecordAdminAction', AdminAction> {
  readonly type = 'RecordAdminAction';
  constructor(
    readonly data: AdminAction,
    readonly issued: Issued,
  ) {}
}

type AdminActionTaken = DomainEvent<'AdminActionTaken', Omit<AdminAction, 'day'> & { readonly by: string }>;

/** The audit of a service: one stream per day, `<service>Audit-<day>`. */
export function auditEntry(service: ServiceName): DeciderEntry {
  const decider: Decider<number, RecordAdminAction, AdminActionTaken> = {
    category: `${service}Audit`,
    stored: { AdminActionTaken: 1 },
    initialState: 0,
    decide: ({ data: { action, target, reason, dryRun }, issued }) => [
      { type: 'AdminActionTaken', data: { action, target, reason, dryRun, by: issued.by.id } },
    ],
    evolve: (actions) => actions + 1,
  };
  const binding = { decider, idOf: (command: RecordAdminAction) => command.data.day, projectOf: () => undefined };
  return decides(binding, [RecordAdminAction]);
}

/** Every admin action is an event before it is done. */
@Injectable()
export class Audit {
  /** One after another: all actions of a day go to one stream. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly gateway: CommandGateway) {}

  async record(request: ApiRequest, action: string, target: string, reason: string, dryRun = false): Promise<string> {
    const { expectedRevision: _ifMatch, dryRun: _dryRun, ...issued } = this.gateway.issuedFor(request);
    const data = { day: issued.today, action, target, reason, dryRun };
    const recording = this.last.then(() => this.gateway.execute(new RecordAdminAction(data, issued)));
    this.last = recording.catch(() => undefined);
    await recording;
    return issued.by.id;
  }
}
