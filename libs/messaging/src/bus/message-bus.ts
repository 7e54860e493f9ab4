import type { PublicMessage, ServiceName } from '@engsales/events';

/** A message of the own feed: a domain event that may never be published. Only the own service sees it. */
export const OWN_FEED = 'own';
export type MessageSource = ServiceName | typeof OWN_FEED;

export interface BusSubscription {
  /** A literal constant; renaming it means reading all history again. */
  readonly group: string;
  readonly source: MessageSource;
  /** Epoch of the lease under which this subscription works; an older one can no longer move its checkpoint. */
  readonly epoch: bigint;
  readonly signal: AbortSignal;
  /** Resolves when every effect of the batch and its cursors are durable; only then the bus moves on. */
  deliver(batch: readonly PublicMessage[]): Promise<void>;
}

/**
 * How messages reach a consumer group: in order per project, at least once, from the beginning of history.
 * A subscription runs until its signal aborts; it rejects when the way to the messages fails, and may be made again.
 */
export interface MessageBus {
  subscribe(subscription: BusSubscription): Promise<void>;
  /** Position up to which the group has handled the source; undefined when the group has never read it. */
  handledUpTo(group: string, source: MessageSource): Promise<bigint | undefined>;
  /** Sets the group back (or forward): everything behind the position is delivered again. */
  rewind(group: string, source: MessageSource, position: bigint): Promise<void>;
}

/** Another process holds a newer lease: whoever gets this must stop and change nothing. */
export class LeaseLost extends Error {
  constructor(what: string) {
    super(`${what}: another process holds the lease`);
    this.name = 'LeaseLost';
  }
}

/** The checkpoint was moved by somebody else, by a rewind for example: read on from where it stands now. */
export class CheckpointMoved extends Error {
  constructor(what: string) {
    super(`${what}: the checkpoint was moved by somebody else`);
    this.name = 'CheckpointMoved';
  }
}
