import { Rejected } from '@engsales/event-sourcing/decider';
import { given, issued } from '@engsales/event-sourcing/testing';
import { contract, CONTRACT_TRANSITIONS, type ContractState } from './contract.js';
import {
  AbandonContract,
  ApproveContract,
  RecordNegotiationRound,
  RejectContract,
  ReviseContract,
  SignContract,
  SubmitForApproval,
  type ContractCommand,
} from './contract.commands.js';
import { contractEvents } from './contract.events.js';
import { abandoned, aDocument, CONTRACT_ID, SIGNATORIES } from './contract.fixtures.js';
import * as ending from './ending.commands.js';
import * as execution from './execution.commands.js';
import * as money from './money.commands.js';
import { draftedWalk, executedWalk, finishedWalk, signedWalk, type Walk } from '../../../test/walk.fixtures.js';

const ofContract = { contractId: CONTRACT_ID };
const by = issued({ by: { id: 'someone', role: 'X' } });
const round = { topic: '价格', ours: '700 万', theirs: '690 万' };

const commands: Record<keyof typeof CONTRACT_TRANSITIONS, ContractCommand> = {
  ReviseContract: new ReviseContract({ ...ofContract, document: aDocument() }, by),
  RecordNegotiationRound: new RecordNegotiationRound({ ...ofContract, ...round }, by),
  SubmitForApproval: new SubmitForApproval(ofContract, by),
  ApproveContract: new ApproveContract(ofContract, by),
  RejectContract: new RejectContract({ ...ofContract, reason: 'x' }, by),
  AbandonContract: new AbandonContract({ ...ofContract, reason: 'x' }, by),
  SignContract: new SignContract(
    { ...ofContract, contractNo: 'HT-1', signedOn: '2025-03-10', signatories: SIGNATORIES, scanRef: 's' },
    by,
  ),
  SubmitExecutionForm: new execution.SubmitExecutionForm(ofContract, by),
  AcceptExecutionForm: new execution.AcceptExecutionForm(ofContract, by),
  ReturnExecutionForm: new execution.ReturnExecutionForm({ ...ofContract, reason: 'x' }, by),
  RecordGoodsMovement: new execution.RecordGoodsMovement(
    { ...ofContract, lineId: 'L1', on: '2025-03-10', ref: 's' },
    by,
  ),
  RecordInstallation: new execution.RecordInstallation(
    { ...ofContract, lineIds: ['L1'], on: '2025-03-10', ref: 's' },
    by,
  ),
  RecordAcceptance: new execution.RecordAcceptance(
    { ...ofContract, acceptanceId: 'a', lineIds: ['L1'], certNo: 'c', on: '2025-03-10', result: 'PASSED' },
    by,
  ),
  CompleteContract: new execution.CompleteContract(ofContract, by),
  CloseContract: new execution.CloseContract(ofContract, by),
  SuspendContract: new ending.SuspendContract({ ...ofContract, reason: 'x', since: '2025-03-10' }, by),
  ResumeContract: new ending.ResumeContract({ ...ofContract, resumedOn: '2025-03-10' }, by),
  VoidContract: new ending.VoidContract({ ...ofContract, reason: 'x', docRef: 'd' }, by),
  TerminateContract: new ending.TerminateContract({ ...ofContract, initiator: 'US', reason: 'x', docRef: 'd' }, by),
  SettleTermination: new ending.SettleTermination({ ...ofContract, finalFen: 0 }, by),
  RecordOrderEnd: new ending.RecordOrderEnd({ ...ofContract, lineId: 'L1', outcome: 'CLOSED', sunkCostFen: 0 }, by),
  RecordReceipt: new money.RecordReceipt(
    { ...ofContract, amountFen: 1, receivedOn: '2025-03-10', bankRef: 'new', instrument: 'TRANSFER' },
    by,
  ),
  AllocateReceipt: new money.AllocateReceipt({ ...ofContract, receiptId: 'r', allocations: [] }, by),
  ReverseReceipt: new money.ReverseReceipt({ ...ofContract, receiptId: 'r', reason: 'x' }, by),
  MatureReceipt: new money.MatureReceipt({ ...ofContract, receiptId: 'r' }, by),
  RecordRefund: new money.RecordRefund({ ...ofContract, amountFen: 1, on: '2025-03-10', bankRef: 'b' }, by),
  RecordSupplierPayment: new money.RecordSupplierPayment(
    { ...ofContract, supplierPartyId: 'p', amountFen: 1, paidOn: '2025-03-10', bankRef: 'b' },
    by,
  ),
  RecordInvoice: new money.RecordInvoice(
    { ...ofContract, invoiceNo: 'i', kind: 'VAT_SPECIAL', amountFen: 1, taxFen: 0 },
    by,
  ),
  RedInvoice: new money.RedInvoice({ ...ofContract, invoiceId: 'i', redInvoiceNo: 'r', reason: 'x' }, by),
  MarkMilestoneDue: new money.MarkMilestoneDue({ ...ofContract, trigger: 'INSTALLED', ref: 'r', on: '2025-03-10' }, by),
  TriggerMilestone: new money.TriggerMilestone({ ...ofContract, milestoneId: 'M5' }, by),
  MarkMilestoneOverdue: new money.MarkMilestoneOverdue(ofContract, by),
  WaiveMilestone: new money.WaiveMilestone({ ...ofContract, milestoneId: 'M3', reason: 'x' }, by),
  GrantCreditRelease: new money.GrantCreditRelease(
    { ...ofContract, gate: 'DISPATCH', until: '2025-12-31', reason: 'x' },
    by,
  ),
  CloseExpiredRelease: new money.CloseExpiredRelease({ ...ofContract, gate: 'DISPATCH' }, by),
};

