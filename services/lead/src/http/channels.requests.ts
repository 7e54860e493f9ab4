import {
  BusinessDate,
  ListQuery,
  Means,
  Nested,
  OneOf,
  Optional,
  Reference,
  References,
  Shaped,
  StaffId,
  Text,
  Whole,
  MOST,
  Texts,
} from '@engsales/http';
import {
  CHANNEL_DECISIONS,
  CHANNEL_STATES,
  CHANNEL_TYPES,
  COMPLIANCES,
  type ChannelDecision,
  type ChannelState,
  type ChannelType,
  type Compliance,
} from '../domain/channel/channel.values.js';
import { CHANNEL_SORTS, type ChannelSort } from '../read-models/channels/channels.query.js';

export class ChannelRequest {
  @Means('name', '华东区直销') @Text(200) name!: string;
  @Means('we ourselves, an agent, or a partner') @OneOf(CHANNEL_TYPES) type!: ChannelType;
  @Means('party behind it; an agent or a partner has one') @Optional() @Reference() partyId?: string;
  @Means('regions', ['华东']) @Texts(200) regions!: string[];
  @Means('product lines that it sells', []) @References(MOST) productLineIds!: string[];
  @Means('staff id of who looks after it', 'li-na') @StaffId() managerId!: string;
}

export class ChannelStartRequest {
  @Means('agreement; an agent or a partner has one', 'XY-2025-01') @Optional() @Reference() agreementRef?: string;
  @Means('since when it sells', '2025-03-10') @BusinessDate() on!: string;
}

export class ReviewPeriodRequest {
  @Means('what is looked at: a year, a quarter or a month')
  @Shaped(
    /^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/,
    ['YYYY, YYYY-Qn or YYYY-MM', '年、季或月：YYYY、YYYY-Qn、YYYY-MM'],
    '2025-Q1',
  )
  period!: string;
}

export class ChannelScoresRequest {
  @Means('what it sells', 4) @Whole(1, 5) sales!: number;
  @Means('its loyalty', 4) @Whole(1, 5) loyalty!: number;
  @Means('how it serves', 4) @Whole(1, 5) service!: number;
}

export class ChannelAssessmentRequest {
  @Means('from 1 to 5') @Nested(() => ChannelScoresRequest) scores!: ChannelScoresRequest;
  @Means('whether it keeps the rules') @OneOf(COMPLIANCES) compliance!: Compliance;
  @Means('what was found', '按协议销售，无窜货') @Text(2_000) findings!: string;
  @Means('what follows') @OneOf(CHANNEL_DECISIONS) decision!: ChannelDecision;
}

export class ChannelListQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(CHANNEL_STATES) state?: ChannelState;
  @Means('only of this type') @Optional() @OneOf(CHANNEL_TYPES) type?: ChannelType;
  @Means('only that sell this product line') @Optional() @Reference() productLineId?: string;
  @Means('a part of the name') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(CHANNEL_SORTS) sort?: ChannelSort;
}
