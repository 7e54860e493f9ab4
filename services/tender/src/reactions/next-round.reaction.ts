import { issue, whenOwn } from '@engsales/messaging';
import type { AwardRevoked } from '../domain/tender/awarding/awarding.events.js';
import type { TenderCancelled } from '../domain/tender/ending/ending.events.js';
import { RegisterTender } from '../domain/tender/registering/registering.commands.js';
import type { NextRoundRecord } from '../domain/tender/registering/registering.events.js';

interface Ended {
  readonly tenderId: string;
  readonly leadId?: string;
  readonly nextRound?: NextRoundRecord;
}

/** The tenderee tenders again: a new round, of which commerce, decision, mode and bond are anew. */
function registerNextRound({ tenderId: previousTenderId, leadId, nextRound }: Ended) {
  if (!nextRound) return [];
  const { tenderId, projectId, round, registration, salespersonId, teamId, channelId, fromLead } = nextRound;
  const { projectName, tenderee, title, city, lotNo, agency, method, regime, mandatory, estimatedPriceFen } =
    registration;
  return [
    issue(RegisterTender, tenderId, {
      tenderId,
      projectId,
      leadId,
      previousTenderId,
      round,
      projectName,
      tenderee,
      title,
      city,
      lotNo,
      agency,
      method,
      regime,
      mandatory,
      estimatedPriceFen,
      salespersonId,
      teamId,
      channelId,
      fromLead,
    }),
  ];
}

export const registerWhenCancelled = whenOwn<TenderCancelled>('TenderCancelled', {
  name: 'register-next-round-when-cancelled',
  nothingToDo: ['DUPLICATE_TENDER'],
  then: ({ data }) => registerNextRound(data),
});

export const registerWhenRevoked = whenOwn<AwardRevoked>('AwardRevoked', {
  name: 'register-next-round-when-revoked',
  nothingToDo: ['DUPLICATE_TENDER'],
  then: ({ data }) => registerNextRound(data),
});
