import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { isAtLeast, isPositiveQuantity, largerQuantity, sumFen } from '@engsales/values';
import type { ContractEvent } from '../contract.events.js';
import { NOTHING_YET, type NoContract, type SignedContract } from '../contract.state.js';
import { SIGNED_STATES } from '../contract.values.js';
import { refuseIncomplete } from '../drafting/completeness.js';
import { documentFromRecord, recordOfDocument } from '../drafting/document-records.js';
import { priceDocument } from '../drafting/document-pricing.js';
import { orderLineIdsOf, type ContractDocument } from '../drafting/drafting.state.js';
import { acceptanceAxis, deliveryAxis } from '../execution/progress-axes.js';
import {
  noProgress,
  progressOf,
  withProgress,
  type LineProgress,
  type Progress,
} from '../execution/execution.state.js';
import { milestoneFromRecord, recordOfMilestone } from '../milestones/milestone-records.js';
import { afterTrigger, isWaiting } from '../milestones/milestone-triggers.js';
import type { PaymentMilestone } from '../milestones/milestones.state.js';
import { dayReached, reachedLines } from '../milestones/progress-triggers.js';
import { gatesOf } from '../milestones/payment-gates.js';
import { triggerBySigning } from '../milestones/payment-schedule.js';
import { accountAfter, bookingRecord } from '../money/account.js';
import { warningsFound } from '../warnings.js';
import { ConfirmImport, ImportContract } from './importing.commands.js';
import type { ContractImported, ImportConfirmed, ProgressRecord } from './importing.events.js';
import {
  refuseClosed,
  refuseOverpaid,
  refuseSignatureToCome,
  refuseUndated,
  refuseWrongFacts,
  refuseWrongMoney,
} from './imported-facts.js';
import { receiptFromRecord, receiptOfImport, recordOfReceipt } from './imported-receipts.js';

/** The opening import (期初导入): a running contract comes in as it stands. */
export const importingRules = {
  ImportContract: {
    command: ImportContract,
    in: ['NONE'],
    otherwise: () => 'DUPLICATE_CONTRACT',
    decide: importContract,
  },
  ConfirmImport: { command: ConfirmImport, in: SIGNED_STATES, decide: confirmImport },
} satisfies RulesOf<ImportContract, NoContract, ContractEvent> & RulesOf<ConfirmImport, SignedContract, ContractEvent>;

export const importingFold = {
  ContractImported(_none, data) {
    const document = documentFromRecord(data.document);
    return {
      ...NOTHING_YET,
      state: data.state,
      contractId: data.contractId,
      projectId: data.projectId,
      draftNo: 1,
      document,
      rounds: [],
      draftedBy: data.importedBy,
      draftedOn: data.signedOn,
      revisers: [],
      submitters: [],
      contractNo: data.contractNo,
      contractVersion: data.contractVersion,
      signedOn: data.signedOn,
      orderLineIds: data.orderLineIds,
      milestones: data.milestones.map(milestoneFromRecord),
      gates: data.gates,
      receipts: data.receipts.map(receiptFromRecord),
      progress: data.progress.reduce(withImported, noProgress(document.lines.map((line) => line.lineId))),
      payment: data.payment,
      delivery: data.delivery,
      acceptance: data.acceptance,
      imported: { by: data.importedBy, on: data.importedOn },
    };
  },
  ImportConfirmed: (contract, { confirmedBy }) => ({
    ...contract,
    imported: contract.imported && { ...contract.imported, confirmedBy },
  }),
} satisfies FoldOf<ContractImported, NoContract, SignedContract> & FoldOf<ImportConfirmed, SignedContract>;

