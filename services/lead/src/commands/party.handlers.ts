import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { ChangeParty, RegisterParty } from '../domain/party/party.commands.js';
import { party } from '../domain/party/party.js';
import { giveBackKeys, takeKeys } from './party-keys.js';
import { readParty } from './read-parties.js';

/** A party is registered once: try the decision, reserve what it is known by, register. */
@CommandHandler(RegisterParty)
export class RegisterPartyHandler implements ICommandHandler<RegisterParty, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: RegisterParty): Promise<CommandResult> {
    const { data, issued } = command;
    const trial = await this.executor.execute(party, new RegisterParty(data, { ...issued, dryRun: true }));
    await takeKeys(this.executor, data.partyId, data, issued);
    return issued.dryRun ? trial : this.executor.execute(party, command);
  }
}

/** Whoever is known by another name or code gives the old one back. */
@CommandHandler(ChangeParty)
export class ChangePartyHandler implements ICommandHandler<ChangeParty, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: ChangeParty): Promise<CommandResult> {
    const { data, issued } = command;
    const before = await readParty(this.executor.store, data.partyId);
    const trial = await this.executor.execute(party, new ChangeParty(data, { ...issued, dryRun: true }));
    await takeKeys(this.executor, data.partyId, data, issued);
    if (issued.dryRun) return trial;
    const result = await this.executor.execute(party, command);
    if (before.state !== 'NONE') await giveBackKeys(this.executor, data.partyId, before, issued);
    return result;
  }
}
