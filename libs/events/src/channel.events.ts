import { publicEvent } from './envelope.js';
import channelSuspendedSchema from './schemas/lead.ChannelSuspended.v1.json';

export interface ChannelSuspendedData {
  readonly channelId: string;
  readonly state: string;
  readonly name: string;
  readonly type: string;
  readonly partyId?: string;
  readonly compliance?: string;
  readonly reason: string;
  readonly suspendedOn: string;
}

export const channelSuspended = publicEvent<ChannelSuspendedData>({
  type: 'lead.ChannelSuspended',
  service: 'lead',
  version: 1,
  nameZh: '渠道已暂停',
  summary: 'Nothing is sold through the channel until it is reinstated.',
  schema: channelSuspendedSchema,
});
