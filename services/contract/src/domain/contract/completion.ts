import { Rejected } from '@engsales/event-sourcing/decider';
import { isAtLeast } from '@engsales/values';
import { isGoods } from './contract-document.js';
import type { ContractEvent } from './contract.events.js';
import type { ExistingContract } from './contract-state.js';
import type { CloseContract, CompleteContract } from './execution.commands.js';
import { progressOf } from './goods-progress.js';
import { outstandingFen } from './payment-schedule.js';

/** One thing that stands between a contract and its end. */
export type OpenItem =
  | {
      readonly what: 'LINE_NOT_DELIVERED';
      readonly lineId: string;
      readonly deliveredQty: string;
      readonly qty: string;
    }
  | { readonly what: 'LINE_NOT_ACCEPTED'; readonly lineId: string }
  | { readonly what: 'MILESTONE_NOT_PAID'; readonly milestoneId: string; readonly outstandingFen: number };

/** Everything is delivered and accepted. @throws Rejected CONTRACT_NOT_COMPLETABLE with details.open */
export function complete({ issued }: CompleteContract, contract: ExistingContract): ContractEvent[] {
  const open = [...undelivered(contract), ...unaccepted(contract)];
  if (open.length > 0)
    throw new Rejected('CONTRACT_NOT_COMPLETABLE', 'not everything is delivered and accepted', { open });
  const { contractId } = contract;
  const data = { contractId, state: 'COMPLETED' as const, completedBy: issued.by.id, completedOn: issued.today };
  return [{ type: 'ContractCompleted', data }];
}

/** All but the retention is paid; that may come years later. @throws Rejected CONTRACT_NOT_CLOSABLE with details.open */
export function close({ issued }: CloseContract, contract: ExistingContract): ContractEvent[] {
  const open = [...unaccepted(contract), ...unpaid(contract)];
  if (open.length > 0) throw new Rejected('CONTRACT_NOT_CLOSABLE', 'something is still open', { open });
  const { contractId } = contract;
  return [
    { type: 'ContractClosed', data: { contractId, state: 'CLOSED', closedBy: issued.by.id, closedOn: issued.today } },
  ];
}

function undelivered({ document, progress }: ExistingContract): OpenItem[] {
  return document.lines.filter(isGoods).flatMap(({ lineId, qty }): OpenItem[] => {
    const { deliveredQty } = progressOf(progress, lineId);
    return isAtLeast(deliveredQty, qty) ? [] : [{ what: 'LINE_NOT_DELIVERED', lineId, deliveredQty, qty }];
  });
}

function unaccepted({ document, progress }: ExistingContract): OpenItem[] {
  const lines = document.lines.filter(({ lineId }) => !progressOf(progress, lineId).acceptedOn);
  return lines.map(({ lineId }) => ({ what: 'LINE_NOT_ACCEPTED', lineId }));
}

function unpaid({ milestones = [] }: ExistingContract): OpenItem[] {
  const due = milestones.filter((m) => m.kind !== 'RETENTION' && outstandingFen(m) > 0);
  return due.map((m) => ({ what: 'MILESTONE_NOT_PAID', milestoneId: m.id, outstandingFen: outstandingFen(m) }));
}
