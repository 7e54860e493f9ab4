import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { rateBps } from '@engsales/values';
import { DataSource } from 'typeorm';
import { accountPage, contractColumns, type AccountFilter } from './account-list.js';

export class GetReceiptRates {
  constructor(readonly filter: AccountFilter) {}
}

/** How much of each contract has been received (回款率), in basis points of what it is worth, round half up (C-124, C-98). */
@QueryHandler(GetReceiptRates)
export class GetReceiptRatesHandler implements IQueryHandler<GetReceiptRates> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: GetReceiptRates) {
    return accountPage(this.database, this.reads, filter, { sql: 'true', values: [] }, (row) => ({
      ...contractColumns(row),
      totalFen: Number(row.totalFen),
      settledFen: row.settledFen === null ? undefined : Number(row.settledFen),
      receivedFen: Number(row.receivedFen),
      unallocatedFen: Number(row.unallocatedFen),
      outstandingFen: Number(row.outstandingFen),
      receiptRateBps: rateOf(row.receivedFen, row.settledFen ?? row.totalFen),
      payment: row.payment,
    }));
  }
}

/** Of a contract that is worth nothing, nothing is to be received. */
const rateOf = (receivedFen: string, worthFen: string) => (worthFen === '0' ? 0 : rateBps(receivedFen, worthFen));
