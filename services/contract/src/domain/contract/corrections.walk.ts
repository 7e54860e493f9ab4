import { aDocument } from './contract.fixtures.js';
import { executedWalk, signedWalk, type ContractWalk } from './contract.walk.js';
import { RecordOrderEnd, RecordOrderReopening } from './ending/ending.commands.js';
import {
  RecordAcceptance,
  RecordGoodsMovement,
  RecordInstallation,
  RevokeAcceptance,
  RevokeInstallation,
} from './execution/execution.commands.js';
import {
  MarkMilestoneDue,
  RevokeWaiver,
  WaiveMilestone,
  WithdrawMilestoneDue,
} from './milestones/milestones.commands.js';
import {
  CancelRedLetter,
  RecordInvoice,
  RecordRefund,
  RecordSupplierPayment,
  RedInvoice,
  ReverseRefund,
  ReverseSupplierPayment,
  VoidInvoice,
} from './money/money.commands.js';

const reason = '登记错误';

function moneyCorrected(): ContractWalk {
  const lines = aDocument().lines.map((line) =>
    line.lineId === 'L2' ? { ...line, fulfilment: 'BUY' as const } : line,
  );
  const walk = signedWalk({ lines }).receipt(1_000);
  walk.do(RecordRefund, { amountFen: 400, on: '2025-03-10', bankRef: 'OUT-1' });
  walk.do(ReverseRefund, { refundId: walk.lastId, reason });
  walk.do(RecordSupplierPayment, { supplierPartyId: 'p-7', amountFen: 9, paidOn: '2025-03-10', bankRef: 'OUT-2' });
  walk.do(ReverseSupplierPayment, { paymentId: walk.lastId, reason });
  walk.do(RecordInvoice, { invoiceNo: 'F-1', kind: 'VAT_SPECIAL', amountFen: 11_300, taxFen: 1_300 });
  const invoiceId = walk.lastId;
  walk.do(RedInvoice, { invoiceId, redInvoiceNo: 'H-1', reason });
  return walk.do(CancelRedLetter, { invoiceId, redInvoiceNo: 'H-1', reason }).do(VoidInvoice, { invoiceId, reason });
}

function factsCorrected(): ContractWalk {
  const walk = executedWalk();
  let sequence = 0;
  const ready = (cumulativeReadyQty: string) =>
    walk.do(RecordGoodsMovement, {
      sequence: (sequence += 1),
      lineId: 'L3',
      cumulativeReadyQty,
      on: '2025-03-10',
      ref: 'order-1',
    });
  ready('10');
  ready('0');
  ready('10').receipt(5, 'M2');
  ready('0');
  ready('10').do(WaiveMilestone, { milestoneId: 'M3', reason }).do(RevokeWaiver, { milestoneId: 'M3', reason });
  const [lineIds, on] = [['L1', 'L2', 'L3'], '2025-03-10'];
  walk.do(RecordInstallation, { lineIds, on, ref: 's' }).do(RevokeInstallation, { lineIds: ['L2'], reason });
  walk.do(RecordAcceptance, { acceptanceId: 'a', certNo: 'YS', on, result: 'PASSED', lineIds: ['L1'] });
  walk.do(RevokeAcceptance, { lineIds: ['L1'], reason });
  walk.do(RecordOrderEnd, { lineId: 'L1', outcome: 'CLOSED', sunkCostFen: 0 });
  walk.do(RecordOrderReopening, { lineId: 'L1' });
  walk.do(MarkMilestoneDue, { trigger: 'INSTALLED', ref: 'r', on });
  return walk.do(WithdrawMilestoneDue, { milestoneId: 'M3', reason });
}

/** Lives in which everything that has a way back goes it. */
export const correctedLives: Readonly<Record<string, () => ContractWalk>> = {
  'money-corrected': moneyCorrected,
  'facts-corrected': factsCorrected,
};
