import { HttpException } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { ApiRequest } from '../requests/api-request.js';

/**
 * So many requests a minute for one person over all routes, or for one address where nobody is known; told by the `RateLimit`
 * headers (draft-ietf-httpapi-ratelimit-headers). Health and metrics are not counted.
 */
export function limitRate(perMinute: number, isExempt: (path: string) => boolean): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'requests',
    keyGenerator: (request: ApiRequest) =>
      request.caller ? `person ${request.caller.id}` : `address ${ipKeyGenerator(request.ip ?? '')}`,
    skip: (request) => isExempt(request.path),
    handler: (_request, _response, next) => next(new HttpException('too many requests within a minute', 429)),
    validate: false, // our own configuration names the proxies
  });
}
