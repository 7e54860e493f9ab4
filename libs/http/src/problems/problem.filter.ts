import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { HttpContext } from '../http-context.js';
import type { ApiRequest } from '../requests/api-request.js';
import { traceIdOf } from '../requests/trace.js';
import { withinBounds } from './bounded-details.js';
import { problemOf, type Problem } from './problem.js';
import { COMMON_PROBLEMS, textsOf, titleOf } from './problem-texts.js';
import { reasonIn, type Language } from './reason.js';

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
    const problem = this.withMethods(problemOf(error), request);
    if (problem.status >= 500 && problem.status !== 503) {
      this.context.logger.error({ err: error }, 'request failed');
    }
    const language = request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
    response
      .status(problem.status)
      .set({
        'Content-Language': language,
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        ...HEADERS.get(problem.status),
        ...problem.headers,
      })
      .send(JSON.stringify(this.document(problem, request, language)));
  }

  /** A path that knows another method says so, also where its last word was read as an id and refused. */
  private withMethods(problem: Problem, request: ApiRequest): Problem {
    if (!problem.isUnrouted && problem.status !== 400) return problem;
    const methods = this.context.methodsAt(request.path);
    if (methods.length === 0 || methods.includes(request.method)) return problem;
    const allow = methods.join(', ');
    const reason = `${request.method} is not among ${allow}`;
    return {
      status: 405,
      code: 'METHOD_NOT_ALLOWED',
      reason,
      details: { allowed: methods },
      headers: { Allow: allow },
    };
  }

  /** RFC 9457, with the code, the details and the request id beside its own members. */
  private document(problem: Problem, request: ApiRequest, language: Language) {
    const { status, code, details = {}, errors = [] } = problem;
    const texts = textsOf(code, this.context.definition.problems) ?? textsOf(code, COMMON_PROBLEMS);
    return {
      type: `urn:engsales:problem:${code}`,
      title: titleOf(status),
      status,
      code,
      detail: texts?.[language] ?? problem.reason ?? code,
      reason: reasonIn(language, problem, texts),
      instance: request.originalUrl.split('?')[0]?.slice(0, LONGEST_PATH),
      details: withinBounds(details),
      errors: errors.map(({ pointer, detail }) => ({ pointer, detail: detail[language] })),
      traceId: traceIdOf(request),
    };
  }
}

const LONGEST_PATH = 500;

/** Headers that belong to a status. */
const HEADERS = new Map<number, Readonly<Record<string, string>>>([
  [401, { 'WWW-Authenticate': 'Bearer realm="engsales"' }],
  [503, { 'Retry-After': '1' }],
]);
