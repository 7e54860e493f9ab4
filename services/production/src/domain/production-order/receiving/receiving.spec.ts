import { LIVE, possible } from '../production-order.possible.fixtures.js';
import { receivingRules } from './receiving.js';
import {
  CONTRACT_ID,
  CLOSED_GATES,
  HEAD,
  MERCHANDISER,
  ORDER_ID,
  PACKAGE_ID,
  PROJECT_ID,
  anOrder,
  received,
  BOM,
  TRACKING_ID,
} from '../production-order.fixtures.js';
import { forestalledWalk, handedWalk, OrderWalk, receivedWalk } from '../production-order.walk.js';
import { EngineerOrder } from '../planning/planning.commands.js';
import {
  HandOverToEngineering,
  MarkReleaseOverdue,
  NoteExecutionForm,
  ReassignMerchandiser,
  ReceiveOrder,
  RescheduleOrder,
} from './receiving.commands.js';

describe('a production order is received', () => {
  it('with everything the contract line says, and both gates closed until it hears of them (P-03)', () => {
    receivedWalk().recorded(received);
    receivedWalk().recorded({
      type: 'ProductionOrderReceived',
      data: {
        productionOrderId: ORDER_ID,
        projectId: PROJECT_ID,
        contractId: CONTRACT_ID,
        lineId: 'L1',
        kind: 'PRODUCE',
        state: 'RECEIVED',
        itemCode: 'CH-2000',
        name: '离心式冷水机组',
        qty: '2',
        uom: '台',
        amountFen: 372_000_000,
        committedDate: '2025-09-01',
        merchandiserId: 'zhou-min',
        packageId: PACKAGE_ID,
        trackingId: TRACKING_ID,
        contractVersion: 1,
        gates: { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } },
        holds: [],
        receivedOn: '2025-03-10',
        releaseDueAt: '2025-03-11T01:00:00.000Z',
      },
    });
  });
  it('with the gates as its contract has them (P-03)', () => {
    const gates = { ...CLOSED_GATES, DISPATCH: { state: 'OPEN' } } as const;
    receivedWalk({ gates }).recorded({ ...received, data: { ...received.data, gates } });
  });
  it('with no steps when it is made, with nothing come in when it is bought', () => {
    expect(receivedWalk().now).toMatchObject({ kind: 'PRODUCE', steps: [] });
    expect(receivedWalk({ kind: 'PROCURE' }).now).toMatchObject({ kind: 'PROCURE', receivedQty: '0' });
  });
  it('only once (P-02)', () =>
    expect(handedWalk().refused(ReceiveOrder, anOrder)).toEqual({
      code: 'DUPLICATE_PRODUCTION_ORDER',
      productionOrderId: ORDER_ID,
      command: 'ReceiveOrder',
      state: 'WITH_ENGINEERING',
      possibleIn: ['NONE', 'AWAITED'],
    }));
  it('never when the end of the contract came first (P-57)', () =>
    expect(forestalledWalk().refused(ReceiveOrder, anOrder)).toEqual({
      code: 'ORDER_ENDED',
      command: 'ReceiveOrder',
      state: 'FORESTALLED',
      possibleIn: ['NONE', 'AWAITED'],
    }));
  it('held, when a suspension came first (P-19)', () => {
    const holds = [{ code: 'CONTRACT_SUSPENDED', ref: '1', since: '2025-03-10', by: 'pmc-1' }] as const;
    const walk = new OrderWalk().suspend().do(ReceiveOrder, anOrder);
    walk.recorded({ ...received, data: { ...received.data, holds } });
    expect(walk.now).toMatchObject({ state: 'RECEIVED', holds });
  });
});

