import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CommandGateway, ForCommand, type ApiRequest, plain } from '@engsales/http';
import {
  RecordReceipt,
  AllocateReceipt,
  ReverseReceipt,
  RecordRefund,
  RecordSupplierPayment,
  RecordInvoice,
  RedInvoice,
} from '../domain/contract/money.commands.js';
import {
  RecordReceiptRequest,
  AllocateReceiptRequest,
  ReverseReceiptRequest,
  RecordRefundRequest,
  RecordSupplierPaymentRequest,
  RecordInvoiceRequest,
  RedInvoiceRequest,
} from './money.requests.js';

/** Money that comes in, goes back or is invoiced (回款、退款、发票). */
@ApiTags('contract money')
@Controller('api/v1/contracts/:contractId')
export class ContractReceiptsController {
  constructor(private readonly commands: CommandGateway) {}

  @Post('record-receipt')
  @HttpCode(200)
  @ForCommand('RecordReceipt')
  recordReceipt(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: RecordReceiptRequest,
  ) {
    return this.commands.issue(request, RecordReceipt, { contractId, ...plain<typeof body>(body) });
  }

  @Post('allocate-receipt')
  @HttpCode(200)
  @ForCommand('AllocateReceipt')
  allocateReceipt(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: AllocateReceiptRequest,
  ) {
    return this.commands.issue(request, AllocateReceipt, { contractId, ...plain<typeof body>(body) });
  }

  @Post('reverse-receipt')
  @HttpCode(200)
  @ForCommand('ReverseReceipt')
  reverseReceipt(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: ReverseReceiptRequest,
  ) {
    return this.commands.issue(request, ReverseReceipt, { contractId, ...plain<typeof body>(body) });
  }

  @Post('record-refund')
  @HttpCode(200)
  @ForCommand('RecordRefund')
  recordRefund(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: RecordRefundRequest,
  ) {
    return this.commands.issue(request, RecordRefund, { contractId, ...plain<typeof body>(body) });
  }

  @Post('record-supplier-payment')
  @HttpCode(200)
  @ForCommand('RecordSupplierPayment')
  recordSupplierPayment(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: RecordSupplierPaymentRequest,
  ) {
    return this.commands.issue(request, RecordSupplierPayment, { contractId, ...plain<typeof body>(body) });
  }

  @Post('record-invoice')
  @HttpCode(200)
  @ForCommand('RecordInvoice')
  recordInvoice(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: RecordInvoiceRequest,
  ) {
    return this.commands.issue(request, RecordInvoice, { contractId, ...plain<typeof body>(body) });
  }

  @Post('red-invoice')
  @HttpCode(200)
  @ForCommand('RedInvoice')
  redInvoice(
    @Req() request: ApiRequest,
    @Param('contractId', ParseUUIDPipe) contractId: string,
    @Body() body: RedInvoiceRequest,
  ) {
    return this.commands.issue(request, RedInvoice, { contractId, ...plain<typeof body>(body) });
  }
}
