import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BusinessDate,
  CommandRoute,
  Fen,
  Id,
  Nested,
  NestedList,
  Optional,
  PositiveFen,
  Reference,
  Text,
  Uuid,
  Means,
  OneOf,
  References,
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
import { PersonRef } from './person-ref.js';

export class PayerRequest {
  @Optional() @Reference() partyId?: string;
  @Means('an organisation, not a person') @Optional() @Text(200) name?: string;
  @Means('a person, by reference into the vault')
  @Optional()
  @PersonRef()
  personRef?: string;
}

export class RecordReceiptRequest {
  @PositiveFen() amountFen!: number;
  @BusinessDate() receivedOn!: string;
  @Optional() @Nested(() => PayerRequest) payer?: PayerRequest;
  @Means('unique among the receipts of the contract that stand', 'ICBC-20250312-0007')
  @Text(64)
  bankRef!: string;
  @OneOf(INSTRUMENTS) instrument!: Instrument;
  @Means('of a bill; required for COMMERCIAL_ACCEPTANCE')
  @Optional()
  @BusinessDate()
  maturesOn?: string;
  @Optional() @NestedList(() => AllocationRequest, 200) allocations?: AllocationRequest[];
  @Means('the part kept without a milestone; must be said when it goes beyond the contract')
  @Optional()
  @Fen()
  unallocatedFen?: number;
}

export class AllocateReceiptRequest {
  @Uuid() receiptId!: string;
  @NestedList(() => AllocationRequest, 200, 1) allocations!: AllocationRequest[];
}

export class ReverseReceiptRequest {
  @Uuid() receiptId!: string;
  @Text(2_000) reason!: string;
}

export class RecordRefundRequest {
  @PositiveFen() amountFen!: number;
  @BusinessDate() on!: string;
  @Text(64) bankRef!: string;
  @Means('milestones it is taken from; else unallocated money, then the newest allocations')
  @Optional()
  @NestedList(() => AllocationRequest, 200)
  allocations?: AllocationRequest[];
}

export class RecordSupplierPaymentRequest {
  @Reference() supplierPartyId!: string;
  @PositiveFen() amountFen!: number;
  @BusinessDate() paidOn!: string;
  @Text(64) bankRef!: string;
  @Means('BUY lines; all of them when absent')
  @Optional()
  @References(500)
  lineIds?: string[];
}

export class RecordInvoiceRequest {
  @Text(64) invoiceNo!: string;
  @OneOf(INVOICE_KINDS) kind!: InvoiceKind;
  @PositiveFen() amountFen!: number;
  @Means('VAT contained in the amount') @Fen() taxFen!: number;
  @Optional() @References(200) milestoneIds?: string[];
  @Means('today when absent') @Optional() @BusinessDate() issuedOn?: string;
}

export class RedInvoiceRequest {
  @Uuid() invoiceId!: string;
  @Text(64) redInvoiceNo!: string;
  @Means('all that is left when absent') @Optional() @PositiveFen() amountFen?: number;
  @Optional() @Fen() taxFen?: number;
  @Text(2_000) reason!: string;
}

export class VoidInvoiceRequest {
  @Uuid() invoiceId!: string;
  @Text(2_000) reason!: string;
}

export class CancelRedLetterRequest {
  @Uuid() invoiceId!: string;
  @Text(64) redInvoiceNo!: string;
  @Text(2_000) reason!: string;
}

export class ReverseRefundRequest {
  @Uuid() refundId!: string;
  @Text(2_000) reason!: string;
}

export class ReverseSupplierPaymentRequest {
  @Uuid() paymentId!: string;
  @Text(2_000) reason!: string;
}

/** Money that comes in, goes back, is paid to suppliers, or is invoiced (回款、退款、付款、发票). */
@ApiTags('contract money')
@Controller('api/v1/contracts/:contractId')
export class MoneyController {
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

  @CommandRoute(AllocateReceipt, 'COMMERCE', 'FINANCE')
  allocateReceipt(@Id('contractId') contractId: string, @Body() { receiptId, allocations }: AllocateReceiptRequest) {
    return { contractId, receiptId, allocations: allocationsOf(allocations) };
  }

  @CommandRoute(ReverseReceipt, 'FINANCE')
  reverseReceipt(@Id('contractId') contractId: string, @Body() { receiptId, reason }: ReverseReceiptRequest) {
    return { contractId, receiptId, reason };
  }

  @CommandRoute(RecordRefund, 'FINANCE')
  recordRefund(
    @Id('contractId') contractId: string,
    @Body() { amountFen, on, bankRef, allocations }: RecordRefundRequest,
  ) {
    return { contractId, amountFen, on, bankRef, allocations: allocations && allocationsOf(allocations) };
  }

  @CommandRoute(RecordSupplierPayment, 'FINANCE')
  recordSupplierPayment(
    @Id('contractId') contractId: string,
    @Body() { supplierPartyId, amountFen, paidOn, bankRef, lineIds }: RecordSupplierPaymentRequest,
  ) {
    return { contractId, supplierPartyId, amountFen, paidOn, bankRef, lineIds };
  }

  @CommandRoute(RecordInvoice, 'FINANCE')
  recordInvoice(
    @Id('contractId') contractId: string,
    @Body() { invoiceNo, kind, amountFen, taxFen, milestoneIds, issuedOn }: RecordInvoiceRequest,
  ) {
    return { contractId, invoiceNo, kind, amountFen, taxFen, milestoneIds, issuedOn };
  }

  @CommandRoute(RedInvoice, 'FINANCE')
  redInvoice(
    @Id('contractId') contractId: string,
    @Body() { invoiceId, redInvoiceNo, amountFen, taxFen, reason }: RedInvoiceRequest,
  ) {
    return { contractId, invoiceId, redInvoiceNo, amountFen, taxFen, reason };
  }

  @CommandRoute(VoidInvoice, 'FINANCE')
  voidInvoice(@Id('contractId') contractId: string, @Body() { invoiceId, reason }: VoidInvoiceRequest) {
    return { contractId, invoiceId, reason };
  }

  @CommandRoute(CancelRedLetter, 'FINANCE')
  cancelRedLetter(
    @Id('contractId') contractId: string,
    @Body() { invoiceId, redInvoiceNo, reason }: CancelRedLetterRequest,
  ) {
    return { contractId, invoiceId, redInvoiceNo, reason };
  }

  @CommandRoute(ReverseRefund, 'FINANCE')
  reverseRefund(@Id('contractId') contractId: string, @Body() { refundId, reason }: ReverseRefundRequest) {
    return { contractId, refundId, reason };
  }

  @CommandRoute(ReverseSupplierPayment, 'FINANCE')
  reverseSupplierPayment(
    @Id('contractId') contractId: string,
    @Body() { paymentId, reason }: ReverseSupplierPaymentRequest,
  ) {
    return { contractId, paymentId, reason };
  }
}
