import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ForReaders } from '@engsales/http';
import { GetInvoicedUnpaid } from '../read-models/contract-accounts/invoiced-unpaid.query.js';
import { GetPaymentGates } from '../read-models/contract-accounts/payment-gates.query.js';
import { GetReceiptRates } from '../read-models/contract-accounts/receipt-rates.query.js';
import { FindContractTasks } from '../read-models/contract-tasks/contract-tasks.query.js';
import { GetAgeing } from '../read-models/receivables/ageing.query.js';
import { FindReceivables } from '../read-models/receivables/receivables.query.js';
import { GetSigningsDue } from '../read-models/contract-list/signings-due.query.js';
import {
  AccountListQuery,
  AgeingQuery,
  ContractTaskQuery,
  PaymentGateQuery,
  ReceivableQuery,
  SigningsDueQuery,
} from './reports.requests.js';

/** Questions over all contracts. */
@ApiTags('contract reports')
@Controller('api/v1')
export class ReportsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('receivables')
  @ForReaders()
  receivables(@Query() query: ReceivableQuery) {
    return this.queries.execute(new FindReceivables(query));
  }

  @Get('receivables/ageing')
  @ForReaders()
  ageing(@Query() query: AgeingQuery) {
    return this.queries.execute(new GetAgeing(query));
  }

  @Get('receipt-rates')
  @ForReaders()
  receiptRates(@Query() query: AccountListQuery) {
    return this.queries.execute(new GetReceiptRates(query));
  }

  @Get('invoiced-unpaid')
  @ForReaders()
  invoicedUnpaid(@Query() query: AccountListQuery) {
    return this.queries.execute(new GetInvoicedUnpaid(query));
  }

  @Get('payment-gates')
  @ForReaders()
  paymentGates(@Query() query: PaymentGateQuery) {
    return this.queries.execute(new GetPaymentGates(query));
  }

  @Get('contract-tasks')
  @ForReaders()
  contractTasks(@Query() query: ContractTaskQuery) {
    return this.queries.execute(new FindContractTasks(query));
  }

  @Get('signings-due')
  @ForReaders()
  signingsDue(@Query() query: SigningsDueQuery) {
    return this.queries.execute(new GetSigningsDue(query));
  }
}
