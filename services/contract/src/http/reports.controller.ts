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

  /** Milestones that are to be paid · 应收清单 */
  @Get('receivables')
  @ForReaders()
  receivables(@Query() query: ReceivableQuery) {
    return this.queries.execute(new FindReceivables(query));
  }

  /** Receivables by age · 应收账龄 */
  @Get('receivables/ageing')
  @ForReaders()
  ageing(@Query() query: AgeingQuery) {
    return this.queries.execute(new GetAgeing(query));
  }

  /** How much of each contract is paid · 回款率 */
  @Get('receipt-rates')
  @ForReaders()
  receiptRates(@Query() query: AccountListQuery) {
    return this.queries.execute(new GetReceiptRates(query));
  }

  /** What is invoiced and not paid · 已开票未回款 */
  @Get('invoiced-unpaid')
  @ForReaders()
  invoicedUnpaid(@Query() query: AccountListQuery) {
    return this.queries.execute(new GetInvoicedUnpaid(query));
  }

  /** Which contracts may be released or dispatched · 付款关口 */
  @Get('payment-gates')
  @ForReaders()
  paymentGates(@Query() query: PaymentGateQuery) {
    return this.queries.execute(new GetPaymentGates(query));
  }

  /** What somebody has to do · 合同待办 */
  @Get('contract-tasks')
  @ForReaders()
  contractTasks(@Query() query: ContractTaskQuery) {
    return this.queries.execute(new FindContractTasks(query));
  }

  /** Contracts that must be signed soon · 待签合同 */
  @Get('signings-due')
  @ForReaders()
  signingsDue(@Query() query: SigningsDueQuery) {
    return this.queries.execute(new GetSigningsDue(query));
  }
}
