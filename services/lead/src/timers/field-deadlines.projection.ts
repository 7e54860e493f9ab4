import { eachOf, projection } from '@engsales/read-models';
import { dropTimer, setTimer } from '@engsales/timers';
import { addDays, startOfDay } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { ChannelEvent } from '../domain/channel/channel.events.js';
import type { SampleProjectEvent } from '../domain/sample-project/sample-project.events.js';
import type { VisitEvent } from '../domain/visit/visit.events.js';

type DeadlineEvent = VisitEvent | SampleProjectEvent | ChannelEvent;

const each = eachOf<DeadlineEvent>();

/** What is due outside the office: reports of visits, payments of samples, reviews of channels. */
export const fieldDeadlines = projection<DeadlineEvent>({
  name: 'field-deadlines',
  tables: [],
  on: {
    ...each(['VisitPlanned', 'VisitRevised'], ({ data: { visitId, plannedAt, reportDueAt: dueAt } }, rows) =>
      setTimer(rows, {
        key: reportKey(visitId),
        dueAt,
        command: 'MarkVisitReportOverdue',
        data: { visitId, plannedAt },
      }),
    ),
    ...each(['VisitReported', 'VisitMissed', 'VisitCancelled', 'VisitReportOverdue'], ({ data }, rows) =>
      dropTimer(rows, reportKey(data.visitId)),
    ),
    // without a price nothing is due
    async SampleAccepted({ data: { sampleProjectId, paymentDueOn } }, rows) {
      if (paymentDueOn === undefined) return;
      await setTimer(rows, {
        key: paymentKey(sampleProjectId),
        dueAt: startOfDay(addDays(paymentDueOn, 1)),
        command: 'MarkSamplePaymentOverdue',
        data: { sampleProjectId, paymentDueOn },
      });
    },
    async SamplePaymentRecorded({ data: { sampleProjectId, state } }, rows) {
      if (state === 'PAID') await dropTimer(rows, paymentKey(sampleProjectId));
    },
    SamplePaymentOverdue: ({ data }, rows) => dropTimer(rows, paymentKey(data.sampleProjectId)),
    ...each(['ChannelActivated', 'ChannelAssessed', 'ChannelReinstated'], ({ data }, rows) => setReview(data, rows)),
    ...each(['ChannelReviewStarted', 'ChannelSuspended', 'ChannelTerminated', 'ChannelReviewDue'], ({ data }, rows) =>
      dropTimer(rows, reviewKey(data.channelId)),
    ),
  },
});

const reportKey = (visitId: string) => `visit-report:${visitId}`;
const paymentKey = (sampleProjectId: string) => `sample-payment:${sampleProjectId}`;
const reviewKey = (channelId: string) => `channel-review:${channelId}`;

/** On the day itself, from its beginning on. */
async function setReview(
  { channelId, reviewDueOn: dueOn }: { readonly channelId: string; readonly reviewDueOn?: string },
  rows: EntityManager,
): Promise<void> {
  if (dueOn === undefined) return;
  const due = { key: reviewKey(channelId), dueAt: startOfDay(dueOn), command: 'MarkChannelReviewDue' };
  await setTimer(rows, { ...due, data: { channelId, dueOn } });
}
