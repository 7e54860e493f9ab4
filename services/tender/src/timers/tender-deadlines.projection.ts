import { eachOf, projection } from '@engsales/read-models';
import { dropTimer, setTimer } from '@engsales/timers';
import { addDays, businessDateOf, secondAfter, startOfDay } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { TenderPublished } from '../domain/tender/publishing/publishing.events.js';
import type { TenderEvent } from '../domain/tender/tender.events.js';
import { nineOn } from './nine-on.js';

const each = eachOf<TenderEvent>();

/** What becomes true of a tender by the clock: its dates come near, its deadline passes, the day to sign is over. */
export const tenderDeadlines = projection<TenderEvent>({
  name: 'tender-deadlines',
  tables: [],
  on: {
    ...each(['TenderPublished', 'TenderAmended'], async (event, rows) => {
      await dropReminders(rows, event.data.tenderId);
      const { tenderId, state, announcement, reminders } = event.data;
      await setReminders(rows, tenderId, reminders);
      if (state !== 'SUBMITTED') await setDeadline(rows, tenderId, announcement.submissionDeadline);
    }),
    ...each(['BidSubmitted', 'NoBidDecided', 'TenderCancelled', 'BidLost'], async ({ data: { tenderId } }, rows) => {
      await dropReminders(rows, tenderId);
      await dropTimer(rows, deadlineKey(tenderId));
    }),
    BidWithdrawn: async ({ data: { tenderId, resubmit, submissionDeadline, reminders } }, rows) => {
      await dropReminders(rows, tenderId);
      await setReminders(rows, tenderId, reminders);
      if (resubmit) await setDeadline(rows, tenderId, submissionDeadline);
    },
    BidsOpened: ({ data: { tenderId } }, rows) => dropReminders(rows, tenderId),
    BidDeadlinePassed: ({ data: { tenderId } }, rows) => dropTimer(rows, deadlineKey(tenderId)),
    BidAwarded: ({ data: { tenderId, contractSigningDueOn } }, rows) =>
      setTimer(rows, {
        key: signingKey(tenderId),
        dueAt: startOfDay(addDays(contractSigningDueOn, 1)),
        command: 'MarkSigningOverdue',
        data: { tenderId, contractSigningDueOn },
      }),
    ...each(['TenderContracted', 'AwardDeclined', 'AwardRevoked', 'ContractSigningOverdue'], ({ data }, rows) =>
      dropTimer(rows, signingKey(data.tenderId)),
    ),
  },
});

const deadlineKey = (tenderId: string) => `deadline:${tenderId}`;
const signingKey = (tenderId: string) => `signing:${tenderId}`;
/** The company may have another number of days by the next amendment, so a key says which reminder it is, not how early. */
const reminderKey = (tenderId: string, kind: string, daysLeft: number) =>
  `remind:${tenderId}:${kind}-${daysLeft === 1 ? 1 : 'EARLY'}`;

async function dropReminders(rows: EntityManager, tenderId: string): Promise<void> {
  for (const kind of ['SUBMISSION', 'CLARIFICATION', 'OPENING']) {
    for (const daysLeft of [1, 2]) await dropTimer(rows, reminderKey(tenderId, kind, daysLeft));
  }
}

async function setReminders(
  rows: EntityManager,
  tenderId: string,
  reminders: TenderPublished['data']['reminders'],
): Promise<void> {
  for (const { kind, at, daysLeft } of reminders) {
    await setTimer(rows, {
      key: reminderKey(tenderId, kind, daysLeft),
      dueAt: nineOn(addDays(businessDateOf(at), -daysLeft)),
      command: 'RemindDeadline',
      data: { tenderId, kind, at, daysLeft },
    });
  }
}

/** In the second of the deadline a bid is still on time, so the timer rings behind it. */
function setDeadline(rows: EntityManager, tenderId: string, submissionDeadline: string): Promise<void> {
  return setTimer(rows, {
    key: deadlineKey(tenderId),
    dueAt: secondAfter(submissionDeadline),
    command: 'MarkDeadlinePassed',
    data: { tenderId, submissionDeadline },
  });
}
