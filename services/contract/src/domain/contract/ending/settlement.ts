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
  withMilestones,
  withoutMilestones,
} from '../milestones/milestones.state.js';
import { trigger } from '../milestones/payment-schedule.js';
import { settlementMilestone } from '../milestones/settlement-milestone.js';
import { accountOf, netReceivedFen } from '../money/account.js';
import { SettleTermination } from './ending.commands.js';
import type { ContractSettled, SettlementBalanceChanged } from './ending.events.js';

/** The settlement of a terminated contract (结算): one sum takes the place of the whole schedule. */
export const settlementRules = {
  SettleTermination: { command: SettleTermination, in: ['TERMINATED'], decide: settleTermination },
} satisfies RulesOf<SettleTermination, SignedContract, ContractEvent>;

export const settlementFold = {
  ContractSettled(contract, data) {
    const { state, finalFen, settledOn, cancelledMilestoneIds, settlementMilestone: still, payment } = data;
    const left = withoutMilestones(contract.milestones, cancelledMilestoneIds);
    const milestones = still ? [...left, milestoneFromRecord(still)] : left;
    return { ...contract, state, milestones, payment, settlement: { finalFen, on: settledOn } };
  },
  SettlementBalanceChanged(contract, { settlementMilestone: still, payment }) {
    const before = contract.milestones.find(({ id }) => id === still.id);
    const after = { ...milestoneFromRecord(still), overdueSince: before?.overdueSince };
    const milestones = before ? withMilestones(contract.milestones, [after]) : [...contract.milestones, after];
    return { ...contract, milestones, payment };
  },
} satisfies FoldOf<ContractSettled | SettlementBalanceChanged, SignedContract>;

/**
 * Every order has ended, so that what they have cost is known. What was open is cancelled; what is still to pay becomes a milestone
 * that is due at once. @throws Rejected ORDERS_NOT_SETTLED with details.open
 */
function settleTermination({ data, issued }: SettleTermination, contract: SignedContract): ContractEvent[] {
  const { orderEnds, orderLineIds, contractId } = contract;
  const open = orderLineIds.filter((lineId) => !orderEnds.some((end) => end.lineId === lineId));
  if (open.length > 0) throw new Rejected('ORDERS_NOT_SETTLED', 'orders have not ended yet', { open });
  const { finalFen, docRef, netDays } = data;
  const receivedFen = netReceivedFen(accountOf(contract));
  const balanceFen = finalFen - receivedFen;
  const cancelledMilestoneIds = openMilestoneIds(contract.milestones);
  const left = withoutMilestones(contract.milestones, cancelledMilestoneIds);
  const still = balanceFen > 0 ? [settlementMilestone(balanceFen, issued.today, netDays)] : [];
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
