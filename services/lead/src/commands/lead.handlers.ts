import { fold, type EventStore, handlerReading } from '@engsales/event-sourcing';
import { followUpLog } from '../domain/follow-up-log/follow-up-log.js';
import { followUpLogId } from '../domain/ids.js';
import { CaptureLead, CorrectLead, ImportLead } from '../domain/lead/capturing/capturing.commands.js';
import { ConvertLead, MergeLead, ReviveLead } from '../domain/lead/converting/converting.commands.js';
import { lead } from '../domain/lead/lead.js';
import { exists } from '../domain/lead/lead.state.js';
import { AssignLead, ClaimLead, RecycleLead } from '../domain/lead/ownership/ownership.commands.js';
import { readLeadState } from './read-lead.js';
import { readSiblings, type Named } from './read-siblings.js';

interface OfParty {
  readonly partyId: string;
}

/** The fields by which commands on a lead name parties, channels and product lines. */
interface Naming {
  readonly leadId: string;
  readonly partyId?: string;
  readonly propertyPartyId?: string;
  readonly partner?: OfParty;
  readonly contactRegister?: readonly OfParty[];
  readonly attendees?: readonly OfParty[];
  readonly channelId?: string;
  readonly productLineIds?: readonly string[];
}

function namedIn(data: Naming): Named {
  const { partyId, propertyPartyId, partner, contactRegister = [], attendees = [], channelId, productLineIds } = data;
  const listed = [...contactRegister, ...attendees].map((of) => of.partyId);
  return { partyIds: [partyId, propertyPartyId, partner?.partyId, ...listed], channelId, productLineIds };
}

async function linesOfLead(store: EventStore, leadId: string): Promise<readonly string[]> {
  const found = await readLeadState(store, leadId);
  return exists(found) ? found.productLineIds : [];
}

/** What these commands must know does not stand in their fields. */
const readingMore = [
  handlerReading(lead, AssignLead, async ({ leadId, salespersonId: staffId }, store) => ({
    siblings: await readSiblings(store, { staffId, productLineIds: await linesOfLead(store, leadId) }),
  })),
  handlerReading(lead, RecycleLead, async ({ leadId }, store) => {
    const stream = `${followUpLog.category}-${followUpLogId('LEAD', leadId)}`;
    const log = fold(followUpLog, await store.readStream(stream));
    const days = log.state === 'NONE' ? [] : log.activities.map(({ on }) => on);
    return { knownOn: days.sort().at(-1) };
  }),
  handlerReading(lead, ConvertLead, async ({ leadId }, store) => {
    const found = await readLeadState(store, leadId);
    const partyIds = exists(found) ? found.stakeholders.map(({ partyId }) => partyId) : [];
    return { siblings: await readSiblings(store, { partyIds }) };
  }),
  handlerReading(lead, ReviveLead, async (data, store, issued) => ({
    siblings: await readSiblings(store, { ...namedIn(data), staffId: issued.by.id }),
  })),
  handlerReading(lead, MergeLead, async ({ intoLeadId }, store) => {
    const found = await readLeadState(store, intoLeadId);
    return { target: exists(found) ? { leadId: intoLeadId, state: found.state } : undefined };
  }),
];

/** Beside these stand the handlers that take keys and slots. */
const APART: readonly unknown[] = [
  CaptureLead,
  ImportLead,
  CorrectLead,
  ClaimLead,
  AssignLead,
  RecycleLead,
  ConvertLead,
  ReviveLead,
  MergeLead,
];

/** Every other command: whatever it names by its fields is read, the decision judges it. */
const readingNamed = lead.commands
  .filter((command) => !APART.includes(command))
  .map((command) =>
    handlerReading(lead, command, async (data, store) => ({ siblings: await readSiblings(store, namedIn(data)) })),
  );

export const leadHandlers = [...readingMore, ...readingNamed];
