import type { RecordedEvent } from '@engsales/event-sourcing';
import { EndPursuit } from '../domain/lead/outcome/outcome.commands.js';
import { ReviveLead } from '../domain/lead/converting/converting.commands.js';
import { SIBLINGS as siblings } from '../domain/lead/lead.fixtures.js';
import { exists } from '../domain/lead/lead.state.js';
import { convertedWalk, SYSTEM } from '../domain/lead/lead.walk.js';
import { timelineOf } from './lead-timeline.view.js';

describe('the timeline of a lead', () => {
  it('says why it was lost and why it was taken up again', () => {
    const walk = convertedWalk();
    const id = exists(walk.state) ? String(walk.state.pursuits[0]?.id) : '';
    walk.do(EndPursuit, { pursuitType: 'TENDER', id, how: 'BID_LOST', reasons: ['PRICE', 'RELATIONSHIP'] }, SYSTEM);
    walk.do(ReviveLead, { trigger: 'RETENDER', note: '重新招标', siblings });
    const metadata = { occurredAt: '2025-03-07T01:00:00.000Z', actor: { id: 'li-na', role: 'SALES' } };
    const events = walk.past.map(({ type, data }) => ({ type, data, metadata }) as unknown as RecordedEvent);
    const stretches = timelineOf(events, '2025-03-09');
    expect(stretches.map(({ state, attemptNo, event, reason }) => [state, attemptNo, event, reason])).toEqual([
      ['CAPTURED', 1, 'LeadCaptured', null],
      ['QUALIFYING', 1, 'ProjectRegistered', null],
      ['DEVELOPING', 1, 'LeadQualified', null],
      ['CONVERTED', 1, 'LeadConverted', null],
      ['CLOSED', 1, 'LeadOutcomeRecorded', 'PRICE, RELATIONSHIP'],
      ['DEVELOPING', 2, 'LeadRevived', 'RETENDER'],
    ]);
    expect(stretches.at(-1)).toMatchObject({ from: '2025-03-07', to: null, days: 2, by: 'li-na' });
  });
});
