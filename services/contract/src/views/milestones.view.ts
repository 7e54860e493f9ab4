import type { Gates, GateState } from '../domain/contract/contract.values.js';
import type {
  CreditRelease,
  CreditReleases,
  PaymentMilestone,
} from '../domain/contract/milestones/milestones.state.js';

export const milestoneView = (milestone: PaymentMilestone) => ({
  id: milestone.id,
  kind: milestone.kind,
  amountFen: milestone.amountFen,
  bps: milestone.bps,
  trigger: milestone.trigger,
  date: milestone.date,
  scope: milestone.scope && { mode: milestone.scope.mode, lineIds: milestone.scope.lineIds },
  netDays: milestone.netDays,
  netMonths: milestone.netMonths,
  gate: milestone.gate,
  status: milestone.status,
  paidFen: milestone.paidFen,
  unclearedFen: milestone.unclearedFen,
  waivedFen: milestone.waivedFen,
  triggersOn: milestone.triggersOn,
  triggeredOn: milestone.triggeredOn,
  dueOn: milestone.dueOn,
  overdueSince: milestone.overdueSince,
  triggeredBy: milestone.triggeredBy,
  triggerLost: milestone.triggerLost,
});

const gateView = ({ state, until }: GateState) => ({ state, until });

export const gatesView = ({ RELEASE_PRODUCTION: release, DISPATCH: dispatch }: Gates) => ({
  RELEASE_PRODUCTION: gateView(release),
  DISPATCH: gateView(dispatch),
});

const releaseView = ({ until, approvedBy, reason }: CreditRelease) => ({ until, approvedBy, reason });

export const releasesView = ({ RELEASE_PRODUCTION: release, DISPATCH: dispatch }: CreditReleases) => ({
  RELEASE_PRODUCTION: release && releaseView(release),
  DISPATCH: dispatch && releaseView(dispatch),
});
