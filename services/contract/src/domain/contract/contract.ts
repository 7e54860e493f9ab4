import { Rejected, type Decider } from '@engsales/event-sourcing/decider';
import { complete, close } from './completion.js';
import type { BeginningCommand, ContractCommand } from './contract.commands.js';
import { contractEvents, type ContractEvent } from './contract.events.js';
import { importContract } from './contract-import.js';
import type { Contract, ExistingContract } from './contract-state.js';
import { CONTRACT_TRANSITIONS } from './contract-transitions.js';
import { closeExpiredRelease, grantCreditRelease } from './credit-release.js';
import { abandon, approve, draft, recordRound, reject, revise, submit } from './drafting.js';
import { recordOrderEnd, resume, settle, suspend, terminate, voidContract } from './ending.js';
import { evolve } from './evolution.js';
import { acceptForm, returnForm, submitForm } from './execution-form.js';
import { recordAcceptance, recordGoodsMovement, recordInstallation } from './goods-progress.js';
import { recordInvoice, redInvoice } from './invoices.js';
import { markDue, markOverdue, triggerMilestone, waiveMilestone } from './milestones.js';
import { allocateReceipt, matureReceipt, recordReceipt, reverseReceipt } from './receipts.js';
import { recordRefund } from './refunds.js';
import { sign } from './signing.js';
import { recordSupplierPayment } from './supplier-payments.js';

export { CONTRACT_TRANSITIONS } from './contract-transitions.js';
export type { Contract, ContractState, ExistingContract } from './contract-state.js';

/** The contract (合同): which file holds the rule of a command stands here. Change orders and penalties will be further files. */
export const contract: Decider<Contract, ContractCommand, ContractEvent> = {
  category: 'contract',
  stored: contractEvents,
  initialState: { state: 'NONE' },
  decide(command, state) {
    try {
      if (command.type === 'DraftContract') return draft(command, state);
      if (command.type === 'ImportContract') return importContract(command, state);
      return decideOn(command, refuseWrongState(command, state));
    } catch (error) {
      if (error instanceof RangeError) throw new Rejected('AMOUNT_TOO_LARGE', error.message);
      throw error;
    }
  },
  evolve,
};

function decideOn(command: Exclude<ContractCommand, BeginningCommand>, existing: ExistingContract): ContractEvent[] {
  switch (command.type) {
    case 'ReviseContract':
      return revise(command, existing);
    case 'RecordNegotiationRound':
      return recordRound(command, existing);
    case 'SubmitForApproval':
      return submit(command, existing);
    case 'ApproveContract':
      return approve(command, existing);
    case 'RejectContract':
      return reject(command, existing);
    case 'AbandonContract':
      return abandon(command, existing);
    case 'SignContract':
      return sign(command, existing);
    case 'SubmitExecutionForm':
      return submitForm(command, existing);
    case 'AcceptExecutionForm':
      return acceptForm(command, existing);
    case 'ReturnExecutionForm':
      return returnForm(command, existing);
    case 'RecordGoodsMovement':
      return recordGoodsMovement(command, existing);
    case 'RecordInstallation':
      return recordInstallation(command, existing);
    case 'RecordAcceptance':
      return recordAcceptance(command, existing);
    case 'CompleteContract':
      return complete(command, existing);
    case 'CloseContract':
      return close(command, existing);
    case 'SuspendContract':
      return suspend(command, existing);
    case 'ResumeContract':
      return resume(command, existing);
    case 'VoidContract':
      return voidContract(command, existing);
    case 'TerminateContract':
      return terminate(command, existing);
    case 'SettleTermination':
      return settle(command, existing);
    case 'RecordOrderEnd':
      return recordOrderEnd(command, existing);
    case 'RecordReceipt':
      return recordReceipt(command, existing);
    case 'AllocateReceipt':
      return allocateReceipt(command, existing);
    case 'ReverseReceipt':
      return reverseReceipt(command, existing);
    case 'MatureReceipt':
      return matureReceipt(command, existing);
    case 'RecordRefund':
      return recordRefund(command, existing);
    case 'RecordSupplierPayment':
      return recordSupplierPayment(command, existing);
    case 'RecordInvoice':
      return recordInvoice(command, existing);
    case 'RedInvoice':
      return redInvoice(command, existing);
    case 'MarkMilestoneDue':
      return markDue(command, existing);
    case 'TriggerMilestone':
      return triggerMilestone(command, existing);
    case 'MarkMilestoneOverdue':
      return markOverdue(command, existing);
    case 'WaiveMilestone':
      return waiveMilestone(command, existing);
    case 'GrantCreditRelease':
      return grantCreditRelease(command, existing);
    case 'CloseExpiredRelease':
      return closeExpiredRelease(command, existing);
  }
}

function refuseWrongState(command: Exclude<ContractCommand, BeginningCommand>, contract: Contract): ExistingContract {
  if (contract.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no contract ${command.data.contractId}`);
  const from = CONTRACT_TRANSITIONS[command.type];
  if (from.includes(contract.state)) return contract;
  if (command.type === 'ReviseContract' && contract.contractNo !== undefined) {
    throw new Rejected('SIGNED_CONTRACT_IMMUTABLE', 'a signed contract is changed by a change order', {
      state: contract.state,
    });
  }
  throw new Rejected('INVALID_TRANSITION', `${command.type} is not possible in ${contract.state}`, {
    command: command.type,
    state: contract.state,
    possibleIn: from,
  });
}
