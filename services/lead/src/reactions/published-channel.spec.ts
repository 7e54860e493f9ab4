import type { RecordedEvent } from '@engsales/event-sourcing';
import { publicationFaults } from '@engsales/messaging/testing';
import { publishing } from '@engsales/messaging';
import type { ChannelEvent } from '../domain/channel/channel.events.js';
import { AGENT_PARTY, CHANNEL_ID } from '../domain/channel/channel.fixtures.js';
import { channelLives, suspendedWalk } from '../domain/channel/channel.walk.js';
import { publishedChannel } from './published-channel.js';

const publishedEvents = publishing<ChannelEvent>({ ...publishedChannel });
const published = (events: readonly ChannelEvent[]) =>
  events.flatMap((event) => publishedEvents(event as unknown as RecordedEvent) ?? []);

describe('what the lead service publishes of its channels', () => {
  it('is that one is suspended, by hand or by its review (L-167)', () => {
    const [byHand] = published(suspendedWalk().past);
    expect([byHand?.event.type, byHand?.data]).toEqual([
      'lead.ChannelSuspended',
      {
        channelId: CHANNEL_ID,
        state: 'SUSPENDED',
        name: '临江代理',
        type: 'AGENT',
        partyId: AGENT_PARTY,
        reason: '跨区销售',
        suspendedOn: '2025-03-10',
      },
    ]);
    const byReview = published(channelLives['suspended-by-its-review']?.().past ?? []);
    expect(byReview.map(({ data }) => data)).toMatchObject([{ compliance: 'VIOLATED', reason: '按协议销售' }]);
  });

  it('is described by its schema to the last field', () => {
    const all = Object.values(channelLives).flatMap((life) => published(life().past));
    expect(all.length).toBeGreaterThan(2);
    // the other public events of this service are published elsewhere
    expect(publicationFaults('lead', all).filter((fault) => fault.includes('ChannelSuspended'))).toEqual([]);
  });
});
