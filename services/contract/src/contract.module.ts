import { Module } from '@nestjs/common';
import { decides } from '@engsales/event-sourcing';
import type { ServiceDefinition } from '@engsales/service';
import { contractBinding } from './commands/bindings.js';
import { numberBinding, SignContractHandler } from './commands/sign-contract.handler.js';
import {
  AbandonContract,
  ApproveContract,
  DraftContract,
  RejectContract,
  ReviseContract,
  SubmitForApproval,
} from './domain/contract/contract.commands.js';
import { CONTRACT_TRANSITIONS } from './domain/contract/contract.js';
import { contractCommandRoles, contractProblems } from './http/command-roles.js';
import { ContractsController } from './http/contracts.controller.js';
import { PersonsController } from './http/persons.controller.js';
import { ContractReadModels } from './migrations/1764000001000-contract-read-models.js';
import { publishedEvents } from './reactions/published-events.js';
import { contractCard } from './read-models/contract-card/contract-card.projection.js';
import { GetContractCardHandler } from './read-models/contract-card/contract-card.query.js';
import { contractList } from './read-models/contract-list/contract-list.projection.js';
import { FindContractsHandler } from './read-models/contract-list/contract-list.query.js';

/** The index of the contract service (合同): every use case starts here. */
const service: ServiceDefinition = {
  name: 'contract',
  deciders: [
    decides(contractBinding, [
      DraftContract,
      ReviseContract,
      SubmitForApproval,
      ApproveContract,
      RejectContract,
      AbandonContract,
      // SignContract has a handler of its own: it reserves the contract number first
    ]),
    decides(numberBinding, []),
  ],
  reactions: [],
  publishedEvents,
  projections: [contractList, contractCard],
  migrations: [ContractReadModels],
  commandRoles: contractCommandRoles,
  readerRoles: ['FINANCE', 'MERCHANDISER', 'PMC'],
  transitions: { contract: CONTRACT_TRANSITIONS },
  problems: contractProblems,
};

@Module({
  controllers: [ContractsController, PersonsController],
  providers: [SignContractHandler, FindContractsHandler, GetContractCardHandler],
})
export class ContractModule {
  static readonly service = service;
}
