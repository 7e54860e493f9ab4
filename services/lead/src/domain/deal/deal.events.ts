import type { DomainEvent } from '@engsales/event-sourcing/domain';
import type { BookedState, DealEnd } from './deal.values.js';

export type DealBooked = DomainEvent<
  'DealBooked',
  {
    readonly contractId: string;
    readonly state: 'BOOKED' | DealEnd;
    readonly projectId: string;
    readonly projectName: string;
    readonly customerPartyId?: string;
    readonly customerName: string;
    readonly salespersonId: string;
    readonly signedOn: string;
    readonly totalFen: number;
    readonly bookedOn: string;
  }
>;
export type DealChanged = DomainEvent<
  'DealChanged',
  {
    readonly contractId: string;
    readonly state: BookedState;
    readonly contractVersion: number;
    readonly currentTotalFen: number;
    readonly changedOn: string;
  }
>;
/** The contract ended; of one that is not booked yet, it is kept how it ended. */
export type DealEnded = DomainEvent<
  'DealEnded',
  {
    readonly contractId: string;
    readonly state: 'FORESTALLED' | DealEnd;
    readonly kind: DealEnd;
    readonly endedOn: string;
  }
>;
export type DealSettled = DomainEvent<
  'DealSettled',
  {
    readonly contractId: string;
    readonly state: 'SETTLED';
    readonly finalFen: number;
    readonly settledOn: string;
  }
>;
/** `receivedFen` is the sum of all that was moved. */
export type DealMoneyMoved = DomainEvent<
  'DealMoneyMoved',
  {
    readonly contractId: string;
    readonly state: BookedState;
    readonly ref: string;
    readonly amountFen: number;
    readonly receivedFen: number;
    readonly movedOn: string;
  }
>;
export type DealRated = DomainEvent<
  'DealRated',
  {
    readonly contractId: string;
    readonly state: BookedState;
    readonly ref: string;
    readonly scoreTenths: number;
    readonly ratedOn: string;
  }
>;

export type DealEvent = DealBooked | DealChanged | DealEnded | DealSettled | DealMoneyMoved | DealRated;
