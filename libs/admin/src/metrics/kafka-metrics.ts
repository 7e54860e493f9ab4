import type { ServiceName } from '@engsales/events';
import { OWN_FEED, type MessageSource } from '@engsales/messaging';
import { Gauge, type Registry } from 'prom-client';
import type { AdministeredKafka } from '../admin-context.js';

/** What an operator of the distributed profile watches; read when somebody asks. A broker that is gone leaves gaps. */
export function watchKafka(
  { link, relay, bus }: AdministeredKafka,
  service: ServiceName,
  sources: readonly MessageSource[],
  registers: Registry[],
): void {
  new Gauge({
    name: 'engsales_kafka_up',
    help: '1 while the broker answers and the topics are as they must be',
    registers,
    collect() {
      this.set(link.state.status === 'UP' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'engsales_relay_lag_events',
    help: 'events of the own store that are not published yet',
    registers,
    async collect() {
      this.set(Number((await relay.head()) - (await relay.position())));
    },
  });
  new Gauge({
    name: 'engsales_consumer_lag_messages',
    help: 'records that a group has not handled',
    labelNames: ['source', 'partition'],
    registers,
    async collect() {
      for (const source of link.state.status === 'UP' ? sources.filter((s) => s !== OWN_FEED) : []) {
        for (const { partition, lag } of await bus.lagOf(service, source).catch(() => [])) {
          this.set({ source, partition }, Number(lag));
        }
      }
    },
  });
}
