import type { Upcasters } from '@engsales/event-sourcing/domain';
import type { EarlyEndRecord } from './ending.events.js';

/** Version 1 said what can be used again, which nobody has ever valued: it was always 0. */
const withoutRecoverable = ({ recoverableFen: _always0, ...data }: EarlyEndRecord & { recoverableFen: number }) => data;

export const endingUpcasters: Upcasters = {
  ProductionOrderCancelled: { 1: withoutRecoverable },
  ProductionOrderShortClosed: { 1: withoutRecoverable },
};
