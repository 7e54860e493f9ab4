import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ForReaders } from '@engsales/http';
import { Papers } from '@engsales/service';
import type { Page } from '@engsales/read-models';
import type { Response } from 'express';
import { referenceListDocument } from '../documents/reference-list.document.js';
import {
  FindReferenceCustomers,
  type ReferenceCustomer,
} from '../read-models/reference-customers/reference-customers.query.js';
import { ReferenceCustomersQuery, ReferenceListPaperQuery } from './reference-customers.requests.js';

/** A visitor carries no more on paper; the list goes on over its pages. */
const MOST_ON_PAPER = 200;

/** Customers that may be shown to others (用户清单). */
@ApiTags('reference-customers')
@Controller('api/v1/reference-customers')
export class ReferenceCustomersController {
  constructor(
    private readonly queries: QueryBus,
    private readonly papers: Papers,
  ) {}

  /** For whom we have built what · 用户清单 */
  @Get()
  @ForReaders()
  list(@Query() query: ReferenceCustomersQuery) {
    return this.queries.execute(new FindReferenceCustomers(query));
  }

  /** The reference customers as a paper for a visit · 用户清单（打印） */
  @Get('document')
  @ForReaders()
  @ApiProduces('text/html', 'application/pdf')
  @ApiOkResponse({ description: 'the paper' })
  async document(@Query() query: ReferenceListPaperQuery, @Res() response: Response) {
    const { format, productLineId, city, q, sort } = query;
    const found = await this.queries.execute<FindReferenceCustomers, Page<ReferenceCustomer>>(
      new FindReferenceCustomers({ productLineId, city, q, sort, limit: MOST_ON_PAPER }),
    );
    await this.papers.send(response, referenceListDocument(found, this.papers.now), {
      name: 'reference-customers',
      format,
    });
  }
}
