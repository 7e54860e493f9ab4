import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { addDays } from '@engsales/values';
import { DataSource } from 'typeorm';
import { tenders } from '../tenders/tenders.projection.js';

export const CALENDAR_KINDS = [
  'CLARIFICATION_DEADLINE',
  'SUBMISSION_DEADLINE',
  'OPENING',
  'PUBLICITY_END',
  'SIGNING_DUE',
  'BOND_EXPIRY',
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

export interface CalendarFilter {
  readonly from: string;
  readonly to: string;
  readonly salespersonId?: string;
  /** Whoever has the tender, in sales or in commerce. */
  readonly staffId?: string;
  readonly minPosition?: string;
}

/** Something that happens on a day, or at an instant of it. */
export interface CalendarEntry {
  readonly kind: CalendarKind;
  readonly on: string;
  readonly at: string | null;
  readonly tenderId: string | null;
  readonly bondId: string | null;
  readonly tenderNo: string | null;
  readonly projectName: string | null;
  readonly salespersonId: string | null;
}

export class GetTenderCalendar {
  constructor(readonly filter: CalendarFilter) {}
}

type EntryColumns = Omit<CalendarEntry, 'at'> & { readonly at: Date | null };

/** The dates of tenders that are still open, of awards that wait for a signature, and of guarantees that end. */
@QueryHandler(GetTenderCalendar)
export class GetTenderCalendarHandler implements IQueryHandler<GetTenderCalendar> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ filter: { from, to, salespersonId, staffId, minPosition } }: GetTenderCalendar) {
    await this.reads.waitFor(tenders.name, minPosition);
    const rows = await this.database.query<EntryColumns[]>(
      `WITH entry AS (
         SELECT d.kind, COALESCE((d.at AT TIME ZONE 'Asia/Shanghai')::date, d.day) AS day, d.at, t.tender_id, NULL::uuid AS bond_id,
                t.tender_no, t.project_name, t.salesperson_id, t.commerce_owner_id
           FROM tender t CROSS JOIN LATERAL (VALUES
                ('CLARIFICATION_DEADLINE', t.clarification_deadline, NULL::date, ARRAY['PUBLISHED', 'PREPARING']),
                ('SUBMISSION_DEADLINE', t.submission_deadline, NULL, ARRAY['PUBLISHED', 'PREPARING']),
                ('OPENING', t.opening_at, NULL, ARRAY['PUBLISHED', 'PREPARING', 'SUBMITTED']),
                ('PUBLICITY_END', NULL, t.publicity_until, ARRAY['OPENED']),
                ('SIGNING_DUE', NULL, t.signing_due_on, ARRAY['AWARDED'])) AS d (kind, at, day, states)
          WHERE t.state = ANY (d.states) AND (d.at IS NOT NULL OR d.day IS NOT NULL)
         UNION ALL
         SELECT 'BOND_EXPIRY', b.valid_until, NULL, t.tender_id, b.bond_id, b.tender_no, b.project_name, b.salesperson_id,
                t.commerce_owner_id
           FROM bond b LEFT JOIN tender t ON b.type = 'BID_BOND' AND t.tender_id = b.ref_id
          WHERE b.state = 'LODGED' AND b.valid_until IS NOT NULL)
       SELECT kind, day::text AS "on", at, tender_id AS "tenderId", bond_id AS "bondId", tender_no AS "tenderNo",
              project_name AS "projectName", salesperson_id AS "salespersonId"
         FROM entry
        WHERE day BETWEEN $1 AND $2 AND ($3::text IS NULL OR salesperson_id = $3)
          AND ($4::text IS NULL OR salesperson_id = $4 OR commerce_owner_id = $4)
        ORDER BY day, at NULLS FIRST, kind, tender_id, bond_id LIMIT 2000`,
      [from, to, salespersonId, staffId],
    );
    const items = rows.map(
      ({ kind, on, at, tenderId, bondId, tenderNo, projectName, salespersonId: owner }): CalendarEntry => ({
        kind,
        on,
        at: at?.toISOString() ?? null,
        tenderId,
        bondId,
        tenderNo,
        projectName,
        salespersonId: owner,
      }),
    );
    return { from, to, items };
  }
}

/** What somebody sees who names no span: the last month and the next half year. */
export const usualSpan = (today: string, from?: string, to?: string) => ({
  from: from ?? addDays(today, -31),
  to: to ?? addDays(today, 183),
});
