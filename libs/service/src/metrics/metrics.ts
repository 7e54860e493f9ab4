import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

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
}
