import { Injectable } from '@nestjs/common';
import { aggregate, CommandTo, decides, type DeciderEntry, type DomainEvent } from '@engsales/event-sourcing';
import type { ServiceName } from '@engsales/events';
import { CommandGateway, type ApiRequest } from '@engsales/http';

export interface AdminAction {
  readonly action: string;
  readonly target: string;
  readonly reason: string;
  readonly dryRun: boolean;
}

/** `day` is the business day of the action: it names the stream, so that no stream grows without end. */
export class RecordAdminAction extends CommandTo<'day', AdminAction> {
  readonly type = 'RecordAdminAction';
}

type AdminActionTaken = DomainEvent<'AdminActionTaken', AdminAction & { readonly by: string }>;

/** The audit of a service: one stream per day, `<service>Audit-<day>`. */
export function auditEntry(service: ServiceName): DeciderEntry {
  const audit = aggregate<{ readonly state: 'OPEN' }, RecordAdminAction, AdminActionTaken>({
    category: `${service}Audit`,
    id: 'day',
    initialState: { state: 'OPEN' },
    rules: { RecordAdminAction: { command: RecordAdminAction, in: ['OPEN'], decide: recordAction } },
    fold: { AdminActionTaken: (state) => state },
  });
  return decides(audit);
}

function recordAction({ data, issued }: RecordAdminAction): AdminActionTaken[] {
  const { action, target, reason, dryRun } = data;
  return [{ type: 'AdminActionTaken', data: { action, target, reason, dryRun, by: issued.by.id } }];
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
