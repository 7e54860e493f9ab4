import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  derivedId,
  fingerprintOf,
  Rejected,
  type Command,
  type CommandResult,
  type Issued,
  type Issuer,
} from '@engsales/event-sourcing';
import { randomUUID } from 'node:crypto';
import { HttpContext } from '../http-context.js';
import type { ApiRequest } from '../requests/api-request.js';
import { formatPosition } from './position.js';
import { traceparentOf } from '../requests/trace.js';

export interface CommandAnswer {
  readonly id: string;
  readonly revision: number;
  /** Wait for it with `?minPosition=`; of a creation that was only tried: null. */
  readonly position: string | null;
  readonly events: readonly { readonly id: string; readonly type: string; readonly data?: unknown }[];
  /** What somebody should look at; nothing was refused for it. */
  readonly warnings?: readonly Warning[];
  readonly dryRun?: true;
}

/** A code, and what it is about. */
export interface Warning {
  readonly code: string;
}

type CommandOf<Data> = new (data: Data, issued: Issued) => Command;

/** From a request to a command and from its result to an answer: identity, actor, clock and headers in one place. */
@Injectable()
export class CommandGateway {
  constructor(
    private readonly bus: CommandBus,
    private readonly context: HttpContext,
  ) {}

  /** A command to an aggregate that exists. */
  async issue<Data>(request: ApiRequest, command: CommandOf<Data>, data: Data): Promise<CommandAnswer> {
    return this.answer(request, await this.execute(new command(data, this.issuedFor(request))));
  }

  /**
   * The command that begins an aggregate. Where `data` is a function, the new id comes from the command's, so that a retry
   * meets its own stream.
   */
  async begin<Data>(
    request: ApiRequest,
    command: CommandOf<Data>,
    data: Data | ((id: string) => Data),
    { collection, category = '' }: { readonly collection: string; readonly category?: string | undefined },
  ): Promise<CommandAnswer> {
    const issued = this.issuedFor(request);
    const given =
      typeof data === 'function' ? (data as (id: string) => Data)(derivedId(issued.commandId, category)) : data;
    const answer = this.answer(request, await this.execute(new command(given, issued)));
    if (!answer.dryRun) request.res?.setHeader('Location', `${collection}/${answer.id}`);
    return answer;
  }

  /** Sends a command over the bus, counted and timed. Reactions and timers come this way too. */
  async execute(command: Command): Promise<CommandResult> {
    const { commands, commandSeconds } = this.context.metrics;
    const done = commandSeconds.startTimer({ type: command.type });
    try {
      const result = await this.bus.execute<Command, CommandResult>(command);
      commands.inc({ type: command.type, result: 'accepted' });
      return result;
    } catch (error) {
      commands.inc({ type: command.type, result: error instanceof Rejected ? error.code : 'failed' });
      throw error;
    } finally {
      done();
    }
  }

  issuedFor(request: ApiRequest): Issued {
    if (!this.context.accepting) throw new ServiceUnavailableException('the service is stopping');
    const { clock } = this.context.process;
    const actor = actorOf(request);
    const expected = expectedRevision(request.headers['if-match']);
    return {
      commandId: commandIdOf(request, actor),
      fingerprint: fingerprintOf(request.body ?? {}, this.context.fingerprintSecret),
      by: actor,
      at: clock.now(),
      today: clock.today(),
      traceparent: traceparentOf(request),
      ...(expected === undefined ? {} : { expectedRevision: expected }),
      ...(isDryRun(request) ? { dryRun: true } : {}),
    };
  }

  private answer(request: ApiRequest, result: CommandResult): CommandAnswer {
    const position = result.position > 0n ? formatPosition(this.context.definition.name, result.position) : null;
    const { id, revision } = result;
    const found = warningsOf(result);
    const warnings = found.length > 0 ? { warnings: found } : {};
    if (result.dryRun) return { id, revision, position, events: result.events, ...warnings, dryRun: true };
    request.res?.setHeader('ETag', `"${revision}"`);
    return {
      id,
      revision,
      position,
      events: result.events.map((event) => ({ id: event.id, type: event.type })),
      ...warnings,
    };
  }
}

/** Events say what was noticed when they came about. */
function warningsOf({ events }: CommandResult): readonly Warning[] {
  return events.flatMap(({ data }) => (data as { readonly warnings?: readonly Warning[] }).warnings ?? []);
}

function actorOf(request: ApiRequest): Issuer {
  if (!request.actor) throw new Error('the guard has let a request without an actor pass');
  return request.actor;
}

function commandIdOf(request: ApiRequest, actor: Issuer): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return randomUUID();
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) {
    throw new Rejected('VALIDATION_FAILED', 'Idempotency-Key is a text of 1 to 255 characters', {
      header: 'Idempotency-Key',
    });
  }
  return derivedId(actor.id, request.method, request.path.toLowerCase().replace(/\/+$/, ''), key);
}

/** `"3"` or `3`; `*` says nothing about the revision. */
function expectedRevision(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (!match) throw new Rejected('VALIDATION_FAILED', 'If-Match is a revision such as "3"', { header: 'If-Match' });
  return Number(match[1]);
}

/** @throws Rejected VALIDATION_FAILED for anything but true and false */
export function isDryRun(request: ApiRequest): boolean {
  const { dryRun } = request.query;
  if (dryRun === undefined || dryRun === 'false') return false;
  if (dryRun === 'true' || dryRun === '') return true;
  throw new Rejected('VALIDATION_FAILED', 'dryRun is true or false', { parameter: 'dryRun' });
}
