import { subjectFieldOf } from './catalogue.js';
import type { PublicMessage, ServiceName } from './envelope.js';

/**
 * How far a sequence may be above the last one that a group has handled of the aggregate. A service reports a stream of
 * 2,000 events as long, so five times that in one step is no life of an aggregate but a forgery or a mistake.
 */
export const LARGEST_STEP = 10_000;
/** A thousand events per second for thirty years. */
const LARGEST_POSITION = 10 ** 12;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

export const isUuid = (text: string): boolean => UUID.test(text);
export const isUtcInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/** The number in `<service>.<n>`; undefined when it is no position that the service can have. */
export function positionOf(service: ServiceName, text: string): number | undefined {
  const [name, digits = ''] = text.split('.');
  const number = /^[1-9]\d{0,12}$/.test(digits) && text === `${name}.${digits}` ? Number(digits) : NaN;
  return name === service && number <= LARGEST_POSITION ? number : undefined;
}

/** Revisions count from 0 and positions from 1, so that an aggregate's event is never numbered higher than its store counts. */
export function isAfterItsPosition(sequence: number, position: number): boolean {
  return sequence >= position;
}

/** What is wrong with a sequence, judged by the last one that was handled; undefined when nothing is. */
export function impossibleStep(message: PublicMessage, lastHandled: number | undefined): string | undefined {
  const { sequence, subject } = message;
  if (sequence <= (lastHandled ?? -1) + LARGEST_STEP) return undefined;
  const known = lastHandled === undefined ? 'nothing has been handled of it' : `${lastHandled} was handled last`;
  return `ce_sequence ${sequence} of ${subject} is more than ${LARGEST_STEP} ahead: ${known}`;
}

/** What is wrong with whom the payload is about; undefined when nothing is, or when only its schema can tell. */
export function contradictedSubject(type: string, subject: string, data: unknown): string | undefined {
  const field = subjectFieldOf(type);
  if (field === undefined || typeof data !== 'object' || data === null) return undefined;
  const named: unknown = Object.getOwnPropertyDescriptor(data, field)?.value;
  if (typeof named !== 'string' || named === subject) return undefined;
  return `ce_subject ${subject} is not the ${field} of the payload`;
}
