import type { ConsumerRunner, Redrive } from '@engsales/messaging';

/** What operators may steer of the background work; the host provides it. */
export abstract class ConsumerControl {
  abstract readonly consumers: Pick<ConsumerRunner, 'sources'>;
  abstract readonly redrive: Pick<Redrive, 'redrive' | 'discard'>;
}
