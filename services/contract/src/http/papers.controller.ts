import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { BusinessDocument } from '@engsales/documents';
import { ForReaders, Id, ReadGateway } from '@engsales/http';
import { PaperQuery, Papers, ServiceRuntime } from '@engsales/service';
import type { Response } from 'express';
import { contract } from '../domain/contract/contract.js';
import type { SignedContract } from '../domain/contract/contract.state.js';
import { demandSigned } from '../domain/contract/signed-contract.js';
import { companyOf, missingFacts, type Company } from '../documents/company.js';
import { executionFormDocument } from '../documents/execution-form.document.js';
import { statementOfAccount } from '../documents/statement-of-account.document.js';
import { PAPER_WARNINGS, PAPER_WARNINGS_HEADER, paperWarnings } from './paper-warnings.js';

/** Papers for people, of the contract as it stands now. */
@ApiTags('contract documents')
@ApiProduces('text/html', 'application/pdf')
@Controller('api/v1/contracts/:contractId/documents')
export class PapersController {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reads: ReadGateway,
    private readonly runtime: ServiceRuntime,
    private readonly papers: Papers,
  ) {}

  /** The execution form as a paper · 合同执行表 */
  @Get('execution-form')
  @ForReaders()
  @ApiOkResponse({ description: 'the paper', headers: PAPER_WARNINGS })
  async executionForm(
    @Id('contractId') contractId: string,
    @Query() { format }: PaperQuery,
    @Res() response: Response,
  ) {
    const paper = await this.inTurn(async () => {
      const signed = await this.signed(contractId);
      return executionFormDocument(signed, this.company, await this.papers.names(), this.papers.now);
    });
    await this.send(response, paper, 'execution-form', format);
  }

  /** The statement of account as a paper · 对账单 */
  @Get('statement-of-account')
  @ForReaders()
  @ApiOkResponse({ description: 'the paper', headers: PAPER_WARNINGS })
  async statement(@Id('contractId') contractId: string, @Query() { format }: PaperQuery, @Res() response: Response) {
    const paper = await this.inTurn(async () =>
      statementOfAccount(await this.signed(contractId), this.company, this.papers.now),
    );
    await this.send(response, paper, 'statement-of-account', format);
  }

  /** One paper is put together at a time: the words of a long one take time, and of many at once they would hold all else up. */
  private inTurn(compose: () => Promise<BusinessDocument>): Promise<BusinessDocument> {
    const turn = this.last.then(compose);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async signed(contractId: string): Promise<SignedContract> {
    const { state } = await this.reads.stateOf(contract, contractId);
    return demandSigned(state, contractId, 'documents');
  }

  private get company(): Company {
    return companyOf(this.runtime.config.texts);
  }

  private async send(
    response: Response,
    paper: BusinessDocument,
    name: string,
    format: PaperQuery['format'],
  ): Promise<void> {
    const isConfigured = missingFacts(this.company).length === 0;
    const told = (missingGlyphs: readonly string[]) => {
      const warnings = paperWarnings({ isConfigured, missingGlyphs });
      if (warnings !== '') response.setHeader(PAPER_WARNINGS_HEADER, warnings);
    };
    await this.papers.send(response, paper, { name, format, told });
  }
}
