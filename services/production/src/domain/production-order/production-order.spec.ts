import { given, issued } from '@engsales/event-sourcing/testing';
import { CancelOrder, HandOverToEngineering, ReceiveOrder } from './production-order.commands.js';
import { productionOrderEvents, type ProductionOrderEvent } from './production-order.events.js';
import { productionOrder, PRODUCTION_ORDER_TRANSITIONS } from './production-order.js';
import { anOrder, cancelled, forestalled, handedOver, received } from './production-order.fixtures.js';

const as = (id: string) => issued({ by: { id, role: 'MERCHANDISER' } });
const { productionOrderId, projectId, contractId, lineId } = anOrder;
const receive = () => new ReceiveOrder(anOrder, as('system:x'));
const handOver = (id = 'zhou-min', backupCopyRef?: string) =>
  new HandOverToEngineering({ productionOrderId, ...(backupCopyRef === undefined ? {} : { backupCopyRef }) }, as(id));
const cancel = () =>
  new CancelOrder(
    {
      productionOrderId,
      projectId,
      contractId,
      lineId,
      initiator: 'MUTUAL',
      reason: '业主资金未落实',
      contractVersion: 2,
    },
    as('system:x'),
  );

describe('a production order', () => {
  it('is received once', () => given(productionOrder).when(receive()).then(received));
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

  it('is cancelled with what it has cost', () => given(productionOrder, received).when(cancel()).then(cancelled));
  it('has its place taken when it does not exist yet', () => given(productionOrder).when(cancel()).then(forestalled));
});

describe('every command in every state', () => {
  const pasts: Record<string, ProductionOrderEvent[]> = {
    NONE: [],
    RECEIVED: [received],
    WITH_ENGINEERING: [received, handedOver],
    CANCELLED: [received, cancelled],
    FORESTALLED: [forestalled],
  };
  const commands = { ReceiveOrder: receive(), HandOverToEngineering: handOver('zhou-min', 'x'), CancelOrder: cancel() };
  const cells = Object.keys(pasts).flatMap((state) =>
    Object.keys(commands).map((command) => [command, state] as const),
  );

  it.each(cells)('%s in %s is accepted or refused as the table says', (command, state) => {
    const start = given(productionOrder, ...(pasts[state] ?? []));
    expect(start.state.state).toBe(state);
    const name = command as keyof typeof commands;
    if (PRODUCTION_ORDER_TRANSITIONS[name].includes(state))
      expect(productionOrder.decide(commands[name], start.state)).toHaveLength(1);
    else
      expect(() => productionOrder.decide(commands[name], start.state)).toThrow(
        expect.objectContaining({ name: 'Rejected' }),
      );
  });

  it('leaves no stored type without a fold', () =>
    expect([received, handedOver, cancelled, forestalled].map((e) => e.type).sort()).toEqual(
      Object.keys(productionOrderEvents).sort(),
    ));
});
