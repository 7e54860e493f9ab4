/** Who acts: a person by staff id, or `system:<name>` for reactions and timers. Never a name of a person. */
export interface Actor {
  readonly id: string;
  /** The one of the person's roles that allows the command. */
  readonly role: string;
  /** The role that the person stands in for with this command. */
  readonly actingFor?: string;
  readonly onBehalfOf?: string;
}

/** Who sends a command; what rules ask about the person stands here and is never recorded. */
export interface Issuer extends Actor {
  /** Every role of the person; the one that allows the command where nothing is said. */
  readonly roles?: readonly string[];
}

/** What a command carries besides its data: identity, actor and clock enter here, so that deciders stay pure. */
export interface Issued {
  /** uuid; the same id again gives the first answer again. */
  readonly commandId: string;
  /** HMAC of the request body; another one under the same commandId is refused. */
  readonly fingerprint: string;
  readonly by: Issuer;
  /** Instant of the decision, RFC 3339 UTC. */
  readonly at: string;
  /** Business date of that instant in Asia/Shanghai. */
  readonly today: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** From `If-Match`: decide only on exactly this revision. */
  readonly expectedRevision?: number;
  /** Decide, record nothing. */
  readonly dryRun?: boolean;
  /** What the company has settled by configuration; added by the executor. */
  readonly settings?: Settings;
}

/** name -> value, as configured for the whole service. */
export type Settings = Readonly<Record<string, number>>;

export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly issued: Issued;
}

export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** The rules of one aggregate as two pure functions over a literal `type`. */
export interface Decider<State, AnyCommand extends Command, AnyEvent extends DomainEvent> {
  /** camelCase, no `-`, unique over all services: streams are `<category>-<uuid>`. */
  readonly category: string;
  /** Every stored event type and its current schema version. */
  readonly stored: Readonly<Record<AnyEvent['type'], number>>;
  readonly upcasters?: Upcasters;
  readonly initialState: State;
  decide(command: AnyCommand, state: State): readonly AnyEvent[];
  evolve(state: State, event: AnyEvent): State;
}

/** type -> version -> data of that version to data of the next. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, (data: never) => unknown>>>>;

/** A business rule said no. `code` is the contract with callers; the message is for logs and developers. */
export class Rejected extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'Rejected';
  }
}
