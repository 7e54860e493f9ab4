import type { DomainEvent } from '@engsales/event-sourcing/domain';

interface Reservation {
  readonly contractNo: string;
  readonly contractId: string;
}

export type ContractNumberEvent =
  DomainEvent<'ContractNumberReserved', Reservation> | DomainEvent<'ContractNumberReleased', Reservation>;
