import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadGateway } from '@engsales/http';
import { DataSource } from 'typeorm';
import { followUps } from '../follow-ups/follow-ups.projection.js';
import { parties } from '../parties/parties.projection.js';
import { sampleProjects } from '../sample-projects/sample-projects.projection.js';
import { visits } from '../visits/visits.projection.js';
import { leads } from './leads.projection.js';

export class GetLeadSurroundings {
  constructor(
    readonly leadId: string,
    readonly partyIds: readonly string[],
    readonly minPosition?: string,
  ) {}
}

export interface NamedParty {
  readonly partyId: string;
  readonly name: string | null;
  readonly kind: string;
  readonly personRef: string | null;
}

/** What stands around a lead: its parties by name, its last follow-ups, visits and samples, and what was merged into it. */
@QueryHandler(GetLeadSurroundings)
export class GetLeadSurroundingsHandler implements IQueryHandler<GetLeadSurroundings> {
  constructor(
    private readonly database: DataSource,
    private readonly reads: ReadGateway,
  ) {}

  async execute({ leadId, partyIds, minPosition }: GetLeadSurroundings) {
    const from = [leads, parties, followUps, visits, sampleProjects];
    await Promise.all(from.map(({ name }) => this.reads.waitFor(name, minPosition)));
    const [named, log, followed, visited, sampled, merged] = await Promise.all([
      this.database.query<NamedParty[]>(
        `SELECT party_id AS "partyId", name, kind, person_ref AS "personRef" FROM party
          WHERE party_id::text = ANY ($1) ORDER BY party_id`,
        [partyIds],
      ),
      this.database.query<{ level: number; strikesOn: string | null; lastOn: string | null }[]>(
        `SELECT level, strikes_on::text AS "strikesOn", last_on::text AS "lastOn" FROM follow_up_log
          WHERE subject_type = 'LEAD' AND subject_id = $1`,
        [leadId],
      ),
      this.database.query<{ on: string; medium: string; summary: string; by: string }[]>(
        `SELECT held_on::text AS "on", medium, summary, by_id AS "by" FROM follow_up
          WHERE subject_type = 'LEAD' AND subject_id = $1 AND NOT annulled
          ORDER BY held_on DESC, entry_no DESC LIMIT 10`,
        [leadId],
      ),
      this.database.query<{ visitId: string; state: string; plannedAt: Date; purpose: string }[]>(
        `SELECT visit_id AS "visitId", state, planned_at AS "plannedAt", purpose FROM visit
          WHERE lead_id = $1 ORDER BY planned_at DESC LIMIT 10`,
        [leadId],
      ),
      this.database.query<{ sampleProjectId: string; state: string; site: string }[]>(
        `SELECT sample_project_id AS "sampleProjectId", state, site FROM sample_project
          WHERE lead_id = $1 ORDER BY sample_project_id LIMIT 50`,
        [leadId],
      ),
      this.database.query<{ leadId: string; leadNo: string; projectName: string }[]>(
        `SELECT lead_id AS "leadId", lead_no AS "leadNo", project_name AS "projectName" FROM lead
          WHERE into_lead_id = $1 ORDER BY captured_on, lead_id LIMIT 200`,
        [leadId],
      ),
    ]);
    return { parties: named, clock: log[0] ?? null, followUps: followed, visits: visited, samples: sampled, merged };
  }
}
