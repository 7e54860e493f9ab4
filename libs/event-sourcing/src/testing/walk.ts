import { deepStrictEqual } from 'node:assert';
import type { Aggregate, CommandClass, Named } from '../aggregate.js';
import type { Issuer, Command, DomainEvent, Settings } from '../decider.js';
import { issued, plainEvents, refusalOf, type Refusal } from './given-when-then.js';

/** The data of a command without the id of its aggregate: the walk knows it. */
type CommandWords<C extends Command, Id extends string> = Omit<C['data'], Id>;

/**
 * An aggregate that is led through commands, for specs that begin late in its life. What it records is deterministic: the
 * ids of commands are counted, the day is the one that `on` sets.
 */
export class Walk<State extends Named, C extends Command, E extends DomainEvent, Id extends string = string> {
  state: State;
  today = '2025-03-10';
  /** What the last command has recorded. */
  last: readonly E[] = [];
  /** Everything that was recorded. */
  readonly past: E[] = [];
  private instant?: string;
  private settings: Settings = {};
  private commands = 0;

  constructor(
    readonly aggregate: Aggregate<State, C, E>,
    private readonly ids: Readonly<Record<Id, string>>,
    private readonly actor: Issuer = { id: 'sun-li', role: 'COMMERCE' },
  ) {
    this.state = aggregate.initialState;
  }

  /** The command passes. `by` is a staff id, or a person with a role. */
  do<Sent extends C>(Sent: CommandClass<Sent>, data: CommandWords<Sent, Id>, by: string | Issuer = this.actor): this {
    this.commands += 1;
    const command = new (Sent as unknown as new (data: unknown, issued: unknown) => Sent)(
      { ...this.ids, ...data },
      issued({
        commandId: this.idOfCommand(this.commands),
        by: typeof by === 'string' ? { ...this.actor, id: by } : by,
        at: this.instant ?? `${this.today}T01:00:00.000Z`,
        today: this.today,
        settings: this.settings,
      }),
    );
    // as the store does: what is not JSON would not come back
    this.last = plainEvents(this.aggregate.decide(command, this.state)) as unknown as E[];
    this.past.push(...this.last);
    this.state = this.last.reduce((state, event) => this.aggregate.evolve(state, event), this.state);
    return this;
  }

  /** What the command is refused with: its code beside its details; the code is `accepted` when it was not. */
  refused<Sent extends C>(
    Sent: CommandClass<Sent>,
    data: CommandWords<Sent, Id>,
    by: string | Issuer = this.actor,
  ): Refusal {
    return refusalOf(() => this.do(Sent, data, by));
  }

  /** From this business day on, at nine in the morning in Shanghai. */
  on(today: string): this {
    this.today = today;
    delete this.instant;
    return this;
  }

  /** From this instant on. */
  at(instant: string, today = instant.slice(0, 10)): this {
    this.today = today;
    this.instant = instant;
    return this;
  }

  settling(settings: Settings): this {
    this.settings = settings;
    return this;
  }

  /** The last command has recorded exactly these events, in this order. */
  recorded(...expected: readonly E[]): void {
    deepStrictEqual(plainEvents(this.last), plainEvents(expected));
  }

  get types(): string[] {
    return this.last.map((event) => event.type);
  }

  /** Id of the n-th command of this walk; things that a command begins have it as their id. */
  idOfCommand(n: number): string {
    return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  }

  /** Id of the last command. */
  get lastId(): string {
    return this.idOfCommand(this.commands);
  }
}
