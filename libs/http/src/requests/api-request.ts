import type { Issuer } from '@engsales/event-sourcing';
import type { Request } from 'express';
import type { Caller } from '../auth/token-verifier.js';

export interface ApiRequest extends Request {
  /** Whose token came with it; known before the body is read. */
  caller?: Caller;
  /** Why nobody is known. */
  stranger?: unknown;
  /** Set by the guard: the caller, the role that allowed the route, and all the others. */
  actor?: Issuer;
}
