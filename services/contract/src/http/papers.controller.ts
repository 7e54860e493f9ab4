import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { renderHtml, renderPdf, type BusinessDocument } from '@engsales/documents';
import { ForReaders, Id, Optional, ReadGateway } from '@engsales/http';
import { ServiceRuntime } from '@engsales/service';
import { clockTimeOf } from '@engsales/values';
import { IsIn } from 'class-validator';
import type { Response } from 'express';
import { contract } from '../domain/contract/contract.js';
import type { SignedContract } from '../domain/contract/contract.state.js';
import { demandSigned } from '../domain/contract/signed-contract.js';
import { executionFormDocument } from '../documents/execution-form.document.js';
import { statementOfAccount } from '../documents/statement-of-account.document.js';

const FORMATS = ['html', 'pdf'] as const;

export class DocumentQuery {
  @ApiPropertyOptional({ enum: FORMATS, default: 'html' })
  @Optional()
  @IsIn(FORMATS)
  format: (typeof FORMATS)[number] = 'html';
}

/** Papers for people, of the contract as it stands now. */
@ApiTags('contract documents')
@ApiProduces('text/html', 'application/pdf')
@Controller('api/v1/contracts/:contractId/documents')
export class PapersController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** 合同执行表 */
  @Get('execution-form')
  @ForReaders()
  async executionForm(
    @Id('contractId') contractId: string,
    @Query() { format }: DocumentQuery,
    @Res() response: Response,
  ) {
    const signed = await this.signed(contractId);
    const names = new Map((await this.runtime.staff.list()).map(({ id, name }) => [id, name]));
    const nameOf = (id?: string) => (id === undefined ? '' : (names.get(id) ?? id));
    await send(response, executionFormDocument(signed, nameOf, this.now()), 'execution-form', format);
  }

  /** 对账单 */
  @Get('statement-of-account')
  @ForReaders()
  async statement(@Id('contractId') contractId: string, @Query() { format }: DocumentQuery, @Res() response: Response) {
    const signed = await this.signed(contractId);
    await send(response, statementOfAccount(signed, this.now()), 'statement-of-account', format);
  }

  private async signed(contractId: string): Promise<SignedContract> {
    const { state } = await this.reads.stateOf(contract, contractId);
    return demandSigned(state, contractId, 'documents');
  }

  private now(): string {
    return clockTimeOf(this.runtime.process.clock.now());
  }
}

async function send(
  response: Response,
  document: BusinessDocument,
  name: string,
  format: 'html' | 'pdf',
): Promise<void> {
  if (format === 'html') {
    response.type('text/html; charset=utf-8').send(renderHtml(document));
    return;
  }
  const file = `${name}-${document.number ?? ''}.pdf`;
  response.setHeader(
    'content-disposition',
    `inline; filename="${name}.pdf"; filename*=UTF-8''${encodeURIComponent(file)}`,
  );
  response.type('application/pdf').send(await renderPdf(document));
}
