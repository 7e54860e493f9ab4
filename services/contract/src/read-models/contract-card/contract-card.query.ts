import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Rejected } from '@engsales/event-sourcing';
import { ReadGateway } from '@engsales/service';
import { sumFen } from '@engsales/values';
import { DataSource } from 'typeorm';
import { netReceivedFen, unallocatedFen } from '../../domain/contract/account.js';
import { accountOf } from '../../domain/contract/booking.js';
import type { ExistingContract } from '../../domain/contract/contract.js';
import { progressOf } from '../../domain/contract/goods-progress.js';
import { invoicedFen } from '../../domain/contract/invoices.js';
import { outstandingFen } from '../../domain/contract/payment-schedule.js';
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
    const [row] = await this.database.query<{ revision: number; state: ExistingContract; changed_at: Date }[]>(
      'SELECT revision, state, changed_at FROM contract_card WHERE contract_id = $1',
      [contractId],
    );
    if (!row) throw new Rejected('NOT_FOUND', `there is no contract ${contractId}`);
    return { ...cardOf(row.state), revision: row.revision, changedAt: row.changed_at.toISOString() };
  }
}

function cardOf(contract: ExistingContract) {
  const { document } = contract;
  const milestones = contract.milestones ?? document.milestones;
  const account = accountOf({ ...contract, milestones });
  const dueFen = sumFen(milestones.filter((m) => m.dueOn !== undefined).map(outstandingFen));
  return {
    contractId: contract.contractId,
    projectId: contract.projectId,
    projectName: document.projectName,
    state: contract.state,
    draftNo: contract.draftNo,
    contractNo: contract.contractNo ?? null,
    contractVersion: contract.contractVersion ?? null,
    signedOn: contract.signedOn ?? null,
    customer: document.customer ?? null,
    salespersonId: document.salespersonId ?? null,
    merchandiserId: document.merchandiserId ?? null,
    operationMode: document.operationMode,
    currency: 'CNY',
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    receivedFen: netReceivedFen(account),
    unallocatedFen: unallocatedFen(account),
    invoicedFen: invoicedFen(contract),
    dueFen,
    outstandingFen: sumFen(milestones.map(outstandingFen)),
    axes: {
      payment: contract.payment ?? 'NOT_DUE',
      delivery: contract.delivery ?? 'NONE',
      acceptance: contract.acceptance ?? 'NONE',
    },
    tracks: tracksOf(contract),
    executionForm: contract.executionForm ?? null,
    lines: document.lines.map((line) => ({ ...line, progress: progressOf(contract.progress, line.lineId) })),
    milestones,
    gates: contract.gates ?? null,
    creditReleases: contract.creditReleases ?? {},
    negotiationRounds: contract.rounds ?? [],
    approvedBy: contract.approvedBy ?? null,
    rejectionReason: contract.rejectionReason ?? null,
  };
}
