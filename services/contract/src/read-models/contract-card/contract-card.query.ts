import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Rejected } from '@engsales/event-sourcing';
import { ReadGateway } from '@engsales/http';
import { sumFen } from '@engsales/values';
import { DataSource } from 'typeorm';
import { isSigned, type Contract, type NoContract, type SignedContract } from '../../domain/contract/contract.state.js';
import { progressOf } from '../../domain/contract/execution/execution.state.js';
import { outstandingFen } from '../../domain/contract/milestones/milestones.state.js';
import { accountOf, netReceivedFen, unallocatedFen } from '../../domain/contract/money/account.js';
import { invoicedFen } from '../../domain/contract/money/money.state.js';
import { lineView, roundView } from '../../views/drafting.view.js';
import { formView, progressView } from '../../views/execution.view.js';
import { gatesView, milestoneView, releasesView } from '../../views/milestones.view.js';
import { contractCard } from './contract-card.projection.js';
import { tracksOf } from './execution-tracks.js';

export class GetContractCard {
  constructor(
    readonly contractId: string,
    readonly minPosition?: string,
  ) {}
}

/** The contract as people look at it: parties, figures, milestones and gates on one card. */
@QueryHandler(GetContractCard)
export class GetContractCardHandler implements IQueryHandler<GetContractCard> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ contractId, minPosition }: GetContractCard) {
    await this.reads.waitFor(contractCard.name, minPosition);
    const [row] = await this.database.query<{ revision: number; state: Contract; changed_at: Date }[]>(
      'SELECT revision, state, changed_at FROM contract_card WHERE contract_id = $1',
      [contractId],
    );
    if (!row || row.state.state === 'NONE') throw new Rejected('NOT_FOUND', `there is no contract ${contractId}`);
    return { ...cardOf(row.state), revision: row.revision, changedAt: row.changed_at.toISOString() };
  }
}

function cardOf(contract: Exclude<Contract, NoContract>) {
  const { document, contractId, projectId, state, draftNo } = contract;
  const { customer = null, salespersonId = null, merchandiserId = null } = document;
  const signed = isSigned(contract);
  const milestones = signed ? contract.milestones : document.milestones;
  const progress = signed ? contract.progress : [];
  return {
    contractId,
    projectId,
    projectName: document.projectName,
    state,
    draftNo,
    approvedBy: ('approvedBy' in contract && contract.approvedBy) || null,
    rejectionReason: contract.rejectionReason ?? null,
    customer: customer && { partyId: customer.partyId, name: customer.name },
    salespersonId,
    merchandiserId,
    operationMode: document.operationMode,
    currency: 'CNY',
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    dueFen: sumFen(milestones.filter((m) => m.dueOn !== undefined).map(outstandingFen)),
    outstandingFen: sumFen(milestones.map(outstandingFen)),
    tracks: tracksOf(document.lines, milestones, progress),
    lines: document.lines.map((line) => ({
      ...lineView(line),
      progress: progressView(progressOf(progress, line.lineId)),
    })),
    milestones: milestones.map(milestoneView),
    negotiationRounds: contract.rounds.map(roundView),
    ...(signed ? signedPart(contract) : UNSIGNED_PART),
  };
}

function signedPart(contract: SignedContract) {
  const account = accountOf(contract);
  const { payment, delivery, acceptance } = contract;
  return {
    contractNo: contract.contractNo,
    contractVersion: contract.contractVersion,
    signedOn: contract.signedOn,
    executionForm: contract.executionForm ? formView(contract.executionForm) : null,
    gates: gatesView(contract.gates),
    creditReleases: releasesView(contract.creditReleases),
    receivedFen: netReceivedFen(account),
    unallocatedFen: unallocatedFen(account),
    invoicedFen: invoicedFen(contract.invoices),
    axes: { payment, delivery, acceptance },
  };
}

const UNSIGNED_PART = {
  contractNo: null,
  contractVersion: null,
  signedOn: null,
  executionForm: null,
  gates: null,
  creditReleases: {},
  receivedFen: 0,
  unallocatedFen: 0,
  invoicedFen: 0,
  axes: { payment: 'NOT_DUE', delivery: 'NONE', acceptance: 'NONE' },
};