/** One event with everything, so that nothing of it is there without the rest. @throws Rejected as draft, signature and receipts do */
function importContract({ data, issued }: ImportContract): ContractEvent[] {
  const { signedOn } = data;
  const { today } = issued;
  refuseClosed(data.openUntil, today);
  refuseSignatureToCome(signedOn, today);
  const priced = priceDocument(data.document);
  refuseIncomplete(priced);
  refuseWrongFacts(data, priced, today);
  const progress = progressOfImport(data, priced);
  const milestones = triggerBySigning(priced.milestones, signedOn).map((milestone) => {
    const on = dayOfTrigger(milestone, data, priced, progress);
    return on === undefined ? milestone : afterTrigger(milestone, { on, triggeredBy: 'PERSON', today }, priced);
  });
  const empty = { receipts: [], refunds: [], milestones };
  const receipts = data.receipts.map((receipt) => receiptOfImport(receipt, issued));
  refuseWrongMoney(receipts, priced.totalFen, sumFen(data.receipts.map((receipt) => receipt.unallocatedFen ?? 0)));
  const account = accountAfter(empty, { receipts });
  refuseOverpaid(account.milestones);
  refuseUndated(account.milestones, priced.lines, progress);
  const booking = bookingRecord(empty, account);
  return [
    {
      type: 'ContractImported',
      data: {
        contractId: data.contractId,
        projectId: data.projectId,
        contractNo: data.contractNo,
        contractVersion: 1,
        state: 'IN_EXECUTION',
        signedOn,
        document: recordOfDocument({ ...priced, milestones }),
        orderLineIds: orderLineIdsOf(priced).filter((lineId) => isUndelivered(priced, progress, lineId)),
        milestones: account.milestones.map(recordOfMilestone),
        receipts: account.receipts.map(recordOfReceipt),
        progress: progress
          .filter((line) => hasBegun(line) || producedQty(data, line.lineId) !== undefined)
          .map((line) => recordOfProgress(line, producedQty(data, line.lineId))),
        gates: gatesOf(account.milestones),
        delivery: deliveryAxis(priced, progress),
        acceptance: acceptanceAxis(priced, progress),
        contractReceivedFen: booking.contractReceivedFen,
        refundedFen: booking.refundedFen,
        contractOutstandingFen: booking.contractOutstandingFen,
        unallocatedFen: booking.unallocatedFen,
        payment: booking.payment,
        ...warningsFound(priced, signedOn),
        importedBy: issued.by.id,
        importedOn: today,
      },
    },
  ];
}

/** By a second person, once. @throws Rejected INVALID_TRANSITION */
function confirmImport({ issued }: ConfirmImport, { contractId, imported }: SignedContract): ContractEvent[] {
  if (!imported || imported.confirmedBy !== undefined) {
    const details = { command: 'ConfirmImport', imported: imported ? 'CONFIRMED' : 'NOT_IMPORTED' };
    throw new Rejected('INVALID_TRANSITION', 'there is no import that waits for it', details);
  }
  const { by: importedBy, on: importedOn } = imported;
  const by = { importedBy, importedOn, confirmedBy: issued.by.id, confirmedOn: issued.today };
  return [{ type: 'ImportConfirmed', data: { contractId, ...by } }];
}

/** The day that the file says, or that its installations and acceptances have made known. */
function dayOfTrigger(
  milestone: PaymentMilestone,
  { triggered }: ImportContract['data'],
  { lines }: ContractDocument,
  progress: Progress,
): string | undefined {
  const said = triggered.find(({ milestoneId }) => milestoneId === milestone.id)?.on;
  if (said !== undefined || !isWaiting(milestone)) return said;
  const reached = reachedLines(milestone, lines, progress);
  return reached.length > 0 ? dayReached(milestone, reached, progress) : undefined;
}

function progressOfImport(data: ImportContract['data'], { lines }: ContractDocument): Progress {
  const qtyIn = (list: ImportContract['data']['shipped'], id: string) => list.find((l) => l.lineId === id)?.qty ?? '0';
  const dayIn = (list: ImportContract['data']['installed'], id: string) => list.find((l) => l.lineId === id)?.on;
  return lines.map(({ lineId }) => {
    const deliveredQty = qtyIn(data.delivered, lineId);
    const shippedQty = largerQuantity(qtyIn(data.shipped, lineId), deliveredQty);
    return {
      lineId,
      readyQty: shippedQty,
      shippedQty,
      deliveredQty,
      refusedQty: '0',
      installedOn: dayIn(data.installed, lineId),
      acceptedOn: dayIn(data.accepted, lineId),
    };
  });
}

/** A line that is delivered in full needs no order any more. */
function isUndelivered({ lines }: ContractDocument, progress: Progress, lineId: string): boolean {
  const line = lines.find((other) => other.lineId === lineId);
  return line !== undefined && !isAtLeast(progressOf(progress, lineId).deliveredQty, line.qty);
}

const hasBegun = ({ shippedQty, installedOn, acceptedOn }: LineProgress) =>
  isPositiveQuantity(shippedQty) || installedOn !== undefined || acceptedOn !== undefined;

const producedQty = ({ produced }: ImportContract['data'], lineId: string) =>
  produced.find((line) => line.lineId === lineId)?.qty;

/** What has left was made. */
function recordOfProgress(line: LineProgress, produced?: string): ProgressRecord {
  const { lineId, readyQty, shippedQty, deliveredQty, installedOn, acceptedOn } = line;
  const producedQty = produced && largerQuantity(produced, shippedQty);
  return { lineId, producedQty, readyQty, shippedQty, deliveredQty, installedOn, acceptedOn };
}

function withImported(progress: Progress, record: ProgressRecord): Progress {
  const { lineId, readyQty, shippedQty, deliveredQty, installedOn, acceptedOn } = record;
  return withProgress(progress, [lineId], { readyQty, shippedQty, deliveredQty, installedOn, acceptedOn });
}
