import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import type { SignedContract } from '../contract.state.js';
import { milestoneFromRecord, recordOfMilestone } from '../milestones/milestone-records.js';
import { dueEvent } from '../milestones/milestone-triggers.js';
import {
  openMilestoneIds,
  outstandingFen,
  paymentAxis,
  withoutMilestones,
  type PaymentMilestone,
} from '../milestones/milestones.state.js';
import { trigger, SETTLEMENT_ID } from '../milestones/payment-schedule.js';
import { accountOf, netReceivedFen } from '../money/account.js';
import { SettleTermination } from './ending.commands.js';
import type { ContractSettled } from './ending.events.js';

const NET_DAYS = 7;

/** The settlement of a terminated contract (结算): one sum takes the place of the whole schedule. */
export const settlementRules = {
  SettleTermination: { command: SettleTermination, in: ['TERMINATED'], decide: settleTermination },
} satisfies RulesOf<SettleTermination, SignedContract, ContractEvent>;

export const settlementFold = {
  ContractSettled(contract, { state, finalFen, settledOn, cancelledMilestoneIds, settlementMilestone, payment }) {
    const left = withoutMilestones(contract.milestones, cancelledMilestoneIds);
    const milestones = settlementMilestone ? [...left, milestoneFromRecord(settlementMilestone)] : left;
    return { ...contract, state, milestones, payment, settlement: { finalFen, on: settledOn } };
  },
} satisfies FoldOf<ContractSettled, SignedContract>;

/**
 * Every order has ended, so that what they have cost is known. What was open is cancelled; what is still to pay becomes a milestone
 * that is due at once. @throws Rejected ORDERS_NOT_SETTLED with details.open
 */
function settleTermination({ data, issued }: SettleTermination, contract: SignedContract): ContractEvent[] {
  const { orderEnds, orderLineIds, contractId } = contract;
  const open = orderLineIds.filter((lineId) => !orderEnds.some((end) => end.lineId === lineId));
  if (open.length > 0) throw new Rejected('ORDERS_NOT_SETTLED', 'orders have not ended yet', { open });
  const { finalFen, docRef, netDays = NET_DAYS } = data;
  const receivedFen = netReceivedFen(accountOf(contract));
  const balanceFen = finalFen - receivedFen;
  const cancelledMilestoneIds = openMilestoneIds(contract.milestones);
  const left = withoutMilestones(contract.milestones, cancelledMilestoneIds);
  const still = balanceFen > 0 ? [stillToPay(balanceFen, netDays, issued.today)] : [];
  const due = still.map((milestone) => trigger(milestone, issued.today, 'CALENDAR'));
  const milestones = [...left, ...due];
  const payment = paymentAxis(milestones);
  return [
    {
      type: 'ContractSettled',
      data: {
        contractId,
        state: 'SETTLED',
        finalFen,
        receivedFen,
        balanceFen,
        sunkCostFen: sumFen(orderEnds.map((end) => end.sunkCostFen)),
        cancelledMilestoneIds,
        settlementMilestone: still.map(recordOfMilestone)[0],
        refundDueFen: Math.max(0, -balanceFen),
        contractOutstandingFen: sumFen(milestones.map(outstandingFen)),
        payment,
        docRef,
        settledBy: issued.by.id,
        settledOn: issued.today,
      },
    },
    ...due.map((milestone) => dueEvent(contractId, milestone, payment, docRef)),
  ];
}

const stillToPay = (amountFen: number, netDays: number, today: string): PaymentMilestone => ({
  id: SETTLEMENT_ID,
  kind: 'PROGRESS',
  amountFen,
  trigger: 'DATE',
  date: today,
  netDays,
  gate: 'NONE',
  status: 'PLANNED',
  paidFen: 0,
  unclearedFen: 0,
  waivedFen: 0,
  triggersOn: today,
});
