import type { BeginningCommand, ContractCommand } from './contract.commands.js';
import type { ContractState } from './contract-state.js';

/** Money keeps coming after a contract is closed: a retention two years later (domain.md 2.3). */
const FROM_SIGNED: readonly ContractState[] = [
  'SIGNED',
  'IN_EXECUTION',
  'COMPLETED',
  'CLOSED',
  'SUSPENDED',
  'VOIDED',
  'TERMINATED',
  'SETTLED',
];
const RUNNING: readonly ContractState[] = ['SIGNED', 'IN_EXECUTION', 'COMPLETED', 'SUSPENDED'];

/** In which states a command is possible. Data, not code: exported for tests and operators. */
export const CONTRACT_TRANSITIONS: Readonly<
  Record<Exclude<ContractCommand, BeginningCommand>['type'], readonly ContractState[]>
> = {
  ReviseContract: ['DRAFT', 'NEGOTIATING', 'APPROVED'],
  RecordNegotiationRound: ['DRAFT', 'NEGOTIATING'],
  SubmitForApproval: ['DRAFT', 'NEGOTIATING'],
  ApproveContract: ['PENDING_APPROVAL'],
  RejectContract: ['PENDING_APPROVAL'],
  AbandonContract: ['DRAFT', 'NEGOTIATING', 'PENDING_APPROVAL', 'APPROVED'],
  SignContract: ['APPROVED'],
  SubmitExecutionForm: ['SIGNED'],
  AcceptExecutionForm: ['SIGNED'],
  ReturnExecutionForm: ['SIGNED'],
  RecordGoodsMovement: FROM_SIGNED,
  RecordInstallation: FROM_SIGNED,
  RecordAcceptance: FROM_SIGNED,
  CompleteContract: ['IN_EXECUTION'],
  CloseContract: ['COMPLETED'],
  SuspendContract: ['SIGNED', 'IN_EXECUTION'],
  ResumeContract: ['SUSPENDED'],
  VoidContract: ['SIGNED', 'IN_EXECUTION', 'SUSPENDED'],
  TerminateContract: ['SIGNED', 'IN_EXECUTION', 'SUSPENDED', 'VOIDED'],
  SettleTermination: ['TERMINATED'],
  RecordOrderEnd: FROM_SIGNED,
  RecordReceipt: FROM_SIGNED,
  AllocateReceipt: FROM_SIGNED,
  ReverseReceipt: FROM_SIGNED,
  MatureReceipt: FROM_SIGNED,
  RecordRefund: FROM_SIGNED,
  RecordSupplierPayment: FROM_SIGNED,
  RecordInvoice: FROM_SIGNED,
  RedInvoice: FROM_SIGNED,
  MarkMilestoneDue: FROM_SIGNED,
  TriggerMilestone: FROM_SIGNED,
  MarkMilestoneOverdue: FROM_SIGNED,
  WaiveMilestone: FROM_SIGNED,
  GrantCreditRelease: RUNNING,
  CloseExpiredRelease: FROM_SIGNED,
};
