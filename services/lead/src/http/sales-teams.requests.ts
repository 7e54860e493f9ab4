import {
  Bps,
  BusinessDate,
  Fen,
  ListQuery,
  Means,
  Moment,
  NestedList,
  OneOf,
  Optional,
  QuantityOrNone,
  Reference,
  Shaped,
  StaffId,
  StaffIds,
  Text,
  Uuid,
  WaitingQuery,
  Whole,
} from '@engsales/http';
import {
  PERIOD_PATTERN,
  PROPOSALS,
  REVIEW_STATES,
  type Proposal,
} from '../domain/performance-review/performance-review.values.js';
import {
  MEMBER_STATES,
  QUALIFICATION_KINDS,
  type QualificationKind,
} from '../domain/sales-member/sales-member.values.js';
import { TEAM_STATES } from '../domain/sales-team/sales-team.values.js';
import {
  TRAINING_RESULTS,
  TRAINING_STATES,
  TRAINING_TOPICS,
  type TrainingResult,
  type TrainingTopic,
} from '../domain/training/training.values.js';
import { sortsOf } from '../read-models/collections/collections.js';

const Period = () =>
  Shaped(
    PERIOD_PATTERN,
    ['a year, a quarter or a month: 2025, 2025-Q1, 2025-03', '年、季或月：2025、2025-Q1、2025-03'],
    '2025-Q1',
  );

export class TeamsQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(TEAM_STATES) state?: string;
  @Means('a part of the name or of the leader’s staff id') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(sortsOf('salesTeams')) sort?: string;
}

export class TeamQuery extends WaitingQuery {
  @Means('a revision or an instant: the team as it was then; its people are always those of now', '1')
  @Optional()
  @Moment()
  asOf?: string;
}

export class PositionRequest {
  @Means('the post (岗位)', '销售工程师') @Text(200) post!: string;
  @Means('what it does', '跟进项目') @Text(2_000) duties!: string;
  @Means('what it asks for', '三年以上经验') @Text(2_000) requirements!: string;
  @Means('how many people it has', 3) @Whole(0, 1_000) headcount!: number;
}

export class TeamRequest {
  @Means('name of the team', '华东一部') @Text(200) name!: string;
  @Means('staff id of the leader', 'wang-fang') @StaffId() leaderId!: string;
  @Means('what the team does', '华东地区医院项目') @Text(2_000) duties!: string;
  @Means('its posts') @NestedList(() => PositionRequest, 50) positions!: PositionRequest[];
}

export class MembersQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(MEMBER_STATES) state?: string;
  @Means('only of this team') @Optional() @Uuid() teamId?: string;
  @Means('only this one of the staff') @Optional() @StaffId() staffId?: string;
  @Means('a part of the staff id or the post') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(sortsOf('salesMembers')) sort?: string;
}

export class QualificationRequest {
  @Means('kind of qualification', 'EXPERIENCE') @OneOf(QUALIFICATION_KINDS) kind!: QualificationKind;
  @Means('what proves it') @Optional() @Reference() evidenceRef?: string;
  @Means('its last day; for ever when absent') @Optional() @BusinessDate() validUntil?: string;
}

export class ChangeMemberRequest {
  @Means('the post', '销售工程师') @Text(200) post!: string;
  @Means('the team; none when absent') @Optional() @Uuid() teamId?: string;
  @Means('all qualifications')
  @NestedList(() => QualificationRequest, 50)
  qualifications!: QualificationRequest[];
}

export class EnrolMemberRequest extends ChangeMemberRequest {
  @Means('staff id of the member', 'li-na') @StaffId() staffId!: string;
  @Means('first day in sales; today when absent') @Optional() @BusinessDate() on?: string;
}

export class LeaveMemberRequest {
  @Means('last day in sales', '2025-03-10') @BusinessDate() on!: string;
  @Means('why', '调岗') @Text(2_000) reason!: string;
}

export class TrainingsQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(TRAINING_STATES) state?: string;
  @Means('only about this') @Optional() @OneOf(TRAINING_TOPICS) topic?: string;
  @Means('only with this one of the staff') @Optional() @StaffId() staffId?: string;
  @Means('only with somebody of this team') @Optional() @Uuid() teamId?: string;
  @Means('a part of the title') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(sortsOf('trainings')) sort?: string;
}

export class PlanTrainingRequest {
  @Means('what it is about', 'PRODUCT') @OneOf(TRAINING_TOPICS) topic!: TrainingTopic;
  @Means('title of the training', '冷水机组选型') @Text(200) title!: string;
  @Means('day on which it is planned', '2025-03-14') @BusinessDate() on!: string;
  @Means('who is to take part', ['li-na']) @StaffIds(50) staffIds!: string[];
}

export class TrainingResultRequest {
  @Means('staff id of whoever took part', 'li-na') @StaffId() staffId!: string;
  @Means('how it ended', 'PASSED') @OneOf(TRAINING_RESULTS) result!: TrainingResult;
}

export class HoldTrainingRequest {
  @Means('day on which it was held', '2025-03-10') @BusinessDate() on!: string;
  @Means('one result for each') @NestedList(() => TrainingResultRequest, 50) results!: TrainingResultRequest[];
}

export class ReviewsQuery extends ListQuery {
  @Means('only in this state') @Optional() @OneOf(REVIEW_STATES) state?: string;
  @Means('only of this one of the staff') @Optional() @StaffId() staffId?: string;
  @Means('only of members of this team') @Optional() @Uuid() teamId?: string;
  @Means('only of this period') @Optional() @Period() period?: string;
  @Means('a part of the staff id or the period') @Optional() @Text(200) q?: string;
  @Means('descending with a minus') @Optional() @OneOf(sortsOf('performanceReviews')) sort?: string;
}

export class IndicatorRequest {
  @Means('what is measured, with its unit', '签约额（万元）') @Text(200) name!: string;
  @Means('what was to be achieved: decimal text', '60000') @QuantityOrNone() target!: string;
  @Means('what was achieved: decimal text', '70000') @QuantityOrNone() achieved!: string;
  @Means('weight in the score', 7_000) @Bps() weightBps!: number;
}

export class PerformanceReviewRequest {
  @Means('staff id of whom it is about', 'li-na') @StaffId() staffId!: string;
  @Means('period that it is about') @Period() period!: string;
  @Means('what was measured') @NestedList(() => IndicatorRequest, 50) indicators!: IndicatorRequest[];
  @Means('the score in per cent; more than 100 is more than was asked for', 95) @Whole(0, 1_000) scorePercent!: number;
  @Means('what is proposed (奖励、处罚); it stays a proposal', 'REWARD') @OneOf(PROPOSALS) proposal!: Proposal;
  @Means('reasons in words', '超额完成') @Text(2_000) text!: string;
  @Means('amount that is proposed') @Optional() @Fen() amountFen?: number;
}
