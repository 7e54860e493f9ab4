import { issued, refusalOf, typesWrittenOut } from '@engsales/event-sourcing/testing';
import * as commands from './order-tracking.commands.js';
import type { OrderTrackingCommand } from './order-tracking.commands.js';
import {
  anOpening,
  aShortage,
  CONTRACT_ID,
  ORDER_1,
  ORDER_2,
  PLANNED,
  PROJECT_ID,
  TRACKING,
  TRACKING_ID,
} from './order-tracking.fixtures.js';
import { orderTracking } from './order-tracking.js';
import { closedWalk, openedWalk, sharedWalk, TrackingWalk } from './order-tracking.walk.js';

const { AskProgress, EndTracking, HandTrackingOver, OpenTracking } = commands;

describe('an order tracking', () => {
  it('is opened with the merchandiser of the order (P-04)', () =>
    openedWalk().recorded({
      type: 'OrderTrackingOpened',
      data: {
        trackingId: TRACKING_ID,
        projectId: PROJECT_ID,
        contractId: CONTRACT_ID,
        state: 'OPEN',
        merchandiserId: 'zhou-min',
        productionOrderIds: [ORDER_1],
        openedOn: '2025-03-10',
      },
    }));
  it('is not opened twice for the same order (P-04)', () => openedWalk().do(OpenTracking, anOpening).recorded());
  it('is shared by a second order with the same key (P-71)', () =>
    sharedWalk().recorded({
      type: 'OrderTrackingExtended',
      data: { ...TRACKING, productionOrderIds: [ORDER_1, ORDER_2] },
    }));
  it('goes with a new merchandiser; the same one again changes nothing (P-08)', () => {
    const walk = openedWalk().do(HandTrackingOver, { merchandiserId: 'qian-fang' });
    walk.recorded({
      type: 'TrackingHandedOver',
      data: { ...TRACKING, merchandiserId: 'qian-fang', from: 'zhou-min' },
    });
    walk.do(HandTrackingOver, { merchandiserId: 'qian-fang' }).recorded();
  });
  it('lives until the last of its orders has ended (P-71)', () => {
    const walk = sharedWalk().do(EndTracking, { productionOrderId: ORDER_1 });
    const shared = { ...TRACKING, productionOrderIds: [ORDER_1, ORDER_2] };
    walk.recorded({
      type: 'TrackedOrderEnded',
      data: { ...shared, productionOrderId: ORDER_1, ended: [ORDER_1] },
    });
    walk.do(EndTracking, { productionOrderId: ORDER_1 }).recorded();
    walk.on('2025-09-01').do(EndTracking, { productionOrderId: ORDER_2 });
    walk.recorded(walk.last[0]!, {
      type: 'OrderTrackingClosed',
      data: { ...shared, state: 'CLOSED', closedOn: '2025-09-01' },
    });
    walk.do(EndTracking, { productionOrderId: ORDER_2 }).recorded();
  });
  it('that is closed is told so (P-79)', () =>
    expect(closedWalk().refused(AskProgress, { question: 'x' })).toEqual({
      code: 'TRACKING_ENDED',
      command: 'AskProgress',
      state: 'CLOSED',
      possibleIn: ['OPEN'],
    }));
});

const STATES = {
  NONE: () => new TrackingWalk(),
  OPEN: openedWalk,
  CLOSED: closedWalk,
} satisfies Record<string, () => TrackingWalk>;
type State = keyof typeof STATES;

const of = { trackingId: TRACKING_ID };
const exception = { ...of, exceptionId: 'e' };

/** Where each command is possible, as the rules say; written by hand, not read from the code. */
const POSSIBLE: readonly (readonly [OrderTrackingCommand, readonly State[]])[] = [
  [new OpenTracking({ ...of, ...anOpening }, issued()), ['NONE', 'OPEN', 'CLOSED']],
  [new EndTracking({ ...of, productionOrderId: ORDER_1 }, issued()), ['OPEN', 'CLOSED']],
  [new HandTrackingOver({ ...of, merchandiserId: 'm' }, issued()), ['OPEN']],
  [new commands.RaiseException({ ...of, ...aShortage }, issued()), ['OPEN']],
  [new commands.FeedBackToSales({ ...exception, message: 'x' }, issued()), ['OPEN']],
  [new commands.InformCustomer({ ...exception, channel: 'PHONE', on: '2025-03-10' }, issued()), ['OPEN']],
  [new commands.ResolveException({ ...exception, actualDelayDays: 1, order: PLANNED }, issued()), ['OPEN']],
  [new commands.MarkFeedbackOverdue(exception, issued()), ['OPEN']],
  [new AskProgress({ ...of, question: 'x' }, issued()), ['OPEN']],
  [new commands.AnswerInquiry({ ...of, inquiryId: 'i', answer: 'x' }, issued()), ['OPEN']],
  [new commands.MarkInquiryOverdue({ ...of, inquiryId: 'i' }, issued()), ['OPEN']],
];

describe('every command of a tracking in every state (P-79)', () => {
  const cells = (Object.keys(STATES) as State[]).flatMap((state) =>
    POSSIBLE.map(([command, states]) => [state, command.type, command, states.includes(state)] as const),
  );
  it('is in this table', () =>
    expect(POSSIBLE.map(([command]) => command.type).sort()).toEqual(Object.keys(orderTracking.transitions).sort()));
  it.each(cells)('%s: %s', (state, _type, command, isPossible) => {
    const { state: now } = STATES[state]();
    expect(now.state).toBe(state);
    const { code, exceptionId, inquiryId } = refusalOf(() => orderTracking.decide(command, now));
    if (!isPossible) expect(code).toBe(state === 'NONE' ? 'NOT_FOUND' : 'TRACKING_ENDED');
    // what the tracking does not have is not found by its own id
    else if (code !== 'accepted') expect([code, exceptionId ?? inquiryId]).toEqual(['NOT_FOUND', expect.any(String)]);
  });
});

it('every event of a tracking is compared whole in a spec', () => {
  const written = typesWrittenOut(__dirname);
  expect(Object.keys(orderTracking.stored).filter((type) => !written.has(type))).toEqual([]);
});