describe('an order is handed over to engineering', () => {
  it('by its merchandiser, who keeps a copy', () =>
    receivedWalk()
      .do(HandOverToEngineering, { backupCopyRef: ' cabinet-3/L1 ' }, MERCHANDISER)
      .recorded({
        type: 'OrderHandedToEngineering',
        data: {
          ...HEAD,
          state: 'WITH_ENGINEERING',
          packageId: PACKAGE_ID,
          merchandiserId: 'zhou-min',
          backupCopyRef: 'cabinet-3/L1',
          handedOverOn: '2025-03-10',
        },
      }));
  it('and is engineered with it where the BOM was there before (P-21)', () => {
    const walk = receivedWalk().do(EngineerOrder, BOM);
    walk.do(HandOverToEngineering, { backupCopyRef: 'c' }, MERCHANDISER);
    expect(walk.last).toMatchObject([{ type: 'OrderHandedToEngineering', data: { state: 'ENGINEERED' } }]);
    expect(walk.now.state).toBe('ENGINEERED');
  });
  it('not by another merchandiser (P-05)', () =>
    expect(
      receivedWalk().refused(HandOverToEngineering, { backupCopyRef: 'x' }, { ...MERCHANDISER, id: 'qian-fang' }),
    ).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      merchandiserId: 'zhou-min',
    }));
  it.each([undefined, '', '  '])('not without a copy: %j (P-06)', (backupCopyRef) =>
    expect(receivedWalk().refused(HandOverToEngineering, { backupCopyRef }, MERCHANDISER)).toEqual({
      code: 'ORDER_BACKUP_REQUIRED',
    }),
  );
  it('within the hours that the company has settled, a day unless it says otherwise (P-07)', () => {
    const [event] = new OrderWalk().settling({ releaseHours: 48 }).do(ReceiveOrder, anOrder).last;
    expect(event?.data).toMatchObject({ releaseDueAt: '2025-03-12T01:00:00.000Z' });
  });
  it('or its omission is told, once (P-07)', () => {
    const walk = receivedWalk().on('2025-03-11').do(MarkReleaseOverdue, {});
    walk.recorded({
      type: 'ReleaseOverdue',
      data: { ...HEAD, state: 'RECEIVED', merchandiserId: 'zhou-min', receivedOn: '2025-03-10' },
    });
    walk.do(MarkReleaseOverdue, {}).recorded();
  });
});

describe('what is said of an order later', () => {
  it('gives it another merchandiser, with a reason; the same one again changes nothing (P-08)', () => {
    const walk = handedWalk().do(ReassignMerchandiser, { merchandiserId: 'qian-fang', reason: '休假' });
    walk.recorded({
      type: 'MerchandiserReassigned',
      data: {
        ...HEAD,
        state: 'WITH_ENGINEERING',
        trackingId: TRACKING_ID,
        merchandiserId: 'qian-fang',
        from: 'zhou-min',
        reason: '休假',
      },
    });
    expect(walk.now.merchandiserId).toBe('qian-fang');
    walk.do(ReassignMerchandiser, { merchandiserId: 'qian-fang', reason: '休假' }).recorded();
  });
  it('moves the committed date, with a reason (P-10)', () => {
    const walk = receivedWalk().do(RescheduleOrder, { to: '2025-10-01', reason: '停工', contractVersion: 3 });
    walk.recorded({
      type: 'OrderRescheduled',
      data: {
        ...HEAD,
        state: 'RECEIVED',
        lineId: 'L1',
        from: '2025-09-01',
        committedDate: '2025-10-01',
        reason: '停工',
        contractVersion: 3,
      },
    });
    expect(walk.now).toMatchObject({ committedDate: '2025-10-01', contractVersion: 3 });
  });
  it('moves by hand to today or later, by the contract to any day (P-128)', () => {
    const walk = receivedWalk().on('2025-06-10');
    expect(walk.refused(RescheduleOrder, { to: '2025-06-09', reason: 'x' })).toEqual({
      code: 'DATE_BEFORE_TODAY',
      field: 'to',
      to: '2025-06-09',
      earliest: '2025-06-10',
    });
    expect(walk.do(RescheduleOrder, { to: '2025-06-10', reason: 'x' }).types).toEqual(['OrderRescheduled']);
    walk.do(RescheduleOrder, { to: '2025-06-01', reason: 'x', contractVersion: 3 });
    expect(walk.now.committedDate).toBe('2025-06-01');
  });
  it('moves no date by an older version of the contract, nor to the same day (P-10)', () => {
    const walk = receivedWalk({ contractVersion: 3 });
    walk.do(RescheduleOrder, { to: '2025-10-01', reason: 'x', contractVersion: 2 }).recorded();
    walk.do(RescheduleOrder, { to: '2025-09-01', reason: 'x', contractVersion: 4 }).recorded();
    walk.do(RescheduleOrder, { to: '2025-10-01', reason: 'by hand' });
    expect(walk.now).toMatchObject({ committedDate: '2025-10-01', contractVersion: 3 });
  });
  it('notes the execution form once (P-09)', () => {
    const walk = receivedWalk().do(NoteExecutionForm, {});
    walk.recorded({ type: 'ExecutionFormNoted', data: { ...HEAD, state: 'RECEIVED', notedOn: '2025-03-10' } });
    walk.do(NoteExecutionForm, {}).recorded();
  });
});

describe('in which state (P-60)', () => {
  possible(ReceiveOrder, anOrder, ['NONE', 'AWAITED']);
  possible(HandOverToEngineering, { backupCopyRef: 'c' }, ['RECEIVED']);
  possible(MarkReleaseOverdue, {}, ['RECEIVED']);
  possible(ReassignMerchandiser, { merchandiserId: 'm', reason: 'x' }, LIVE);
  possible(RescheduleOrder, { to: '2025-12-01', reason: 'x' }, LIVE);
  possible(NoteExecutionForm, {}, LIVE);
  possible.every(receivingRules);
});
