import type { DeciderEntry, EventStore } from '@engsales/event-sourcing';
import type { ServiceName } from '@engsales/events';
import type { BusinessClock, StaffDirectory } from '@engsales/http';
import type {
  Counters,
  Cursors,
  DeadLetters,
  KafkaBus,
  KafkaLink,
  MessageBus,
  PublishedFeed,
  Reaction,
  Relay,
} from '@engsales/messaging';
import type { PersonalDataVault } from '@engsales/personal-data';
import type { Projection, ProjectionRunner, Rebuilds } from '@engsales/read-models';
import type { TimerClock } from '@engsales/timers';
import type { Pool } from 'pg';
import type { Registry } from 'prom-client';

/** How far a consumer group has come; registered by every service of the process. */
export interface GroupProgress {
  readonly group: string;
  readonly source: ServiceName;
  handledUpTo(): Promise<bigint | undefined>;
}

/** What operators see of a process: its clock, the feeds of its services, and who consumes them. */
export interface AdministeredProcess {
  readonly clock: BusinessClock & TimerClock & { set(instant: string | undefined): Promise<void> };
  readonly feeds: ReadonlyMap<ServiceName, PublishedFeed>;
  readonly groups: readonly GroupProgress[];
}

/** What operators see of a service's way to Kafka. */
export interface AdministeredKafka {
  readonly link: Pick<KafkaLink, 'state'>;
  readonly bus: Pick<KafkaBus, 'lagOf' | 'endOf' | 'groupsOn' | 'silentGroups' | 'refused'>;
  readonly relay: Pick<Relay, 'position' | 'head' | 'rewind' | 'trouble'>;
}

/** All that the operator routes, health and metrics know of the service that they show; the host provides it. */
export abstract class AdminContext {
  abstract readonly definition: {
    readonly name: ServiceName;
    readonly reactions: readonly Reaction[];
    readonly projections: readonly Projection[];
    readonly deciders: readonly DeciderEntry[];
  };
  abstract readonly config: {
    readonly embedded: boolean;
    readonly schema: string | undefined;
    readonly METRICS: 'true' | 'false';
  };
  /** How the last answers came out. */
  abstract readonly answers: { readonly mostlyFails: boolean };
  abstract readonly process: AdministeredProcess;
  abstract readonly pools: { readonly read: Pool };
  abstract readonly store: EventStore;
  abstract readonly bus: Pick<MessageBus, 'handledUpTo' | 'rewind' | 'hasPassed' | 'skip'>;
  /** Undefined in the embedded profile, where consumers read the stores themselves. */
  abstract readonly kafka: AdministeredKafka | undefined;
  abstract readonly cursors: Pick<Cursors, 'list' | 'reset'>;
  abstract readonly counters: Pick<Counters, 'of'>;
  abstract readonly deadLetters: Pick<DeadLetters, 'page' | 'countOpen'>;
  abstract readonly projections: Pick<ProjectionRunner, 'positionOf'>;
  abstract readonly rebuilds: Pick<Rebuilds, 'rebuild' | 'rollBack' | 'underWay'>;
  abstract readonly lease: { readonly state: { readonly held: boolean; readonly epoch: string | null } };
  abstract readonly vault: Pick<PersonalDataVault, 'keep' | 'shown' | 'reveal' | 'erase'>;
  abstract readonly staff: Pick<StaffDirectory, 'list'>;
  abstract readonly metrics: { readonly registry: Pick<Registry, 'metrics'> };
  abstract readonly accepting: boolean;
}
