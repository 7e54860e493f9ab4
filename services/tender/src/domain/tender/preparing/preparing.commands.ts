import { CommandTo } from '@engsales/event-sourcing/domain';
import type { OfferedLine } from '@engsales/values';
import type { BidVolume } from '../tender.values.js';
import type { WarrantyTerms } from './bid-price.js';

/** What a volume of the bid consists of; or why it has none. */
export class PrepareBidVolume extends CommandTo<
  'tenderId',
  { readonly volume: BidVolume; readonly contentRef?: string; readonly notApplicableReason?: string }
> {
  readonly type = 'PrepareBidVolume';
}

/** The whole list, each time; what is ticked already stays so. */
export class SetBidChecklist extends CommandTo<
  'tenderId',
  {
    readonly items: readonly {
      readonly id: string;
      readonly volume: BidVolume;
      readonly name: string;
      readonly required: boolean;
    }[];
  }
> {
  readonly type = 'SetBidChecklist';
}

export class TickBidItem extends CommandTo<'tenderId', { readonly id: string; readonly docRef: string }> {
  readonly type = 'TickBidItem';
}

export class UntickBidItem extends CommandTo<'tenderId', { readonly id: string; readonly reason: string }> {
  readonly type = 'UntickBidItem';
}

/** Lines, or where the customer pays the manufacturer the price alone. */
export class PriceBid extends CommandTo<
  'tenderId',
  {
    readonly lines: readonly OfferedLine[];
    readonly priceFen?: number;
    readonly costFen: number;
    readonly warrantyTerms?: WarrantyTerms;
    readonly deliveryDays?: number;
  }
> {
  readonly type = 'PriceBid';
}

export type PreparingCommand = PrepareBidVolume | SetBidChecklist | TickBidItem | UntickBidItem | PriceBid;
