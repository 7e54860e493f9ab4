import { Rejected, type Command, type Decider, type DomainEvent, type Issued } from '@engsales/event-sourcing/decider';

/** A reservation stream: a contract number belongs to one contract of the company. */
export interface ContractNumber {
  readonly heldBy?: string;
}

interface NumberData {
  readonly contractNo: string;
  readonly contractId: string;
}

export class ReserveContractNumber implements Command {
  readonly type = 'ReserveContractNumber';
  constructor(
    readonly data: NumberData,
    readonly issued: Issued,
  ) {}
}

export class ReleaseContractNumber implements Command {
  readonly type = 'ReleaseContractNumber';
  constructor(
    readonly data: NumberData,
    readonly issued: Issued,
  ) {}
}

export type ContractNumberCommand = ReserveContractNumber | ReleaseContractNumber;
export type ContractNumberEvent =
  DomainEvent<'ContractNumberReserved', NumberData> | DomainEvent<'ContractNumberReleased', NumberData>;

export const contractNumber: Decider<ContractNumber, ContractNumberCommand, ContractNumberEvent> = {
  category: 'contractNumber',
  stored: { ContractNumberReserved: 1, ContractNumberReleased: 1 },
  initialState: {},
  decide({ type, data }, { heldBy }) {
    switch (type) {
      case 'ReserveContractNumber':
        if (heldBy === data.contractId) return [];
        if (heldBy) {
          throw new Rejected('DUPLICATE_CONTRACT_NO', `${data.contractNo} is the number of another contract`, {
            contractNo: data.contractNo,
            existingContractId: heldBy,
          });
        }
        return [{ type: 'ContractNumberReserved', data }];
      case 'ReleaseContractNumber':
        return heldBy === data.contractId ? [{ type: 'ContractNumberReleased', data }] : [];
    }
  },
  evolve(_state, event) {
    switch (event.type) {
      case 'ContractNumberReserved':
        return { heldBy: event.data.contractId };
      case 'ContractNumberReleased':
        return {};
    }
  },
};
