import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  CommandExecutor,
  derivedId,
  fold,
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
import { contract } from '../domain/contract/contract.js';
import { SignContract } from '../domain/contract/contract.commands.js';
import { contractBinding } from './bindings.js';

export const numberBinding: Binding<ContractNumber, ContractNumberCommand, ContractNumberEvent> = {
  decider: contractNumber,
  idOf: ({ data }) => derivedId('contractNumber', folded(data.contractNo)),
  projectOf: () => undefined,
};

/** What looks the same on paper is the same number: width, case and doubled spaces do not tell numbers apart. */
function folded(contractNo: string): string {
  return contractNo.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();
}

/**
 * Signing under a number that is unique in the company: try the decision, reserve the number for the contract, sign. The
 * contract holds its number from then on: a retry after a crash finds it, and a rival request of the same contract too.
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
      if (error instanceof Rejected || error instanceof VersionConflict) await this.giveBackIfUseless(command);
      throw error;
    }
  }

  /** Only once no request can sign this contract under the number any more; else the contract keeps it. */
  private async giveBackIfUseless(command: SignContract): Promise<void> {
    const events = await this.executor.store.readStream(`${contract.category}-${command.data.contractId}`);
    const state = fold(contract, events);
    if (state.state === 'NONE') return;
    const signedElsewhere =
      state.contractNo !== undefined && folded(state.contractNo) !== folded(command.data.contractNo);
    if (state.state !== 'ABANDONED' && !signedElsewhere) return;
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
