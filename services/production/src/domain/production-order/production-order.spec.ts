import { Rejected } from '@engsales/event-sourcing/decider';
import { given, issued } from '@engsales/event-sourcing/testing';
import { EndOrder, HandOverToEngineering, ReceiveOrder } from './production-order.commands.js';
import { productionOrder } from './production-order.js';
import { anOrder, cancelled, forestalled, handedOver, received } from './production-order.fixtures.js';

const as = (id: string) => issued({ by: { id, role: 'MERCHANDISER' } });
const { productionOrderId, projectId, contractId, lineId } = anOrder;
const receive = () => new ReceiveOrder(anOrder, as('system:x'));
const handOver = (id = 'zhou-min', backupCopyRef?: string) =>
  new HandOverToEngineering({ productionOrderId, ...(backupCopyRef === undefined ? {} : { backupCopyRef }) }, as(id));
const end = () => {
  const why = { initiator: 'MUTUAL', reason: '业主资金未落实', contractVersion: 2 };
  return new EndOrder({ productionOrderId, projectId, contractId, lineId, ...why }, as('system:x'));
};

describe('a production order', () => {
  it('is received once', () =>
    given(productionOrder)
      .when(receive())
      .then({ ...received, data: { ...received.data, releaseDueAt: '2025-03-11T01:00:00.000Z' } } as typeof received));
  it.each([
    ['received', [received]],
    ['with engineering', [received, handedOver]],
    ['cancelled', [received, cancelled]],
  ])('is not received again while it is %s', (_title, past) =>
    given(productionOrder, ...past)
      .when(receive())
      .thenRejected('DUPLICATE_PRODUCTION_ORDER'),
  );
  it('is never received when the end of the contract came first', () =>
    given(productionOrder, forestalled).when(receive()).thenRejected('INVALID_TRANSITION', { state: 'FORESTALLED' }));
  it('is handed over by its merchandiser, who keeps a copy', () =>
    given(productionOrder, received).when(handOver('zhou-min', ' cabinet-3/L1 ')).then(handedOver));
  it.each([undefined, '', '  '])('is not handed over without a copy (%j)', (copy) =>
    given(productionOrder, received).when(handOver('zhou-min', copy)).thenRejected('ORDER_BACKUP_REQUIRED'),
  );
  it('is not handed over by another merchandiser', () =>
    given(productionOrder, received)
      .when(handOver('qian-fang', 'x'))
      .thenRejected('ROLE_NOT_ALLOWED', { merchandiserId: 'zhou-min' }));
  it('is cancelled with what it has cost when its contract ends', () =>
    given(productionOrder, received)
      .when(end())
      .then({ ...cancelled, data: { ...cancelled.data, trackingId: anOrder.trackingId } } as typeof cancelled));
  it('has its place taken when it does not exist yet', () => given(productionOrder).when(end()).then(forestalled));
  it('that has ended is told so', () => {
    try {
      productionOrder.decide(end(), given(productionOrder, received, cancelled).state);
    } catch (error) {
      return expect((error as Rejected).code).toBe('INVALID_TRANSITION');
    }
    throw new Error('it was accepted');
  });
});
