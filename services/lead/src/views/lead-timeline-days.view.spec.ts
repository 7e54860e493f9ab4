import type { RecordedEvent } from '@engsales/event-sourcing';
import { timelineOf } from './lead-timeline.view.js';

const happened = (type: string, occurredAt: string, data: object, by = 'li-na') =>
  ({ type, data, metadata: { occurredAt, actor: { id: by } } }) as unknown as RecordedEvent;
const stretch = (state: string, from: string, to: string | null, days: number, words: object) => ({
  state,
  attemptNo: 1,
  from,
  to,
  days,
  by: 'li-na',
  reason: null,
  ...words,
});

describe('the time of a lead in each state (L-43)', () => {
  it('counts by days in Shanghai, from midnight there', () => {
    const events = [
      happened('LeadCaptured', '2025-03-07T15:59:59Z', { state: 'CAPTURED' }),
      happened('ProjectRegistered', '2025-03-07T16:00:00Z', { state: 'QUALIFYING' }),
    ];
    expect(timelineOf(events, '2025-03-08')).toEqual([
      stretch('CAPTURED', '2025-03-07', '2025-03-08', 1, { event: 'LeadCaptured' }),
      stretch('QUALIFYING', '2025-03-08', null, 0, { event: 'ProjectRegistered' }),
    ]);
  });

  it('is one stretch for all that happens within a state, whoever does it', () => {
    const events = [
      happened('LeadCaptured', '2025-03-07T01:00:00Z', { state: 'CAPTURED' }),
      happened('LeadAssigned', '2025-03-10T01:00:00Z', { state: 'CAPTURED' }, 'wang-fang'),
      happened('LeadHintNoted', '2025-03-11T01:00:00Z', {}),
    ];
    expect(timelineOf(events, '2025-03-17')).toEqual([
      stretch('CAPTURED', '2025-03-07', null, 10, { event: 'LeadCaptured' }),
    ]);
  });

  it('begins another attempt with a revival only, also where a tender of the former one is told of', () => {
    const events = [
      happened('LeadConverted', '2025-03-07T01:00:00Z', { state: 'CONVERTED', attemptNo: 1 }),
      happened('LeadOutcomeRecorded', '2025-03-10T01:00:00Z', { state: 'CLOSED', attemptNo: 1 }, 'system:tender'),
      happened('LeadRevived', '2025-03-12T01:00:00Z', { state: 'DEVELOPING', attemptNo: 2 }),
      happened('PursuitEnded', '2025-03-13T01:00:00Z', { state: 'DEVELOPING', attemptNo: 1 }, 'system:tender'),
      happened('LeadAbandoned', '2025-03-14T01:00:00Z', { state: 'ABANDONED', attemptNo: 2, reason: 'OTHER' }),
      happened('LeadRevived', '2025-03-14T02:00:00Z', { state: 'DEVELOPING', attemptNo: 3 }, 'wang-fang'),
    ];
    const second = { attemptNo: 2, event: 'LeadRevived' };
    expect(timelineOf(events, '2025-03-20')).toEqual([
      stretch('CONVERTED', '2025-03-07', '2025-03-10', 3, { event: 'LeadConverted' }),
      stretch('CLOSED', '2025-03-10', '2025-03-12', 2, { event: 'LeadOutcomeRecorded', by: 'system:tender' }),
      stretch('DEVELOPING', '2025-03-12', '2025-03-14', 2, second),
      stretch('ABANDONED', '2025-03-14', '2025-03-14', 0, { attemptNo: 2, event: 'LeadAbandoned', reason: 'OTHER' }),
      stretch('DEVELOPING', '2025-03-14', null, 6, { attemptNo: 3, event: 'LeadRevived', by: 'wang-fang' }),
    ]);
  });

  it('comes back to a state that it had, where a lost lead is awarded after all (L-52)', () => {
    const events = [
      happened('LeadConverted', '2025-03-07T01:00:00Z', { state: 'CONVERTED' }),
      happened('LeadOutcomeRecorded', '2025-03-10T01:00:00Z', { state: 'CLOSED' }),
      happened('PursuitAwarded', '2025-03-17T01:00:00Z', { state: 'CONVERTED', attemptNo: 1 }),
    ];
    const states = timelineOf(events, '2025-03-20').map(({ state, days }) => [state, days]);
    expect(states).toEqual([
      ['CONVERTED', 3],
      ['CLOSED', 7],
      ['CONVERTED', 3],
    ]);
  });

  it('is none of a lead of which nothing is recorded', () => expect(timelineOf([], '2025-03-20')).toEqual([]));
});
