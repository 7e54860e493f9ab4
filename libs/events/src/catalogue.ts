import * as contract from './contract.events.js';
import * as production from './production.events.js';
import type { PublicEvent } from './envelope.js';

/** Every public event, by type. The only place that knows which types exist. */
export const CATALOGUE: ReadonlyMap<string, PublicEvent<unknown>> = new Map(
  [
    contract.contractDrafted,
    contract.contractAbandoned,
    contract.contractSigned,
    contract.contractVoided,
    contract.paymentMilestoneDue,
    production.productionOrderReceived,
    production.orderHandedToEngineering,
    production.productionOrderCancelled,
  ].map((event) => [event.type, event as PublicEvent<unknown>]),
);
