import type { Provider, Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Command, Decider, DomainEvent } from '../decider.js';
import { CommandExecutor, type Binding, type CommandResult } from './command-executor.js';

type CommandClass<C extends Command> = Type<C> | (new (data: never, issued: never) => C);

/** One line of a service's index: a decider, the commands it takes, and how they find their stream. */
export interface DeciderEntry {
  readonly decider: Decider<unknown, Command, DomainEvent>;
  readonly binding: Binding<unknown, Command, DomainEvent>;
  /** Commands that need no I/O before the decision; others have a handler class of their own. */
  readonly providers: readonly Provider[];
}

/** Makes one `@CommandHandler` per command: @nestjs/cqrs routes by class. */
export function decides<State, C extends Command, E extends DomainEvent>(
  binding: Binding<State, C, E>,
  commands: readonly CommandClass<C>[],
): DeciderEntry {
  const erased = binding as unknown as DeciderEntry['binding'];
  return {
    decider: erased.decider,
    binding: erased,
    providers: commands.map((command) => handlerOf(command as Type<Command>, erased)),
  };
}

function handlerOf(command: Type<Command>, binding: DeciderEntry['binding']): Provider {
  class DecidingHandler implements ICommandHandler<Command, CommandResult> {
    constructor(private readonly executor: CommandExecutor) {}

    execute(issued: Command): Promise<CommandResult> {
      return this.executor.execute(binding, issued);
    }
  }
  Object.defineProperty(DecidingHandler, 'name', { value: `${command.name}Handler` });
  CommandHandler(command as never)(DecidingHandler);
  return {
    provide: DecidingHandler,
    useFactory: (executor: CommandExecutor) => new DecidingHandler(executor),
    inject: [CommandExecutor],
  };
}
