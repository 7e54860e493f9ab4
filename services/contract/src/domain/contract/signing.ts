import { Rejected } from '@engsales/event-sourcing/decider';
import type { ExistingContract } from './contract.js';
import type { SignContract } from './contract.commands.js';
import type { ContractEvent } from './contract.events.js';
import { dueOnSigning, gatesOf, type PaymentMilestone } from './payment-schedule.js';

/** Signing fixes the document; the milestones that wait for it become due in the same append. */
export function sign({ data, issued }: SignContract, contract: ExistingContract): ContractEvent[] {
  const { signedOn, contractNo, signatories, scanRef } = data;
  refuseWrongDate(signedOn, contract.approvedOn ?? issued.today, issued.today);
  const missing = (['OURS', 'THEIRS'] as const).filter((side) => !signatories.some((s) => s.side === side));
  if (missing.length > 0) {
    throw new Rejected('SIGNATORY_MISSING', 'both sides sign a contract', { missing });
  }
  const { contractId } = contract;
  const milestones = dueOnSigning(contract.document.milestones, signedOn);
  const document = { ...contract.document, milestones };
  const ordered = document.lines.filter((line) => line.fulfilment === 'MAKE' || line.fulfilment === 'BUY');
  const orderLineIds = ordered.map((line) => line.lineId);
  const gates = gatesOf(milestones);
  return [
    {
      type: 'ContractSigned',
      data: {
        contractId,
        contractNo,
        contractVersion: 1,
        state: 'SIGNED',
        signedOn,
        signatories,
        scanRef,
        document,
        orderLineIds,
        gates,
      },
    },
    ...milestones.filter((m) => m.status === 'DUE').map((milestone) => milestoneDue(contractId, milestone)),
  ];
}

function milestoneDue(
  contractId: string,
  { id, kind, amountFen, paidFen, dueOn = '', gate }: PaymentMilestone,
): ContractEvent {
  return { type: 'PaymentMilestoneDue', data: { contractId, milestoneId: id, kind, amountFen, paidFen, dueOn, gate } };
}

function refuseWrongDate(signedOn: string, earliest: string, latest: string): void {
  if (signedOn < earliest || signedOn > latest) {
    const details = { signedOn, earliest, latest };
    throw new Rejected('SIGNING_DATE_INVALID', 'signed between the day of approval and today', details);
  }
}
