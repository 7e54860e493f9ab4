import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import type { OtherRound } from '../../views/tender-card.view.js';

export class GetOtherRounds {
  constructor(readonly tenderId: string) {}
}

/** All rounds of the same tender, the first of them first; its own is among them. */
@QueryHandler(GetOtherRounds)
export class GetOtherRoundsHandler implements IQueryHandler<GetOtherRounds> {
  constructor(private readonly database: DataSource) {}

  execute({ tenderId }: GetOtherRounds): Promise<OtherRound[]> {
    return this.database.query<OtherRound[]>(
      `WITH RECURSIVE before AS (
         SELECT tender_id, previous_tender_id, next_tender_id, round, state, tender_no FROM tender WHERE tender_id = $1
         UNION SELECT t.tender_id, t.previous_tender_id, t.next_tender_id, t.round, t.state, t.tender_no
                 FROM tender t JOIN before b ON t.tender_id IN (b.previous_tender_id, b.next_tender_id))
       SELECT tender_id AS "tenderId", round, state, tender_no AS "tenderNo" FROM before ORDER BY round`,
      [tenderId],
    );
  }
}
