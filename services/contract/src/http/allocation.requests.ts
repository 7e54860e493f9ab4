import { Means, PositiveFen, Reference } from '@engsales/http';
import type { SaidAllocation } from '../domain/contract/money/money.commands.js';

export class AllocationRequest {
  @Means('milestone of the contract', 'M1') @Reference() milestoneId!: string;
  @Means('amount with VAT') @PositiveFen() amountFen!: number;
}

export const allocationsOf = (allocations: readonly AllocationRequest[]): SaidAllocation[] =>
  allocations.map(({ milestoneId, amountFen }) => ({ milestoneId, amountFen }));
