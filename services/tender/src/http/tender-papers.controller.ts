import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { ForReaders, Id, ReadGateway } from '@engsales/http';
import { PaperQuery, Papers } from '@engsales/service';
import type { Response } from 'express';
import { bidChecklistDocument } from '../documents/bid-checklist.document.js';
import { goNoGoDocument } from '../documents/go-no-go.document.js';
import { openingRecordDocument } from '../documents/opening-record.document.js';
import { operationDecisionId } from '../domain/ids.js';
import { operationDecision } from '../domain/operation-decision/operation-decision.js';
import { tender } from '../domain/tender/tender.js';
import { exists, type ExistingTender } from '../domain/tender/tender.state.js';

/** A tender as papers. */
@ApiTags('tenders')
@ApiProduces('text/html', 'application/pdf')
@Controller('api/v1/tenders/:tenderId/documents')
export class TenderPapersController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly papers: Papers,
  ) {}

  /** The list of bid documents as a paper, and what is still missing · 投标文件清单（打印） */
  @Get('bid-checklist')
  @ForReaders()
  async checklist(@Id('tenderId') tenderId: string, @Query() { format }: PaperQuery, @Res() response: Response) {
    const found = await this.tenderOf(tenderId);
    const paper = bidChecklistDocument(found, await this.papers.names(), this.papers.now);
    await this.papers.send(response, paper, { name: 'bid-checklist', format });
  }

  /** The bids as they were read out, as a paper; there is none before the opening · 开标记录 */
  @Get('opening-record')
  @ForReaders()
  async opening(@Id('tenderId') tenderId: string, @Query() { format }: PaperQuery, @Res() response: Response) {
    const found = await this.tenderOf(tenderId);
    if (!found.opening) {
      const { state } = found;
      throw new Rejected('INVALID_TRANSITION', `nothing has been opened of a tender in ${state}`, { state });
    }
    const paper = openingRecordDocument(found, found.opening, this.papers.now);
    await this.papers.send(response, paper, { name: 'opening-record', format });
  }

  /** Whether we bid, on which conditions and with which margin, as a paper for the house · 投标决策表 */
  @Get('go-no-go')
  @ForReaders()
  async goNoGo(@Id('tenderId') tenderId: string, @Query() { format }: PaperQuery, @Res() response: Response) {
    const found = await this.tenderOf(tenderId);
    const decision = await this.reads.stateOrNone(operationDecision, operationDecisionId('TENDER', tenderId));
    const mode = decision.state === 'NONE' ? undefined : decision.mode;
    const paper = goNoGoDocument(found, mode, await this.papers.names(), this.papers.now);
    await this.papers.send(response, paper, { name: 'go-no-go', format });
  }

  private async tenderOf(tenderId: string): Promise<ExistingTender> {
    const { state } = await this.reads.stateOf(tender, tenderId);
    if (!exists(state)) throw new Rejected('NOT_FOUND', `there is no tender ${tenderId}`);
    return state;
  }
}
