import type { EventStore } from '@engsales/event-sourcing';
import type { ServiceName } from '@engsales/events';
import type { ProjectionRunner } from '@engsales/read-models';
import type { Logger } from 'pino';
import type { Counter, Histogram } from 'prom-client';
import type { PersonRoles, Role } from './auth/roles.js';
import type { StaffDirectory } from './auth/staff.js';
import type { TokenVerifier } from './auth/token-verifier.js';
import type { ProblemTexts } from './problems/problem-texts.js';
import type { KnownPersons } from './routes/unknown-persons.js';

/** The business clock, read only. */
export interface BusinessClock {
  now(): string;
  today(): string;
}

/** What is counted and timed of every command. */
export interface CommandMetrics {
  readonly commands: Pick<Counter<'type' | 'result'>, 'inc'>;
  readonly commandSeconds: Pick<Histogram<'type'>, 'startTimer'>;
}

/** All that the gateways, the guard and the filter know of the service that they stand before; the host provides it. */
export abstract class HttpContext {
  abstract readonly definition: { readonly name: ServiceName; readonly problems: ProblemTexts };
  /** Who may read the views of the service; known once its routes are. */
  abstract readonly readers: readonly Role[];
  /** Who may keep persons in the vault, and see them; known once the routes are. */
  abstract readonly personRoles: PersonRoles;
  abstract readonly vault: KnownPersons;
  abstract readonly process: { readonly clock: BusinessClock };
  abstract readonly logger: Pick<Logger, 'error'>;
  abstract readonly store: Pick<EventStore, 'readStream' | 'head'>;
  abstract readonly projections: Pick<ProjectionRunner, 'waitFor' | 'positionOf'>;
  abstract readonly staff: Pick<StaffDirectory, 'seen'>;
  abstract readonly verifier: TokenVerifier;
  abstract readonly metrics: CommandMetrics;
  abstract readonly fingerprintSecret: string;
  /** False once the service is asked to stop: it takes no new commands. */
  abstract readonly accepting: boolean;
  /** Methods that a path knows. */
  abstract methodsAt(path: string): readonly string[];
}
