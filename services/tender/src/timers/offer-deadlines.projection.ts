import { eachOf, projection } from '@engsales/read-models';
import { dropTimer, setTimer } from '@engsales/timers';
import { addDays, startOfDay } from '@engsales/values';
import type { CooperationAgreementEvent } from '../domain/cooperation-agreement/cooperation-agreement.events.js';
import type { ProposalEvent } from '../domain/proposal/proposal.events.js';

type DeadlineEvent = ProposalEvent | CooperationAgreementEvent;

const each = eachOf<DeadlineEvent>();

/** What ends by the calendar: proposals that went out, agreements that were signed. */
export const offerDeadlines = projection<DeadlineEvent>({
  name: 'offer-deadlines',
  tables: [],
  on: {
    ProposalSent: ({ data: { proposalId, validUntil } }, rows) =>
      setTimer(rows, {
        key: proposalKey(proposalId),
        dueAt: dayAfter(validUntil),
        command: 'ExpireProposal',
        data: { proposalId, validUntil },
      }),
    ...each(['ProposalRevised', 'ProposalAccepted', 'ProposalDeclined', 'ProposalExpired'], ({ data }, rows) =>
      dropTimer(rows, proposalKey(data.proposalId)),
    ),
    ...each(
      ['CooperationAgreementSigned', 'CooperationAgreementRenewed'],
      ({ data: { agreementId, validUntil } }, rows) =>
        setTimer(rows, {
          key: agreementKey(agreementId),
          dueAt: dayAfter(validUntil),
          command: 'ExpireAgreement',
          data: { agreementId, validUntil },
        }),
    ),
    ...each(['CooperationAgreementTerminated', 'CooperationAgreementExpired'], ({ data }, rows) =>
      dropTimer(rows, agreementKey(data.agreementId)),
    ),
  },
});

/** The last day is one of its days. */
const dayAfter = (validUntil: string): string => startOfDay(addDays(validUntil, 1));

const proposalKey = (proposalId: string) => `proposal:${proposalId}`;
const agreementKey = (agreementId: string) => `agreement:${agreementId}`;
