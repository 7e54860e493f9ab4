import type { PublicMessage, ServiceName } from '@engsales/events';

/** A message of the own feed: a domain event that may never be published. Only the own service sees it. */
export const OWN_FEED = 'own';
export type MessageSource = ServiceName | typeof OWN_FEED;

/** The bytes of one header, in base64. */
export interface RawHeader {
  readonly name: string;
  readonly value: string | null;
}

/** A record as a topic holds it; kept with a message that parks. */
export interface RawRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Present where the texts do not tell them: a name twice, no value, bytes that are not UTF-8. */
  readonly headerBytes?: readonly RawHeader[];
  readonly value: Buffer | null;
}

/** A record that is no public event. Envelope fields that could not be read are made from its place in the topic. */
export interface UnreadableMessage {
  readonly defect: { readonly code: string; readonly message: string };
  readonly id: string;
  readonly source: ServiceName;
  readonly subject: string;
  readonly projectId: string;
  /** Undefined when the record does not say what it is. */
  readonly type?: string;
}

export type Incoming = (PublicMessage | UnreadableMessage) & { readonly record?: RawRecord };

/** The right to move one checkpoint and its cursors; a newer claim takes it away. */
export interface Claim {
  readonly group: string;
  readonly checkpoint: string;
  readonly epoch: bigint;
}

export interface BusSubscription {
  /** A literal constant; renaming it means reading all history again. */
  readonly group: string;
  readonly source: MessageSource;
  /** Epoch of the lease under which this subscription works; an older one can no longer move its checkpoint. */
  readonly epoch: bigint;
  readonly signal: AbortSignal;
  /**
   * Resolves when every effect of the batch and its cursors are durable; only then the bus moves on. Its signal aborts
   * when the messages are no longer this process's business. A bus without checkpoints gives no claim.
   */
  deliver(batch: readonly Incoming[], claim: Claim | undefined, signal: AbortSignal): Promise<void>;
}

/** Where one message stands: in a partition of a topic, or in the store of its publisher. */
export type MessagePlace = { readonly partition: number; readonly offset: bigint } | { readonly position: bigint };

/**
 * How messages reach a consumer group: in order per project, at least once, from the beginning of history.
 * A subscription runs until its signal aborts; it rejects when the way to the messages fails, and may be made again.
 */
export interface MessageBus {
  subscribe(subscription: BusSubscription): Promise<void>;
  /** True when replicas divide the messages among themselves; else only the holder of the lease may subscribe. */
  dividesAmongReplicas(source: MessageSource): boolean;
  /** Position of the publisher's store up to which the group has handled it; undefined when it has never read it. */
  handledUpTo(group: string, source: MessageSource): Promise<bigint | undefined>;
  /** Sets the group back: everything behind the position is delivered again. Answers where it stands, which may be further back. */
  rewind(group: string, source: MessageSource, position: bigint): Promise<bigint>;
  /** Everything up to this place is behind the group. */
  hasPassed(group: string, source: MessageSource, place: MessagePlace): Promise<boolean>;
  /** Steps the group over one message, as a last resort: it is never delivered again, not even after a rewind. */
  skip(group: string, source: MessageSource, place: MessagePlace): Promise<void>;
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
