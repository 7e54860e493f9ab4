import { HttpException, NotFoundException } from '@nestjs/common';
import { isConnectionFault, Rejected, VersionConflict } from '@engsales/event-sourcing';
import { ValidationFailed, type FieldError } from '../requests/validation-failed.js';
import { statusOf } from './problem-texts.js';

/** What an error is to a caller. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  /** In English, as the code says it. */
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The router knows no such route. */
  readonly isUnrouted?: boolean;
}

const CODE_OF_STATUS = new Map([
  [400, 'VALIDATION_FAILED'],
  [401, 'NOT_AUTHENTICATED'],
  [403, 'ROLE_NOT_ALLOWED'],
  [404, 'NOT_FOUND'],
  [408, 'REQUEST_TIMEOUT'],
  [413, 'PAYLOAD_TOO_LARGE'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
  [429, 'TOO_MANY_REQUESTS'],
  [503, 'SERVICE_UNAVAILABLE'],
]);

export function problemOf(error: unknown): Problem {
  return (
    ownProblem(error) ?? healthProblem(error) ?? frameworkProblem(error) ?? { status: 500, code: 'INTERNAL_ERROR' }
  );
}

function ownProblem(error: unknown): Problem | undefined {
  if (error instanceof Rejected) {
    return { status: statusOf(error.code), code: error.code, reason: error.message, details: error.details };
  }
  if (error instanceof VersionConflict) {
    const status = error.preconditionFailed ? 412 : 409;
    const details = { currentRevision: error.currentRevision };
    return { status, code: 'VERSION_CONFLICT', reason: error.message, details };
  }
  if (error instanceof ValidationFailed)
    return { status: 400, code: 'VALIDATION_FAILED', errors: error.errors, ...moreOf(error) };
  if (isConnectionFault(error)) return { status: 503, code: 'SERVICE_UNAVAILABLE' };
  return undefined;
}

const moreOf = ({ more }: ValidationFailed) => (more > 0 ? { details: { more } } : {});

/** A health check that failed: what is down, and the state of everything that was looked at. */
function healthProblem(error: unknown): Problem | undefined {
  const body = error instanceof HttpException ? error.getResponse() : undefined;
  if (!body || typeof body === 'string' || !('error' in body) || !('details' in body)) return undefined;
  const { error: down, details } = body as { error: object; details: Record<string, unknown> };
  return { status: 503, code: 'SERVICE_UNAVAILABLE', reason: `down: ${Object.keys(down).join(', ')}`, details };
}

/** Errors of Nest, and of the body reader: those carry a `type` and a status of the caller's doing. */
function frameworkProblem(error: unknown): Problem | undefined {
  const reader = error as { status?: unknown; type?: unknown; message?: string } | null;
  const status = error instanceof HttpException ? error.getStatus() : reader?.type ? Number(reader.status) : Number.NaN;
  if (!(status >= 400)) return undefined;
  const code = CODE_OF_STATUS.get(status) ?? (status < 500 ? 'VALIDATION_FAILED' : 'INTERNAL_ERROR');
  const isUnrouted = error instanceof NotFoundException;
  return { status, code, reason: reader?.message ?? '', isUnrouted };
}
