import { acceptanceSigned, siteServiceCompleted } from '@engsales/events';
import { issue, when } from '@engsales/messaging';
import { RecordAcceptance, RecordInstallation } from '../domain/contract/execution/execution.commands.js';

/** Installation that is finished counts for INSTALLED milestones; other site services do not. */
export const recordWhenInstalled = when(siteServiceCompleted, {
  name: 'record-installation-when-completed',
  then: ({ data: { contractId, siteServiceId, type, lineIds, completedOn } }) =>
    type === 'INSTALLATION' && lineIds.length > 0
      ? [issue(RecordInstallation, siteServiceId, { contractId, lineIds, on: completedOn, ref: siteServiceId })]
      : [],
});

/** An acceptance makes its lines accepted, ACCEPTED milestones due, and begins the period of a retention. */
export const recordWhenAccepted = when(acceptanceSigned, {
  name: 'record-acceptance-when-signed',
  then: ({ data: { contractId, acceptanceId, lineIds, certNo, on, result } }) => [
    issue(RecordAcceptance, acceptanceId, { contractId, acceptanceId, lineIds, certNo, on, result }),
  ],
});
