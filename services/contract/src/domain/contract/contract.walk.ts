import { Walk } from '@engsales/event-sourcing/testing';
import { contract } from './contract.js';
import type { ContractCommand } from './contract.commands.js';
import type { ContractEvent } from './contract.events.js';
import { aDocument, CONTRACT_ID, PROJECT_ID, SIGNATORIES } from './contract.fixtures.js';
import { isSigned, type Contract, type SignedContract } from './contract.state.js';
import {
  AbandonContract,
  ApproveContract,
  DraftContract,
  RecordNegotiationRound,
  RejectContract,
  ReviseContract,
  SubmitForApproval,
  type DraftDocument,
} from './drafting/drafting.commands.js';
import {
  RecordOrderEnd,
  ResumeContract,
  SettleTermination,
  SuspendContract,
  TerminateContract,
  VoidContract,
} from './ending/ending.commands.js';
import {
  AcceptExecutionForm,
  CloseContract,
  CompleteContract,
  RecordAcceptance,
  RecordGoodsMovement,
  RecordInstallation,
  ReturnExecutionForm,
  SubmitExecutionForm,
} from './execution/execution.commands.js';
import { ConfirmImport, ImportContract } from './importing/importing.commands.js';
import {
  CloseExpiredRelease,
  GrantCreditRelease,
  MarkMilestoneDue,
  MarkMilestoneOverdue,
  TriggerMilestone,
  WaiveMilestone,
} from './milestones/milestones.commands.js';
import {
  AllocateReceipt,
  MatureReceipt,
  RecordInvoice,
  RecordReceipt,
  RecordRefund,
  RecordSupplierPayment,
  RedInvoice,
  ReverseReceipt,
} from './money/money.commands.js';
import { SignContract } from './signing/signing.commands.js';

/** A contract that is led through commands, for specs that begin late in its life. */
export class ContractWalk extends Walk<Contract, ContractCommand, ContractEvent, 'contractId'> {
  constructor() {
    super(contract, { contractId: CONTRACT_ID });
  }

  /** The contract from its signature on. */
  get now(): SignedContract {
    if (!isSigned(this.state)) throw new Error(`the contract is ${this.state.state}`);
    return this.state;
  }

  milestone(id: string) {
    return this.now.milestones.find((milestone) => milestone.id === id);
  }

  receipt(amountFen: number, milestoneId?: string, changes: Partial<RecordReceipt['data']> = {}): this {
    const allocations = milestoneId ? [{ milestoneId, amountFen }] : [];
    const bankRef = `B-${this.now.receipts.length + 1}`;
    const said = { amountFen, receivedOn: this.today, bankRef, instrument: 'TRANSFER', allocations } as const;
    return this.do(RecordReceipt, { ...said, ...changes });
  }

  get lastReceiptId(): string {
    return this.now.receipts.at(-1)?.receiptId ?? '';
  }
}

export const draftedWalk = (changes: Partial<DraftDocument> = {}): ContractWalk =>
  new ContractWalk().do(DraftContract, { projectId: PROJECT_ID, document: aDocument(changes) }, 'li-na');

export const approvedWalk = (changes: Partial<DraftDocument> = {}): ContractWalk =>
  draftedWalk(changes).do(SubmitForApproval, {}, 'li-na').do(ApproveContract, {}, 'wang');

export const SIGNATURE = {
  contractNo: 'HT-2025-0031',
  signedOn: '2025-03-10',
  signatories: SIGNATORIES,
  scanRef: 'scan-1',
};

/** Signed on 2025-03-10. */
export const signedWalk = (changes: Partial<DraftDocument> = {}): ContractWalk =>
  approvedWalk(changes).do(SignContract, SIGNATURE);

export const executedWalk = (changes: Partial<DraftDocument> = {}): ContractWalk =>
  signedWalk(changes).do(SubmitExecutionForm, {}, 'li-na').do(AcceptExecutionForm, { commerceOwnerId: 'sun-li' });

