import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isAtLeast } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { isGoods } from '../drafting/drafting.state.js';
import { outstandingFen } from '../milestones/milestones.state.js';
import { CloseContract, CompleteContract, type CompletionCommand } from './execution.commands.js';
import type { CompletionEvent } from './execution.events.js';
import { progressOf } from './execution.state.js';

/** The end of a contract as it was meant. */
export const completionRules = {
  CompleteContract: { command: CompleteContract, in: ['IN_EXECUTION'], decide: completeContract },
  CloseContract: { command: CloseContract, in: ['COMPLETED'], decide: closeContract },
} satisfies RulesOf<CompletionCommand, SignedContract, ContractEvent>;

export const completionFold = {
  ContractCompleted: (contract, { state, completedOn }) => ({ ...contract, state, completedOn }),
  ContractClosed: (contract, { state, closedOn }) => ({ ...contract, state, closedOn }),
} satisfies FoldOf<CompletionEvent, SignedContract>;

/** One thing that stands between a contract and its end. */
type OpenItem =
  | {
      readonly what: 'LINE_NOT_DELIVERED';
      readonly lineId: string;
      readonly deliveredQty: string;
      readonly qty: string;
    }
  | { readonly what: 'LINE_NOT_ACCEPTED'; readonly lineId: string }
  | { readonly what: 'MILESTONE_NOT_PAID'; readonly milestoneId: string; readonly outstandingFen: number };

/** Everything is delivered and accepted. @throws Rejected CONTRACT_NOT_COMPLETABLE with details.open */
function completeContract({ issued }: CompleteContract, contract: SignedContract): ContractEvent[] {
  const open = [...undeliveredLines(contract), ...unacceptedLines(contract)];
  if (open.length > 0) {
    throw new Rejected('CONTRACT_NOT_COMPLETABLE', 'not everything is delivered and accepted', { open });
  }
  const by = { completedBy: issued.by.id, completedOn: issued.today };
  return [{ type: 'ContractCompleted', data: { contractId: contract.contractId, state: 'COMPLETED', ...by } }];
}

/** All but the retention is paid; that may come years later. @throws Rejected CONTRACT_NOT_CLOSABLE with details.open */
function closeContract({ issued }: CloseContract, contract: SignedContract): ContractEvent[] {
  const open = [...unacceptedLines(contract), ...unpaidMilestones(contract)];
  if (open.length > 0) throw new Rejected('CONTRACT_NOT_CLOSABLE', 'something is still open', { open });
  const by = { closedBy: issued.by.id, closedOn: issued.today };
  return [{ type: 'ContractClosed', data: { contractId: contract.contractId, state: 'CLOSED', ...by } }];
}

function undeliveredLines({ document, progress }: SignedContract): OpenItem[] {
  return document.lines.filter(isGoods).flatMap(({ lineId, qty }): OpenItem[] => {
    const { deliveredQty } = progressOf(progress, lineId);
    return isAtLeast(deliveredQty, qty) ? [] : [{ what: 'LINE_NOT_DELIVERED', lineId, deliveredQty, qty }];
  });
}

function unacceptedLines({ document, progress }: SignedContract): OpenItem[] {
  const lines = document.lines.filter(({ lineId }) => !progressOf(progress, lineId).acceptedOn);
  return lines.map(({ lineId }) => ({ what: 'LINE_NOT_ACCEPTED', lineId }));
}

function unpaidMilestones({ milestones }: SignedContract): OpenItem[] {
  const due = milestones.filter((m) => m.kind !== 'RETENTION' && outstandingFen(m) > 0);
  return due.map((m) => ({ what: 'MILESTONE_NOT_PAID', milestoneId: m.id, outstandingFen: outstandingFen(m) }));
}
