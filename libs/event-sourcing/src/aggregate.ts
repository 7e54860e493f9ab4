import { Rejected, type Command, type Decider, type DomainEvent, type Issued, type Upcasters } from './decider.js';
import { refuseSamePerson, refuseStrangerTo, type Duties, type EarlierDuty, type Owner } from './persons.js';

/** A command to one aggregate: its data carry the aggregate's id under the id's own name, as `CommandTo<'contractId', ...>`. */
export abstract class CommandTo<Id extends string, Data = unknown> implements Command {
  abstract readonly type: string;
  constructor(
    readonly data: Data & { readonly [Name in Id]: string },
    readonly issued: Issued,
  ) {}
}

export type CommandClass<C extends Command> = new (data: never, issued: never) => C;

/** Every state of an aggregate says its name; the name tells the stages of its life apart. */
export interface Named {
  readonly state: string;
}

/** Everything about one command: its class, the states in which it is possible, and the decision. */
export interface Rule<C extends Command, Stage extends Named, E extends DomainEvent> {
  readonly command: CommandClass<C>;
  /** The states in which the command is possible; the decision gets the stage that they belong to. */
  readonly in: readonly Stage['state'][];
  /** A code of its own for a state that is not in `in`; undefined leaves it to the aggregate. */
  readonly otherwise?: (state: string) => string | undefined;
  decide(command: C, state: Stage): readonly E[];
}

/** The rules of a topic, complete or they do not compile: one per command. */
export type RulesOf<C extends Command, Stage extends Named, E extends DomainEvent> = {
  readonly [Type in C['type']]: Rule<Extract<C, { readonly type: Type }>, Stage, E>;
};

/** How the events of a topic change the state, complete or they do not compile: one line per event. */
export type FoldOf<E extends DomainEvent, Before, After = Before> = {
  readonly [Type in E['type']]: (state: Before, data: Extract<E, { readonly type: Type }>['data']) => After;
};

interface AggregateParts<State extends Named, C extends Command, E extends DomainEvent> {
  /** camelCase, no `-`, unique over all services: streams are `<category>-<id>`. */
  readonly category: string;
  /** Which field of a command's data is the aggregate's id. */
  readonly id: string;
  readonly initialState: State;
  /** States in which there is no such aggregate yet; by default the initial one. */
  readonly absent?: readonly State['state'][];
  /** States in which the aggregate's life is over, and the code for what comes too late. */
  readonly ended?: { readonly in: readonly State['state'][]; readonly code: string };
  /** Whose this object is, for the roles that act on their own only. */
  owners?(state: State, command: C): readonly Owner[];
  /** Commands that one person does not do one after the other. */
  readonly duties?: Duties<C>;
  readonly rules: { readonly [Type in C['type']]: AnyRule<Extract<C, { readonly type: Type }>, E> };
  readonly fold: FoldOf<E, never, State>;
  /** Schema version of a stored event type; 1 where it is not named. */
  readonly versions?: Partial<Readonly<Record<E['type'], number>>>;
  readonly upcasters?: Upcasters;
}

/** A rule of whichever stage. */
interface AnyRule<C extends Command, E extends DomainEvent> {
  readonly command: CommandClass<C>;
  readonly in: readonly string[];
  readonly otherwise?: (state: string) => string | undefined;
  decide(command: C, state: never): readonly E[];
}

/** A decider together with how its commands find their stream. */
export interface Aggregate<State, C extends Command, E extends DomainEvent> extends Decider<State, C, E> {
  idOf(command: C): string;
  /** Engineering project of the aggregate: key on Kafka and correlation id of the deal. */
  projectOf(state: State): string | undefined;
  /** command -> states in which it is possible. */
  readonly transitions: Readonly<Record<string, readonly string[]>>;
  readonly commands: readonly CommandClass<C>[];
  /** What a command is answered that comes after the aggregate's life; undefined where that has no code of its own. */
  readonly endedCode: string | undefined;
}

