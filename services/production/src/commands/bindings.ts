import type { Aggregate, Command, CommandClass, Decider, DomainEvent } from '@engsales/event-sourcing';

/** Until these are made by `aggregate()`. */
export function bound<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  id: string,
  transitions: Readonly<Record<string, readonly string[]>>,
  commands: readonly CommandClass<C>[],
): Aggregate<State, C, E> {
  return {
    ...decider,
    idOf: (command) => (command.data as Record<string, string>)[id] ?? '',
    projectOf: (state) => (state as { projectId?: string }).projectId,
    transitions,
    commands,
  };
}
