import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { Fulfilment } from '@engsales/values';
import type { TenderRecord } from '../tender-record.events.js';
import type { BidState, BidVolume } from '../tender.values.js';

/** What every event says that changes the bid, and who is an author of it with whoever they stood in for. */
export interface BidEventRecord extends TenderRecord {
  readonly onBehalfOf?: string;
  readonly bidState: BidState;
  readonly bidVersion: number;
}

export interface OfferedLineRecord {
  readonly lineId: string;
  readonly itemCode: string;
  readonly name: string;
  readonly spec?: string;
  readonly qty: string;
  readonly uom: string;
  readonly unitPrice: string;
  readonly discountFen?: number;
  readonly amountFen: number;
  readonly taxRateBps: number;
  readonly fulfilment: Fulfilment;
  readonly requestedDate?: string;
  readonly committedDate: string;
  readonly deliverTo?: string;
  readonly packageKey?: string;
  readonly trackingKey?: string;
}

export interface WarrantyRecord {
  readonly defectsLiabilityMonths?: number;
  readonly text?: string;
}

export type BidVolumePrepared = DomainEvent<
  'BidVolumePrepared',
  BidEventRecord & {
    readonly volume: BidVolume;
    readonly contentRef?: string;
    readonly notApplicableReason?: string;
    readonly preparedOn: string;
  }
>;

export type BidChecklistSet = DomainEvent<
  'BidChecklistSet',
  BidEventRecord & {
    readonly items: readonly {
      readonly id: string;
      readonly volume: BidVolume;
      readonly name: string;
      readonly required: boolean;
    }[];
    readonly setOn: string;
  }
>;

export type BidItemTicked = DomainEvent<
  'BidItemTicked',
  BidEventRecord & { readonly id: string; readonly docRef: string; readonly tickedOn: string }
>;

export type BidItemUnticked = DomainEvent<
  'BidItemUnticked',
  BidEventRecord & { readonly id: string; readonly reason: string; readonly untickedOn: string }
>;

export type BidPriced = DomainEvent<
  'BidPriced',
  BidEventRecord & {
    readonly lines: readonly OfferedLineRecord[];
    readonly priceFen: number;
    readonly costFen: number;
    readonly marginBps?: number;
    readonly warrantyTerms?: WarrantyRecord;
    readonly deliveryDays?: number;
    readonly pricedOn: string;
  }
>;

export type PreparingEvent = BidVolumePrepared | BidChecklistSet | BidItemTicked | BidItemUnticked | BidPriced;
