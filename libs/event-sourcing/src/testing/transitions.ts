import { expect, it } from '@jest/globals';
import type { Aggregate, CommandClass, Named } from '../aggregate.js';
import type { Command, DomainEvent } from '../decider.js';
import { issued, refusalOf } from './given-when-then.js';

interface Stages<State extends Named, C extends Command, E extends DomainEvent, Id extends string> {
  readonly aggregate: Aggregate<State, C, E>;
  readonly ids: Readonly<Record<Id, string>>;
  /** A walk into each state. */
  readonly states: Readonly<Record<string, () => { readonly state: State }>>;
  /** The code with which the state alone refuses the command. */
  codeIn(state: string, type: C['type']): string;
}

/**
 * For specs: `possible(CloseContract, {}, ['COMPLETED'])` judges where a command is possible. The list is written by hand
 * from the rules; in every other state the state alone must refuse the command. `possible.every(rules)` at the end of a
 * spec finds the command that was forgotten.
 */
export function judgeTransitions<State extends Named, C extends Command, E extends DomainEvent, Id extends string>({
  aggregate,
  ids,
  states,
  codeIn,
}: Stages<State, C, E, Id>) {
  const judged = new Set<string>();
  const all = Object.entries(states).map(([name, walk]) => [name, walk().state] as const);

  function possible<Sent extends C>(Sent: CommandClass<Sent>, data: Omit<Sent['data'], Id>, where: readonly string[]) {
    const type = Sent.name;
    judged.add(type);
    const command = new (Sent as unknown as new (data: unknown, issued: unknown) => Sent)(
      { ...ids, ...data },
      issued({ by: { id: 'someone', role: 'X' } }),
    );
    it(`${type} is possible in ${where.join(', ')}, and in no other state`, () => {
      expect(aggregate.transitions[type]?.filter((state) => state in states).sort()).toEqual([...where].sort());
      for (const [name, state] of all) {
        expect(state.state).toBe(name);
        const { code, possibleIn } = refusalOf(() => aggregate.decide(command, state));
        if (!where.includes(name)) expect([name, code]).toEqual([name, codeIn(name, type)]);
        // a part of the aggregate may refuse by a state of its own, and says so
        else expect([name, possibleIn ?? []]).not.toEqual([name, aggregate.transitions[type]]);
      }
    });
  }

  /** Every command of a topic was judged in this spec. */
  possible.every = (rules: Readonly<Record<string, unknown>>) =>
    it('has every command of the topic judged', () => expect([...judged].sort()).toEqual(Object.keys(rules).sort()));

  return possible;
}
