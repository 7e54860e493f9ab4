import { Module } from '@nestjs/common';
import { decides } from '@engsales/event-sourcing';
import { PAPERS, type ServiceDefinition } from '@engsales/service';
import { importTexts } from './commands/import-window.js';
import { ImportContractHandler } from './commands/import-contract.handler.js';
import {
  CancelRedLetterHandler,
  RecordInvoiceHandler,
  RedInvoiceHandler,
  VoidInvoiceHandler,
} from './commands/invoice.handlers.js';
import { LogDunningHandler } from './commands/log-dunning.handler.js';
import { TakeUpQuotationHandler } from './commands/take-up-quotation.handler.js';
import { SignContractHandler } from './commands/sign-contract.handler.js';
import { contract } from './domain/contract/contract.js';
import {
  CloseExpiredRelease,
  MarkMilestoneOverdue,
  TriggerMilestone,
} from './domain/contract/milestones/milestones.commands.js';
import { MatureReceipt } from './domain/contract/money/money.commands.js';
import { companyTexts } from './documents/company.js';
import { contractNumber, invoiceNumber } from './domain/numbers/numbers.js';
import { dunning } from './domain/dunning/dunning.js';
import { ContractsController } from './http/contracts.controller.js';
import { DraftingController, FirstDraftController } from './http/drafting.controller.js';
import { DunningController } from './http/dunning.controller.js';
import { EndingController } from './http/ending.controller.js';
import { ExecutionController } from './http/execution.controller.js';
import { ImportConfirmationController, ImportingController } from './http/importing.controller.js';
import { MilestonesController } from './http/milestones.controller.js';
import { MoneyController } from './http/money.controller.js';
import { PapersController } from './http/papers.controller.js';
import { contractRefusals } from './http/refusals.js';
import { ReportsController } from './http/reports.controller.js';
import { SigningController } from './http/signing.controller.js';
import { ContractReadModels } from './migrations/1764000001000-contract-read-models.js';
import { ContractSearchAndTasks } from './migrations/1764000004000-contract-search-and-tasks.js';
import { ContractImports } from './migrations/1764000005000-contract-imports.js';
import { ContractMoney } from './migrations/1764000003000-contract-money.js';
import { noteWhenAwardDeclined, noteWhenAwardRevoked } from './reactions/award-ended.reaction.js';
import { draftWhenBidAwarded } from './reactions/bid-awarded.reaction.js';
import { recordWhenDelivered, recordWhenDispatched, recordWhenGoodsReady } from './reactions/goods-moved.reaction.js';
import { draftWhenLeadConverted } from './reactions/lead-converted.reaction.js';
import {
  recordWhenOrderCancelled,
  recordWhenOrderClosed,
  recordWhenOrderReopened,
  recordWhenOrderShortClosed,
} from './reactions/order-ended.reaction.js';
import { draftWhenProposalAccepted } from './reactions/proposal-accepted.reaction.js';
import { publishedEvents } from './reactions/published-events.js';
import { recordWhenAccepted, recordWhenInstalled } from './reactions/site-work.reaction.js';
import { contractAccounts } from './read-models/contract-accounts/contract-accounts.projection.js';
import { contractList } from './read-models/contract-list/contract-list.projection.js';
import { FindContractsHandler } from './read-models/contract-list/contract-list.query.js';
import { GetInvoicedUnpaidHandler } from './read-models/contract-accounts/invoiced-unpaid.query.js';
import { GetPaymentGatesHandler } from './read-models/contract-accounts/payment-gates.query.js';
import { GetReceiptRatesHandler } from './read-models/contract-accounts/receipt-rates.query.js';
import { contractTasks } from './read-models/contract-tasks/contract-tasks.projection.js';
import { FindContractTasksHandler } from './read-models/contract-tasks/contract-tasks.query.js';
import { GetAgeingHandler } from './read-models/receivables/ageing.query.js';
import { receivables } from './read-models/receivables/receivables.projection.js';
import { FindReceivablesHandler } from './read-models/receivables/receivables.query.js';
import { GetSigningsDueHandler } from './read-models/contract-list/signings-due.query.js';
import { contractDeadlines } from './timers/contract-deadlines.projection.js';

/** The index of the contract service (合同): every use case starts here. */
const service: ServiceDefinition = {
  name: 'contract',
  title: 'contracts and money 合同与回款',
  // these handlers reserve or give back a number, or read the contract, before they decide
  deciders: [
    decides(contract, [
      SignContractHandler,
      TakeUpQuotationHandler,
      ImportContractHandler,
      RecordInvoiceHandler,
      RedInvoiceHandler,
      VoidInvoiceHandler,
      CancelRedLetterHandler,
    ]),
    decides(contractNumber),
    decides(invoiceNumber),
    decides(dunning, [LogDunningHandler]),
  ],
  reactions: [
    draftWhenLeadConverted,
    draftWhenBidAwarded,
    draftWhenProposalAccepted,
    noteWhenAwardRevoked,
    noteWhenAwardDeclined,
    recordWhenGoodsReady,
    recordWhenDispatched,
    recordWhenDelivered,
    recordWhenInstalled,
    recordWhenAccepted,
    recordWhenOrderCancelled,
    recordWhenOrderShortClosed,
    recordWhenOrderClosed,
    recordWhenOrderReopened,
  ],
  publishedEvents,
  projections: [contractList, contractAccounts, receivables, contractTasks, contractDeadlines],
  timers: [TriggerMilestone, MarkMilestoneOverdue, MatureReceipt, CloseExpiredRelease],
  migrations: [ContractReadModels, ContractMoney, ContractSearchAndTasks, ContractImports],
  personRevealers: ['COMPANY_LEADER'],
  readerRoles: ['FINANCE', 'MERCHANDISER', 'PMC'],
  // 500 lines with long texts, or a running contract with a thousand receipts
  largeBodies: [{ path: '/api/v1/contracts', limit: '6mb' }],
  texts: { ...companyTexts, ...importTexts },
  problems: contractRefusals,
};

@Module({
  controllers: [
    ContractsController,
    FirstDraftController,
    DraftingController,
    SigningController,
    ImportingController,
    ImportConfirmationController,
    ExecutionController,
    MilestonesController,
    MoneyController,
    DunningController,
    EndingController,
    ReportsController,
    PapersController,
  ],
  providers: [
    ...PAPERS,
    FindContractsHandler,
    FindReceivablesHandler,
    FindContractTasksHandler,
    GetAgeingHandler,
    GetReceiptRatesHandler,
    GetInvoicedUnpaidHandler,
    GetPaymentGatesHandler,
    GetSigningsDueHandler,
  ],
})
export class ContractModule {
  static readonly service = service;
}
