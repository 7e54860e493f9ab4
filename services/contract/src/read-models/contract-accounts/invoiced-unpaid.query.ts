import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import { accountPage, contractColumns, type AccountFilter } from './account-list.js';

export class GetInvoicedUnpaid {
  constructor(readonly filter: AccountFilter) {}
}

/** Which contracts have invoices that money has not followed (已开票未收款)? */
@QueryHandler(GetInvoicedUnpaid)
export class GetInvoicedUnpaidHandler implements IQueryHandler<GetInvoicedUnpaid> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: GetInvoicedUnpaid) {
    const unpaid = { sql: 'invoiced_fen > received_fen', values: [] };
    return accountPage(this.database, this.reads, filter, unpaid, (row) => ({
      ...contractColumns(row),
      totalFen: Number(row.totalFen),
      invoicedFen: Number(row.invoicedFen),
      receivedFen: Number(row.receivedFen),
      invoicedUnpaidFen: Number(row.invoicedFen) - Number(row.receivedFen),
    }));
  }
}
