import type { AdminContext, GroupProgress, Metrics } from '@engsales/admin';
import type { CommandExecutor, EventStore } from '@engsales/event-sourcing';
import type { ServiceName } from '@engsales/events';
import {
  AnswerRecord,
  type HttpContext,
  type PersonRoles,
  type Role,
  StaffDirectory,
  type TokenVerifier,
} from '@engsales/http';
import type { ClaimFence, Counters, Cursors, DeadLetters, MessageBus, PublishedFeed } from '@engsales/messaging';
import type { PersonalDataVault } from '@engsales/personal-data';
import type { ProjectionRunner, Rebuilds } from '@engsales/read-models';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Clock } from './clock/clock.js';
import type { ServiceConfig } from './config/service-config.js';
import type { Pools } from './database/pools.js';
import type { ServiceDefinition } from './definition.js';
import type { KafkaParts } from './kafka/kafka-parts.js';
import type { Lease } from './lease/lease.js';

/** What the services of one process share: the clock, their feeds, and who consumes them. */
export interface ProcessRuntime {
  readonly clock: Clock;
  readonly feeds: Map<ServiceName, PublishedFeed>;
  readonly groups: GroupProgress[];
  /** Component tests put another bus in the place of the feeds. */
  readonly bus?: MessageBus;
  /** A service cannot go on by itself; a process of its own had better end, so that somebody looks. */
  readonly hopeless?: (error: unknown) => void;
}

/** Everything that one running service is made of; what stands before it and beside it sees a part of that. */
export abstract class ServiceRuntime implements HttpContext, AdminContext {
  abstract readonly definition: ServiceDefinition;
  abstract readonly config: ServiceConfig;
  abstract readonly process: ProcessRuntime;
  abstract readonly logger: Logger;
  abstract readonly pools: Pools;
  abstract readonly database: DataSource;
  abstract readonly store: EventStore;
  abstract readonly executor: CommandExecutor;
  abstract readonly bus: MessageBus;
  /** Undefined in the embedded profile, where consumers read the stores themselves. */
  abstract readonly kafka: KafkaParts | undefined;
  abstract readonly cursors: Cursors;
  abstract readonly fence: ClaimFence;
  abstract readonly counters: Counters;
  abstract readonly deadLetters: DeadLetters;
  abstract readonly projections: ProjectionRunner;
  abstract readonly rebuilds: Rebuilds;
  abstract readonly lease: Lease;
  abstract readonly vault: PersonalDataVault;
  abstract readonly staff: StaffDirectory;
  abstract readonly verifier: TokenVerifier;
  abstract readonly metrics: Metrics;
  abstract readonly fingerprintSecret: string;
  /** Who may read the views; known once the routes are. */
  readers: readonly Role[] = [];
  /** Who may keep and see persons; known once the routes are. */
  personRoles: PersonRoles = { keep: [], reveal: [] };
  /** False once the service is asked to stop: no new commands. */
  accepting = true;
  /** HTTP requests that are being answered. */
  inFlight = 0;
  /** How the last answers came out. */
  readonly answers = new AnswerRecord();
  /** Methods that a path knows; known once the routes are. */
  methodsAt: (path: string) => readonly string[] = () => [];
}
