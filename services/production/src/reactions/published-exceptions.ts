import type { ProductionExceptionRaisedData, ProductionExceptionResolvedData } from '@engsales/events';
import type {
  ProductionExceptionRaised,
  ProductionExceptionResolved,
} from '../domain/order-tracking/order-tracking.events.js';

export const raisedException = (data: ProductionExceptionRaised['data']): ProductionExceptionRaisedData => ({
  trackingId: data.trackingId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  productionOrderId: data.exception.productionOrderId,
  exceptionId: data.exception.exceptionId,
  type: data.exception.type,
  state: data.exception.state,
  stepId: data.exception.stepId,
  stepSeq: data.exception.stepSeq,
  estimatedDelayDays: data.exception.estimatedDelayDays,
  delayDays: data.delayDays,
  forecastDate: data.forecastDate,
  stopsWork: data.exception.stopsWork,
  raisedAt: data.exception.raisedAt,
  feedbackDueAt: data.exception.feedbackDueAt,
});

export const resolvedException = (data: ProductionExceptionResolved['data']): ProductionExceptionResolvedData => ({
  trackingId: data.trackingId,
  contractId: data.contractId,
  contractOrigin: data.contractOrigin,
  productionOrderId: data.exception.productionOrderId,
  exceptionId: data.exception.exceptionId,
  type: data.exception.type,
  state: data.exception.state,
  stepId: data.exception.stepId,
  stepSeq: data.exception.stepSeq,
  estimatedDelayDays: data.exception.estimatedDelayDays,
  actualDelayDays: data.actualDelayDays,
  delayDays: data.delayDays,
  forecastDate: data.forecastDate,
  fedBackAt: data.exception.fedBackAt,
});
