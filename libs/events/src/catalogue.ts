import * as aftersales from './aftersales.events.js';
import * as channel from './channel.events.js';
import * as execution from './contract-execution.events.js';
import * as money from './contract-money.events.js';
import * as contract from './contract.events.js';
import * as change from './contract-change.events.js';
import * as ending from './contract-ending.events.js';
import * as engineering from './production-engineering.events.js';
import * as floor from './production-floor.events.js';
import * as tracking from './production-tracking.events.js';
import * as orderEnd from './production-end.events.js';
import * as handover from './handover.events.js';
import * as leadEnd from './lead-end.events.js';
import * as leadWork from './lead-work.events.js';
import * as lead from './lead.events.js';
import * as returnVisit from './return-visit.events.js';
import * as tenderCourse from './tender-course.events.js';
import * as tenderEnd from './tender-end.events.js';
import * as tenderOffer from './tender-offer.events.js';
import * as bond from './bond.events.js';
import * as salesPlan from './sales-plan.events.js';
import * as shipment from './production-shipment.events.js';
import * as production from './production.events.js';
import * as tender from './tender.events.js';
import type { PublicEvent, ServiceName } from './envelope.js';

/** Every public event, by type. The only place that knows which types exist. */
export const CATALOGUE: ReadonlyMap<string, PublicEvent<unknown>> = new Map(
  [
    leadWork.leadCaptured,
    leadWork.leadAssigned,
    leadWork.leadQualified,
    lead.leadConverted,
    leadEnd.leadAbandoned,
    leadEnd.leadRevived,
    leadEnd.leadMerged,
    leadEnd.leadOutcomeRecorded,
    leadWork.constructionPhaseObserved,
    channel.channelSuspended,
    salesPlan.salesPlanApproved,
    salesPlan.salesPlanAdjusted,
    salesPlan.salesPlanEvaluated,
    tenderCourse.tenderRegistered,
    tenderCourse.tenderPublished,
    tenderCourse.tenderAmended,
    tenderCourse.bidSubmitted,
    tenderCourse.bidWithdrawn,
    tenderCourse.bidsOpened,
    tender.bidAwarded,
    tenderCourse.tenderContracted,
    tenderEnd.bidLost,
    tenderEnd.tenderCancelled,
    tenderEnd.awardRevoked,
    tenderEnd.noBidDecided,
    tenderEnd.awardDeclined,
    tenderOffer.operationModeDecided,
    tenderOffer.buyoutConsentGiven,
    tenderOffer.cooperationAgreementSigned,
    bond.bondLodged,
    bond.bondReleaseDue,
    bond.bondReleased,
    bond.bondConverted,
    bond.bondForfeited,
    bond.bondExpired,
    tenderCourse.proposalSent,
    tenderOffer.proposalAccepted,
    contract.contractDrafted,
    contract.contractAbandoned,
    contract.contractSigned,
    contract.contractVoided,
    execution.contractExecutionFormAccepted,
    execution.contractCompleted,
    execution.contractClosed,
    execution.contractImported,
    contract.paymentMilestoneDue,
    money.receiptRecorded,
    money.receiptReversed,
    money.refundRecorded,
    money.refundReversed,
    money.paymentMilestoneDueWithdrawn,
    money.paymentMilestoneOverdue,
    money.paymentMilestonePaid,
    money.paymentGateOpened,
    money.paymentGateClosed,
    money.paymentGateOverridden,
    ending.contractSuspended,
    ending.contractResumed,
    ending.contractTerminated,
    ending.contractSettled,
    change.changeOrderEffective,
    production.productionOrderReceived,
    production.orderHandedToEngineering,
    production.productionOrderCancelled,
    shipment.goodsReadyToShip,
    shipment.shipmentDispatched,
    shipment.shipmentDelivered,
    shipment.deliveryDeferred,
    engineering.engineeringPackageReleased,
    engineering.bomReleased,
    floor.productionOrderReleased,
    floor.productionProgressReported,
    floor.productionCompleted,
    floor.workStopped,
    floor.workResumed,
    tracking.productionExceptionRaised,
    tracking.productionExceptionResolved,
    orderEnd.shipmentDelayed,
    orderEnd.productionOrderShortClosed,
    orderEnd.productionOrderClosed,
    orderEnd.productionOrderReopened,
    orderEnd.orderRescheduled,
    aftersales.siteServiceCompleted,
    aftersales.acceptanceSigned,
    returnVisit.returnVisitCompleted,
    handover.projectHandoverCompleted,
    aftersales.satisfactionRated,
  ].map((event) => [event.type, event as PublicEvent<unknown>]),
);

/** The field of a payload that is the id of the aggregate, `ce_subject`: that of the service, unless the type has its own. */
const SUBJECT_OF_SERVICE: Readonly<Record<ServiceName, string | undefined>> = {
  lead: 'leadId',
  tender: 'tenderId',
  contract: 'contractId',
  production: 'productionOrderId',
  aftersales: undefined,
};
const SUBJECT_OF_TYPE: ReadonlyMap<string, string> = new Map([
  [channel.channelSuspended.type, 'channelId'],
  [tenderCourse.proposalSent.type, 'proposalId'],
  [tenderOffer.proposalAccepted.type, 'proposalId'],
  [tenderOffer.operationModeDecided.type, 'decisionId'],
  [tenderOffer.buyoutConsentGiven.type, 'riskAssessmentId'],
  [tenderOffer.cooperationAgreementSigned.type, 'agreementId'],
  [bond.bondLodged.type, 'bondId'],
  [bond.bondReleaseDue.type, 'bondId'],
  [bond.bondReleased.type, 'bondId'],
  [bond.bondConverted.type, 'bondId'],
  [bond.bondForfeited.type, 'bondId'],
  [bond.bondExpired.type, 'bondId'],
  [returnVisit.returnVisitCompleted.type, 'visitId'],
  [handover.projectHandoverCompleted.type, 'handoverId'],
  [engineering.engineeringPackageReleased.type, 'packageId'],
  [engineering.bomReleased.type, 'packageId'],
  [tracking.productionExceptionRaised.type, 'trackingId'],
  [tracking.productionExceptionResolved.type, 'trackingId'],
  [aftersales.siteServiceCompleted.type, 'siteServiceId'],
  [aftersales.acceptanceSigned.type, 'acceptanceId'],
  [aftersales.satisfactionRated.type, 'subjectId'],
  [salesPlan.salesPlanApproved.type, 'planId'],
  [salesPlan.salesPlanAdjusted.type, 'planId'],
  [salesPlan.salesPlanEvaluated.type, 'planId'],
]);

/** Undefined for a type that the catalogue does not know. */
export function subjectFieldOf(type: string): string | undefined {
  const event = CATALOGUE.get(type);
  return event && (SUBJECT_OF_TYPE.get(type) ?? SUBJECT_OF_SERVICE[event.service]);
}