/** All goods delivered, all lines accepted. */
export function finishedWalk(): ContractWalk {
  const walk = executedWalk();
  for (const { lineId, qty } of walk.now.document.lines.slice(0, 3)) {
    walk.do(RecordGoodsMovement, { sequence: 1, lineId, cumulativeDeliveredQty: qty, on: '2025-03-10', ref: 's' });
  }
  const lineIds = walk.now.document.lines.map((line) => line.lineId);
  return walk.do(RecordAcceptance, {
    acceptanceId: 'a-1',
    certNo: 'YS-1',
    on: '2025-03-10',
    result: 'PASSED',
    lineIds,
  });
}

export function completedWalk(): ContractWalk {
  const walk = finishedWalk().do(CompleteContract, {});
  for (const { id, amountFen } of walk.now.milestones.slice(0, 4)) walk.receipt(amountFen, id);
  return walk;
}

export const TERMINATION = { initiator: 'US', reason: '项目取消', docRef: 'JC-1' } as const;

export function settledWalk(): ContractWalk {
  const walk = executedWalk().do(TerminateContract, TERMINATION);
  for (const lineId of ['L1', 'L2', 'L3']) {
    walk.do(RecordOrderEnd, { lineId, outcome: 'CANCELLED', sunkCostFen: 100 });
  }
  return walk.do(SettleTermination, { finalFen: 1_000 });
}

export const IMPORT = {
  projectId: PROJECT_ID,
  document: aDocument(),
  contractNo: 'HT-2024-0117',
  signedOn: '2024-06-03',
  triggered: [{ milestoneId: 'M2', on: '2025-02-01' }],
  receipts: [
    {
      receiptId: 'r-1',
      bankRef: 'B-1',
      amountFen: 210_000_000,
      receivedOn: '2024-06-10',
      instrument: 'TRANSFER',
      allocations: [{ milestoneId: 'M1', amountFen: 210_000_000 }],
    },
  ],
  produced: [],
  shipped: [{ lineId: 'L3', qty: '300' }],
  delivered: [{ lineId: 'L3', qty: '290' }],
  installed: [],
  accepted: [],
} as const satisfies Omit<ImportContract['data'], 'contractId'>;

const ROUND = { topic: '价格', ours: '700 万', theirs: '690 万', agreed: '700 万' };

