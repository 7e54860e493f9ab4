import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  CommandExecutor,
  derivedId,
  Rejected,
  VersionConflict,
  type Binding,
  type CommandResult,
} from '@engsales/event-sourcing';
import { randomUUID } from 'node:crypto';
import {
  contractNumber,
  ReleaseContractNumber,
  ReserveContractNumber,
  type ContractNumber,
  type ContractNumberCommand,
  type ContractNumberEvent,
} from '../domain/contract-number/contract-number.js';
import { SignContract } from '../domain/contract/contract.commands.js';
import { contractBinding } from './bindings.js';

export const numberBinding: Binding<ContractNumber, ContractNumberCommand, ContractNumberEvent> = {
  decider: contractNumber,
  idOf: ({ data }) => derivedId('contractNumber', data.contractNo.toUpperCase()),
  projectOf: () => undefined,
};

/**
 * Signing under a number that is unique in the company: try the decision, reserve the number for the contract, sign. A
 * crash between the two leaves the number with this contract, where the retry finds it; a refusal gives it back.
 */
@CommandHandler(SignContract)
export class SignContractHandler implements ICommandHandler<SignContract, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: SignContract): Promise<CommandResult> {
    const { data, issued } = command;
    const trial = await this.executor.execute(contractBinding, new SignContract(data, { ...issued, dryRun: true }));
    await this.executor.execute(
      numberBinding,
      new ReserveContractNumber(this.numberOf(command), this.ownIssue(command)),
    );
    if (issued.dryRun) return trial;
    try {
      return await this.executor.execute(contractBinding, command);
    } catch (error) {
      if (error instanceof Rejected || error instanceof VersionConflict) await this.giveBack(command);
      throw error;
    }
  }

  private async giveBack(command: SignContract): Promise<void> {
    await this.executor.execute(
      numberBinding,
      new ReleaseContractNumber(this.numberOf(command), this.ownIssue(command)),
    );
  }

  private numberOf({ data: { contractNo, contractId } }: SignContract) {
    return { contractNo, contractId };
  }

  /** Whether the number is held is decided by the contract that holds it, so every attempt is a command of its own. */
  private ownIssue({ issued }: SignContract) {
    const { expectedRevision: _ofTheContract, ...rest } = issued;
    return { ...rest, commandId: randomUUID(), causationId: issued.commandId };
  }
}
