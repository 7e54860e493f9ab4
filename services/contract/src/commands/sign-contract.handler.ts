import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, type CommandResult } from '@engsales/event-sourcing';
import { contract } from '../domain/contract/contract.js';
import { SignContract } from '../domain/contract/signing/signing.commands.js';
import { contractNumbers } from './contract-numbers.js';

/** Signing under a number that is unique in the company: try the decision, reserve the number for the contract, sign. */
@CommandHandler(SignContract)
export class SignContractHandler implements ICommandHandler<SignContract, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: SignContract): Promise<CommandResult> {
    const { data, issued } = command;
    const trial = await this.executor.execute(contract, new SignContract(data, { ...issued, dryRun: true }));
    await contractNumbers(this.executor).take({ value: data.contractNo, heldBy: data.contractId }, issued);
    return issued.dryRun ? trial : this.executor.execute(contract, command);
  }
}
