import { eachOf, insertOnce, projection, updateNewer, upsertNewer, type Recorded } from '@engsales/read-models';
import { addDays } from '@engsales/values';
import type { EntityManager } from 'typeorm';
import type { PerformanceReviewEvent } from '../../domain/performance-review/performance-review.events.js';
import type { SalesMemberEvent } from '../../domain/sales-member/sales-member.events.js';
import type { SalesTeamEvent } from '../../domain/sales-team/sales-team.events.js';
import type { TrainingEvent, TrainingHeld } from '../../domain/training/training.events.js';

type TeamFact = SalesTeamEvent | SalesMemberEvent | TrainingEvent | PerformanceReviewEvent;
const each = eachOf<TeamFact>();

/** Who is in which team, since when, trained in what and reviewed how? */
export const salesTeams = projection<TeamFact>({
  name: 'sales-teams',
  tables: ['sales_team', 'sales_member', 'sales_membership', 'sales_training', 'performance_review'],
  on: {
    ...each(['TeamFormed', 'TeamChanged'], ({ data: { teamId, state, name, leaderId }, revision }, rows) =>
      upsertNewer(rows, 'sales_team', 'team_id', { team_id: teamId, revision, state, name, leader_id: leaderId }),
    ),
    TeamDissolved: ({ data: { teamId, state }, revision }, rows) =>
      updateNewer(rows, 'sales_team', ['team_id', teamId], revision, { state }),
    async MemberEnrolled(event, rows) {
      const { data, revision } = event;
      await putMember(event, rows, { enrolled_on: data.enrolledOn, left_on: null });
      await beginMembership(rows, data, revision, data.enrolledOn);
    },
    async MemberChanged(event, rows) {
      const { data, revision } = event;
      const { post, teamId, state } = data;
      const known = ['member_id', data.memberId] as const;
      await updateNewer(rows, 'sales_member', known, revision, { state, post, team_id: teamId ?? null });
      await endMembership(rows, data.memberId, revision, data.changedOn);
      await beginMembership(rows, data, revision, data.changedOn);
    },
    async MemberLeft({ data: { memberId, state, leftOn }, revision }, rows) {
      await updateNewer(rows, 'sales_member', ['member_id', memberId], revision, { state, left_on: leftOn });
      await endMembership(rows, memberId, revision, addDays(leftOn, 1));
    },
    TrainingPlanned: ({ data: { trainingId, state, topic, title, on, staffIds }, revision }, rows) =>
      insertOnce(rows, 'sales_training', 'training_id', {
        training_id: trainingId,
        revision,
        state,
        topic,
        title,
        on_day: on,
        staff_ids: staffIds,
      }),
    TrainingHeld: (event, rows) => putResults(event, rows),
    TrainingCancelled: ({ data: { trainingId, state }, revision }, rows) =>
      updateNewer(rows, 'sales_training', ['training_id', trainingId], revision, { state }),
    PerformanceReviewRecorded: ({ data, revision }, rows) =>
      upsertNewer(rows, 'performance_review', 'review_id', {
        review_id: data.reviewId,
        revision,
        state: data.state,
        staff_id: data.staffId,
        period: data.period,
        score_percent: data.scorePercent,
        proposal: data.proposal,
        amount_fen: data.amountFen ?? null,
      }),
    ...each(
      ['PerformanceReviewConfirmed', 'PerformanceReviewRejected'],
      ({ data: { reviewId, state }, revision }, rows) =>
        updateNewer(rows, 'performance_review', ['review_id', reviewId], revision, { state }),
    ),
  },
});

function putMember(
  { data, revision }: Recorded<Extract<SalesMemberEvent, { type: 'MemberEnrolled' }>>,
  rows: EntityManager,
  days: { readonly enrolled_on: string; readonly left_on: null },
): Promise<void> {
  return upsertNewer(rows, 'sales_member', 'member_id', {
    member_id: data.memberId,
    revision,
    state: data.state,
    staff_id: data.staffId,
    post: data.post,
    team_id: data.teamId ?? null,
    enrolled_on: days.enrolled_on,
    left_on: days.left_on,
  });
}

interface MemberOfTeam {
  readonly memberId: string;
  readonly staffId: string;
  readonly teamId?: string;
}

function beginMembership(
  rows: EntityManager,
  { memberId, staffId, teamId }: MemberOfTeam,
  revision: number,
  fromOn: string,
): Promise<void> {
  return insertOnce(rows, 'sales_membership', 'member_id, from_revision', {
    member_id: memberId,
    from_revision: revision,
    staff_id: staffId,
    team_id: teamId ?? null,
    from_on: fromOn,
  });
}

/** What began before this event and has not ended; whoever is applied again ends nothing that began later. */
async function endMembership(rows: EntityManager, memberId: string, revision: number, toOn: string): Promise<void> {
  await rows.query(
    `UPDATE sales_membership SET to_on = $3 WHERE member_id = $1 AND from_revision < $2 AND to_on IS NULL`,
    [memberId, revision, toOn],
  );
}

/** Whoever took part unplanned is found too. */
async function putResults({ data, revision }: Recorded<TrainingHeld>, rows: EntityManager): Promise<void> {
  await rows.query(
    `UPDATE sales_training SET revision = $2, state = $3, on_day = $4, results = $5::jsonb,
            staff_ids = ARRAY(SELECT DISTINCT unnest(staff_ids || $6::text[]) ORDER BY 1)
      WHERE training_id = $1 AND revision < $2`,
    [
      data.trainingId,
      revision,
      data.state,
      data.heldOn,
      JSON.stringify(data.results),
      data.results.map(({ staffId }) => staffId),
    ],
  );
}
