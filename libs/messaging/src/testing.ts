import type { PublicEvent, PublicMessage } from '@engsales/events';

let made = 0;

/** A public message for specs and for putting on a MemoryBus. */
export function aMessage<Data>(
  event: PublicEvent<Data>,
  data: Data,
  parts: Partial<PublicMessage> & { subject: string },
): PublicMessage<Data> {
  made += 1;
  const id = `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`;
  return {
    id,
    type: event.type,
    source: event.service,
    time: '2025-03-10T01:00:00.000Z',
    version: event.version,
    projectId: parts.subject,
    correlationId: parts.subject,
    causationId: id,
    sequence: 0,
    ...parts,
    data,
  };
}

export { publicationFaults } from './publications-hold.js';
