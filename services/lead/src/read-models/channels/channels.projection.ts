import { eachOf, projection, updateNewer, upsertNewer } from '@engsales/read-models';
import type { ChannelEvent } from '../../domain/channel/channel.events.js';

const each = eachOf<ChannelEvent>();

/** By which channels do we sell, and how do they stand? A row per channel. */
export const channels = projection<ChannelEvent>({
  name: 'channels',
  tables: ['channel'],
  on: {
    ChannelPlanned: ({ data, revision }, rows) =>
      upsertNewer(rows, 'channel', 'channel_id', {
        channel_id: data.channelId,
        revision,
        state: data.state,
        name: data.name,
        type: data.type,
        party_id: data.partyId,
        manager_id: data.managerId,
        regions: data.regions,
        product_line_ids: data.productLineIds,
        planned_on: data.plannedOn,
      }),
    ChannelActivated: ({ data, revision }, rows) =>
      updateNewer(rows, 'channel', ['channel_id', data.channelId], revision, {
        state: data.state,
        agreement_ref: data.agreementRef,
        activated_on: data.activatedOn,
        review_due_on: data.reviewDueOn,
      }),
    ChannelReviewStarted: ({ data, revision }, rows) =>
      updateNewer(rows, 'channel', ['channel_id', data.channelId], revision, { state: data.state }),
    ChannelAssessed: ({ data, revision }, rows) =>
      updateNewer(rows, 'channel', ['channel_id', data.channelId], revision, {
        state: data.state,
        sales_score: data.scores.sales,
        loyalty_score: data.scores.loyalty,
        service_score: data.scores.service,
        compliance: data.compliance,
        assessed_on: data.assessedOn,
        review_due_on: data.reviewDueOn,
        review_due: false,
      }),
    ...each(['ChannelSuspended', 'ChannelTerminated'], ({ data, revision }, rows) =>
      updateNewer(rows, 'channel', ['channel_id', data.channelId], revision, {
        state: data.state,
        reason: data.reason,
      }),
    ),
    ChannelReinstated: ({ data, revision }, rows) =>
      updateNewer(rows, 'channel', ['channel_id', data.channelId], revision, { state: data.state, reason: null }),
    ChannelReviewDue: ({ data, revision }, rows) =>
      updateNewer(rows, 'channel', ['channel_id', data.channelId], revision, { review_due: true }),
  },
});
