import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Fen,
  Id,
  Means,
  Nested,
  NestedList,
  OneOf,
  NoPersonText,
  Optional,
  PersonRef,
  PositiveFen,
  Reference,
  References,
  Text,
  Uuid,
} from '@engsales/http';
import { INSTRUMENTS, INVOICE_KINDS, type Instrument, type InvoiceKind } from '../domain/contract/contract.values.js';
import {
  AllocateReceipt,
  CancelRedLetter,
  RecordInvoice,
  RecordReceipt,
  RecordRefund,
  RecordSupplierPayment,
  RedInvoice,
  ReverseReceipt,
  ReverseRefund,
  ReverseSupplierPayment,
  VoidInvoice,
} from '../domain/contract/money/money.commands.js';
import { AllocationRequest, allocationsOf } from './allocation.requests.js';

export class PayerRequest {
  @Means('party in the register of customers') @Optional() @Reference() partyId?: string;
  @Means('an organisation, not a person') @Optional() @NoPersonText(200) name?: string;
  @Means('a person in the vault of this service: POST /api/v1/persons')
  @Optional()
  @PersonRef()
  personRef?: string;
}

export class RecordReceiptRequest {
  @Means('amount with VAT') @PositiveFen() amountFen!: number;
  @Means('day on which the money came in', '2025-03-12') @BusinessDate() receivedOn!: string;
  @Optional() @Nested(() => PayerRequest) payer?: PayerRequest;
  @Means('unique among the receipts of the contract that stand', 'ICBC-20250312-0007')
  @Text(64)
  bankRef!: string;
  @Means('how it was paid', 'TRANSFER') @OneOf(INSTRUMENTS) instrument!: Instrument;
  @Means('of a bill; required for COMMERCIAL_ACCEPTANCE')
  @Optional()
  @BusinessDate()
  maturesOn?: string;
  @Means('milestones that the money is for')
  @Optional()
  @NestedList(() => AllocationRequest, 200)
  allocations?: AllocationRequest[];
  @Means('the part kept without a milestone; must be said when it goes beyond the contract')
  @Optional()
  @Fen()
  unallocatedFen?: number;
}

export class AllocateReceiptRequest {
  @Means('receipt, as the contract shows it') @Uuid() receiptId!: string;
  @Means('milestones that the money is for')
  @NestedList(() => AllocationRequest, 200, 1)
  allocations!: AllocationRequest[];
}

