import { issued } from '@engsales/event-sourcing/testing';
import type { Issued } from '@engsales/event-sourcing/decider';
import { randomUUID } from 'node:crypto';
import { contract, type Contract, type ExistingContract } from '../src/domain/contract/contract.js';
import * as drafting from '../src/domain/contract/contract.commands.js';
import { ToContract, type ContractCommand } from '../src/domain/contract/contract.commands.js';
import { aDocument, CONTRACT_ID, PROJECT_ID, SIGNATORIES } from '../src/domain/contract/contract.fixtures.js';
import type { DraftDocument } from '../src/domain/contract/contract-document.js';
import type { ContractEvent } from '../src/domain/contract/contract.events.js';
import {
  AcceptExecutionForm,
  RecordAcceptance,
  RecordGoodsMovement,
  SubmitExecutionForm,
} from '../src/domain/contract/execution.commands.js';
import { RecordReceipt } from '../src/domain/contract/money.commands.js';

type CommandOf<Data> = new (
  data: Data & { readonly contractId: string },
  issued: Issued,
) => ToContract<Data> & ContractCommand;

/** A contract that is led through commands, for specs that begin late in its life. */
export class Walk {
  state: Contract = contract.initialState;
  today = '2025-03-10';
  last: readonly ContractEvent[] = [];

  do<Data>(Command: CommandOf<Data>, data: Data, by = 'sun-li', commandId: string = randomUUID()): this {
    const command = new Command(
      { contractId: CONTRACT_ID, ...data },
      issued({ commandId, by: { id: by, role: 'COMMERCE' }, today: this.today }),
    );
    this.last = contract.decide(command, this.state);
    // as the store does: what is not JSON would not come back
    this.last = JSON.parse(JSON.stringify(this.last)) as ContractEvent[];
    this.state = this.last.reduce((state, event) => contract.evolve(state, event), this.state);
    return this;
  }

  on(today: string): this {
    this.today = today;
    return this;
  }

  get now(): ExistingContract {
    if (this.state.state === 'NONE') throw new Error('the contract was not begun');
    return this.state;
  }

  get types(): string[] {
    return this.last.map((event) => event.type);
  }

  milestone(id: string) {
    return this.now.milestones?.find((milestone) => milestone.id === id);
  }

  receipt(amountFen: number, milestoneId?: string, changes: object = {}): this {
    const allocations = milestoneId ? [{ milestoneId, amountFen }] : [];
    const bankRef = `B-${(this.now.receipts?.length ?? 0) + 1}`;
    return this.do(RecordReceipt, {
      amountFen,
      receivedOn: this.today,
      bankRef,
      instrument: 'TRANSFER' as const,
      allocations,
      ...changes,
    });
  }

  get lastReceiptId(): string {
    return this.now.receipts?.at(-1)?.receiptId ?? '';
  }
}

export function draftedWalk(changes: Partial<DraftDocument> = {}): Walk {
  return new Walk().do(drafting.DraftContract, { projectId: PROJECT_ID, document: aDocument(changes) }, 'li-na');
}

/** Fixture P1, signed on 2025-03-10. */
export function signedWalk(changes: Partial<DraftDocument> = {}): Walk {
  return draftedWalk(changes)
    .do(drafting.SubmitForApproval, {}, 'li-na')
    .do(drafting.ApproveContract, {}, 'wang')
    .do(drafting.SignContract, {
      contractNo: 'HT-2025-0031',
      signedOn: '2025-03-10',
      signatories: SIGNATORIES,
      scanRef: 'scan-1',
    });
}

export const executedWalk = (): Walk =>
  signedWalk().do(SubmitExecutionForm, {}, 'li-na').do(AcceptExecutionForm, { commerceOwnerId: 'sun-li' });

/** All goods delivered, all lines accepted. */
export function finishedWalk(): Walk {
  const walk = executedWalk();
  for (const { lineId, qty } of walk.now.document.lines.slice(0, 3)) {
    walk.do(RecordGoodsMovement, { lineId, cumulativeDeliveredQty: qty, on: '2025-03-10', ref: 's' });
  }
  const lineIds = walk.now.document.lines.map((line) => line.lineId);
  const certificate = { acceptanceId: 'a-1', certNo: 'YS-1', on: '2025-03-10', result: 'PASSED' as const };
  return walk.do(RecordAcceptance, { ...certificate, lineIds });
}
