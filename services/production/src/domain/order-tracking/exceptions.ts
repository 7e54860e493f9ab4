import { Rejected } from '@engsales/event-sourcing/decider';
import { isReached, minutesAfter } from '@engsales/values';
import { forecastAfter } from '../forecast.js';
import { companySettings } from '../company-settings.js';
import type {
  FeedBackToSales,
  InformCustomer,
  MarkFeedbackOverdue,
  OrderThen,
  RaiseException,
  ResolveException,
} from './order-tracking.commands.js';
import type { OrderTrackingEvent, ProductionException } from './order-tracking.events.js';
import type { ExistingTracking } from './order-tracking.js';

type ExceptionCommand = RaiseException | FeedBackToSales | InformCustomer | ResolveException | MarkFeedbackOverdue;

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION, DATE_IN_FUTURE, VALIDATION_FAILED when the order must be named */
export function exceptionAfter(command: ExceptionCommand, tracking: ExistingTracking): OrderTrackingEvent[] {
  const { issued } = command;
  if (command.type === 'RaiseException') return [raised(command, tracking)];
  const before = named(tracking, command.data.exceptionId);
  switch (command.type) {
    case 'FeedBackToSales': {
      if (before.state !== 'OPEN') throw wrong(command, before, ['OPEN']);
      const after: ProductionException = { ...before, state: 'FED_BACK', fedBackAt: issued.at };
      const said = {
        message: command.data.message,
        late: isReached(before.feedbackDueAt, issued.at),
        by: issued.by.id,
      };
      return [{ type: 'ExceptionFedBackToSales', data: { ...of(tracking, after), ...said } }];
    }
    case 'InformCustomer': {
      const { channel, on } = command.data;
      if (on > issued.today) throw new Rejected('DATE_IN_FUTURE', 'informed after today', { on, today: issued.today });
      const after = { ...before, informedOn: on };
      return [{ type: 'CustomerInformed', data: { ...of(tracking, after), channel, by: issued.by.id } }];
    }
    case 'ResolveException': {
      if (before.state === 'RESOLVED') throw wrong(command, before, ['OPEN', 'FED_BACK']);
      const { actualDelayDays, order } = command.data;
      const after: ProductionException = { ...before, state: 'RESOLVED', actualDelayDays };
      const data = { ...withForecast(of(tracking, after), issued.today, order), resolvedBy: issued.by.id };
      return [{ type: 'ProductionExceptionResolved', data }];
    }
    case 'MarkFeedbackOverdue': {
      const stands = before.state === 'OPEN' && !before.feedbackOverdue && isReached(before.feedbackDueAt, issued.at);
      return stands ? [{ type: 'FeedbackOverdue', data: of(tracking, { ...before, feedbackOverdue: true }) }] : [];
    }
  }
}

function raised({ data, issued }: RaiseException, tracking: ExistingTracking): OrderTrackingEvent {
  const { type, stepId, estimatedDelayDays, stopsWork, order } = data;
  const productionOrderId = orderOf(tracking, data.productionOrderId);
  const exception: ProductionException = {
    exceptionId: issued.commandId,
    productionOrderId,
    type,
    ...(stepId === undefined ? {} : { stepId }),
    ...(order?.stepSeq === undefined ? {} : { stepSeq: order.stepSeq }),
    state: 'OPEN',
    estimatedDelayDays,
    stopsWork,
    raisedBy: issued.by.id,
    raisedAt: issued.at,
    feedbackDueAt: minutesAfter(issued.at, companySettings(issued).feedbackMinutes),
  };
  return { type: 'ProductionExceptionRaised', data: withForecast(of(tracking, exception), issued.today, order) };
}

function withForecast(data: ReturnType<typeof of>, today: string, order?: OrderThen) {
  return order ? { ...data, forecastDate: forecastAfter(order.expectedOn, data.delayDays, today) } : data;
}

function of(tracking: ExistingTracking, exception: ProductionException) {
  const { trackingId, contractId, exceptions = [] } = tracking;
  const others = exceptions.filter((other) => other.exceptionId !== exception.exceptionId);
  const own = [...others, exception].filter((other) => other.productionOrderId === exception.productionOrderId);
  const delayDays = own.reduce((days, other) => days + (other.actualDelayDays ?? other.estimatedDelayDays), 0);
  return { trackingId, contractId, exception, delayDays };
}

export function orderOf({ productionOrderIds }: ExistingTracking, given?: string): string {
  const only = productionOrderIds.length === 1 ? productionOrderIds[0] : undefined;
  const productionOrderId = given ?? only;
  if (productionOrderId !== undefined && productionOrderIds.includes(productionOrderId)) return productionOrderId;
  const details = { pointer: '/productionOrderId', productionOrderIds };
  throw new Rejected('VALIDATION_FAILED', 'name an order of this tracking', details);
}

function named({ exceptions = [] }: ExistingTracking, exceptionId: string): ProductionException {
  const exception = exceptions.find((other) => other.exceptionId === exceptionId);
  if (exception) return exception;
  throw new Rejected('NOT_FOUND', `the tracking has no exception ${exceptionId}`, { exceptionId });
}

function wrong({ type }: ExceptionCommand, exception: ProductionException, possibleIn: readonly string[]): Rejected {
  const { exceptionId, state } = exception;
  const details = { command: type, exceptionId, exceptionState: state, possibleIn };
  return new Rejected('INVALID_TRANSITION', `${type} is not possible while the exception is ${state}`, details);
}
