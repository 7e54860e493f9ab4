import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isConnectionFault, Rejected, VersionConflict } from '@engsales/event-sourcing';
import type { Response } from 'express';
import { ServiceRuntime } from '../service-runtime.js';
import type { ApiRequest } from './api-request.js';
import { COMMON_PROBLEMS, statusOf, titleOf } from './problem-texts.js';
import { traceIdOf } from './trace.js';
import { ValidationFailed, type FieldError } from './validation.js';

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
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

/** Every error as RFC 9457 problem details, with a code, texts in the caller's language and a trace id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly runtime: ServiceRuntime) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = problemOf(error);
    if (problem.status >= 500 && problem.status !== 503) this.runtime.logger.error({ err: error }, 'request failed');
    const language = request.acceptsLanguages('zh', 'en') || 'zh';
    const texts = this.runtime.definition.problems[problem.code] ?? COMMON_PROBLEMS[problem.code];
    if (problem.status === 503) response.setHeader('Retry-After', '1');
    response
      .status(problem.status)
      .setHeader('Content-Language', language)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `urn:engsales:problem:${problem.code}`,
          title: titleOf(problem.status),
          status: problem.status,
          code: problem.code,
          detail: texts?.[language as 'zh' | 'en'] ?? problem.reason ?? problem.code,
          ...(problem.reason ? { reason: problem.reason } : {}),
          instance: request.originalUrl,
          details: problem.details ?? {},
          errors: problem.errors ?? [],
          traceId: traceIdOf(request),
        }),
      );
  }
}

function problemOf(error: unknown): Problem {
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
  if (error instanceof ValidationFailed) return { status: 400, code: 'VALIDATION_FAILED', errors: error.errors };
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return {
      status,
      code: CODE_OF_STATUS[status] ?? (status < 500 ? 'VALIDATION_FAILED' : 'INTERNAL_ERROR'),
      reason: error.message,
    };
  }
  const parser = error as { status?: number; type?: string; message?: string };
  if (typeof parser?.type === 'string' && typeof parser.status === 'number' && parser.status < 500) {
    return {
      status: parser.status,
      code: CODE_OF_STATUS[parser.status] ?? 'VALIDATION_FAILED',
      reason: parser.message ?? parser.type,
    };
  }
  if (isConnectionFault(error)) return { status: 503, code: 'SERVICE_UNAVAILABLE' };
  return { status: 500, code: 'INTERNAL_ERROR' };
}
