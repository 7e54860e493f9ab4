import type { RecordedEvent } from '@engsales/event-sourcing';
import { projection } from '@engsales/read-models';
import { dropTimer, setTimer } from '@engsales/timers';
import { addDays, startOfDay } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { MilestoneStanding } from '../domain/contract/account.js';
import type { ContractEvent } from '../domain/contract/contract.events.js';
import type { Receipt } from '../domain/contract/money.js';
import type { PaymentMilestone } from '../domain/contract/payment-schedule.js';

const HANDLED = [
  'ContractSigned',
  'ContractImported',
  'PaymentMilestoneDue',
  'PaymentMilestoneTriggered',
  'PaymentMilestoneOverdue',
  'PaymentMilestoneWaived',
  'RetentionPeriodBegun',
  'ReceiptRecorded',
  'ReceiptAllocated',
  'ReceiptReversed',
  'ReceiptMatured',
  'RefundRecorded',
  'PaymentGateOverridden',
  'PaymentGateOpened',
  'PaymentGateClosed',
] as const;

type Handled = Extract<ContractEvent, { type: (typeof HANDLED)[number] }>;

/** What becomes true by the calendar alone: triggers with a known day, overdue milestones, maturities, ends of releases. */
export const contractDeadlines = projection({
  name: 'contract-deadlines',
  tables: [],
  handles: HANDLED,
  async apply(recorded: RecordedEvent, rows: EntityManager): Promise<void> {
    const event = recorded as unknown as Handled;
    const deadlines = new Deadlines(event.data.contractId, rows);
    switch (event.type) {
      case 'ContractSigned':
        return deadlines.ofMilestones(event.data.document.milestones);
      case 'ContractImported':
        await deadlines.ofMilestones(event.data.milestones);
        for (const receipt of event.data.receipts) await deadlines.ofReceipt(receipt);
        return;
      case 'PaymentMilestoneDue':
      case 'PaymentMilestoneTriggered':
        await deadlines.noTrigger(event.data.milestoneId);
        return deadlines.ofStanding({ status: 'DUE', ...event.data, unclearedFen: 0 });
      case 'PaymentMilestoneOverdue':
      case 'PaymentMilestoneWaived':
        return deadlines.ofStanding({ ...event.data, unclearedFen: 0 });
      case 'RetentionPeriodBegun':
        return deadlines.trigger(event.data.milestoneId, event.data.triggersOn);
      case 'ReceiptRecorded':
        await deadlines.ofReceipt(event.data);
        return deadlines.ofStandings(event.data.milestones);
      case 'ReceiptReversed':
      case 'ReceiptMatured':
        await deadlines.noMaturity(event.data.receiptId);
        return deadlines.ofStandings(event.data.milestones);
      case 'ReceiptAllocated':
      case 'RefundRecorded':
        return deadlines.ofStandings(event.data.milestones);
      case 'PaymentGateOverridden':
        return deadlines.release(event.data.gate, event.data.until);
      case 'PaymentGateOpened':
      case 'PaymentGateClosed':
        return deadlines.noRelease(event.data.gate);
    }
  },
});

/** The timers of one contract. Every deadline is the beginning of a business day in Shanghai. */
class Deadlines {
  constructor(
    private readonly contractId: string,
    private readonly rows: EntityManager,
  ) {}

  async ofMilestones(milestones: readonly PaymentMilestone[]): Promise<void> {
    for (const { id, status, paidFen, dueOn, triggersOn } of milestones) {
      if (dueOn !== undefined) await this.ofStanding({ milestoneId: id, status, paidFen, unclearedFen: 0, dueOn });
      else if (triggersOn !== undefined) await this.trigger(id, triggersOn);
    }
  }

  async ofStandings(moved: readonly MilestoneStanding[]): Promise<void> {
    for (const standing of moved) await this.ofStanding(standing);
  }

  /** Overdue on the day after the last day to pay, while something is open. */
  async ofStanding({ milestoneId, status, dueOn }: MilestoneStanding): Promise<void> {
    const key = this.key('overdue', milestoneId);
    const open = (status === 'DUE' || status === 'PART_PAID') && dueOn !== undefined;
    if (!open) return dropTimer(this.rows, key);
    return this.set(key, addDays(dueOn, 1), 'MarkMilestoneOverdue', {});
  }

  trigger(milestoneId: string, on: string): Promise<void> {
    return this.set(this.key('trigger', milestoneId), on, 'TriggerMilestone', { milestoneId });
  }

  noTrigger(milestoneId: string): Promise<void> {
    return dropTimer(this.rows, this.key('trigger', milestoneId));
  }

  async ofReceipt({ receiptId, cleared, maturesOn }: Receipt): Promise<void> {
    if (cleared || maturesOn === undefined) return;
    await this.set(this.key('maturity', receiptId), maturesOn, 'MatureReceipt', { receiptId });
  }

  noMaturity(receiptId: string): Promise<void> {
    return dropTimer(this.rows, this.key('maturity', receiptId));
  }

  release(gate: string, until: string): Promise<void> {
    return this.set(this.key('release', gate), addDays(until, 1), 'CloseExpiredRelease', { gate });
  }

  noRelease(gate: string): Promise<void> {
    return dropTimer(this.rows, this.key('release', gate));
  }

  private set(key: string, on: string, command: string, data: object): Promise<void> {
    const { contractId } = this;
    return setTimer(this.rows, { key, dueAt: startOfDay(on), command, data: { contractId, ...data } });
  }

  private key(what: string, of: string): string {
    return `${what}:${this.contractId}:${of}`;
  }
}
