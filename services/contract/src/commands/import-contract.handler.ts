import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { contract } from '../domain/contract/contract.js';
import { ImportContract } from '../domain/contract/importing/importing.commands.js';
import { contractNumbers } from './contract-numbers.js';

/** An imported contract takes its number like a signed one: try the decision, reserve the number, record. */
@CommandHandler(ImportContract)
export class ImportContractHandler implements ICommandHandler<ImportContract, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: ImportContract): Promise<CommandResult> {
    const { data, issued } = command;
    const trial = await this.executor.execute(contract, new ImportContract(data, { ...issued, dryRun: true }));
    await contractNumbers(this.executor).take({ value: data.contractNo, heldBy: data.contractId }, issued);
    return issued.dryRun ? trial : this.executor.execute(contract, command);
  }
}
