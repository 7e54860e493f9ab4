import { Body, Controller, Get, Query, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  NoBody,
  ReadGateway,
  StateQuery,
  type ApiRequest,
} from '@engsales/http';
import { performanceReviewId } from '../domain/ids.js';
import {
  ConfirmPerformanceReview,
  RecordPerformanceReview,
  RejectPerformanceReview,
} from '../domain/performance-review/performance-review.commands.js';
import { performanceReview } from '../domain/performance-review/performance-review.js';
import { FindInCollection } from '../read-models/collections/collections.query.js';
import { reviewView } from '../views/sales-team.view.js';
import { ReasonRequest } from './reason.requests.js';
import { MANAGERS } from './role-groups.js';
import { PerformanceReviewRequest, ReviewsQuery } from './sales-teams.requests.js';

/** Performance reviews (绩效考核). */
@ApiTags('performance-reviews')
@Controller('api/v1/performance-reviews')
export class PerformanceReviewsController {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Records a performance review · 登记绩效考核
   * One per member and period; one that was rejected is recorded anew.
   */
  @BeginRoute(RecordPerformanceReview, {}, ...MANAGERS)
  recordPerformanceReview(@Body() body: PerformanceReviewRequest) {
    const { staffId, period, indicators, scorePercent, proposal, text, amountFen } = body;
    const reviewId = performanceReviewId(staffId, period);
    return { reviewId, staffId, period, indicators, scorePercent, proposal, text, amountFen };
  }

  /** Finds performance reviews · 绩效考核清单 */
  @Get()
  @ForReaders()
  list(@Query() query: ReviewsQuery) {
    return this.queries.execute(new FindInCollection('performanceReviews', query));
  }
}

/** One performance review. */
@ApiTags('performance-reviews')
@Controller('api/v1/performance-reviews/:reviewId')
export class PerformanceReviewController {
  constructor(private readonly reads: ReadGateway) {}

  /**
   * Confirms a performance review · 确认绩效考核
   * By a leader who neither recorded it nor is its subject.
   */
  @CommandRoute(ConfirmPerformanceReview, 'COMPANY_LEADER')
  confirmPerformanceReview(@Id('reviewId') reviewId: string, @Body() _body: NoBody) {
    return { reviewId };
  }

  /** Rejects a performance review · 退回绩效考核 */
  @CommandRoute(RejectPerformanceReview, 'COMPANY_LEADER')
  rejectPerformanceReview(@Id('reviewId') reviewId: string, @Body() { reason }: ReasonRequest) {
    return { reviewId, reason };
  }

  /** A performance review as it is or was · 绩效考核详情 */
  @Get()
  @ForReaders()
  async state(@Id('reviewId') reviewId: string, @Query() { asOf }: StateQuery, @Req() request: ApiRequest) {
    const { state, revision } = await this.reads.stateOf(performanceReview, reviewId, asOf);
    request.res?.setHeader('ETag', `"${revision}"`);
    return reviewView(reviewId, revision, state);
  }

  /** Everything that happened to a performance review · 绩效考核历史 */
  @Get('history')
  @ForReaders()
  history(@Id('reviewId') reviewId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(performanceReview.category, reviewId, page);
  }
}
