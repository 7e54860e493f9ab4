import { derivedId, fold, type Binding, type CommandExecutor, type Issued } from '@engsales/event-sourcing';
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

export const numberBinding: Binding<ContractNumber, ContractNumberCommand, ContractNumberEvent> = {
  decider: contractNumber,
  idOf: ({ data }) => derivedId('contractNumber', folded(data.contractNo)),
  projectOf: () => undefined,
};

/** What looks the same on paper is the same number: width, case and doubled spaces do not tell numbers apart. */
function folded(contractNo: string): string {
  return contractNo.normalize('NFKC').toUpperCase().replace(/\s+/g, ' ').trim();
}

interface Numbered {
  readonly contractNo: string;
  readonly contractId: string;
}

/** Numbers that are unique in the company, by reservation streams. */
export class ContractNumbers {
  constructor(private readonly executor: CommandExecutor) {}

  /**
   * The contract holds its number from then on, so a retry after a crash finds it, and a rival request of the same contract
   * too. In a dry run nothing is reserved. @throws Rejected DUPLICATE_CONTRACT_NO
   */
  async reserve({ contractNo, contractId }: Numbered, issued: Issued): Promise<void> {
    const own = ownIssue(issued);
    await this.freeWhenUseless({ contractNo, contractId }, own);
    await this.executor.execute(numberBinding, new ReserveContractNumber({ contractNo, contractId }, own));
  }

  /** A number is free again once no request can sign its holder under it any more: abandoned, or signed under another. */
  private async freeWhenUseless({ contractNo, contractId }: Numbered, issued: Issued): Promise<void> {
    const reserve = new ReserveContractNumber({ contractNo, contractId }, issued);
    const events = await this.executor.store.readStream(`${contractNumber.category}-${numberBinding.idOf(reserve)}`);
    const { heldBy } = fold(contractNumber, events);
    if (!heldBy || heldBy === contractId) return;
    const holder = fold(contract, await this.executor.store.readStream(`${contract.category}-${heldBy}`));
    if (holder.state === 'NONE') return;
    const signedElsewhere = holder.contractNo !== undefined && folded(holder.contractNo) !== folded(contractNo);
    if (holder.state !== 'ABANDONED' && !signedElsewhere) return;
    await this.executor.execute(
      numberBinding,
      new ReleaseContractNumber({ contractNo, contractId: heldBy }, ownIssue(issued)),
    );
  }
}

/** Whether the number is held is decided by the contract that holds it, so every attempt is a command of its own. */
function ownIssue({ expectedRevision: _ofTheContract, ...rest }: Issued): Issued {
  return { ...rest, commandId: randomUUID(), causationId: rest.commandId };
}
