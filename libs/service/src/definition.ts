import type { Provider, Type } from '@nestjs/common';
import type { DeciderEntry } from '@engsales/event-sourcing';
import type { ServiceName } from '@engsales/events';
import type { ProblemTexts, Role } from '@engsales/http';
import type { PublishedEvents, Reaction } from '@engsales/messaging';
import type { Projection } from '@engsales/read-models';
import type { TimerCommand } from '@engsales/timers';
import type { MigrationInterface } from 'typeorm';
import type { SettingDefinitions } from './config/settings.js';
import type { TextDefinitions } from './config/texts.js';

/** What a service is made of; each `*.module.ts` holds one, as the index of its use cases. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** What it is about, in both languages, for the page of its API. */
  readonly title: string;
  readonly deciders: readonly DeciderEntry[];
  readonly reactions: readonly Reaction[];
  readonly publishedEvents: PublishedEvents;
  readonly projections: readonly Projection[];
  /** Commands that timers may send, found by class name; a projection sets the timers. */
  readonly timers?: readonly TimerCommand[];
  readonly migrations: readonly Type<MigrationInterface>[];
  /** Who may read the service's views beside those who send its commands, BI and ADMIN. */
  readonly readerRoles: readonly Role[];
  /** Who may have persons revealed beside those who send a command that names one. */
  readonly personRevealers?: readonly Role[];
  /** What a company may settle for itself; deciders find the values with each command. */
  readonly settings?: SettingDefinitions;
  /** What a company says of itself, for papers; deciders do not know it. */
  readonly texts?: TextDefinitions;
  /** Paths whose bodies may be larger than 256 kB, since they are promised to carry whole documents or lists. */
  readonly largeBodies?: readonly { readonly path: string; readonly limit: string }[];
  /** Paths, with all below them, where nobody has to say who they are: what is asked for there is its own key. */
  readonly publicPaths?: readonly string[];
  /** Texts of the refusals that only this service has. */
  readonly problems: ProblemTexts;
}

/** A part of the index of a service that does not fit one readable file; the parts together are the whole. */
export interface ServicePart extends Pick<ServiceDefinition, 'deciders' | 'reactions' | 'projections' | 'migrations'> {
  readonly timers: NonNullable<ServiceDefinition['timers']>;
  readonly controllers: readonly Type[];
  /** What answers queries, and what else the controllers ask for. */
  readonly queries: readonly Provider[];
}

export type ServiceModule = Type<unknown> & { readonly service: ServiceDefinition };
