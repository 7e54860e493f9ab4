import { Module } from '@nestjs/common';
import { decides } from '@engsales/event-sourcing';
import type { ServiceDefinition } from '@engsales/service';
import { contractBinding } from './commands/bindings.js';
import { numberBinding } from './commands/contract-numbers.js';
import { ImportContractHandler } from './commands/import-contract.handler.js';
import { dunningBinding, LogDunningHandler } from './commands/log-dunning.handler.js';
import { SignContractHandler } from './commands/sign-contract.handler.js';
import {
  AbandonContract,
  ApproveContract,
  DraftContract,
  RecordNegotiationRound,
  RejectContract,
  ReviseContract,
  SubmitForApproval,
} from './domain/contract/contract.commands.js';
import { CONTRACT_TRANSITIONS } from './domain/contract/contract.js';
import {
  RecordOrderEnd,
  ResumeContract,
  SettleTermination,
  SuspendContract,
  TerminateContract,
  VoidContract,
} from './domain/contract/ending.commands.js';
import {
  AcceptExecutionForm,
  CloseContract,
  CompleteContract,
  RecordAcceptance,
  RecordGoodsMovement,
  RecordInstallation,
  ReturnExecutionForm,
  SubmitExecutionForm,
} from './domain/contract/execution.commands.js';
import {
  AllocateReceipt,
  CloseExpiredRelease,
  GrantCreditRelease,
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  MatureReceipt,
  RecordInvoice,
  RecordReceipt,
  RecordRefund,
  RecordSupplierPayment,
  RedInvoice,
  ReverseReceipt,
  TriggerMilestone,
  WaiveMilestone,
} from './domain/contract/money.commands.js';
import { contractCommandRoles } from './http/command-roles.js';
import { ContractDocumentsController } from './http/contract-documents.controller.js';
import { ContractEndingController } from './http/contract-ending.controller.js';
import { ContractExecutionController } from './http/contract-execution.controller.js';
import { ContractImportController } from './http/contract-import.controller.js';
import { ContractMilestonesController } from './http/contract-milestones.controller.js';
import { ContractReceiptsController } from './http/contract-receipts.controller.js';
import { ContractReportsController } from './http/contract-reports.controller.js';
import { ContractsController } from './http/contracts.controller.js';
import { PersonsController } from './http/persons.controller.js';
import { contractProblems } from './http/problems.js';
import { ContractReadModels } from './migrations/1764000001000-contract-read-models.js';
import { ContractMoney } from './migrations/1764000003000-contract-money.js';
import { draftWhenBidAwarded } from './reactions/bid-awarded.reaction.js';
import { recordWhenDelivered, recordWhenDispatched, recordWhenGoodsReady } from './reactions/goods-moved.reaction.js';
import { draftWhenLeadConverted } from './reactions/lead-converted.reaction.js';
import {
  recordWhenOrderCancelled,
  recordWhenOrderClosed,
  recordWhenOrderShortClosed,
} from './reactions/order-ended.reaction.js';
import { publishedEvents } from './reactions/published-events.js';
import { recordWhenAccepted, recordWhenInstalled } from './reactions/site-work.reaction.js';
import { contractAccounts } from './read-models/contract-accounts/contract-accounts.projection.js';
import { contractCard } from './read-models/contract-card/contract-card.projection.js';
import { GetContractCardHandler } from './read-models/contract-card/contract-card.query.js';
import { contractList } from './read-models/contract-list/contract-list.projection.js';
import { FindContractsHandler } from './read-models/contract-list/contract-list.query.js';
import { GetInvoicedUnpaidHandler } from './read-models/invoiced-unpaid/invoiced-unpaid.query.js';
import { GetPaymentGatesHandler } from './read-models/payment-gates/payment-gates.query.js';
import { GetReceiptRatesHandler } from './read-models/receipt-rates/receipt-rates.query.js';
import { GetAgeingHandler } from './read-models/receivables/ageing.query.js';
import { receivables } from './read-models/receivables/receivables.projection.js';
import { FindReceivablesHandler } from './read-models/receivables/receivables.query.js';
import { GetSigningsDueHandler } from './read-models/signings-due/signings-due.query.js';
import { contractDeadlines } from './timers/contract-deadlines.projection.js';

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
      RecordNegotiationRound,
      // SignContract and ImportContract have handlers of their own: they reserve the contract number first
      SubmitExecutionForm,
      ReturnExecutionForm,
      AcceptExecutionForm,
      RecordGoodsMovement,
      RecordInstallation,
      RecordAcceptance,
      CompleteContract,
      CloseContract,
      SuspendContract,
      ResumeContract,
      VoidContract,
      TerminateContract,
      SettleTermination,
      RecordOrderEnd,
      RecordReceipt,
      AllocateReceipt,
      ReverseReceipt,
      MatureReceipt,
      RecordRefund,
      RecordSupplierPayment,
      RecordInvoice,
      RedInvoice,
      MarkMilestoneDue,
      TriggerMilestone,
      MarkMilestoneOverdue,
      WaiveMilestone,
      GrantCreditRelease,
      CloseExpiredRelease,
    ]),
    decides(numberBinding, []),
    decides(dunningBinding, []), // LogDunning reads the contract first
  ],
  reactions: [
    draftWhenLeadConverted,
    draftWhenBidAwarded,
    recordWhenGoodsReady,
    recordWhenDispatched,
    recordWhenDelivered,
    recordWhenInstalled,
    recordWhenAccepted,
    recordWhenOrderCancelled,
    recordWhenOrderShortClosed,
    recordWhenOrderClosed,
  ],
  publishedEvents,
  projections: [contractList, contractCard, contractAccounts, receivables, contractDeadlines],
  timers: [TriggerMilestone, MarkMilestoneOverdue, MatureReceipt, CloseExpiredRelease],
  migrations: [ContractReadModels, ContractMoney],
  commandRoles: contractCommandRoles,
  readerRoles: ['FINANCE', 'MERCHANDISER', 'PMC'],
  transitions: { contract: CONTRACT_TRANSITIONS },
  problems: contractProblems,
};

@Module({
  controllers: [
    ContractsController,
    ContractImportController,
    ContractExecutionController,
    ContractEndingController,
    ContractReceiptsController,
    ContractMilestonesController,
    ContractReportsController,
    ContractDocumentsController,
    PersonsController,
  ],
  providers: [
    SignContractHandler,
    ImportContractHandler,
    LogDunningHandler,
    FindContractsHandler,
    GetContractCardHandler,
    FindReceivablesHandler,
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
