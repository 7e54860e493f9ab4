import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Rejected } from '@engsales/event-sourcing';
import { ReadGateway } from '@engsales/http';
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

/** Null until they are there. */
const LATER = [
  'contractNo',
  'contractVersion',
  'signedOn',
  'executionForm',
  'gates',
  'approvedBy',
  'rejectionReason',
] as const;

function cardOf(contract: ExistingContract) {
  const { document, creditReleases = {}, rounds = [], milestones = document.milestones } = contract;
  const { payment = 'NOT_DUE', delivery = 'NONE', acceptance = 'NONE' } = contract;
  const { customer = null, salespersonId = null, merchandiserId = null, operationMode, projectName } = document;
  const account = accountOf({ ...contract, milestones });
  const { contractId, projectId, state, draftNo } = contract;
  return {
    ...{ contractId, projectId, projectName, state, draftNo },
    ...Object.fromEntries(LATER.map((name) => [name, contract[name] ?? null])),
    ...{ customer, salespersonId, merchandiserId, operationMode },
    currency: 'CNY',
    totalFen: document.totalFen,
    taxFen: document.taxFen,
    receivedFen: netReceivedFen(account),
    unallocatedFen: unallocatedFen(account),
    invoicedFen: invoicedFen(contract),
    dueFen: sumFen(milestones.filter((m) => m.dueOn !== undefined).map(outstandingFen)),
    outstandingFen: sumFen(milestones.map(outstandingFen)),
    axes: { payment, delivery, acceptance },
    tracks: tracksOf(contract),
    lines: document.lines.map((line) => ({ ...line, progress: progressOf(contract.progress, line.lineId) })),
    milestones,
    creditReleases,
    negotiationRounds: rounds,
  };
}
