import { Body, Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  BeginRoute,
  BusinessDate,
  CommandRoute,
  ForReaders,
  HistoryQuery,
  Id,
  ListQuery,
  Means,
  Nested,
  NestedList,
  OneOf,
  Optional,
  ReadGateway,
  Reference,
  References,
  StateQuery,
  Text,
  Uuid,
  Whole,
  MOST,
} from '@engsales/http';
import { AnnulFollowUp, RecordFollowUp } from '../domain/follow-up-log/follow-up-log.commands.js';
import { followUpLog } from '../domain/follow-up-log/follow-up-log.js';
import {
  FOLLOW_UP_MEDIA,
  QUESTION_TOPICS,
  SUBJECT_TYPES,
  type FollowUpMedium,
  type QuestionTopic,
  type SubjectType,
} from '../domain/follow-up-log/follow-up-log.values.js';
import { followUpLogId } from '../domain/ids.js';
import { FindFollowUps } from '../read-models/follow-ups/follow-ups.query.js';
import { followUpLogView } from '../views/follow-up-log.view.js';

export class SubjectRequest {
  @Means('what it is about') @OneOf(SUBJECT_TYPES) type!: SubjectType;
  @Means('its id') @Uuid() id!: string;
}

export class QuestionRequest {
  @Means('what it was about') @OneOf(QUESTION_TOPICS) topic!: QuestionTopic;
  @Means('what was asked', '初投资多少？') @Text(2_000) question!: string;
  @Means('what we said', '约 700 万元') @Optional() @Text(2_000) answer?: string;
}

export class RecordFollowUpRequest {
  @Nested(() => SubjectRequest) subject!: SubjectRequest;
  @Means('how') @OneOf(FOLLOW_UP_MEDIA) medium!: FollowUpMedium;
  @Means('when', '2025-03-07') @BusinessDate() on!: string;
  @Means('party that it was with') @Optional() @Reference() partyId?: string;
  @Means('contact that it was with') @Optional() @Uuid() contactId?: string;
  @Means('what was said', '已发送样本，下周回复') @Text(2_000) summary!: string;
  @Means('what they asked') @Optional() @NestedList(() => QuestionRequest, MOST) questions?: QuestionRequest[];
  @Means('product lines that were presented', []) @Optional() @References(MOST) productLineIdsPresented?: string[];
  @Means('when we follow up next', '2030-03-28') @Optional() @BusinessDate() nextFollowUpOn?: string;
}

export class AnnulFollowUpRequest {
  @Means('number of the entry', 1) @Whole(1, 100_000) entryNo!: number;
  @Means('why', '登记错项目') @Text(2_000) reason!: string;
}

export class FollowUpListQuery extends ListQuery {
  @Means('about what') @Optional() @OneOf(SUBJECT_TYPES) subjectType?: SubjectType;
  @Means('id of what it is about') @Optional() @Uuid() subjectId?: string;
  @Means('how') @Optional() @OneOf(FOLLOW_UP_MEDIA) medium?: FollowUpMedium;
  @Means('a part of what was said') @Optional() @Text(200) q?: string;
}

/** What was said to whom (跟进记录): of leads, channels and parties. */
@ApiTags('follow-ups')
@Controller('api/v1/follow-ups')
export class FollowUpsController {
  constructor(private readonly queries: QueryBus) {}

  /** Records a follow-up · 登记跟进 */
  @BeginRoute(RecordFollowUp, {}, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  recordFollowUp(@Body() body: RecordFollowUpRequest) {
    const { type, id } = body.subject;
    return {
      logId: followUpLogId(type, id),
      subject: { type, id },
      medium: body.medium,
      on: body.on,
      partyId: body.partyId,
      contactId: body.contactId,
      summary: body.summary,
      questions: body.questions?.map(({ topic, question, answer }) => ({ topic, question, answer })),
      productLineIdsPresented: body.productLineIdsPresented,
      nextFollowUpOn: body.nextFollowUpOn,
    };
  }

  /** Finds follow-ups · 跟进清单 */
  @Get()
  @ForReaders()
  list(@Query() query: FollowUpListQuery) {
    return this.queries.execute(new FindFollowUps(query));
  }
}

/** All follow-ups of one lead, channel or party. */
@ApiTags('follow-ups')
@Controller('api/v1/follow-ups/:logId')
export class FollowUpLogController {
  constructor(private readonly reads: ReadGateway) {}

  /** Annuls an entry that was a mistake · 作废跟进 */
  @CommandRoute(AnnulFollowUp, 'SALES', 'SALES_MANAGER', 'COMPANY_LEADER')
  annulFollowUp(@Id('logId') logId: string, @Body() { entryNo, reason }: AnnulFollowUpRequest) {
    return { logId, entryNo, reason };
  }

  /** A log of follow-ups as it is or was · 跟进记录 */
  @Get()
  @ForReaders()
  async state(@Id('logId') logId: string, @Query() { asOf }: StateQuery) {
    const { state, revision } = await this.reads.stateOf(followUpLog, logId, asOf);
    return followUpLogView(logId, revision, state);
  }

  /** Everything that happened to a log · 跟进历史 */
  @Get('history')
  @ForReaders()
  history(@Id('logId') logId: string, @Query() page: HistoryQuery) {
    return this.reads.historyOf(followUpLog.category, logId, page);
  }
}
