import { fold, type CommandExecutor, type Issued } from '@engsales/event-sourcing';
import { randomUUID } from 'node:crypto';
import { contract } from '../domain/contract/contract.js';
import { isSigned } from '../domain/contract/contract.state.js';
import {
  contractNumber,
  ReleaseContractNumber,
  ReserveContractNumber,
} from '../domain/contract-number/contract-number.js';
import { contractNumberId, foldedContractNo } from '../domain/ids.js';

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
    const own = issueOfItsOwn(issued);
    await this.freeWhenUseless({ contractNo, contractId }, own);
    const reservation = { contractNumberId: contractNumberId(contractNo), contractNo, contractId };
    await this.executor.execute(contractNumber, new ReserveContractNumber(reservation, own));
  }

  /** A number is free again once no request can sign its holder under it any more: abandoned, or signed under another. */
  private async freeWhenUseless({ contractNo, contractId }: Numbered, issued: Issued): Promise<void> {
    const id = contractNumberId(contractNo);
    const number = fold(contractNumber, await this.executor.store.readStream(`${contractNumber.category}-${id}`));
    if (number.state === 'FREE' || number.heldBy === contractId) return;
    const { heldBy } = number;
    const holder = fold(contract, await this.executor.store.readStream(`${contract.category}-${heldBy}`));
    const signedElsewhere = isSigned(holder) && foldedContractNo(holder.contractNo) !== foldedContractNo(contractNo);
    if (holder.state !== 'ABANDONED' && !signedElsewhere) return;
    const reservation = { contractNumberId: id, contractNo, contractId: heldBy };
    await this.executor.execute(contractNumber, new ReleaseContractNumber(reservation, issueOfItsOwn(issued)));
  }
}

/** Whether the number is held is decided by the contract that holds it, so every attempt is a command of its own. */
function issueOfItsOwn(issued: Issued): Issued {
  return { ...issued, expectedRevision: undefined, commandId: randomUUID(), causationId: issued.commandId };
}
