import { channelSuspended, type ChannelSuspendedData } from '@engsales/events';
import { publish } from '@engsales/messaging';
import type { ChannelSuspended } from '../domain/channel/channel.events.js';

const suspendedChannel = (data: ChannelSuspended['data']): ChannelSuspendedData => ({
  channelId: data.channelId,
  state: data.state,
  name: data.name,
  type: data.type,
  partyId: data.partyId,
  compliance: data.compliance,
  reason: data.reason,
  suspendedOn: data.suspendedOn,
});

/** What the lead service says to the others about its channels. */
export const publishedChannel = {
  ChannelSuspended: (data: ChannelSuspended['data']) => publish(channelSuspended, suspendedChannel(data)),
};
