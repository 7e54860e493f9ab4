import { Bps, BusinessDate, Flag, Means, NestedList, OneOf, Optional, Reference, StaffId, Text } from '@engsales/http';
import { NO_BID_REASONS, type NoBidReason } from '../domain/tender/tender.values.js';

export class EngageCommerceRequest {
  @Means('staff id of who takes it on in the commerce department') @StaffId() commerceOwnerId!: string;
}

export class GoConditionRequest {
  @Means('id of the condition', 'C1') @Reference() id!: string;
  @Means('what has to hold', '厂家授权书') @Text(2_000) text!: string;
  @Means('until when') @Optional() @BusinessDate() dueOn?: string;
}

export class GoNoGoRequest {
  @Means('whether we bid') @Flag() go!: boolean;
  @Means('why', '关系到位，参数有利') @Text(2_000) reason!: string;
  @Means('how likely we win, basis points', 6_000) @Bps() winProbabilityBps!: number;
  @Means('what has to hold before the bid goes out')
  @NestedList(() => GoConditionRequest, 50)
  conditions: GoConditionRequest[] = [];
  @Means('only where we do not bid; OTHER when absent') @Optional() @OneOf(NO_BID_REASONS) noBidReason?: NoBidReason;
}

export class MetConditionRequest {
  @Means('id of the condition', 'C1') @Reference() id!: string;
  @Means('evidence', 'DOC-125') @Reference() evidenceRef!: string;
}

export class WaivedConditionRequest {
  @Means('id of the condition', 'C1') @Reference() id!: string;
  @Means('why it is waived', '甲方同意中标后补交') @Text(2_000) reason!: string;
}

export class NoBidRequest {
  @Means('why we do not bid', 'UNPROFITABLE') @Optional() @OneOf(NO_BID_REASONS) reason?: NoBidReason;
  @Means('what else there is to say', '限价低于成本') @Text(2_000) note!: string;
}
