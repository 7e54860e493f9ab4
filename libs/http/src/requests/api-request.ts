import type { Actor } from '@engsales/event-sourcing';
import type { Request } from 'express';

export interface ApiRequest extends Request {
  /** Set by the guard: the caller and the role that allowed the route. */
  actor?: Actor;
}
