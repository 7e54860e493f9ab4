import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandExecutor, derivedId, fold, type Binding, type CommandResult } from '@engsales/event-sourcing';
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
 * contract holds its number from then on, so a retry after a crash finds it, and a rival request of the same contract too.
 */
@CommandHandler(SignContract)
export class SignContractHandler implements ICommandHandler<SignContract, CommandResult> {
  constructor(private readonly executor: CommandExecutor) {}

  async execute(command: SignContract): Promise<CommandResult> {
    const { data, issued } = command;
    const trial = await this.executor.execute(contractBinding, new SignContract(data, { ...issued, dryRun: true }));
    await this.freeWhenUseless(command);
    await this.executor.execute(
      numberBinding,
      new ReserveContractNumber(this.numberOf(command), this.ownIssue(command)),
    );
    return issued.dryRun ? trial : this.executor.execute(contractBinding, command);
  }

  /** A number is free again once no request can sign its holder under it any more: abandoned, or signed under another. */
  private async freeWhenUseless(command: SignContract): Promise<void> {
    const reserve = new ReserveContractNumber(this.numberOf(command), command.issued);
    const events = await this.executor.store.readStream(`${contractNumber.category}-${numberBinding.idOf(reserve)}`);
    const { heldBy } = fold(contractNumber, events);
    if (!heldBy || heldBy === command.data.contractId) return;
    const holder = fold(contract, await this.executor.store.readStream(`${contract.category}-${heldBy}`));
    if (holder.state === 'NONE') return;
    const signedElsewhere =
      holder.contractNo !== undefined && folded(holder.contractNo) !== folded(command.data.contractNo);
    if (holder.state !== 'ABANDONED' && !signedElsewhere) return;
    const held = { contractNo: command.data.contractNo, contractId: heldBy };
    await this.executor.execute(numberBinding, new ReleaseContractNumber(held, this.ownIssue(command)));
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
