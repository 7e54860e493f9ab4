import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { rateBps } from '@engsales/values';
import { DataSource } from 'typeorm';
import { accountPage, contractColumns, type AccountFilter } from './account-list.js';

export class GetReceiptRates {
  constructor(readonly filter: AccountFilter) {}
}

/** How much of each contract has been received (回款率), in basis points of its total, round half up (C-124). */
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
      receivedFen: Number(row.receivedFen),
      unallocatedFen: Number(row.unallocatedFen),
      outstandingFen: Number(row.outstandingFen),
      receiptRateBps: row.totalFen === '0' ? 0 : rateBps(row.receivedFen, row.totalFen),
      payment: row.payment,
    }));
  }
}
