import { PositiveFen, Reference } from '@engsales/http';
import type { SaidAllocation } from '../domain/contract/money/money.commands.js';

export class AllocationRequest {
  @Reference() milestoneId!: string;
  @PositiveFen() amountFen!: number;
}

export const allocationsOf = (allocations: readonly AllocationRequest[]): SaidAllocation[] =>
  allocations.map(({ milestoneId, amountFen }) => ({ milestoneId, amountFen }));
