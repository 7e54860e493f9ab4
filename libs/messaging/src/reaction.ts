import type { PublicEvent, PublicMessage } from '@engsales/events';
import { OWN_FEED, type MessageSource } from './bus/message-bus.js';

/** One command that a message calls for. `target` tells the commands of one message apart: it is part of the command's identity. */
export interface ReactionCommand {
  readonly target: string;
  readonly command: new (data: never, issued: never) => object;
  readonly data: unknown;
}

/** When this event, then these commands of the own service. Stateless and pure. */
export interface Reaction {
  /** A literal constant: part of the identity of every command that it issues. */
  readonly name: string;
  readonly source: MessageSource;
  readonly type: string;
  /** Refusals that mean: this has been done, or is no longer wanted. */
  readonly nothingToDo: readonly string[];
  /** Void, terminate, suspend: handled at once, also while older messages of the aggregate are parked. */
  readonly neverQueued: boolean;
  then(message: PublicMessage): readonly ReactionCommand[];
}

interface ReactionParts<Data> {
  readonly name: string;
  readonly nothingToDo?: readonly string[];
  readonly neverQueued?: boolean;
  then(message: PublicMessage<Data>): readonly ReactionCommand[];
}

/** When a service publishes this event, then ... */
export function when<Data>(event: PublicEvent<Data>, parts: ReactionParts<Data>): Reaction {
  return makeReaction(event.service, event.type, parts);
}

/** When an event of the own feed is recorded, published or not, then ... */
export function whenOwn<Event extends { type: string; data: unknown }>(
  type: Event['type'],
  parts: ReactionParts<Event['data']>,
): Reaction {
  return makeReaction(OWN_FEED, `${OWN_FEED}.${type}`, parts);
}

function makeReaction<Data>(source: MessageSource, type: string, parts: ReactionParts<Data>): Reaction {
  const then = parts.then;
  const { name, nothingToDo = [], neverQueued = false } = parts;
  return { name, source, type, nothingToDo, neverQueued, then };
}

/** One command of a reaction; the compiler checks the data against the command. */
export function issue<Data>(
  command: new (data: Data, issued: never) => object,
  target: string,
  data: Data,
): ReactionCommand {
  return { target, command, data };
}
