import { issued, refusalOf, typesWrittenOut } from '@engsales/event-sourcing/testing';
import { contract } from './contract.js';
import type { ContractCommand } from './contract.commands.js';
import { aDocument, CONTRACT_ID } from './contract.fixtures.js';
import {
  approvedWalk,
  completedWalk,
  ContractWalk,
  draftedWalk,
  executedWalk,
  IMPORT,
  settledWalk,
  SIGNATURE,
  signedWalk,
  TERMINATION,
} from './contract.walk.js';
import * as drafting from './drafting/drafting.commands.js';
import * as ending from './ending/ending.commands.js';
import * as execution from './execution/execution.commands.js';
import { ImportContract } from './importing/importing.commands.js';
import * as milestones from './milestones/milestones.commands.js';
import * as money from './money/money.commands.js';
import { SignContract } from './signing/signing.commands.js';

const STATES = {
  NONE: () => new ContractWalk(),
  DRAFT: draftedWalk,
  NEGOTIATING: () => draftedWalk().do(drafting.RecordNegotiationRound, { topic: '价格', ours: '1', theirs: '2' }),
  PENDING_APPROVAL: () => draftedWalk().do(drafting.SubmitForApproval, {}),
  APPROVED: approvedWalk,
  ABANDONED: () => approvedWalk().do(drafting.AbandonContract, { reason: 'x' }),
  SIGNED: signedWalk,
  IN_EXECUTION: executedWalk,
  COMPLETED: completedWalk,
  CLOSED: () => completedWalk().do(execution.CloseContract, {}),
  SUSPENDED: () => executedWalk().do(ending.SuspendContract, { reason: 'x', since: '2025-03-10' }),
  VOIDED: () => signedWalk().do(ending.VoidContract, { reason: 'x', docRef: 'd' }),
  TERMINATED: () => executedWalk().do(ending.TerminateContract, TERMINATION),
  SETTLED: settledWalk,
} satisfies Record<string, () => ContractWalk>;
type State = keyof typeof STATES;

const ALL = Object.keys(STATES) as State[];
const SIGNED: State[] = [
  ...(['SIGNED', 'IN_EXECUTION', 'COMPLETED', 'CLOSED'] as const),
  ...(['SUSPENDED', 'VOIDED', 'TERMINATED', 'SETTLED'] as const),
];
const ENDED: State[] = ['CLOSED', 'VOIDED', 'TERMINATED', 'SETTLED', 'ABANDONED'];

const by = issued({ by: { id: 'someone', role: 'X' } });
const of = { contractId: CONTRACT_ID };

