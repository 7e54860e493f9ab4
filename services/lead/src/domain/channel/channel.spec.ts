import { judgeTransitions, typesWrittenOut } from '@engsales/event-sourcing/testing';
import {
  ActivateChannel,
  AssessChannel,
  MarkChannelReviewDue,
  PlanChannel,
  ReinstateChannel,
  StartChannelReview,
  SuspendChannel,
  TerminateChannel,
} from './channel.commands.js';
import { AGENT_PARTY, anAgency, anAgent, aReview, CHANNEL_ID, LINE_ID } from './channel.fixtures.js';
import { channel } from './channel.js';
import {
  activeWalk,
  ChannelWalk,
  plannedWalk,
  suspendedWalk,
  terminatedWalk,
  underReviewWalk,
} from './channel.walk.js';

const RECORD = {
  channelId: CHANNEL_ID,
  name: '临江代理',
  type: 'AGENT',
  partyId: AGENT_PARTY,
  managerId: 'wang-fang',
  by: 'wang-fang',
} as const;
const refused = (words: object) => new ChannelWalk().refused(PlanChannel, { ...anAgency, ...words });

describe('a channel', () => {
  it('is planned for regions and product lines (L-160)', () =>
    plannedWalk().recorded({
      type: 'ChannelPlanned',
      data: {
        ...RECORD,
        state: 'PLANNED',
        regions: ['临江'],
        productLineIds: [LINE_ID],
        plannedOn: '2025-03-10',
      },
    }));

  it('of an agent or a partner has a party behind it, which is active (L-161)', () => {
    for (const type of ['AGENT', 'PARTNER'] as const)
      expect(refused({ type, partyId: undefined })).toEqual({ code: 'CHANNEL_PARTY_REQUIRED', type });
    expect(refused({ parties: [] })).toEqual({ code: 'NOT_FOUND', partyId: AGENT_PARTY });
    expect(refused({ parties: [{ ...anAgent, state: 'INACTIVE' }] })).toEqual({
      code: 'PARTY_INACTIVE',
      partyId: AGENT_PARTY,
    });
    expect(refused({ type: 'DIRECT', partyId: undefined }).code).toBe('accepted');
  });

  it('sells product lines that there are (L-160)', () =>
    expect(refused({ knownLineIds: [] })).toEqual({ code: 'NOT_FOUND', productLineId: LINE_ID }));

  it('is activated with its agreement, from which its review follows (L-162, L-163)', () => {
    activeWalk().recorded({
      type: 'ChannelActivated',
      data: {
        ...RECORD,
        state: 'ACTIVE',
        agreementRef: 'XY-1',
        activatedOn: '2025-03-03',
        reviewDueOn: '2026-03-03',
      },
    });
    expect(plannedWalk().refused(ActivateChannel, { on: '2025-03-10' })).toEqual({
      code: 'CHANNEL_AGREEMENT_REQUIRED',
      type: 'AGENT',
    });
    expect(plannedWalk().refused(ActivateChannel, { agreementRef: 'XY-1', on: '2025-03-11' }).code).toBe(
      'DATE_IN_FUTURE',
    );
    const sooner = plannedWalk().settling({ channelReviewMonths: 6 });
    expect(sooner.do(ActivateChannel, { agreementRef: 'XY-1', on: '2025-03-03' }).now.reviewDueOn).toBe('2025-09-03');
  });

  it('is suspended and reinstated for a reason, and its review stays where it was (L-165)', () => {
    const walk = suspendedWalk();
    walk.recorded({
      type: 'ChannelSuspended',
      data: { ...RECORD, state: 'SUSPENDED', reason: '跨区销售', suspendedOn: '2025-03-10' },
    });
    walk.on('2025-04-01').do(ReinstateChannel, { reason: '已整改' });
    walk.recorded({
      type: 'ChannelReinstated',
      data: {
        ...RECORD,
        state: 'ACTIVE',
        reason: '已整改',
        reinstatedOn: '2025-04-01',
        reviewDueOn: '2026-03-03',
      },
    });
    expect(walk.now).toMatchObject({ state: 'ACTIVE', reason: undefined });
  });

  it('is terminated for a reason (L-165)', () => {
    terminatedWalk().recorded({
      type: 'ChannelTerminated',
      data: { ...RECORD, state: 'TERMINATED', reason: '协议到期', terminatedOn: '2025-03-10' },
    });
  });
});

