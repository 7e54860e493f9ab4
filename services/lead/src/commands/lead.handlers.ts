import { fold, type EventStore } from '@engsales/event-sourcing';
import { followUpLog } from '../domain/follow-up-log/follow-up-log.js';
import { followUpLogId } from '../domain/ids.js';
import { ConvertLead, MergeLead, ReviveLead } from '../domain/lead/converting/converting.commands.js';
import { HoldTechnicalExchange } from '../domain/lead/evidence/evidence.commands.js';
import { lead } from '../domain/lead/lead.js';
import { exists } from '../domain/lead/lead.state.js';
import { AssignLead, AttachChannel, RecycleLead } from '../domain/lead/ownership/ownership.commands.js';
import {
  DescribeProject,
  ObserveConstructionPhase,
  RegisterProject,
  UpdateContactRegister,
} from '../domain/lead/profiling/profiling.commands.js';
import {
  EngageRelationshipPartner,
  EvaluatePartner,
  IdentifyKeyPerson,
  ObserveCompetitor,
  RecordStakeholder,
  ScreenManufacturer,
  SeekRelationshipPartner,
} from '../domain/lead/relations/relations.commands.js';
import { handlerReading } from './handler-reading.js';
import { readLeadState } from './read-lead.js';
import { readSiblings } from './read-siblings.js';

interface OfParty {
  readonly partyId: string;
}

const partiesIn = async (named: readonly OfParty[], store: EventStore) => ({
  siblings: await readSiblings(store, { partyIds: named.map(({ partyId }) => partyId) }),
});
const partyIn = (named: OfParty, store: EventStore) => partiesIn([named], store);

async function linesOfLead(store: EventStore, leadId: string): Promise<readonly string[]> {
  const found = await readLeadState(store, leadId);
  return exists(found) ? found.productLineIds : [];
}

/** Commands on a lead that name parties, contacts, channels, product lines or staff: they are read, the decision judges. */
export const leadHandlers = [
  handlerReading(lead, AssignLead, async ({ leadId, salespersonId: staffId }, store) => ({
    siblings: await readSiblings(store, { staffId, productLineIds: await linesOfLead(store, leadId) }),
  })),
  handlerReading(lead, RecycleLead, async ({ leadId }, store) => {
    const stream = `${followUpLog.category}-${followUpLogId('LEAD', leadId)}`;
    const log = fold(followUpLog, await store.readStream(stream));
    const days = log.state === 'NONE' ? [] : log.activities.map(({ on }) => on);
    return { knownOn: days.sort().at(-1) };
  }),
  handlerReading(lead, AttachChannel, async ({ channelId }, store) => ({
    siblings: await readSiblings(store, { channelId }),
  })),
  handlerReading(lead, RegisterProject, async ({ contactRegister, productLineIds }, store) => ({
    siblings: await readSiblings(store, { partyIds: contactRegister.map(({ partyId }) => partyId), productLineIds }),
  })),
  handlerReading(lead, UpdateContactRegister, ({ contactRegister }, store) => partiesIn(contactRegister, store)),
  handlerReading(lead, DescribeProject, async ({ productLineIds }, store) => ({
    siblings: await readSiblings(store, { productLineIds }),
  })),
  handlerReading(lead, ObserveConstructionPhase, async ({ propertyPartyId }, store) => ({
    siblings: await readSiblings(store, { partyIds: [propertyPartyId] }),
  })),
  handlerReading(lead, RecordStakeholder, partyIn),
  handlerReading(lead, IdentifyKeyPerson, partyIn),
  handlerReading(lead, SeekRelationshipPartner, partyIn),
  handlerReading(lead, EngageRelationshipPartner, partyIn),
  handlerReading(lead, ScreenManufacturer, partyIn),
  handlerReading(lead, EvaluatePartner, partyIn),
  handlerReading(lead, ObserveCompetitor, partyIn),
  handlerReading(lead, HoldTechnicalExchange, ({ attendees }, store) => partiesIn(attendees, store)),
  handlerReading(lead, ConvertLead, async ({ leadId }, store) => {
    const found = await readLeadState(store, leadId);
    return partiesIn(exists(found) ? found.stakeholders : [], store);
  }),
  handlerReading(lead, ReviveLead, async ({ partner }, store, issued) => ({
    siblings: await readSiblings(store, { partyIds: [partner?.partyId], staffId: issued.by.id }),
  })),
  handlerReading(lead, MergeLead, async ({ intoLeadId }, store) => {
    const found = await readLeadState(store, intoLeadId);
    return { target: exists(found) ? { leadId: intoLeadId, state: found.state } : undefined };
  }),
];
