import type { Provider, Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Aggregate } from '../aggregate.js';
import type { Command, DomainEvent } from '../decider.js';
import { CommandExecutor, type CommandResult } from './command-executor.js';

export type AnyAggregate = Aggregate<unknown, Command, DomainEvent>;

/** One line of a service's index: an aggregate, and what handles its commands. */
export interface DeciderEntry {
  readonly aggregate: AnyAggregate;
  readonly providers: readonly Provider[];
}

/**
 * Makes one `@CommandHandler` per command of an aggregate, since @nestjs/cqrs routes by class. Those that must read another
 * stream first have a handler class of their own, which is named in `handlers`.
 */
export function decides<State, C extends Command, E extends DomainEvent>(
  aggregate: Aggregate<State, C, E>,
  handlers: readonly Type<ICommandHandler>[] = [],
): DeciderEntry {
  const erased = aggregate as unknown as AnyAggregate;
  const apart = handlers.map(commandOf);
  const plain = erased.commands.filter((command) => !apart.includes(command));
  return {
    aggregate: erased,
    providers: [...handlers, ...plain.map((command) => handlerOf(command as never, erased))],
  };
}

/** Where `@CommandHandler` writes the command class of a handler. */
const HANDLED_COMMAND = '__commandHandler__';
const commandOf = (handler: Type<ICommandHandler>): unknown => Reflect.getMetadata(HANDLED_COMMAND, handler);

function handlerOf(command: Type<Command>, aggregate: AnyAggregate): Provider {
  class DecidingHandler implements ICommandHandler<Command, CommandResult> {
    constructor(private readonly executor: CommandExecutor) {}

    execute(issued: Command): Promise<CommandResult> {
      return this.executor.execute(aggregate, issued);
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