/** From the first draft to the retention two years later, with every turn that money can take. */
function wholeLife(): ContractWalk {
  const lines = aDocument().lines.map((line) =>
    line.lineId === 'L2' ? { ...line, fulfilment: 'BUY' as const } : line,
  );
  const mode = { operationMode: 'BUYOUT', riskAssessmentId: 'ra-1', writtenConsentRef: 'wc-1' } as const;
  const walk = draftedWalk({ lines, ...mode, drawings: [{ drawingNo: 'D-1', rev: 'A', docRef: 'dwg-1' }] })
    .do(RecordNegotiationRound, ROUND, 'li-na')
    .do(SubmitForApproval, {}, 'li-na')
    .do(RejectContract, { reason: '价格' }, 'wang')
    .do(ReviseContract, { document: { ...aDocument({ lines }), ...mode } }, 'li-na')
    .do(SubmitForApproval, {}, 'li-na')
    .do(ApproveContract, {}, 'wang')
    .do(SignContract, SIGNATURE)
    .do(SubmitExecutionForm, { specialRequirements: '夜间进场' }, 'li-na')
    .do(ReturnExecutionForm, { reason: '缺少进场计划' })
    .do(SubmitExecutionForm, { tracks: { service: [{ item: '进场', ownerId: 'li-na' }] } }, 'li-na')
    .do(AcceptExecutionForm, {});
  walk
    .on('2025-03-20')
    .do(MarkMilestoneOverdue, {})
    .receipt(100_000_000, 'M1', { payer: { name: '临江二院' } });
  walk.receipt(110_000_000).do(AllocateReceipt, {
    receiptId: walk.lastReceiptId,
    allocations: [{ milestoneId: 'M1', amountFen: 110_000_000 }],
  });
  walk.do(GrantCreditRelease, { gate: 'DISPATCH', until: '2025-03-31', reason: '拨款延迟' }, 'wang');
  walk.on('2025-04-01').do(CloseExpiredRelease, { gate: 'DISPATCH' });
  walk.do(RecordInvoice, { invoiceNo: 'F-1', kind: 'VAT_SPECIAL', amountFen: 210_000_000, taxFen: 24_159_292 });
  walk.do(RedInvoice, { invoiceId: walk.lastId, redInvoiceNo: 'H-1', amountFen: 10_000_000, reason: '部分退回' });
  walk.do(RecordSupplierPayment, { supplierPartyId: 'p-7', amountFen: 1_000, paidOn: '2025-04-01', bankRef: 'OUT-1' });
  walk.receipt(210_000_000, 'M2', { instrument: 'COMMERCIAL_ACCEPTANCE', maturesOn: '2025-09-10' });
  const bill = walk.lastReceiptId;
  walk.do(RecordGoodsMovement, { sequence: 2, lineId: 'L1', cumulativeReadyQty: '2', on: '2025-04-01', ref: 'o-1' });
  walk.on('2025-09-10').do(MatureReceipt, { receiptId: bill });
  walk.do(RecordRefund, { amountFen: 1_000, on: '2025-09-10', bankRef: 'R-1' });
  walk.receipt(5_000, 'M3').do(ReverseReceipt, { receiptId: walk.lastReceiptId, reason: '退票' });
  walk.do(SuspendContract, { reason: '业主停工', since: '2025-09-10' });
  walk.on('2025-09-20').do(ResumeContract, {
    resumedOn: '2025-09-20',
    dateShifts: [{ lineId: 'L1', to: '2025-10-11', reason: '停工' }],
  });
  for (const [lineId, qty] of Object.entries({ L1: '2', L2: '24', L3: '620' })) {
    walk.do(RecordGoodsMovement, { sequence: 3, lineId, cumulativeDeliveredQty: qty, on: '2025-09-20', ref: 'SH-1' });
  }
  walk.do(RecordInstallation, { lineIds: ['L1', 'L2', 'L3'], on: '2025-09-20', ref: 'SS-1' });
  walk.do(WaiveMilestone, { milestoneId: 'M4', reason: '让利' }, 'wang');
  const certificate = { acceptanceId: 'a-1', certNo: 'YS-1', on: '2025-09-20', result: 'PASSED' } as const;
  walk.do(RecordAcceptance, { ...certificate, lineIds: ['L1', 'L2', 'L3', 'L4'] });
  walk.do(CompleteContract, {}).receipt(140_000_000, 'M3').receipt(1_000, 'M2').do(CloseContract, {});
  walk.on('2027-09-20').do(TriggerMilestone, { milestoneId: 'M5' }).receipt(21_000_000, 'M5');
  return walk;
}

function contradictedLife(): ContractWalk {
  const walk = executedWalk().do(VoidContract, { reason: '业主资金未落实', docRef: 'ZF-1' });
  return walk.do(RecordGoodsMovement, {
    sequence: 4,
    lineId: 'L3',
    cumulativeShippedQty: '300',
    on: '2025-03-10',
    ref: 'SH-1',
  });
}

/** Lives of contracts that together record every type of event; their streams are frozen in `history/`. */
export const contractLives: Readonly<Record<string, () => ContractWalk>> = {
  'whole-life': wholeLife,
  'paid-before-due': () =>
    executedWalk()
      .receipt(140_000_000, 'M3')
      .do(MarkMilestoneDue, { trigger: 'INSTALLED', ref: 'doc', on: '2025-03-10' }),
  'terminated-and-settled': settledWalk,
  'voided-and-contradicted': contradictedLife,
  abandoned: () => approvedWalk().do(AbandonContract, { reason: '业主撤项' }, 'li-na'),
  imported: () =>
    new ContractWalk().do(ImportContract, IMPORT).receipt(210_000_000, 'M2').do(ConfirmImport, {}, 'zhou-min'),
};
