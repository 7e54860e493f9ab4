import { fold, type EventStore, handlerReading } from '@engsales/event-sourcing';
import { channel } from '../domain/channel/channel.js';
import { AnnulFollowUp, RecordFollowUp, type SubjectThen } from '../domain/follow-up-log/follow-up-log.commands.js';
import { followUpLog } from '../domain/follow-up-log/follow-up-log.js';
import type { Subject } from '../domain/follow-up-log/follow-up-log.values.js';
import { readLead } from './read-lead.js';
import { readParties, readParty } from './read-parties.js';

/** Reads what a follow-up is about, and whom it was with. */
export const followUpHandlers = [
  handlerReading(followUpLog, RecordFollowUp, async ({ subject, partyId }, store) => ({
    subjectThen: await readSubject(store, subject),
    parties: await readParties(store, [partyId]),
  })),
  handlerReading(followUpLog, AnnulFollowUp, async ({ logId }, store) => {
    const log = fold(followUpLog, await store.readStream(`${followUpLog.category}-${logId}`));
    if (log.state === 'NONE') return {};
    return { subjectThen: await readSubject(store, { type: log.subjectType, id: log.subjectId }) };
  }),
];

async function readSubject(store: EventStore, { type, id }: Subject): Promise<SubjectThen | undefined> {
  if (type === 'LEAD') return readLead(store, id);
  const { state } =
    type === 'PARTY' ? await readParty(store, id) : fold(channel, await store.readStream(`${channel.category}-${id}`));
  return state === 'NONE' ? undefined : { state };
}
