import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isConnectionFault, Rejected, VersionConflict } from '@engsales/event-sourcing';
import type { Response } from 'express';
import { HttpContext } from '../http-context.js';
import type { ApiRequest } from '../requests/api-request.js';
import { COMMON_PROBLEMS, statusOf, titleOf } from './problem-texts.js';
import { traceIdOf } from '../requests/trace.js';
import { ValidationFailed, type FieldError } from '../requests/validation-failed.js';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const CODE_OF_STATUS: Record<number, string> = {
  400: 'VALIDATION_FAILED',
  401: 'NOT_AUTHENTICATED',
  403: 'ROLE_NOT_ALLOWED',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

/** Every error as RFC 9457 problem details, with a code, texts in the caller's language and a trace id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly context: HttpContext) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = problemOf(error);
    if (problem.status >= 500 && problem.status !== 503) this.context.logger.error({ err: error }, 'request failed');
    const language = request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
    const headers = {
      'Content-Language': language,
      'Content-Type': 'application/problem+json',
      ...HEADERS[problem.status],
    };
    response
      .status(problem.status)
      .set(headers)
      .send(JSON.stringify(this.document(problem, request, language)));
  }

  /** RFC 9457, with the code, the details and the request id beside its own members. */
  private document(
    { status, code, reason, details = {}, errors = [] }: Problem,
    request: ApiRequest,
    language: 'zh' | 'en',
  ) {
    const texts = this.context.definition.problems[code] ?? COMMON_PROBLEMS[code];
    return {
      type: `urn:engsales:problem:${code}`,
      title: titleOf(status),
      status,
      code,
      detail: texts?.[language] ?? reason ?? code,
      reason,
      instance: request.originalUrl,
      details,
      errors,
      traceId: traceIdOf(request),
    };
  }
}

/** Headers that belong to a status. */
const HEADERS: Record<number, Record<string, string>> = {
  401: { 'WWW-Authenticate': 'Bearer realm="engsales"' },
  503: { 'Retry-After': '1' },
};

function problemOf(error: unknown): Problem {
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
    return {
      status,
      code: 'VERSION_CONFLICT',
      reason: error.message,
      details: { currentRevision: error.currentRevision },
    };
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

/** Errors of Nest, and of the body parser: those carry a `type` and a status of the caller's doing. */
function frameworkProblem(error: unknown): Problem | undefined {
  const parser = error as { status?: unknown; type?: unknown; message?: string } | null;
  const status = error instanceof HttpException ? error.getStatus() : parser?.type ? Number(parser.status) : Number.NaN;
  if (!(status >= 400)) return undefined;
  const code = CODE_OF_STATUS[status] ?? (status < 500 ? 'VALIDATION_FAILED' : 'INTERNAL_ERROR');
  return { status, code, reason: parser?.message ?? '' };
}
