import { Rejected, type FoldOf, type RulesOf, refuseBefore, refuseFuture } from '@engsales/event-sourcing/domain';
import { businessDateOf, isReached, minutesAfter } from '@engsales/values';
import { companySettings } from '../company-settings.js';
import { forecastAfter } from '../forecast.js';
import {
  FeedBackToSales,
  InformCustomer,
  MarkFeedbackOverdue,
  RaiseException,
  ResolveException,
  type ExceptionCommand,
  type OrderThen,
} from './order-tracking.commands.js';
import type { ExceptionEvent, OrderTrackingEvent } from './order-tracking.events.js';
import type { ExceptionMessage, ExistingTracking, ProductionException } from './order-tracking.state.js';
import type { ExceptionState } from './order-tracking.values.js';
import { orderNamed } from './tracked-orders.js';
import { exceptionFromRecord, recordOfException } from './tracking-records.js';

/** What goes wrong with the orders: it is raised, fed back to sales, told to the customer and resolved (异常). */
export const exceptionRules = {
  RaiseException: { command: RaiseException, in: ['OPEN'], decide: raiseException },
  FeedBackToSales: { command: FeedBackToSales, in: ['OPEN'], decide: feedBackToSales },
  InformCustomer: { command: InformCustomer, in: ['OPEN'], decide: informCustomer },
  ResolveException: { command: ResolveException, in: ['OPEN'], decide: resolveException },
  MarkFeedbackOverdue: { command: MarkFeedbackOverdue, in: ['OPEN'], decide: markFeedbackOverdue },
} satisfies RulesOf<ExceptionCommand, ExistingTracking, OrderTrackingEvent>;

export const exceptionFold = {
  ProductionExceptionRaised: (tracking, data) => putException(tracking, data),
  ExceptionFedBackToSales(tracking, data) {
    const { message, by, late, exception } = data;
    return putException(tracking, data, { to: 'SALES', message, by, at: exception.fedBackAt, late });
  },
  CustomerInformed(tracking, data) {
    const { message, by, channel, exception } = data;
    return putException(tracking, data, { to: 'CUSTOMER', message, by, on: exception.informedOn, channel });
  },
  ProductionExceptionResolved: (tracking, data) => putException(tracking, data),
  FeedbackOverdue: (tracking, data) => putException(tracking, data),
} satisfies FoldOf<ExceptionEvent, ExistingTracking>;

/** @throws Rejected VALIDATION_FAILED for the order or the step, NOT_FOUND */
function raiseException({ data, issued }: RaiseException, tracking: ExistingTracking): OrderTrackingEvent[] {
  const productionOrderId = orderNamed(tracking, data.productionOrderId);
  const order = orderThen(data.order, productionOrderId);
  const exception: ProductionException = {
    exceptionId: issued.commandId,
    productionOrderId,
    type: data.type,
    stepId: data.stepId,
    stepSeq: stepSeqOf(order, data.stepId),
    state: 'OPEN',
    estimatedDelayDays: data.estimatedDelayDays,
    stopsWork: data.stopsWork,
    raisedBy: issued.by.id,
    raisedAt: issued.at,
    feedbackDueAt: minutesAfter(issued.at, companySettings(issued).feedbackMinutes),
    feedbackOverdue: false,
    messages: [],
  };
  const change = exceptionChange(tracking, exception);
  const forecastDate = forecastAfter(order, change.delayDays, issued.today);
  return [{ type: 'ProductionExceptionRaised', data: { ...change, forecastDate } }];
}

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION */
function feedBackToSales(command: FeedBackToSales, tracking: ExistingTracking): OrderTrackingEvent[] {
  const { data, issued } = command;
  const before = exceptionIn(tracking, data.exceptionId);
  refuseUnlessIn(command, before, ['OPEN']);
  const after: ProductionException = { ...before, state: 'FED_BACK', fedBackAt: issued.at };
  const said = { message: data.message, late: isReached(before.feedbackDueAt, issued.at), by: issued.by.id };
  return [{ type: 'ExceptionFedBackToSales', data: { ...exceptionChange(tracking, after), ...said } }];
}

