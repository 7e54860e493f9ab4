import { awardDeclined, awardRevoked } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { NoteAwardRevoked } from '../domain/contract/award/award.commands.js';
import { contractIdOfTender } from '../domain/ids.js';

/** The contract has ended already: by the same news, by a person, or because we declined by abandoning it. */
const NOTHING_TO_DO = ['CONTRACT_ENDED'];

export const noteWhenAwardRevoked = when(awardRevoked, {
  name: 'note-award-when-revoked',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { tenderId, reason } }) => [noteEnd(tenderId, reason)],
});

export const noteWhenAwardDeclined = when(awardDeclined, {
  name: 'note-award-when-declined',
  nothingToDo: NOTHING_TO_DO,
  then: ({ data: { tenderId, reason, by } }) => (by === 'US' ? [noteEnd(tenderId, reason)] : []),
});

function noteEnd(tenderId: string, reason: string) {
  const contractId = contractIdOfTender(tenderId);
  return issue(NoteAwardRevoked, contractId, { contractId, tenderId, reason });
}
