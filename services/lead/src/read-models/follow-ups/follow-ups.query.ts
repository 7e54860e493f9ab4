import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway, type ListFilter } from '@engsales/http';
import { foldedSql, partOf } from '@engsales/read-models';
import { DataSource } from 'typeorm';
import { followUps } from './follow-ups.projection.js';

export class FindFollowUps {
  constructor(
    readonly filter: ListFilter & {
      readonly subjectType?: string;
      readonly subjectId?: string;
      readonly medium?: string;
      readonly q?: string;
    },
  ) {}
}

interface FollowUpColumns {
  readonly followUpId: string;
  readonly logId: string;
  readonly entryNo: number;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly medium: string;
  readonly on: string;
  readonly partyId: string | null;
  readonly contactId: string | null;
  readonly summary: string;
  readonly nextFollowUpOn: string | null;
  readonly by: string;
  readonly annulled: boolean;
}

/** What was said to whom, the last first. */
@QueryHandler(FindFollowUps)
export class FindFollowUpsHandler implements IQueryHandler<FindFollowUps> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  execute({ filter }: FindFollowUps) {
    return this.reads.page<FollowUpColumns, FollowUpColumns>(filter, {
      from: [followUps],
      sort: 'date',
      rows: (after, limit) =>
        this.database.query<FollowUpColumns[]>(
          `SELECT follow_up_id AS "followUpId", log_id AS "logId", entry_no AS "entryNo", subject_type AS "subjectType",
                  subject_id AS "subjectId", medium, held_on::text AS "on", party_id AS "partyId",
                  contact_id AS "contactId", summary, next_on::text AS "nextFollowUpOn", by_id AS "by", annulled
             FROM follow_up
            WHERE ($1::text IS NULL OR subject_type = $1) AND ($2::uuid IS NULL OR subject_id = $2)
              AND ($3::text IS NULL OR medium = $3) AND ($4::text IS NULL OR ${foldedSql('summary')} LIKE $4)
              AND ($5::date IS NULL OR (held_on, follow_up_id) < ($5::date, $6::uuid))
            ORDER BY held_on DESC, follow_up_id DESC LIMIT $7`,
          [filter.subjectType, filter.subjectId, filter.medium, partOf(filter.q), ...after, limit],
        ),
      key: (row) => [row.on, row.followUpId],
      item: (row) => row,
    });
  }
}
