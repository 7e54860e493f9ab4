import { eachOf, projection } from '@engsales/read-models';
import { dropTimer, setTimer } from '@engsales/timers';
import { addDays, startOfDay } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { ContractEvent } from '../domain/contract/contract.events.js';
import type { MilestoneRecord } from '../domain/contract/milestones/milestones.events.js';

const each = eachOf<ContractEvent>();

/** What becomes true by the calendar alone: triggers with a known day, overdue milestones, maturities, ends of releases. */
export const contractDeadlines = projection<ContractEvent>({
  name: 'contract-deadlines',
  tables: [],
  on: {
    ContractSigned: ({ data }, rows) => setMilestones(rows, data.contractId, data.document.milestones),
    ContractImported: async ({ data }, rows) => {
      await setMilestones(rows, data.contractId, data.milestones);
      for (const receipt of data.receipts) await setMaturity(rows, data.contractId, receipt);
    },
    ...each(['PaymentMilestoneDue', 'PaymentMilestoneTriggered'], async ({ data }, rows) => {
      await dropTimer(rows, triggerKey(data.contractId, data.milestoneId));
      await setPayment(rows, data.contractId, data);
    }),
    ...each(['PaymentMilestoneOverdue', 'PaymentMilestoneWaived'], ({ data }, rows) =>
      dropTimer(rows, overdueKey(data.contractId, data.milestoneId)),
    ),
    PaymentMilestoneWaiverRevoked: ({ data }, rows) => setPayment(rows, data.contractId, data),
    PaymentMilestoneDueWithdrawn: async ({ data: { contractId, milestoneId, triggersOn } }, rows) => {
      await dropTimer(rows, overdueKey(contractId, milestoneId));
      if (triggersOn === undefined) await dropTimer(rows, triggerKey(contractId, milestoneId));
      else await setTrigger(rows, contractId, milestoneId, triggersOn);
    },
    ...each(['ContractVoided', 'ContractTerminated', 'ContractSettled'], async ({ data }, rows) => {
      for (const milestoneId of data.cancelledMilestoneIds) {
        await dropTimer(rows, overdueKey(data.contractId, milestoneId));
        await dropTimer(rows, triggerKey(data.contractId, milestoneId));
      }
    }),
    SettlementBalanceChanged: ({ data: { contractId, settlementMilestone } }, rows) =>
      setMilestones(rows, contractId, [settlementMilestone]),
    RetentionPeriodBegun: ({ data }, rows) => setTrigger(rows, data.contractId, data.milestoneId, data.triggersOn),
    ReceiptRecorded: async ({ data }, rows) => {
      await setMaturity(rows, data.contractId, data);
      await setPayments(rows, data.contractId, data.milestones);
    },
    ...each(['ReceiptReversed', 'ReceiptMatured'], async ({ data }, rows) => {
      await dropTimer(rows, maturityKey(data.contractId, data.receiptId));
      await setPayments(rows, data.contractId, data.milestones);
    }),
    ...each(['ReceiptAllocated', 'RefundRecorded', 'RefundReversed'], ({ data }, rows) =>
      setPayments(rows, data.contractId, data.milestones),
    ),
    PaymentGateOverridden: ({ data: { contractId, gate, until } }, rows) =>
      setDeadline(rows, releaseKey(contractId, gate), addDays(until, 1), 'CloseExpiredRelease', { contractId, gate }),
    ...each(['PaymentGateOpened', 'PaymentGateClosed'], ({ data }, rows) =>
      dropTimer(rows, releaseKey(data.contractId, data.gate)),
    ),
  },
});

interface PaymentStanding {
  readonly milestoneId: string;
  readonly status: MilestoneRecord['status'];
  readonly dueOn?: string;
}

interface AcceptedBill {
  readonly receiptId: string;
  readonly cleared: boolean;
  readonly maturesOn?: string;
}

const overdueKey = (contractId: string, milestoneId: string) => `overdue:${contractId}:${milestoneId}`;
const triggerKey = (contractId: string, milestoneId: string) => `trigger:${contractId}:${milestoneId}`;
const maturityKey = (contractId: string, receiptId: string) => `maturity:${contractId}:${receiptId}`;
const releaseKey = (contractId: string, gate: string) => `release:${contractId}:${gate}`;

async function setMilestones(rows: EntityManager, contractId: string, milestones: readonly MilestoneRecord[]) {
  for (const { id, status, dueOn, triggersOn } of milestones) {
    if (dueOn !== undefined) await setPayment(rows, contractId, { milestoneId: id, status, dueOn });
    else if (triggersOn !== undefined) await setTrigger(rows, contractId, id, triggersOn);
  }
}

async function setPayments(rows: EntityManager, contractId: string, moved: readonly PaymentStanding[]): Promise<void> {
  for (const standing of moved) await setPayment(rows, contractId, standing);
}

/** Overdue on the day after the last day to pay, while something is open. */
async function setPayment(rows: EntityManager, contractId: string, { milestoneId, status, dueOn }: PaymentStanding) {
  const key = overdueKey(contractId, milestoneId);
  const open = (status === 'DUE' || status === 'PART_PAID') && dueOn !== undefined;
  if (!open) return dropTimer(rows, key);
  return setDeadline(rows, key, addDays(dueOn, 1), 'MarkMilestoneOverdue', { contractId });
}

const setTrigger = (rows: EntityManager, contractId: string, milestoneId: string, on: string) =>
  setDeadline(rows, triggerKey(contractId, milestoneId), on, 'TriggerMilestone', { contractId, milestoneId });

async function setMaturity(rows: EntityManager, contractId: string, { receiptId, cleared, maturesOn }: AcceptedBill) {
  if (cleared || maturesOn === undefined) return;
  await setDeadline(rows, maturityKey(contractId, receiptId), maturesOn, 'MatureReceipt', { contractId, receiptId });
}

/** At the beginning of a business day in Shanghai. */
const setDeadline = (rows: EntityManager, key: string, on: string, command: string, data: object) =>
  setTimer(rows, { key, dueAt: startOfDay(on), command, data });