const completed = () => {
  const walk = finishedWalk().do(execution.CompleteContract, {});
  for (const { id, amountFen } of walk.now.milestones?.slice(0, 4) ?? []) walk.receipt(amountFen, id);
  return walk;
};
const settled = () => {
  const walk = executedWalk().do(ending.TerminateContract, { initiator: 'US' as const, reason: 'x', docRef: 'd' });
  for (const lineId of ['L1', 'L2', 'L3']) {
    walk.do(ending.RecordOrderEnd, { lineId, outcome: 'CANCELLED' as const, sunkCostFen: 100 });
  }
  return walk.do(ending.SettleTermination, { finalFen: 1_000 });
};
const walks: Record<ContractState, () => Walk> = {
  DRAFT: draftedWalk,
  PENDING_APPROVAL: () => draftedWalk().do(SubmitForApproval, {}, 'li-na'),
  NEGOTIATING: () => draftedWalk().do(RecordNegotiationRound, round),
  APPROVED: () => draftedWalk().do(SubmitForApproval, {}, 'li-na').do(ApproveContract, {}, 'wang'),
  SIGNED: signedWalk,
  IN_EXECUTION: executedWalk,
  COMPLETED: completed,
  CLOSED: () => completed().do(execution.CloseContract, {}),
  SUSPENDED: () => executedWalk().do(ending.SuspendContract, { reason: 'x', since: '2025-03-10' }),
  VOIDED: () => signedWalk().do(ending.VoidContract, { reason: 'x', docRef: 'd' }),
  TERMINATED: () => executedWalk().do(ending.TerminateContract, { initiator: 'US' as const, reason: 'x', docRef: 'd' }),
  SETTLED: () => settled(),
  ABANDONED: () => {
    const walk = draftedWalk();
    walk.state = contract.evolve(walk.state, abandoned);
    return walk;
  },
};

describe('every command in every state', () => {
  const cells = Object.entries(walks).flatMap(([state, walk]) =>
    Object.values(commands).map((command) => [command.type, state, command, walk().now] as const),
  );
  it.each(cells)('%s in %s is decided on or refused as the table says', (type, state, command, now) => {
    expect(now.state).toBe(state);
    const possibleIn = CONTRACT_TRANSITIONS[type as keyof typeof commands];
    const refusal = refusalOf(() => contract.decide(command, now));
    const forState = refusal?.details.possibleIn === possibleIn || refusal?.code === 'SIGNED_CONTRACT_IMMUTABLE';
    expect(forState).toBe(!possibleIn.includes(state as ContractState));
  });

  it.each(Object.values(commands))('$type finds no contract where there is none', (command) =>
    given(contract).when(command).thenRejected('NOT_FOUND'),
  );

  it('has a stored version for each event that the decider can record', () => {
    const recorded = new Set(Object.keys(contractEvents));
    expect(
      completed()
        .do(execution.CloseContract, {})
        .types.every((type) => recorded.has(type)),
    ).toBe(true);
  });
});

function refusalOf(decide: () => unknown): Rejected | undefined {
  try {
    decide();
    return undefined;
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
}
