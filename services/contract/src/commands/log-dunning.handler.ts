import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, fold, type CommandResult } from '@engsales/event-sourcing';
import { contract } from '../domain/contract/contract.js';
import { demandSigned } from '../domain/contract/signed-contract.js';
import { dunning, LogDunning } from '../domain/dunning/dunning.js';

/** Reads what the contract says and passes it in: only a contract that was signed is dunned for. */
@CommandHandler(LogDunning)
export class LogDunningHandler implements ICommandHandler<LogDunning, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute({ data, issued }: LogDunning): Promise<CommandResult> {
    const state = fold(contract, await this.executor.store.readStream(`${contract.category}-${data.contractId}`));
    const { projectId, milestones } = demandSigned(state, data.contractId, 'LogDunning');
    const known = { projectId, milestoneIds: milestones.map((milestone) => milestone.id) };
    return this.executor.execute(dunning, new LogDunning({ ...data, contract: known }, issued));
  }
}
