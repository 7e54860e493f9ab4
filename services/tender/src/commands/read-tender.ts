import { fold, type EventStore } from '@engsales/event-sourcing';
import type { TenderThen } from '../domain/offers/tender-then.js';
import { exists, type Tender } from '../domain/tender/tender.state.js';
import { tender } from '../domain/tender/tender.js';

export async function readTenderState(store: EventStore, tenderId: string): Promise<Tender> {
  return fold(tender, await store.readStream(`${tender.category}-${tenderId}`));
}

/** What another aggregate must know of a tender; undefined where there is none. */
export async function readTender(store: EventStore, tenderId: string): Promise<TenderThen | undefined> {
  const found = await readTenderState(store, tenderId);
  if (!exists(found)) return undefined;
  const { registration, announcement } = found;
  return {
    tenderId,
    projectId: found.projectId,
    leadId: found.leadId,
    state: found.state,
    projectName: registration.projectName,
    tenderNo: announcement?.tenderNo ?? registration.tenderNo,
    tendereeName: registration.tenderee.name,
    regime: registration.regime,
    mandatory: registration.mandatory,
    salespersonId: found.salespersonId,
    estimatedPriceFen: registration.estimatedPriceFen,
    bondRequiredFen: announcement?.bondRequiredFen,
  };
}
