import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import { accountPage, contractColumns, type AccountFilter } from './account-list.js';

export class GetReceiptRates {
  constructor(readonly filter: AccountFilter) {}
}

/** How much of each contract has been received (回款率), in basis points of its total, rounded down. */
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
      receiptRateBps: row.totalFen === '0' ? 0 : Number((BigInt(row.receivedFen) * 10_000n) / BigInt(row.totalFen)),
      payment: row.payment,
    }));
  }
}
