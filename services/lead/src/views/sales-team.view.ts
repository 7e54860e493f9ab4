import type { PerformanceReview } from '../domain/performance-review/performance-review.js';
import type { SalesMember } from '../domain/sales-member/sales-member.js';
import type { SalesTeam } from '../domain/sales-team/sales-team.js';
import type { Training } from '../domain/training/training.js';

export function teamView(id: string, revision: number, team: SalesTeam) {
  if (team.state === 'NONE') return { id, revision, state: team.state };
  return {
    id,
    revision,
    teamId: team.teamId,
    state: team.state,
    name: team.name,
    leaderId: team.leaderId,
    duties: team.duties,
    positions: team.positions.map(({ post, duties, requirements, headcount }) => ({
      post,
      duties,
      requirements,
      headcount,
    })),
  };
}

/** What of the headcount of each post is not taken (招聘). */
export function vacanciesOf(team: SalesTeam, members: readonly { readonly post: string }[]) {
  if (team.state === 'NONE') return [];
  return team.positions.map(({ post, headcount }) => {
    const taken = members.filter((member) => member.post === post).length;
    return { post, headcount, members: taken, vacant: Math.max(headcount - taken, 0) };
  });
}

export function memberView(id: string, revision: number, member: SalesMember) {
  if (member.state === 'NONE') return { id, revision, state: member.state };
  return {
    id,
    revision,
    memberId: member.memberId,
    state: member.state,
    staffId: member.staffId,
    post: member.post,
    teamId: member.teamId,
    qualifications: member.qualifications.map(({ kind, evidenceRef, validUntil }) => ({
      kind,
      evidenceRef,
      validUntil,
    })),
    enrolledOn: member.enrolledOn,
    leftOn: member.leftOn,
  };
}

export function trainingView(id: string, revision: number, training: Training) {
  if (training.state === 'NONE') return { id, revision, state: training.state };
  return {
    id,
    revision,
    trainingId: training.trainingId,
    state: training.state,
    topic: training.topic,
    title: training.title,
    on: training.on,
    staffIds: training.staffIds,
    results: training.results.map(({ staffId, result }) => ({ staffId, result })),
  };
}

export function reviewView(id: string, revision: number, review: PerformanceReview) {
  if (review.state === 'NONE') return { id, revision, state: review.state };
  return {
    id,
    revision,
    reviewId: review.reviewId,
    state: review.state,
    staffId: review.staffId,
    period: review.period,
    indicators: review.indicators.map(({ name, target, achieved, weightBps }) => ({
      name,
      target,
      achieved,
      weightBps,
    })),
    scorePercent: review.scorePercent,
    proposal: review.proposal,
    text: review.text,
    amountFen: review.amountFen,
    recordedBy: review.recordedBy,
    recordedOn: review.recordedOn,
  };
}
