import { PositiveFen, Reference } from '@engsales/http';
import type { Allocation } from '../domain/contract/money/money.state.js';

export class AllocationRequest {
  @Reference() milestoneId!: string;
  @PositiveFen() amountFen!: number;
}

export const allocationsOf = (allocations: readonly AllocationRequest[]): Allocation[] =>
  allocations.map(({ milestoneId, amountFen }) => ({ milestoneId, amountFen }));