describe('the review of a channel', () => {
  const assess = (changes: object) => underReviewWalk().do(AssessChannel, { ...aReview, ...changes });

  it('is begun for a period (L-163)', () =>
    underReviewWalk().recorded({
      type: 'ChannelReviewStarted',
      data: { ...RECORD, state: 'UNDER_REVIEW', period: '2025-Q1', startedOn: '2025-03-10' },
    }));

  it('keeps the channel, which is looked at again after the same time (L-163)', () => {
    const walk = assess({});
    walk.recorded({
      type: 'ChannelAssessed',
      data: {
        ...RECORD,
        state: 'ACTIVE',
        period: '2025-Q1',
        scores: { sales: 4, loyalty: 3, service: 5 },
        compliance: 'COMPLIANT',
        findings: '按协议销售',
        decision: 'KEEP',
        assessedOn: '2025-03-10',
        reviewDueOn: '2026-03-10',
      },
    });
    expect(walk.now).toMatchObject({ state: 'ACTIVE', period: undefined, assessments: [{ decision: 'KEEP' }] });
  });

  it('suspends the channel with its findings, and says how it kept the rules (L-164)', () => {
    const walk = assess({ compliance: 'VIOLATED', decision: 'SUSPEND', findings: '窜货' });
    expect(walk.last).toMatchObject([
      { type: 'ChannelAssessed', data: { state: 'UNDER_REVIEW', decision: 'SUSPEND' } },
      { type: 'ChannelSuspended', data: { state: 'SUSPENDED', compliance: 'VIOLATED', reason: '窜货' } },
    ]);
    expect(walk.now).toMatchObject({ state: 'SUSPENDED', reason: '窜货' });
  });

  it('ends the channel (L-164)', () => {
    const walk = assess({ compliance: 'WARNED', decision: 'TERMINATE', findings: '无业绩' });
    expect(walk.types).toEqual(['ChannelAssessed', 'ChannelTerminated']);
    expect(walk.now).toMatchObject({ state: 'TERMINATED', reason: '无业绩', assessments: [{ compliance: 'WARNED' }] });
  });

  it('keeps no channel that broke the rules (L-164)', () =>
    expect(underReviewWalk().refused(AssessChannel, { ...aReview, compliance: 'VIOLATED' })).toEqual({
      code: 'CHANNEL_NOT_COMPLIANT',
      compliance: 'VIOLATED',
    }));

  it('is what a later suspension remembers', () => {
    const walk = assess({ compliance: 'WARNED' }).do(SuspendChannel, { reason: '投诉' });
    expect(walk.last[0]?.data).toMatchObject({ compliance: 'WARNED', reason: '投诉' });
  });

  it('becomes due on its day, once, and not by an old timer (L-166)', () => {
    const walk = activeWalk();
    walk.on('2026-03-02').do(MarkChannelReviewDue, { dueOn: '2026-03-03' }).recorded();
    walk.on('2026-03-03').do(MarkChannelReviewDue, { dueOn: '2026-03-01' }).recorded();
    walk.do(MarkChannelReviewDue, { dueOn: '2026-03-03' }).recorded({
      type: 'ChannelReviewDue',
      data: { ...RECORD, state: 'ACTIVE', dueOn: '2026-03-03' },
    });
    walk.on('2026-03-04').do(MarkChannelReviewDue, { dueOn: '2026-03-03' }).recorded();
  });
});

describe('in which state (L-165)', () => {
  const possible = judgeTransitions({
    aggregate: channel,
    ids: { channelId: CHANNEL_ID },
    states: {
      NONE: () => new ChannelWalk(),
      PLANNED: plannedWalk,
      ACTIVE: activeWalk,
      UNDER_REVIEW: underReviewWalk,
      SUSPENDED: suspendedWalk,
      TERMINATED: terminatedWalk,
    },
    codeIn: (state) => (state === 'NONE' ? 'NOT_FOUND' : 'INVALID_TRANSITION'),
  });
  const reason = { reason: 'x' };
  possible(PlanChannel, anAgency, ['NONE']);
  possible(ActivateChannel, { agreementRef: 'XY-1', on: '2025-03-10' }, ['PLANNED']);
  possible(StartChannelReview, { period: '2025' }, ['ACTIVE']);
  possible(AssessChannel, aReview, ['UNDER_REVIEW']);
  possible(SuspendChannel, reason, ['ACTIVE']);
  possible(ReinstateChannel, reason, ['SUSPENDED']);
  possible(TerminateChannel, reason, ['PLANNED', 'ACTIVE', 'UNDER_REVIEW', 'SUSPENDED']);
  possible(MarkChannelReviewDue, { dueOn: '2025-03-10' }, ['ACTIVE']);
  possible.every(channel.transitions);
});

it('every event of a channel is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(channel.stored).filter((type) => !written.has(type))).toEqual([]);
});
