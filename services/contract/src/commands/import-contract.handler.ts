import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { ServiceRuntime } from '@engsales/service';
import { contract } from '../domain/contract/contract.js';
import { ImportContract } from '../domain/contract/importing/importing.commands.js';
import { contractNumbers } from './contract-numbers.js';
import { importOpenUntil } from './import-window.js';

/** An imported contract takes its number like a signed one: try the decision, reserve the number, record. */
@CommandHandler(ImportContract)
export class ImportContractHandler implements ICommandHandler<ImportContract, CommandResult> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly runtime: ServiceRuntime,
  ) {}

  async execute(command: ImportContract): Promise<CommandResult> {
    const { issued } = command;
    const data = { ...command.data, openUntil: importOpenUntil(this.runtime.config) };
    const trial = await this.executor.execute(contract, new ImportContract(data, { ...issued, dryRun: true }));
    await contractNumbers(this.executor).take({ value: data.contractNo, heldBy: data.contractId }, issued);
    return issued.dryRun ? trial : this.executor.execute(contract, new ImportContract(data, issued));
  }
}