/** From the day it was raised to today. @throws Rejected NOT_FOUND, DATE_IN_FUTURE, DATE_BEFORE_EXCEPTION */
function informCustomer({ data, issued }: InformCustomer, tracking: ExistingTracking): OrderTrackingEvent[] {
  const { channel, on, message } = data;
  const before = exceptionIn(tracking, data.exceptionId);
  refuseFuture('on', on, issued.today);
  refuseBefore('EXCEPTION', 'on', on, businessDateOf(before.raisedAt));
  const change = exceptionChange(tracking, { ...before, informedOn: on });
  return [{ type: 'CustomerInformed', data: { ...change, channel, message, by: issued.by.id } }];
}

/** @throws Rejected NOT_FOUND, INVALID_TRANSITION */
function resolveException(command: ResolveException, tracking: ExistingTracking): OrderTrackingEvent[] {
  const { data, issued } = command;
  const { actualDelayDays } = data;
  const before = exceptionIn(tracking, data.exceptionId);
  refuseUnlessIn(command, before, ['OPEN', 'FED_BACK']);
  const order = orderThen(data.order, before.productionOrderId);
  const change = exceptionChange(tracking, { ...before, state: 'RESOLVED', actualDelayDays });
  const forecastDate = forecastAfter(order, change.delayDays, issued.today);
  const said = { actualDelayDays, forecastDate, resolvedBy: issued.by.id };
  return [{ type: 'ProductionExceptionResolved', data: { ...change, ...said } }];
}

/** Once, and only while sales has heard nothing. @throws Rejected NOT_FOUND */
function markFeedbackOverdue({ data, issued }: MarkFeedbackOverdue, tracking: ExistingTracking): OrderTrackingEvent[] {
  const before = exceptionIn(tracking, data.exceptionId);
  const stands = before.state === 'OPEN' && !before.feedbackOverdue && isReached(before.feedbackDueAt, issued.at);
  if (!stands) return [];
  return [{ type: 'FeedbackOverdue', data: exceptionChange(tracking, { ...before, feedbackOverdue: true }) }];
}

/** What every event of an exception says. */
function exceptionChange(tracking: ExistingTracking, exception: ProductionException) {
  const { trackingId, contractId, contractOrigin, exceptions } = withException(tracking, exception);
  const own = exceptions.filter((other) => other.productionOrderId === exception.productionOrderId);
  const delayDays = own.reduce((days, other) => days + (other.actualDelayDays ?? other.estimatedDelayDays), 0);
  return { trackingId, contractId, contractOrigin, exception: recordOfException(exception), delayDays };
}

function withException(tracking: ExistingTracking, changed: ProductionException): ExistingTracking {
  const others = tracking.exceptions.filter((other) => other.exceptionId !== changed.exceptionId);
  return { ...tracking, exceptions: [...others, changed] };
}

function putException(
  tracking: ExistingTracking,
  { exception }: ExceptionEvent['data'],
  said?: ExceptionMessage,
): ExistingTracking {
  const before = tracking.exceptions.find((other) => other.exceptionId === exception.exceptionId);
  const messages = [...(before?.messages ?? []), ...(said ? [said] : [])];
  return withException(tracking, exceptionFromRecord(exception, messages));
}

function orderThen(order: OrderThen | undefined, productionOrderId: string): OrderThen {
  if (order) return order;
  throw new Rejected('NOT_FOUND', `there is no production order ${productionOrderId}`);
}

/** A step that the plan does not have would stop nothing; before a plan any name is taken down. */
function stepSeqOf({ steps }: OrderThen, stepId: string | undefined): number | undefined {
  if (stepId === undefined || steps.length === 0) return undefined;
  const step = steps.find((other) => other.stepId === stepId);
  if (step) return step.seq;
  throw new Rejected('VALIDATION_FAILED', `the order has no step ${stepId}`, { pointer: '/stepId' });
}

function exceptionIn({ exceptions }: ExistingTracking, exceptionId: string): ProductionException {
  const exception = exceptions.find((other) => other.exceptionId === exceptionId);
  if (exception) return exception;
  throw new Rejected('NOT_FOUND', `the tracking has no exception ${exceptionId}`, { exceptionId });
}

function refuseUnlessIn(
  { type }: ExceptionCommand,
  { exceptionId, state }: ProductionException,
  possibleIn: readonly ExceptionState[],
): void {
  if (possibleIn.includes(state)) return;
  const details = { command: type, exceptionId, exceptionState: state, possibleIn };
  throw new Rejected('INVALID_TRANSITION', `${type} is not possible while the exception is ${state}`, details);
}