export class ReverseReceiptRequest {
  @Means('receipt, as the contract shows it') @Uuid() receiptId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class RecordRefundRequest {
  @Means('amount with VAT') @PositiveFen() amountFen!: number;
  @Means('the day on which it happened', '2025-03-10') @BusinessDate() on!: string;
  @Means('reference of the transfer; one in the contract', 'ICBC-20250312-0007') @Text(64) bankRef!: string;
  @Means('milestones it is taken from; else unallocated money, then the newest allocations')
  @Optional()
  @NestedList(() => AllocationRequest, 200)
  allocations?: AllocationRequest[];
}

export class RecordSupplierPaymentRequest {
  @Means('supplier in the register of parties', 'SUP-001') @Reference() supplierPartyId!: string;
  @Means('amount with VAT') @PositiveFen() amountFen!: number;
  @Means('day of the payment', '2025-03-20') @BusinessDate() paidOn!: string;
  @Means('reference of the transfer; one in the contract', 'ICBC-20250312-0007') @Text(64) bankRef!: string;
  @Means('BUY lines; all of them when absent')
  @Optional()
  @References(500)
  lineIds?: string[];
}

export class RecordInvoiceRequest {
  @Means('number of the invoice; one in the company', '25312000000012345678') @Text(64) invoiceNo!: string;
  @Means('special or ordinary invoice') @OneOf(INVOICE_KINDS) kind!: InvoiceKind;
  @Means('amount of the invoice with VAT') @PositiveFen() amountFen!: number;
  @Means('VAT contained in the amount') @Fen() taxFen!: number;
  @Means('milestones that it is for') @Optional() @References(200) milestoneIds?: string[];
  @Means('today when absent') @Optional() @BusinessDate() issuedOn?: string;
}

export class RedInvoiceRequest {
  @Means('invoice, as the contract shows it') @Uuid() invoiceId!: string;
  @Means('number of the red letter; one in the company', '25312000000012345679') @Text(64) redInvoiceNo!: string;
  @Means('all that is left when absent') @Optional() @PositiveFen() amountFen?: number;
  @Means('VAT of the red letter; in proportion when absent') @Optional() @Fen() taxFen?: number;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class VoidInvoiceRequest {
  @Means('invoice, as the contract shows it') @Uuid() invoiceId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class CancelRedLetterRequest {
  @Means('invoice, as the contract shows it') @Uuid() invoiceId!: string;
  @Means('number of the red letter; one in the company', '25312000000012345679') @Text(64) redInvoiceNo!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class ReverseRefundRequest {
  @Means('refund, as the contract shows it') @Uuid() refundId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

export class ReverseSupplierPaymentRequest {
  @Means('payment, as the contract shows it') @Uuid() paymentId!: string;
  @Means('why; it stays in the history', '客户书面确认') @Text(2_000) reason!: string;
}

/** Money that comes in, goes back, is paid to suppliers, or is invoiced (回款、退款、付款、发票). */
@ApiTags('contract money')
@Controller('api/v1/contracts/:contractId')
export class MoneyController {
  /** Records money that came in · 登记回款 */
  @CommandRoute(RecordReceipt, 'FINANCE')
  recordReceipt(@Id('contractId') contractId: string, @Body() body: RecordReceiptRequest) {
    const { amountFen, receivedOn, payer, bankRef, instrument, maturesOn, allocations, unallocatedFen } = body;
    return {
      contractId,
      amountFen,
      receivedOn,
      payer: payer && { partyId: payer.partyId, name: payer.name, personRef: payer.personRef },
      bankRef,
      instrument,
      maturesOn,
      allocations: allocations && allocationsOf(allocations),
      unallocatedFen,
    };
  }

  /** Allocates money on account to milestones · 回款分配到节点 */
  @CommandRoute(AllocateReceipt, 'COMMERCE', 'FINANCE')
  allocateReceipt(@Id('contractId') contractId: string, @Body() { receiptId, allocations }: AllocateReceiptRequest) {
    return { contractId, receiptId, allocations: allocationsOf(allocations) };
  }

  /** Reverses a receipt · 冲销回款 */
  @CommandRoute(ReverseReceipt, 'FINANCE')
  reverseReceipt(@Id('contractId') contractId: string, @Body() { receiptId, reason }: ReverseReceiptRequest) {
    return { contractId, receiptId, reason };
  }

  /** Records money that went back · 登记退款 */
  @CommandRoute(RecordRefund, 'FINANCE')
  recordRefund(
    @Id('contractId') contractId: string,
    @Body() { amountFen, on, bankRef, allocations }: RecordRefundRequest,
  ) {
    return { contractId, amountFen, on, bankRef, allocations: allocations && allocationsOf(allocations) };
  }

  /** Records money paid to a supplier · 登记付供应商款 */
  @CommandRoute(RecordSupplierPayment, 'FINANCE')
  recordSupplierPayment(
    @Id('contractId') contractId: string,
    @Body() { supplierPartyId, amountFen, paidOn, bankRef, lineIds }: RecordSupplierPaymentRequest,
  ) {
    return { contractId, supplierPartyId, amountFen, paidOn, bankRef, lineIds };
  }

  /** Records an invoice · 登记发票 */
  @CommandRoute(RecordInvoice, 'FINANCE')
  recordInvoice(
    @Id('contractId') contractId: string,
    @Body() { invoiceNo, kind, amountFen, taxFen, milestoneIds, issuedOn }: RecordInvoiceRequest,
  ) {
    return { contractId, invoiceNo, kind, amountFen, taxFen, milestoneIds, issuedOn };
  }

  /** Records a red-letter invoice · 开具红字发票 */
  @CommandRoute(RedInvoice, 'FINANCE')
  redInvoice(
    @Id('contractId') contractId: string,
    @Body() { invoiceId, redInvoiceNo, amountFen, taxFen, reason }: RedInvoiceRequest,
  ) {
    return { contractId, invoiceId, redInvoiceNo, amountFen, taxFen, reason };
  }

  /** Makes an invoice void · 发票作废 */
  @CommandRoute(VoidInvoice, 'FINANCE')
  voidInvoice(@Id('contractId') contractId: string, @Body() { invoiceId, reason }: VoidInvoiceRequest) {
    return { contractId, invoiceId, reason };
  }

  /** Takes a red letter back · 撤销红字发票 */
  @CommandRoute(CancelRedLetter, 'FINANCE')
  cancelRedLetter(
    @Id('contractId') contractId: string,
    @Body() { invoiceId, redInvoiceNo, reason }: CancelRedLetterRequest,
  ) {
    return { contractId, invoiceId, redInvoiceNo, reason };
  }

  /** Reverses a refund · 冲销退款 */
  @CommandRoute(ReverseRefund, 'FINANCE')
  reverseRefund(@Id('contractId') contractId: string, @Body() { refundId, reason }: ReverseRefundRequest) {
    return { contractId, refundId, reason };
  }

  /** Reverses a payment to a supplier · 冲销付供应商款 */
  @CommandRoute(ReverseSupplierPayment, 'FINANCE')
  reverseSupplierPayment(
    @Id('contractId') contractId: string,
    @Body() { paymentId, reason }: ReverseSupplierPaymentRequest,
  ) {
    return { contractId, paymentId, reason };
  }
}
