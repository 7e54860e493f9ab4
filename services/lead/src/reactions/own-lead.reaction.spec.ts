import type { PublicMessage } from '@engsales/events';
import type { Reaction } from '@engsales/messaging';
import { NoteActivity, StartClock, StopClock } from '../domain/follow-up-log/follow-up-log.commands.js';
import { FreeSlot, HoldLead } from '../domain/lead-holding/lead-holding.js';
import { NoteSampleCost } from '../domain/lead/outcome/outcome.commands.js';
import * as reactions from './own-lead.reaction.js';

const leadId = '3f9a2c10-6d7e-5f90-91a2-c3d4e5f60718';
const logId = '4ac836d9-c5aa-5850-be3f-ae51aa4feafe';
const HOLDINGS = {
  'li-na': 'd5a479d6-f876-5d27-9d19-8b45a9673341',
  'zhao-lei': '8201f18d-971f-5970-bcdf-7b07d3e46eea',
} as const;
type Staff = keyof typeof HOLDINGS;

/** An event of the own feed, recorded at three in the morning of 2025-03-11 in Shanghai. */
const own = (reaction: Reaction, data: object): PublicMessage => ({
  id: 'event-1',
  type: reaction.type,
  source: 'lead',
  subject: leadId,
  time: '2025-03-10T19:00:00.000Z',
  version: 1,
  projectId: leadId,
  correlationId: leadId,
  causationId: 'command-1',
  sequence: 3,
  data: { leadId, ...data },
});
const done = (reaction: Reaction, data: object) =>
  reaction.then(own(reaction, data)).map(({ command, target, data: words }) => [command, target, words] as const);

const freed = (staffId: Staff) => [FreeSlot, 'free', { holdingId: HOLDINGS[staffId], staffId, leadId }];
const held = (staffId: Staff) => [HoldLead, 'hold', { holdingId: HOLDINGS[staffId], staffId, leadId }];
const started = (salespersonId: Staff, on: string) => [
  StartClock,
  'clock',
  { logId, subject: { type: 'LEAD', id: leadId }, projectId: leadId, salespersonId, on },
];
const stopped = (on: string) => [StopClock, 'clock', { logId, on }];

describe('when a lead has an owner (L-16, L-82)', () => {
  it.each([
    ['captured', reactions.beginWorkWhenCaptured, { state: 'CAPTURED', capturedOn: '2025-03-07' }],
    ['assigned', reactions.beginWorkWhenAssigned, { state: 'QUALIFYING', assignedOn: '2025-03-07' }],
    ['claimed', reactions.beginWorkWhenClaimed, { state: 'DEVELOPING', claimedOn: '2025-03-07' }],
    ['revived', reactions.beginWorkWhenRevived, { state: 'DEVELOPING', revivedOn: '2025-03-07' }],
  ] as const)('%s, its clock runs from that day on and it is held', (_title, reaction, words) =>
    expect(done(reaction, { salespersonId: 'li-na', ...words })).toEqual([
      started('li-na', '2025-03-07'),
      held('li-na'),
    ]),
  );

  it('whoever had it before holds it no more', () => {
    const words = { salespersonId: 'zhao-lei', previousSalespersonId: 'li-na', assignedOn: '2025-03-07' };
    expect(done(reactions.beginWorkWhenAssigned, { ...words, state: 'CAPTURED' })).toEqual([
      freed('li-na'),
      started('zhao-lei', '2025-03-07'),
      held('zhao-lei'),
    ]);
  });

  it.each(['CONVERTED', 'CLOSED', 'ABANDONED'])('in %s it is followed up by nobody, and held by nobody', (state) => {
    const words = { state, salespersonId: 'zhao-lei', previousSalespersonId: 'li-na', assignedOn: '2025-03-07' };
    expect(done(reactions.beginWorkWhenAssigned, words)).toEqual([freed('li-na')]);
  });

  it('an imported one is followed up from the day of its import, however old it is (L-08)', () => {
    const words = { state: 'CAPTURED', capturedOn: '2024-12-31', imported: true };
    expect(done(reactions.beginWorkWhenCaptured, { ...words, salespersonId: 'li-na' })).toEqual([
      started('li-na', '2025-03-11'),
      held('li-na'),
    ]);
  });

  it('one in the pool has no clock', () =>
    expect(done(reactions.beginWorkWhenCaptured, { state: 'CAPTURED', capturedOn: '2025-03-07' })).toEqual([]));
});

describe('when a lead is in work no more (L-82)', () => {
  const owner = { salespersonId: 'li-na' };
  const ENDS = [
    ['released', reactions.endWorkWhenReleased, { previousSalespersonId: 'li-na', releasedOn: '2025-03-07' }],
    ['converted', reactions.endWorkWhenConverted, { ...owner, convertedOn: '2025-03-07' }],
    ['given up', reactions.endWorkWhenAbandoned, { ...owner, abandonedOn: '2025-03-07' }],
    ['merged', reactions.endWorkWhenMerged, { ...owner, mergedOn: '2025-03-07' }],
    ['at its end', reactions.endWorkWhenOutcomeRecorded, { ...owner, recordedOn: '2025-03-07' }],
  ] as const;

  it.each(ENDS)('%s, its clock stops and it is free', (_title, reaction, words) => {
    expect(done(reaction, words)).toEqual([stopped('2025-03-07'), freed('li-na')]);
    // the clock of a lead in the pool stands still already, and one that nobody ever owned has none
    expect(reaction.nothingToDo).toEqual(['INVALID_TRANSITION', 'NOT_FOUND']);
  });

  it.each(ENDS.slice(2))('%s out of the pool, nobody holds it', (_title, reaction, words) =>
    expect(done(reaction, { ...words, salespersonId: undefined })).toEqual([stopped('2025-03-07')]),
  );
});

describe('when something was done for a lead (L-83)', () => {
  const on = '2025-03-05';
  it.each([
    [
      reactions.noteActivityWhenRegistered,
      { recordedOn: on },
      { kind: 'REGISTRATION', ref: 'event-1', on, nextFollowUpOn: undefined },
    ],
    [
      reactions.noteActivityWhenExchanged,
      { on, recordedOn: '2025-03-07' },
      { kind: 'TECHNICAL_EXCHANGE', ref: 'event-1', on, nextFollowUpOn: undefined },
    ],
    [
      reactions.noteActivityWhenSampleSeen,
      { on, recordedOn: '2025-03-07' },
      { kind: 'SAMPLE_SITE', ref: 'event-1', on, nextFollowUpOn: undefined },
    ],
    [
      reactions.noteActivityWhenVisited,
      { visitId: 'visit-1', heldOn: on, nextFollowUpOn: '2025-03-28', reportedOn: '2025-03-07' },
      { kind: 'VISIT', ref: 'visit-1', on, nextFollowUpOn: '2025-03-28' },
    ],
  ] as const)('it counts on the day on which it was: $name', (reaction, words, activity) => {
    expect(done(reaction, words)).toEqual([[NoteActivity, activity.ref, { logId, ...activity }]]);
    expect(reaction.nothingToDo).toEqual(['NOT_FOUND']);
  });

  it('what a rejected sample has cost, the lead has cost (L-56)', () =>
    expect(done(reactions.noteCostWhenSampleRejected, { sampleProjectId: 'sample-1', costFen: 3_000_000 })).toEqual([
      [NoteSampleCost, 'sample-1', { leadId, sampleProjectId: 'sample-1', costFen: 3_000_000 }],
    ]));
});

it('every reaction to an own event has a name of its own', () => {
  const names = Object.values(reactions).map(({ name }) => name);
  expect(new Set(names).size).toBe(14);
});
