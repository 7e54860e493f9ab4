import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import type { ContractEvent } from '../contract.events.js';
import { NOTHING_YET, type ApprovedContract, type SignedContract } from '../contract.state.js';
import { draftOf } from '../drafting/drafting.js';
import { documentFromRecord, recordOfDocument } from '../drafting/document-records.js';
import { orderLineIdsOf } from '../drafting/drafting.state.js';
import { noProgress } from '../execution/execution.state.js';
import { dueEvent } from '../milestones/milestone-triggers.js';
import { paymentAxis } from '../milestones/milestones.state.js';
import { gatesOf } from '../milestones/payment-gates.js';
import { isTriggered, triggerBySigning } from '../milestones/payment-schedule.js';
import { warningsFound } from '../warnings.js';
import { SignContract } from './signing.commands.js';
import type { ContractSigned } from './signing.events.js';

/** The signature (签订) fixes the document. */
export const signingRules = {
  SignContract: { command: SignContract, in: ['APPROVED'], decide: signContract },
} satisfies RulesOf<SignContract, ApprovedContract, ContractEvent>;

export const signingFold = {
  ContractSigned(approved, data) {
    const document = documentFromRecord(data.document);
    return {
      ...draftOf(approved),
      ...NOTHING_YET,
      state: data.state,
      approvedBy: approved.approvedBy,
      approvedOn: approved.approvedOn,
      contractNo: data.contractNo,
      contractVersion: data.contractVersion,
      signedOn: data.signedOn,
      signatories: data.signatories.map(({ side, personRef }) => ({ side, personRef })),
      document,
      orderLineIds: data.orderLineIds,
      milestones: document.milestones,
      gates: data.gates,
      progress: noProgress(document.lines.map((line) => line.lineId)),
      payment: data.payment,
    };
  },
} satisfies FoldOf<ContractSigned, ApprovedContract, SignedContract>;

/** The milestones that wait for the signature become due in the same append. @throws Rejected SIGNING_DATE_INVALID, SIGNATORY_MISSING */
function signContract({ data, issued }: SignContract, contract: ApprovedContract): ContractEvent[] {
  const { signedOn, signatories } = data;
  refuseWrongDate(signedOn, contract.approvedOn, issued.today);
  const missing = (['OURS', 'THEIRS'] as const).filter((side) => !signatories.some((s) => s.side === side));
  if (missing.length > 0) {
    throw new Rejected('SIGNATORY_MISSING', `nobody signs for ${missing.join(' and ')}`, { missing });
  }
  const { contractId } = contract;
  const milestones = triggerBySigning(contract.document.milestones, signedOn);
  const payment = paymentAxis(milestones);
  return [
    {
      type: 'ContractSigned',
      data: {
        contractId,
        contractNo: data.contractNo,
        contractVersion: 1,
        state: 'SIGNED',
        signedOn,
        signatories: signatories.map(({ side, personRef }) => ({ side, personRef })),
        scanRef: data.scanRef,
        document: recordOfDocument({ ...contract.document, milestones }),
        orderLineIds: orderLineIdsOf(contract.document),
        gates: gatesOf(milestones),
        payment,
        ...warningsFound(contract.document, signedOn),
      },
    },
    ...milestones.filter(isTriggered).map((milestone) => dueEvent(contractId, milestone, payment)),
  ];
}

function refuseWrongDate(signedOn: string, earliest: string, latest: string): void {
  if (signedOn >= earliest && signedOn <= latest) return;
  const details = { signedOn, earliest, latest };
  throw new Rejected('SIGNING_DATE_INVALID', `signed on ${signedOn}, not between approval and today`, details);
}
