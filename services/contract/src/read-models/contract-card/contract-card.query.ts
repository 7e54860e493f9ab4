import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Rejected } from '@engsales/event-sourcing';
import { ReadGateway } from '@engsales/http';
import { sumFen } from '@engsales/values';
import { DataSource } from 'typeorm';
import { isSigned, type Contract, type NoContract } from '../../domain/contract/contract.state.js';
import { progressOf } from '../../domain/contract/execution/execution.state.js';
import { outstandingFen } from '../../domain/contract/milestones/milestones.state.js';
import { accountOf, netReceivedFen, unallocatedFen } from '../../domain/contract/money/account.js';
import { invoicedFen } from '../../domain/contract/money/money.state.js';
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
  const { document } = contract;
  const signed = isSigned(contract) ? contract : undefined;
  const milestones = signed?.milestones ?? document.milestones;
  const account = signed ? accountOf(signed) : { receipts: [], refunds: [], milestones };
  return {
    contractId: contract.contractId,
    projectId: contract.projectId,
    projectName: document.projectName,
    state: contract.state,
    draftNo: contract.draftNo,
    contractNo: signed?.contractNo ?? null,
    contractVersion: signed?.contractVersion ?? null,
    signedOn: signed?.signedOn ?? null,
    executionForm: signed?.executionForm ?? null,
    gates: signed?.gates ?? null,
    approvedBy: 'approvedBy' in contract ? (contract.approvedBy ?? null) : null,
    rejectionReason: contract.rejectionReason ?? null,
    customer: document.customer ?? null,
    salespersonId: document.salespersonId ?? null,
    merchandiserId: document.merchandiserId ?? null,
    operationMode: document.operationMode,
    currency: 'CNY',
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    receivedFen: netReceivedFen(account),
    unallocatedFen: unallocatedFen(account),
    invoicedFen: invoicedFen(signed?.invoices ?? []),
    dueFen: sumFen(milestones.filter((m) => m.dueOn !== undefined).map(outstandingFen)),
    outstandingFen: sumFen(milestones.map(outstandingFen)),
    axes: {
      payment: signed?.payment ?? 'NOT_DUE',
      delivery: signed?.delivery ?? 'NONE',
      acceptance: signed?.acceptance ?? 'NONE',
    },
    tracks: tracksOf(document.lines, milestones, signed?.progress ?? []),
    lines: document.lines.map((line) => ({ ...line, progress: progressOf(signed?.progress ?? [], line.lineId) })),
    milestones,
    creditReleases: signed?.creditReleases ?? {},
    negotiationRounds: contract.rounds,
  };
}
