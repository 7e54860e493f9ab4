import { randomBytes } from 'node:crypto';
import type { Request } from 'express';

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;

/** The caller's traceparent (W3C), or a new one; the same for the whole request. */
export function traceparentOf(request: Request & { traceparent?: string }): string {
  if (!request.traceparent) {
    const given = request.headers.traceparent;
    const valid = typeof given === 'string' && TRACEPARENT.test(given);
    request.traceparent = valid ? given : `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
  }
  return request.traceparent;
}

export const traceIdOf = (request: Request): string => traceparentOf(request).split('-')[1] ?? '';
