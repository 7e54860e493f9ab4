import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Rejected } from '@engsales/event-sourcing';
import { ForReaders, Id, ReadGateway } from '@engsales/http';
import { PaperQuery, Papers } from '@engsales/service';
import type { Response } from 'express';
import { buyoutConsentDocument, type AssessedDeal } from '../documents/buyout-consent.document.js';
import { quotationDocument } from '../documents/quotation.document.js';
import { proposal } from '../domain/proposal/proposal.js';
import { riskAssessment } from '../domain/risk-assessment/risk-assessment.js';
import type { ExistingAssessment } from '../domain/risk-assessment/risk-assessment.state.js';
import { tender } from '../domain/tender/tender.js';

/** A risk assessment as a paper. */
@ApiTags('risk-assessments')
@ApiProduces('text/html', 'application/pdf')
@Controller('api/v1/risk-assessments/:riskAssessmentId/documents')
export class AssessmentPapersController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly papers: Papers,
  ) {}

  /** The risk assessment and the written consent as a paper to be signed · 买断风险评估表及书面同意书 */
  @Get('consent')
  @ForReaders()
  async consent(
    @Id('riskAssessmentId') riskAssessmentId: string,
    @Query() { format }: PaperQuery,
    @Res() response: Response,
  ) {
    const { state } = await this.reads.stateOf(riskAssessment, riskAssessmentId);
    if (state.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no risk assessment ${riskAssessmentId}`);
    const deal = await this.dealOf(state);
    const paper = buyoutConsentDocument(state, deal, await this.papers.names(), this.papers.now);
    await this.papers.send(response, paper, { name: 'buyout-consent', format });
  }

  /** Of a lead this service knows the id alone. */
  private async dealOf({ refType, refId }: ExistingAssessment): Promise<AssessedDeal> {
    if (refType === 'LEAD') return {};
    const found = await this.reads.stateOrNone(tender, refId);
    if (found.state === 'NONE') return {};
    const { registration, announcement } = found;
    return {
      projectName: registration.projectName,
      tenderNo: announcement?.tenderNo ?? registration.tenderNo,
      customerName: registration.tenderee.name,
    };
  }
}

/** A proposal as a paper. */
@ApiTags('proposals')
@ApiProduces('text/html', 'application/pdf')
@Controller('api/v1/proposals/:proposalId/documents')
export class ProposalPapersController {
  constructor(
    private readonly reads: ReadGateway,
    private readonly papers: Papers,
  ) {}

  /** The newest version of a proposal as a paper for the customer · 报价单 */
  @Get('quotation')
  @ForReaders()
  async quotation(@Id('proposalId') proposalId: string, @Query() { format }: PaperQuery, @Res() response: Response) {
    const { state } = await this.reads.stateOf(proposal, proposalId);
    if (state.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no proposal ${proposalId}`);
    const paper = quotationDocument(state, await this.papers.names(), this.papers.now);
    await this.papers.send(response, paper, { name: 'quotation', format });
  }
}
