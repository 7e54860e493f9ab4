import type { Aggregate } from '../aggregate.js';
import type { Actor, Command, Decider, DomainEvent, Settings } from '../decider.js';
import { Rejected } from '../decider.js';
import {
  WrongExpectedRevision,
  type EventMetadata,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
} from '../store/event-store.js';
import { eventId } from '../derived-ids.js';

export interface CommandResult {
  readonly id: string;
  /** -1 when the stream does not exist and nothing was decided. */
  readonly revision: number;
  /** Position to wait for in read models; 0n when nothing was recorded yet. */
  readonly position: bigint;
  readonly events: readonly { readonly id: string; readonly type: string; readonly data: unknown }[];
  readonly dryRun: boolean;
}

/** Somebody else was faster: five times in a row (409), or since the caller's `If-Match` (412). */
export class VersionConflict extends Error {
  constructor(
    readonly currentRevision: number,
    readonly preconditionFailed: boolean,
  ) {
    super(`the aggregate is at revision ${currentRevision}`);
    this.name = 'VersionConflict';
  }
}

export interface ExecutorHooks {
  onConflict?(category: string): void;
  onLongStream?(stream: string, length: number): void;
}

const ATTEMPTS = 5;
const LONG_STREAM = 2_000;

/** Load, fold, decide, append; decide again on a conflict. The one way in which events come about. */
export class CommandExecutor {
  constructor(
    readonly store: EventStore,
    private readonly hooks: ExecutorHooks = {},
    private readonly settings?: Settings,
  ) {}

  async execute<State, C extends Command, E extends DomainEvent>(
    aggregate: Aggregate<State, C, E>,
    command: C,
  ): Promise<CommandResult> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.decideOnce(aggregate, command);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
        this.hooks.onConflict?.(aggregate.category);
        const named = command.issued.expectedRevision !== undefined;
        if (named || attempt === ATTEMPTS) throw new VersionConflict(error.actual, named);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
      }
    }
  }

  private async decideOnce<State, C extends Command, E extends DomainEvent>(
    aggregate: Aggregate<State, C, E>,
    command: C,
  ): Promise<CommandResult> {
    const id = aggregate.idOf(command);
    const stream = `${aggregate.category}-${id}`;
    const past = await this.store.readStream(stream);
    if (past.length > LONG_STREAM) this.hooks.onLongStream?.(stream, past.length);
    const before = firstAnswer(id, past, command);
    if (before) return before;
    const revision = past.length - 1;
    const { expectedRevision, dryRun = false } = command.issued;
    if (expectedRevision !== undefined && expectedRevision !== revision) throw new VersionConflict(revision, true);
    const state = fold(aggregate, past);
    const decided = aggregate.decide(this.withSettings(command), state);
    const projectId = aggregate.projectOf(decided.reduce((s, event) => aggregate.evolve(s, event), state));
    const events = decided.map((event, index) => newEvent(aggregate.stored, command, event, index, projectId ?? id));
    const answer = { id, events: events.map(({ id, type, data }) => ({ id, type, data })), dryRun };
    if (dryRun || events.length === 0) return { ...answer, revision, position: past.at(-1)?.position ?? 0n };
    return { ...answer, ...(await this.store.append(stream, revision, events)) };
  }

  private withSettings<C extends Command>(command: C): C {
    if (!this.settings) return command;
    return { ...command, issued: { ...command.issued, settings: this.settings } };
  }
}

/** Idempotency lives in the stream: a command that was done before gets its first answer again. */
function firstAnswer(id: string, past: readonly RecordedEvent[], { issued }: Command): CommandResult | undefined {
  const done = past.filter((event) => event.metadata.commandId === issued.commandId);
  const last = done.at(-1);
  if (!last) return undefined;
  if (last.metadata.fingerprint !== issued.fingerprint) {
    throw new Rejected('IDEMPOTENCY_KEY_REUSED', 'the same Idempotency-Key came with another body');
  }
  const events = done.map((event) => ({ id: event.id, type: event.type, data: event.data }));
  return { id, revision: last.revision, position: last.position, events, dryRun: issued.dryRun ?? false };
}

function newEvent(
  stored: Readonly<Record<string, number>>,
  { issued }: Command,
  event: DomainEvent,
  index: number,
  projectId: string,
): NewEvent {
  const metadata: EventMetadata = {
    $correlationId: projectId,
    $causationId: issued.causationId ?? issued.commandId,
    commandId: issued.commandId,
    fingerprint: issued.fingerprint,
    actor: actorRecord(issued.by),
    schemaVersion: stored[event.type] ?? 1,
    occurredAt: issued.at,
    projectId,
    ...(issued.traceparent ? { traceparent: issued.traceparent } : {}),
  };
  return { id: eventId(issued.commandId, index), type: event.type, data: event.data, metadata };
}

/** What an event keeps of the person. */
function actorRecord({ id, role, actingFor, onBehalfOf }: Actor): Actor {
  return { id, role, ...(actingFor ? { actingFor } : {}), ...(onBehalfOf ? { onBehalfOf } : {}) };
}

/** State of an aggregate as its own events tell it, up to a revision. */
export function fold<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  events: readonly DomainEvent[],
): State {
  return events.reduce((state, event) => decider.evolve(state, event as E), decider.initialState);
}
