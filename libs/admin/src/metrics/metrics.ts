import { countOverdue } from '@engsales/timers';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { AdminContext } from '../admin-context.js';
import { watchKafka } from './kafka-metrics.js';

/** Metrics of one service; each has a registry of its own, since five services may share a process. */
export class Metrics {
  readonly registry = new Registry();
  readonly commands: Counter<'type' | 'result'>;
  readonly commandSeconds: Histogram<'type'>;
  readonly conflicts: Counter<'category'>;
  readonly longStreams: Counter<'category'>;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    const registers = [this.registry];
    this.commands = new Counter({
      name: 'engsales_commands_total',
      help: 'commands by outcome',
      labelNames: ['type', 'result'],
      registers,
    });
    this.commandSeconds = new Histogram({
      name: 'engsales_command_seconds',
      help: 'from bus to answer',
      labelNames: ['type'],
      registers,
    });
    this.conflicts = new Counter({
      name: 'engsales_concurrency_conflicts_total',
      help: 'appends decided again',
      labelNames: ['category'],
      registers,
    });
    this.longStreams = new Counter({
      name: 'engsales_long_streams_total',
      help: 'loads of streams over 2,000 events',
      labelNames: ['category'],
      registers,
    });
    collectDefaultMetrics({ register: this.registry });
  }

  /** Figures that live in the database, read when somebody asks for them. */
  watch({
    definition,
    counters,
    bus,
    deadLetters,
    projections,
    store,
    kafka,
    pools,
    process: shared,
  }: AdminContext): void {
    const registers = [this.registry];
    const sources = [...new Set(definition.reactions.map((reaction) => reaction.source))];
    new Gauge({
      name: 'engsales_consumer_messages',
      help: 'messages of a consumer group by what became of them',
      labelNames: ['source', 'outcome'],
      registers,
      async collect() {
        for (const source of sources) {
          const counts = await counters.of(definition.name, source);
          for (const [outcome, count] of Object.entries(counts)) this.set({ source, outcome }, Number(count));
        }
      },
    });
    new Gauge({
      name: 'engsales_consumer_position',
      help: 'position up to which the group has handled a source',
      labelNames: ['source'],
      registers,
      async collect() {
        for (const source of sources)
          this.set({ source }, Number((await bus.handledUpTo(definition.name, source)) ?? 0n));
      },
    });
    if (kafka) watchKafka(kafka, definition.name, sources, registers);
    new Gauge({
      name: 'engsales_dead_letters_open',
      help: 'messages that are parked or queued behind one',
      registers,
      async collect() {
        this.set(await deadLetters.countOpen());
      },
    });
    new Gauge({
      name: 'engsales_timers_overdue',
      help: 'timers that should have fired more than 30 s ago by the business clock',
      registers,
      async collect() {
        this.set(await countOverdue(pools.read, shared.clock, 30));
      },
    });
    new Gauge({
      name: 'engsales_projection_lag_events',
      help: 'events that a read model has not applied yet',
      labelNames: ['projection'],
      registers,
      async collect() {
        const head = await store.head();
        for (const { name } of definition.projections) {
          this.set({ projection: name }, Number(head - ((await projections.positionOf(name)) ?? 0n)));
        }
      },
    });
  }
}
