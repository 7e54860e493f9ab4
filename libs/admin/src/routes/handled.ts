import { Rejected } from '@engsales/event-sourcing';
import type { ServiceName } from '@engsales/events';
import { formatPosition, parsePosition } from '@engsales/http';
import type { AdminContext } from '../admin-context.js';

interface Progress {
  readonly group: string;
  readonly done: boolean;
  /** How far it has come, where that is a position of the publisher. */
  readonly position?: string;
  /** Records that it has not handled, where it is a group of another process. */
  readonly lag?: number;
}

const LOOK_MS = 10;
const LOOK_AT_BROKER_MS = 100;

/**
 * Answers once every group that reads the position's feed has handled it. With Kafka the publisher knows all groups of
 * its topic; another service knows its own, and a position whose event is not published shows there only with the next.
 */
export async function whenHandled(context: AdminContext, text: string, timeoutMs: number) {
  const { service, position } = parsePosition(text);
  const { kafka, definition, store } = context;
  await refuseUnknown(context, service, position, text);
  const isPublisher = service === definition.name;
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const own = await ownGroups(context, service, position);
    const progress = kafka && isPublisher ? [...own, ...(await groupsOfTopic(context, position))] : own;
    // with Kafka, that nobody is known to read the topic is no proof that somebody has handled it
    const groupsAreKnown = progress.length > 0 || !kafka;
    if (groupsAreKnown && progress.every(({ done }) => done)) {
      const ownHead = formatPosition(definition.name, await store.head());
      return { handled: true, position: text, head: ownHead, groups: progress.map(withoutDone) };
    }
    if (performance.now() >= deadline) {
      const details = { position: text, groups: progress.map(withoutDone) };
      const why = groupsAreKnown
        ? `not every group has handled ${text} yet`
        : `no group is known that reads ${service}`;
      throw new Rejected('READ_MODEL_BEHIND', why, details);
    }
    await new Promise((resolve) => setTimeout(resolve, kafka ? LOOK_AT_BROKER_MS : LOOK_MS));
  }
}

async function refuseUnknown(context: AdminContext, service: ServiceName, position: bigint, text: string) {
  const { process: shared, kafka, definition } = context;
  const head = (await shared.feeds.get(service)?.head()) ?? position;
  if (position > head) {
    const details = { head: formatPosition(service, head) };
    throw new Rejected('VALIDATION_FAILED', `${service} has no position ${text} yet`, details);
  }
  if (kafka && service !== definition.name && !shared.groups.some((group) => group.source === service)) {
    throw new Rejected('VALIDATION_FAILED', `no group here reads ${service}; ask ${service} or a service that does`);
  }
}

async function ownGroups({ process: shared }: AdminContext, service: string, position: bigint): Promise<Progress[]> {
  const groups = shared.groups.filter((group) => group.source === service);
  return Promise.all(
    groups.map(async (group) => {
      const reached = (await group.handledUpTo()) ?? 0n;
      return { group: group.group, position: formatPosition(group.source, reached), done: reached >= position };
    }),
  );
}

/** First everything up to the position is on the topic, then every group has no record left of what the topic holds. */
async function groupsOfTopic({ kafka, definition }: AdminContext, position: bigint): Promise<Progress[]> {
  if (!kafka) return [];
  const sent = await kafka.relay.position();
  if (sent < position) return [{ group: 'relay', position: formatPosition(definition.name, sent), done: false }];
  const groups = await kafka.bus.groupsOn(definition.name).catch(() => undefined);
  if (!groups) return [{ group: 'unknown while the broker does not answer', done: false }];
  return groups.map(({ group, lag }) => ({ group, lag: Number(lag), done: lag === 0n }));
}

function withoutDone({ done: _done, ...rest }: Progress) {
  return rest;
}
