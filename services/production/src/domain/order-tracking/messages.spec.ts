import { holdLife } from '@engsales/event-sourcing/testing';
import path from 'node:path';
import { trackingView } from '../../views/tracking.view.js';
import {
  AnswerInquiry,
  FeedBackToSales,
  InformCustomer,
  OpenTracking,
  ResolveException,
} from './order-tracking.commands.js';
import { anOpening, IDS, PLANNED, SHORTAGE } from './order-tracking.fixtures.js';
import { orderTracking } from './order-tracking.js';
import { openedWalk, TrackingWalk } from './order-tracking.walk.js';

/** An exception that is fed back, told to the customer twice, and resolved. */
function toldTwice(opened = openedWalk()): TrackingWalk {
  const walk = opened.raise();
  const exceptionId = walk.lastId;
  walk.at('2025-03-10T04:30:00.000Z').do(FeedBackToSales, { exceptionId, message: '缺铜管' });
  walk.do(InformCustomer, { exceptionId, channel: 'PHONE', on: '2025-03-10', message: '晚四天' }, 'li-na');
  walk.at('2025-03-11T02:00:00.000Z').do(InformCustomer, { exceptionId, channel: 'LETTER', on: '2025-03-11' }, 'li-na');
  return walk.do(ResolveException, { exceptionId, actualDelayDays: 6, order: PLANNED }, 'zhao-qiang');
}

describe('what is said of an exception', () => {
  it('stands in the tracking, each message with who said it and when (P-126)', () =>
    expect(trackingView('t', 1, toldTwice().state)).toMatchObject({
      exceptions: [
        {
          state: 'RESOLVED',
          messages: [
            { to: 'SALES', message: '缺铜管', by: 'zhou-min', at: '2025-03-10T04:30:00.000Z', late: true },
            { to: 'CUSTOMER', message: '晚四天', by: 'li-na', on: '2025-03-10', channel: 'PHONE' },
            { to: 'CUSTOMER', message: undefined, by: 'li-na', on: '2025-03-11', channel: 'LETTER' },
          ],
        },
      ],
    }));
  it('to the customer may be worded (P-126)', () => {
    const walk = openedWalk().raise();
    const exceptionId = walk.lastId;
    walk.do(InformCustomer, { exceptionId, channel: 'PHONE', on: '2025-03-10', message: '晚四天' }, 'li-na').recorded({
      type: 'CustomerInformed',
      data: {
        ...IDS,
        exception: { exceptionId, ...SHORTAGE, informedOn: '2025-03-10' },
        delayDays: 4,
        channel: 'PHONE',
        message: '晚四天',
        by: 'li-na',
      },
    });
  });
  it('to the customer is said from the day of the exception on (P-127)', () => {
    const walk = openedWalk().raise();
    const informed = { exceptionId: walk.lastId, channel: 'PHONE', on: '2025-03-09' };
    expect(walk.refused(InformCustomer, informed)).toEqual({
      code: 'DATE_BEFORE_EXCEPTION',
      field: 'on',
      on: '2025-03-09',
      earliest: '2025-03-10',
    });
  });
});

it('an answer is read with who gave it, and whether it came late (P-126)', () => {
  const walk = openedWalk().ask();
  walk.at('2025-03-11T05:00:00.000Z').do(AnswerInquiry, { inquiryId: walk.lastId, answer: '周五' });
  expect(trackingView('t', 1, walk.state)).toMatchObject({
    inquiries: [{ answer: '周五', answeredBy: 'zhou-min', answeredLate: true, answeredAt: '2025-03-11T05:00:00.000Z' }],
  });
});

const history = path.join(__dirname, 'history');
holdLife(orderTracking, history, 'told-in-words', () => toldTwice());
holdLife(orderTracking, history, 'of-a-contract-elsewhere', () =>
  toldTwice(new TrackingWalk().do(OpenTracking, { ...anOpening, contractOrigin: 'EXTERNAL' })),
);
