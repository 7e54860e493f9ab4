import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { BusinessDate, ForReaders, ListQuery, Means, OneOf, Optional, Text, Uuid } from '@engsales/http';
import { PaperQuery, Papers } from '@engsales/service';
import type { Response } from 'express';
import { bondLedgerDocument } from '../documents/bond-ledger.document.js';
import { BOND_STATES, BOND_TYPES, type BondState, type BondType } from '../domain/bond/bond.values.js';
import { GetBondLedger, type BondLedger } from '../read-models/bonds/bond-ledger.query.js';

export class BondLedgerQuery extends ListQuery {
  @Means('what it secures') @Optional() @OneOf(BOND_TYPES) type?: BondType;
  @Means('only in this state') @Optional() @OneOf(BOND_STATES) state?: BondState;
  @Means('bank or company that gave it, as it was written') @Optional() @Text(200) issuer?: string;
  @Means('of this project') @Optional() @Uuid() projectId?: string;
  @Means('the ledger as it was known on that day; today when absent', '2030-12-31')
  @Optional()
  @BusinessDate()
  asOf?: string;
}

export class BondLedgerPaperQuery extends PaperQuery {
  @Means('what it secures') @Optional() @OneOf(BOND_TYPES) type?: BondType;
  @Means('only in this state') @Optional() @OneOf(BOND_STATES) state?: BondState;
  @Means('bank or company that gave it, as it was written') @Optional() @Text(200) issuer?: string;
  @Means('of this project') @Optional() @Uuid() projectId?: string;
  @Means('the ledger as it was known on that day; today when absent', '2030-12-31')
  @Optional()
  @BusinessDate()
  asOf?: string;
}

/** A paper with more rows than this is read by nobody; its total is of all bonds. */
const MOST_ON_PAPER = 500;

/** What of ours is with others, and when it comes back (投标保证金台账). */
@ApiTags('bond-ledger')
@Controller('api/v1/bond-ledger')
export class BondLedgerController {
  constructor(
    private readonly queries: QueryBus,
    private readonly papers: Papers,
  ) {}

  /** The bonds that are or were out, with sums · 保证金台账 */
  @Get()
  @ForReaders()
  list(@Query() query: BondLedgerQuery) {
    return this.queries.execute(new GetBondLedger(query));
  }

  /** The ledger of bonds as a paper · 投标保证金台账（打印） */
  @Get('document')
  @ForReaders()
  @ApiProduces('text/html', 'application/pdf')
  @ApiOkResponse({ description: 'the paper' })
  async document(@Query() query: BondLedgerPaperQuery, @Res() response: Response) {
    const { format, type, state, issuer, projectId, asOf } = query;
    const found = await this.queries.execute<GetBondLedger, BondLedger>(
      new GetBondLedger({ type, state, issuer, projectId, asOf, limit: MOST_ON_PAPER }),
    );
    await this.papers.send(response, bondLedgerDocument(found, this.papers.now), { name: 'bond-ledger', format });
  }
}
