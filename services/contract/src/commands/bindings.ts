import type { Binding } from '@engsales/event-sourcing';
import { contract, type Contract } from '../domain/contract/contract.js';
import type { ContractCommand } from '../domain/contract/contract.commands.js';
import type { ContractEvent } from '../domain/contract/contract.events.js';

export const contractBinding: Binding<Contract, ContractCommand, ContractEvent> = {
  decider: contract,
  idOf: (command) => command.data.contractId,
  projectOf: (state) => (state.state === 'NONE' ? undefined : state.projectId),
};
