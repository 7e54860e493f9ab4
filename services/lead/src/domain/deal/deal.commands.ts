import { CommandTo } from '@engsales/event-sourcing/domain';
import type { DealEnd } from './deal.values.js';

/** A contract was signed: it counts for whoever has sold it. */
export class BookDeal extends CommandTo<
  'contractId',
  {
    readonly projectId: string;
    readonly projectName: string;
    readonly customerPartyId?: string;
    readonly customerName: string;
    readonly salespersonId: string;
    readonly signedOn: string;
    readonly totalFen: number;
  }
> {
  readonly type = 'BookDeal';
}

/** The contract's total is another one, by its version. */
export class ChangeDeal extends CommandTo<
  'contractId',
  { readonly contractVersion: number; readonly currentTotalFen: number; readonly on: string }
> {
  readonly type = 'ChangeDeal';
}

export class EndDeal extends CommandTo<'contractId', { readonly kind: DealEnd; readonly on: string }> {
  readonly type = 'EndDeal';
}

/** What the terminated contract comes to in the end. */
export class SettleDeal extends CommandTo<'contractId', { readonly finalFen: number; readonly on: string }> {
  readonly type = 'SettleDeal';
}

/** Money of the contract: receipts are more than nothing, reversals and refunds less. */
export class MoveDealMoney extends CommandTo<
  'contractId',
  { readonly ref: string; readonly amountFen: number; readonly on: string }
> {
  readonly type = 'MoveDealMoney';
}

/** How content the customer is, in tenths: 10 to 50. */
export class RateDeal extends CommandTo<
  'contractId',
  { readonly ref: string; readonly scoreTenths: number; readonly on: string }
> {
  readonly type = 'RateDeal';
}

export type DealCommand = BookDeal | ChangeDeal | EndDeal | SettleDeal | MoveDealMoney | RateDeal;