/**
 * An aggregate from its table of rules and its table of folds. The state itself is checked here, once for all commands.
 * @throws Rejected from `decide`: NOT_FOUND, ROLE_NOT_ALLOWED, SEPARATION_OF_DUTIES, a `*_ENDED` code, INVALID_TRANSITION, AMOUNT_TOO_LARGE, and what the rule says
 */
export function aggregate<State extends Named, C extends Command, E extends DomainEvent>(
  parts: AggregateParts<State, C, E>,
): Aggregate<State, C, E> {
  const { category, id, initialState, versions = {} } = parts;
  const rules = parts.rules as unknown as Readonly<Record<string, Rule<C, State, E>>>;
  const duties = new Map(Object.entries(parts.duties ?? {})) as Map<string, (command: C, state: State) => EarlierDuty>;
  const fold = parts.fold as unknown as Readonly<Record<string, (state: State, data: unknown) => State>>;
  const idOf = (command: C) => (command.data as Readonly<Record<string, string>>)[id] ?? '';
  const versionOf = versions as Readonly<Record<string, number>>;
  return {
    category,
    stored: Object.fromEntries(Object.keys(fold).map((type) => [type, versionOf[type] ?? 1])) as Record<
      E['type'],
      number
    >,
    ...(parts.upcasters ? { upcasters: parts.upcasters } : {}),
    initialState,
    decide(command, state) {
      const rule = rules[command.type];
      if (!rule) throw new Error(`${category} has no rule for ${command.type}`);
      const isPossible = rule.in.includes(state.state);
      if (isPossible || !isAbsent(state.state, parts)) {
        refuseStrangerTo(command.issued.by, parts.owners?.(state, command) ?? []);
      }
      if (!isPossible) throw refusal(rule, command, state.state, idOf(command), parts);
      refuseSamePerson(command, duties.get(command.type)?.(command, state));
      return refuseTooLarge(() => rule.decide(command, state));
    },
    evolve(state, event) {
      const change = fold[event.type];
      if (!change) throw new Error(`${category} does not know the event ${event.type}`);
      return change(state, event.data);
    },
    idOf,
    projectOf: (state) => (state as { readonly projectId?: string }).projectId,
    transitions: Object.fromEntries(Object.entries(rules).map(([type, rule]) => [type, rule.in])),
    commands: Object.values(rules).map((rule) => rule.command),
    endedCode: parts.ended?.code,
  };
}

type Refusing = Pick<
  AggregateParts<Named, Command, DomainEvent>,
  'category' | 'id' | 'initialState' | 'absent' | 'ended'
>;

const isAbsent = (state: string, { absent, initialState }: Pick<Refusing, 'absent' | 'initialState'>) =>
  (absent ?? [initialState.state]).includes(state);

/** Why a command is not possible in a state: there is no such aggregate, its life is over, or it is too early. */
function refusal(
  rule: Pick<AnyRule<Command, DomainEvent>, 'in' | 'otherwise'>,
  { type }: Command,
  state: string,
  id: string,
  parts: Refusing,
) {
  const named = rule.otherwise?.(state);
  const details = { command: type, state, possibleIn: rule.in };
  if (named !== undefined) {
    const is = `the ${wordsOf(parts.category)} ${id} is ${state}`;
    return new Rejected(named, is, { [parts.id]: id, command: type, state, possibleIn: rule.in });
  }
  if (isAbsent(state, parts)) {
    return new Rejected('NOT_FOUND', `there is no ${wordsOf(parts.category)} ${id}`);
  }
  const code = parts.ended?.in.includes(state) ? parts.ended.code : 'INVALID_TRANSITION';
  return new Rejected(code, `${type} is not possible in ${state}`, details);
}

/** Sums beyond 2^53 - 1 are refused by the value types, with an error of this name; any other error is a fault of ours. */
function refuseTooLarge<Decision>(decide: () => Decision): Decision {
  try {
    return decide();
  } catch (error) {
    if (error instanceof RangeError && error.name === 'AmountTooLarge')
      throw new Rejected('AMOUNT_TOO_LARGE', error.message);
    throw error;
  }
}

/** `productionOrder` as people write it. */
export const wordsOf = (category: string) => category.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
