import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Aggregate, CommandClass } from '../aggregate.js';
import type { Command, DomainEvent, Issued } from '../decider.js';
import type { EventStore } from '../store/event-store.js';
import { CommandExecutor, type CommandResult } from './command-executor.js';

/** A handler that reads what the command's decision must know of other streams, and passes it in beside the data. */
export function handlerReading<State, C extends Command, E extends DomainEvent, Sent extends C>(
  aggregate: Aggregate<State, C, E>,
  Sent: CommandClass<Sent>,
  read: (data: Sent['data'], store: EventStore, issued: Issued) => Promise<Partial<Sent['data']>>,
): Type<ICommandHandler> {
  @CommandHandler(Sent)
  class ReadingHandler implements ICommandHandler<Command, CommandResult> {
    constructor(private readonly executor: CommandExecutor) {}

    async execute({ data, issued }: Sent): Promise<CommandResult> {
      const beside = await read(data, this.executor.store, issued);
      const Known = Sent as unknown as new (data: Sent['data'], issued: Sent['issued']) => Sent;
      return this.executor.execute(aggregate, new Known({ ...(data as object), ...beside }, issued));
    }
  }
  Object.defineProperty(ReadingHandler, 'name', { value: `${Sent.name}Handler` });
  return ReadingHandler;
}
