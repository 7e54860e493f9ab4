import { aggregate, CommandTo, Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import type { ContractNumberEvent } from './contract-number.events.js';

/** A reservation stream: a contract number belongs to one contract of the company. */
export type ContractNumber = { readonly state: 'FREE' } | { readonly state: 'HELD'; readonly heldBy: string };

export class ReserveContractNumber extends CommandTo<
  'contractNumberId',
  { readonly contractNo: string; readonly contractId: string }
> {
  readonly type = 'ReserveContractNumber';
}

export class ReleaseContractNumber extends CommandTo<
  'contractNumberId',
  { readonly contractNo: string; readonly contractId: string }
> {
  readonly type = 'ReleaseContractNumber';
}

export type ContractNumberCommand = ReserveContractNumber | ReleaseContractNumber;
const rules = {
  ReserveContractNumber: { command: ReserveContractNumber, in: ['FREE', 'HELD'], decide: reserveContractNumber },
  ReleaseContractNumber: { command: ReleaseContractNumber, in: ['FREE', 'HELD'], decide: releaseContractNumber },
} satisfies RulesOf<ContractNumberCommand, ContractNumber, ContractNumberEvent>;

const fold: FoldOf<ContractNumberEvent, ContractNumber> = {
  ContractNumberReserved: (_number, { contractId }) => ({ state: 'HELD', heldBy: contractId }),
  ContractNumberReleased: () => ({ state: 'FREE' }),
};

export const contractNumber = aggregate<ContractNumber, ContractNumberCommand, ContractNumberEvent>({
  category: 'contractNumber',
  id: 'contractNumberId',
  initialState: { state: 'FREE' },
  rules,
  fold,
});

/** @throws Rejected DUPLICATE_CONTRACT_NO */
function reserveContractNumber({ data }: ReserveContractNumber, number: ContractNumber): ContractNumberEvent[] {
  const { contractNo, contractId } = data;
  if (number.state === 'FREE') return [{ type: 'ContractNumberReserved', data: { contractNo, contractId } }];
  if (number.heldBy === contractId) return [];
  const details = { contractNo, existingContractId: number.heldBy };
  throw new Rejected('DUPLICATE_CONTRACT_NO', `${contractNo} is the number of another contract`, details);
}

/** Only its holder gives it back. */
function releaseContractNumber({ data }: ReleaseContractNumber, number: ContractNumber): ContractNumberEvent[] {
  const { contractNo, contractId } = data;
  if (number.state === 'FREE' || number.heldBy !== contractId) return [];
  return [{ type: 'ContractNumberReleased', data: { contractNo, contractId } }];
}
