import { handlerReading, type EventStore, type Issued } from '@engsales/event-sourcing';
import { contract } from '../domain/contract/contract.js';
import { TakeUpQuotation } from '../domain/contract/quotation/quotation.commands.js';
import { contractIdOfLead } from '../domain/ids.js';

/** A quotation names its lead; of a lead that was revived it belongs to the newest contract. */
export const TakeUpQuotationHandler = handlerReading(contract, TakeUpQuotation, async ({ leadId }, store, issued) => ({
  contractId: await contractOfQuotation(store, leadId, issued),
}));

/** The contract that has taken it up already, so that hearing it again changes no later one; else the newest there is. */
async function contractOfQuotation(store: EventStore, leadId: string, { commandId }: Issued): Promise<string> {
  let newest = contractIdOfLead(leadId, 1);
  for (let attemptNo = 1; ; attemptNo += 1) {
    const contractId = contractIdOfLead(leadId, attemptNo);
    const events = await store.readStream(`${contract.category}-${contractId}`);
    if (events.length === 0) return newest;
    if (events.some(({ metadata }) => metadata.commandId === commandId)) return contractId;
    newest = contractId;
  }
}
