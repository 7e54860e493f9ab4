import { Rejected } from '@engsales/event-sourcing/decider';
import { paymentAxis } from './account.js';
import { orderLineIdsOf } from './contract-document.js';
import type { ExistingContract } from './contract-state.js';
import type { SignContract } from './contract.commands.js';
import type { ContractEvent } from './contract.events.js';
import { milestoneDue } from './milestones.js';
import { gatesOf } from './payment-gates.js';
import { dueOnSigning } from './payment-schedule.js';

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
  const orderLineIds = orderLineIdsOf(document);
  const gates = gatesOf(milestones);
  const payment = paymentAxis(milestones);
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
        payment,
      },
    },
    ...milestones.filter((m) => m.dueOn !== undefined).map((milestone) => milestoneDue(contractId, milestone, payment)),
  ];
}

function refuseWrongDate(signedOn: string, earliest: string, latest: string): void {
  if (signedOn < earliest || signedOn > latest) {
    const details = { signedOn, earliest, latest };
    throw new Rejected('SIGNING_DATE_INVALID', 'signed between the day of approval and today', details);
  }
}
