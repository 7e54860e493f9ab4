import { Rejected, type FoldOf, type RulesOf } from '@engsales/event-sourcing/domain';
import { dueDate } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { channelRecord } from './channel-record.js';
import { AssessChannel, MarkChannelReviewDue, StartChannelReview, type ReviewCommand } from './channel.commands.js';
import type { ChannelEvent, ReviewEvent } from './channel.events.js';
import type { ExistingChannel } from './channel.state.js';

/** A channel is looked at again and again: what it sells, whether it is loyal, how it serves, whether it keeps the rules. */
export const reviewRules = {
  StartChannelReview: { command: StartChannelReview, in: ['ACTIVE'], decide: startChannelReview },
  AssessChannel: { command: AssessChannel, in: ['UNDER_REVIEW'], decide: assessChannel },
  MarkChannelReviewDue: { command: MarkChannelReviewDue, in: ['ACTIVE'], decide: markChannelReviewDue },
} satisfies RulesOf<ReviewCommand, ExistingChannel, ChannelEvent>;

export const reviewFold = {
  ChannelReviewStarted: (channel, { state, period }) => ({ ...channel, state, period }),
  ChannelAssessed: (channel, data) => ({
    ...channel,
    state: data.state,
    period: undefined,
    reviewDueOn: data.reviewDueOn,
    assessments: [
      ...channel.assessments,
      {
        period: data.period,
        scores: { sales: data.scores.sales, loyalty: data.scores.loyalty, service: data.scores.service },
        compliance: data.compliance,
        findings: data.findings,
        decision: data.decision,
        assessedOn: data.assessedOn,
        by: data.by,
      },
    ],
  }),
  ChannelReviewDue: (channel, { dueOn }) => ({ ...channel, reviewToldFor: dueOn }),
} satisfies FoldOf<ReviewEvent, ExistingChannel>;

function startChannelReview({ data, issued }: StartChannelReview, channel: ExistingChannel): ChannelEvent[] {
  const { period } = data;
  const record = channelRecord(channel, 'UNDER_REVIEW', issued);
  return [{ type: 'ChannelReviewStarted', data: { ...record, period, startedOn: issued.today } }];
}

/** What is decided happens with it. @throws Rejected CHANNEL_NOT_COMPLIANT */
function assessChannel({ data, issued }: AssessChannel, channel: ExistingChannel): ChannelEvent[] {
  const { scores, compliance, findings, decision } = data;
  if (compliance === 'VIOLATED' && decision === 'KEEP') {
    throw new Rejected('CHANNEL_NOT_COMPLIANT', 'the channel broke the rules and would be kept', { compliance });
  }
  const assessed: ChannelEvent = {
    type: 'ChannelAssessed',
    data: {
      ...channelRecord(channel, decision === 'KEEP' ? 'ACTIVE' : 'UNDER_REVIEW', issued),
      period: channel.period ?? '',
      scores: { sales: scores.sales, loyalty: scores.loyalty, service: scores.service },
      compliance,
      findings,
      decision,
      assessedOn: issued.today,
      reviewDueOn: dueDate(issued.today, companySettings(issued).channelReviewMonths, 0),
    },
  };
  switch (decision) {
    case 'KEEP':
      return [assessed];
    case 'SUSPEND': {
      const suspended = { ...channelRecord(channel, 'SUSPENDED', issued), compliance, reason: findings };
      return [assessed, { type: 'ChannelSuspended', data: { ...suspended, suspendedOn: issued.today } }];
    }
    case 'TERMINATE': {
      const terminated = { ...channelRecord(channel, 'TERMINATED', issued), reason: findings };
      return [assessed, { type: 'ChannelTerminated', data: { ...terminated, terminatedOn: issued.today } }];
    }
  }
}

/** Once for each day on which it is due; a timer that comes too early or too late decides nothing. */
function markChannelReviewDue({ data, issued }: MarkChannelReviewDue, channel: ExistingChannel): ChannelEvent[] {
  const { dueOn } = data;
  const stands = channel.reviewDueOn === dueOn && channel.reviewToldFor !== dueOn && issued.today >= dueOn;
  return stands
    ? [{ type: 'ChannelReviewDue', data: { ...channelRecord(channel, channel.state, issued), dueOn } }]
    : [];
}