/** Where each command is possible, as the rules say; written by hand, not read from the code. */
const POSSIBLE: readonly (readonly [ContractCommand, readonly State[]])[] = [
  [new drafting.DraftContract({ ...of, projectId: 'p', document: aDocument() }, by), ['NONE']],
  [new ImportContract({ ...of, ...IMPORT }, by), ['NONE']],
  [new drafting.ReviseContract({ ...of, document: aDocument() }, by), ['DRAFT', 'NEGOTIATING', 'APPROVED']],
  [new drafting.RecordNegotiationRound({ ...of, topic: '价格', ours: '1', theirs: '2' }, by), ['DRAFT', 'NEGOTIATING']],
  [new drafting.SubmitForApproval(of, by), ['DRAFT', 'NEGOTIATING']],
  [new drafting.ApproveContract(of, by), ['PENDING_APPROVAL']],
  [new drafting.RejectContract({ ...of, reason: 'x' }, by), ['PENDING_APPROVAL']],
  [new drafting.AbandonContract({ ...of, reason: 'x' }, by), ['DRAFT', 'NEGOTIATING', 'PENDING_APPROVAL', 'APPROVED']],
  [new SignContract({ ...of, ...SIGNATURE }, by), ['APPROVED']],
  [new execution.SubmitExecutionForm(of, by), ['SIGNED']],
  [new execution.AcceptExecutionForm(of, by), ['SIGNED']],
  [new execution.ReturnExecutionForm({ ...of, reason: 'x' }, by), ['SIGNED']],
  [new execution.RecordGoodsMovement({ ...of, lineId: 'L1', on: '2025-03-10', ref: 's' }, by), SIGNED],
  [new execution.RecordInstallation({ ...of, lineIds: ['L1'], on: '2025-03-10', ref: 's' }, by), SIGNED],
  [
    new execution.RecordAcceptance(
      { ...of, acceptanceId: 'a', lineIds: ['L1'], certNo: 'c', on: '2025-03-10', result: 'PASSED' },
      by,
    ),
    SIGNED,
  ],
  [new execution.CompleteContract(of, by), ['IN_EXECUTION']],
  [new execution.CloseContract(of, by), ['COMPLETED']],
  [new ending.SuspendContract({ ...of, reason: 'x', since: '2025-03-10' }, by), ['SIGNED', 'IN_EXECUTION']],
  [new ending.ResumeContract({ ...of, resumedOn: '2025-03-10' }, by), ['SUSPENDED']],
  [new ending.VoidContract({ ...of, reason: 'x', docRef: 'd' }, by), ['SIGNED', 'IN_EXECUTION', 'SUSPENDED']],
  [new ending.TerminateContract({ ...of, ...TERMINATION }, by), ['SIGNED', 'IN_EXECUTION', 'SUSPENDED', 'VOIDED']],
  [new ending.SettleTermination({ ...of, finalFen: 0 }, by), ['TERMINATED']],
  [new ending.RecordOrderEnd({ ...of, lineId: 'L1', outcome: 'CLOSED', sunkCostFen: 0 }, by), SIGNED],
  [
    new money.RecordReceipt(
      { ...of, amountFen: 1, receivedOn: '2025-03-10', bankRef: 'new', instrument: 'TRANSFER' },
      by,
    ),
    SIGNED,
  ],
  [new money.AllocateReceipt({ ...of, receiptId: 'r', allocations: [] }, by), SIGNED],
  [new money.ReverseReceipt({ ...of, receiptId: 'r', reason: 'x' }, by), SIGNED],
  [new money.MatureReceipt({ ...of, receiptId: 'r' }, by), SIGNED],
  [new money.RecordRefund({ ...of, amountFen: 1, on: '2025-03-10', bankRef: 'b' }, by), SIGNED],
  [
    new money.RecordSupplierPayment(
      { ...of, supplierPartyId: 'p', amountFen: 1, paidOn: '2025-03-10', bankRef: 'b' },
      by,
    ),
    SIGNED,
  ],
  [new money.RecordInvoice({ ...of, invoiceNo: 'i', kind: 'VAT_SPECIAL', amountFen: 1, taxFen: 0 }, by), SIGNED],
  [new money.RedInvoice({ ...of, invoiceId: 'i', redInvoiceNo: 'r', reason: 'x' }, by), SIGNED],
  [new milestones.MarkMilestoneDue({ ...of, trigger: 'INSTALLED', ref: 'r', on: '2025-03-10' }, by), SIGNED],
  [new milestones.TriggerMilestone({ ...of, milestoneId: 'M5' }, by), SIGNED],
  [new milestones.MarkMilestoneOverdue(of, by), SIGNED],
  [new milestones.WaiveMilestone({ ...of, milestoneId: 'M3', reason: 'x' }, by), SIGNED],
  [
    new milestones.GrantCreditRelease({ ...of, gate: 'DISPATCH', until: '2025-12-31', reason: 'x' }, by),
    ['SIGNED', 'IN_EXECUTION', 'COMPLETED', 'SUSPENDED'],
  ],
  [new milestones.CloseExpiredRelease({ ...of, gate: 'DISPATCH' }, by), SIGNED],
];

/** The code with which the state alone refuses a command. */
function codeIn(state: State, type: string): string {
  if (type === 'DraftContract' || type === 'ImportContract') return 'DUPLICATE_CONTRACT';
  if (type === 'ReviseContract' && SIGNED.includes(state)) return 'SIGNED_CONTRACT_IMMUTABLE';
  if (state === 'NONE') return 'NOT_FOUND';
  return ENDED.includes(state) ? 'CONTRACT_ENDED' : 'INVALID_TRANSITION';
}

describe('every command of a contract in every state (C-57, C-77)', () => {
  it('is in this table', () =>
    expect(POSSIBLE.map(([command]) => command.type).sort()).toEqual(Object.keys(contract.transitions).sort()));

  describe.each(ALL)('%s', (state) => {
    const { state: now } = STATES[state]();
    const refused = (command: ContractCommand) => refusalOf(() => contract.decide(command, now));
    it('is the state of its walk', () => expect(now.state).toBe(state));
    for (const [command, states] of POSSIBLE) {
      const { type } = command;
      if (states.includes(state)) {
        it(`decides on ${type}`, () => {
          const { code, possibleIn } = refused(command);
          expect(['CONTRACT_ENDED', 'SIGNED_CONTRACT_IMMUTABLE', 'DUPLICATE_CONTRACT']).not.toContain(code);
          // the execution form, a milestone or a receipt may refuse by a state of its own, and says so
          if (code === 'INVALID_TRANSITION') expect(possibleIn ?? []).not.toEqual(contract.transitions[type]);
        });
      } else it(`does not allow ${type}`, () => expect(refused(command).code).toBe(codeIn(state, type)));
    }
  });
});

it('every event of a contract is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(contract.stored).filter((type) => !written.has(type))).toEqual([]);
});
