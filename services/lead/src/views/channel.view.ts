import type { Channel, ChannelAssessment } from '../domain/channel/channel.state.js';

/** A channel as it is answered. */
export function channelView(id: string, revision: number, channel: Channel) {
  if (channel.state === 'NONE') return { id, revision, state: channel.state };
  return {
    id,
    revision,
    channelId: channel.channelId,
    state: channel.state,
    name: channel.name,
    type: channel.type,
    partyId: channel.partyId,
    regions: channel.regions,
    productLineIds: channel.productLineIds,
    managerId: channel.managerId,
    agreementRef: channel.agreementRef,
    activatedOn: channel.activatedOn,
    period: channel.period,
    reviewDueOn: channel.reviewDueOn,
    assessments: channel.assessments.map(assessmentView),
    reason: channel.reason,
  };
}

const assessmentView = (assessment: ChannelAssessment) => ({
  period: assessment.period,
  scores: {
    sales: assessment.scores.sales,
    loyalty: assessment.scores.loyalty,
    service: assessment.scores.service,
  },
  compliance: assessment.compliance,
  findings: assessment.findings,
  decision: assessment.decision,
  assessedOn: assessment.assessedOn,
  by: assessment.by,
});
