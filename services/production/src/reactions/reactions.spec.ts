import {
  contractExecutionFormAccepted,
  contractResumed,
  contractSigned,
  contractSuspended,
  contractTerminated,
  contractVoided,
  paymentGateOpened,
  type ContractResumedData,
  type ContractSignedData,
  type ContractSuspendedData,
  type ContractVoidedData,
  type PaymentGateData,
} from '@engsales/events';
import type { PublicMessage } from '@engsales/events';
import { namedId } from '@engsales/event-sourcing';
import type { Reaction } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import formSample from '../../../../libs/events/src/samples/contract.ContractExecutionFormAccepted.v1.json';
import gateSample from '../../../../libs/events/src/samples/contract.PaymentGateOpened.v1.json';
import resumedSample from '../../../../libs/events/src/samples/contract.ContractResumed.v1.json';
import signedSample from '../../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import suspendedSample from '../../../../libs/events/src/samples/contract.ContractSuspended.v1.json';
import terminatedSample from '../../../../libs/events/src/samples/contract.ContractTerminated.v1.json';
import voidedSample from '../../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import { RequestPackage } from '../domain/engineering-package/engineering-package.commands.js';
import { aRequest } from '../domain/engineering-package/engineering-package.fixtures.js';
import { releasedWalk, requestedWalk } from '../domain/engineering-package/engineering-package.walk.js';
import { packageIdOf, productionOrderId, projectIdOf, trackingIdOf } from '../domain/ids.js';
import {
  EndTracking,
  HandTrackingOver,
  OpenTracking,
  ResumeTracking,
} from '../domain/order-tracking/order-tracking.commands.js';
import { openedWalk } from '../domain/order-tracking/order-tracking.walk.js';
import { EndOrder } from '../domain/production-order/ending/ending.commands.js';
import { DropHold, NoteException, PlaceHold, SetGate } from '../domain/production-order/holds/holds.commands.js';
import { EngineerOrder } from '../domain/production-order/planning/planning.commands.js';
import { ORDER_ID, PACKAGE_ID, received, TRACKING_ID } from '../domain/production-order/production-order.fixtures.js';
import {
  closedWalk,
  handedWalk,
  orderLives,
  producedWalk,
  receivedWalk,
} from '../domain/production-order/production-order.walk.js';
import {
  NoteExecutionForm,
  ReassignMerchandiser,
  ReceiveOrder,
  RescheduleOrder,
} from '../domain/production-order/receiving/receiving.commands.js';
import { receiveOrdersWhenContractSigned } from './contract-signed.reaction.js';
import * as stopped from './contract-stopped.reaction.js';
import { beginWorkWhenOrderReceived, requestPackageWhenMadeAgain } from './order-received.reaction.js';
import { engineerOrdersWhenBomReleased, engineerOrdersWhenPackageExtended } from './package-released.reaction.js';
import * as payment from './payment.reaction.js';
import { CorrectDelivery } from '../domain/production-order/shipping/shipping.commands.js';
import * as tracking from './tracking.reaction.js';

const signed = signedSample as ContractSignedData;
const { contractId } = signed;
const projectId = '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01';
const parts = { subject: contractId, projectId };
const L1 = productionOrderId(contractId, 'L1');

/** What a reaction does: each command with its target and its data. */
const done = (reaction: Reaction, message: PublicMessage) =>
  reaction.then(message).map(({ command, target, data }) => [command, target, data] as const);
/** An event of the own feed. */
const own = (event: { readonly data: unknown } | undefined, sequence = 0): PublicMessage => ({
  ...aMessage(contractSigned, signed, { subject: 's', sequence, time: '2025-03-10T17:00:00.000Z' }),
  data: event?.data,
});

describe('when a contract is signed', () => {
  it('one order is received per MAKE or BUY line, none for a service (P-01)', () => {
    const commands = done(receiveOrdersWhenContractSigned, aMessage(contractSigned, signed, parts));
    expect(commands.map(([command, target]) => [command, target])).toEqual([
      [ReceiveOrder, 'L1'],
      [ReceiveOrder, 'L2'],
      [ReceiveOrder, 'L3'],
    ]);
    expect(commands[0]?.[2]).toEqual({
      productionOrderId: namedId(`${contractId}:L1`),
      projectId,
      contractId,
      lineId: 'L1',
      kind: 'PRODUCE',
      itemCode: 'CH-2000',
      name: '离心式冷水机组',
      qty: '2',
      uom: '台',
      amountFen: 372_000_000,
      committedDate: '2025-09-01',
      merchandiserId: 'zhou-min',
      packageId: packageIdOf(contractId, 'L1'),
      trackingId: trackingIdOf(contractId, 'L1'),
      salespersonId: 'li-na',
      contractVersion: 1,
      gates: { RELEASE_PRODUCTION: { state: 'CLOSED' }, DISPATCH: { state: 'CLOSED' } },
    });
  });
  it('bought lines are procured, and lines may share a package (P-01, P-63)', () => {
    const lines = signed.lines.map((line) => ({ ...line, fulfilment: 'BUY' as const, packageKey: 'together' }));
    const message = aMessage(contractSigned, { ...signed, lines, orderLineIds: ['L1', 'L4'] }, parts);
    expect(done(receiveOrdersWhenContractSigned, message)).toMatchObject([
      [ReceiveOrder, 'L1', { kind: 'PROCURE', packageId: packageIdOf(contractId, 'together') }],
      [ReceiveOrder, 'L4', { kind: 'PROCURE', packageId: packageIdOf(contractId, 'together') }],
    ]);
  });
  it('nothing happens without order lines (P-01)', () =>
    expect(
      done(receiveOrdersWhenContractSigned, aMessage(contractSigned, { ...signed, orderLineIds: [] }, parts)),
    ).toEqual([]));
  it('an order that is there, or whose place is taken, is nothing to do (P-02, P-57)', () =>
    expect(receiveOrdersWhenContractSigned.nothingToDo).toEqual(['DUPLICATE_PRODUCTION_ORDER', 'ORDER_ENDED']));
});

describe('when a contract stops', () => {
  it.each([
    [
      'voided',
      stopped.endOrdersWhenContractVoided,
      aMessage(contractVoided, voidedSample as ContractVoidedData, parts),
    ],
    [
      'terminated',
      stopped.endOrdersWhenContractTerminated,
      aMessage(contractTerminated, terminatedSample as ContractVoidedData, parts),
    ],
  ])('each order of a %s one ends, at once (P-55, P-59)', (_title, reaction, message) => {
    const { initiator, reason, contractVersion, orderLineIds } = message.data;
    const commands = done(reaction, message);
    expect(commands.map(([command, target]) => [command, target])).toEqual(
      orderLineIds.map((lineId) => [EndOrder, lineId]),
    );
    expect(commands[0]?.[2]).toEqual({
      productionOrderId: L1,
      projectId,
      contractId,
      lineId: 'L1',
      initiator,
      reason,
      contractVersion,
    });
    expect(reaction).toMatchObject({ neverQueued: true, nothingToDo: ['ORDER_ENDED'] });
  });
  it('each order of a suspended one is held by the number of the suspension, at once (P-13, P-59)', () => {
    const suspended = { ...(suspendedSample as ContractSuspendedData), contractId, suspensionNo: 2 };
    const reaction = stopped.holdWhenContractSuspended;
    expect(done(reaction, aMessage(contractSuspended, suspended, parts))[0]).toEqual([
      PlaceHold,
      'L1',
      { productionOrderId: L1, projectId, code: 'CONTRACT_SUSPENDED', ref: '2', since: suspended.since },
    ]);
    expect(reaction).toMatchObject({ neverQueued: true, nothingToDo: ['ORDER_ENDED'] });
  });
  it('each order of a resumed one is free of that suspension, and dates move where it says so (P-10, P-11)', () => {
    const resumed: ContractResumedData = {
      ...(resumedSample as ContractResumedData),
      contractId,
      orderLineIds: ['L1'],
      suspensionNo: 2,
      contractVersion: 3,
      dateShifts: [
        { lineId: 'L1', from: '2025-09-01', to: '2025-10-01', reason: '停工' },
        { lineId: 'L4', from: '2025-11-30', to: '2025-12-30', reason: '停工' },
      ],
    };
    const reaction = stopped.resumeWhenContractResumed;
    expect(done(reaction, aMessage(contractResumed, resumed, parts))).toEqual([
      [DropHold, 'hold:L1', { productionOrderId: L1, code: 'CONTRACT_SUSPENDED', ref: '2' }],
      [RescheduleOrder, 'date:L1', { productionOrderId: L1, to: '2025-10-01', reason: '停工', contractVersion: 3 }],
    ]);
    expect(reaction).toMatchObject({ neverQueued: false, nothingToDo: ['ORDER_ENDED'] });
  });
});

describe('when the contract says what an order may do', () => {
  it('the accepted form is noted (P-09)', () => {
    const form = { ...formSample, contractId, orderLineIds: ['L1'] } as never;
    expect(done(payment.noteFormWhenAccepted, aMessage(contractExecutionFormAccepted, form, parts))).toEqual([
      [NoteExecutionForm, 'L1', { productionOrderId: L1 }],
    ]);
  });
  it.each([payment.setGateWhenOpened, payment.setGateWhenClosed, payment.setGateWhenOverridden])(
    'its gate is set to what the contract says now: %#  (P-09)',
    (reaction) => {
      const gates = {
        RELEASE_PRODUCTION: { state: 'OVERRIDDEN', until: '2025-03-31' },
        DISPATCH: { state: 'CLOSED' },
      } as const;
      const gate = { ...(gateSample as PaymentGateData), contractId, orderLineIds: ['L1'], gates };
      expect(done(reaction, aMessage(paymentGateOpened, gate, parts))).toEqual([
        [SetGate, 'L1', { productionOrderId: L1, gate: gate.gate, state: 'OVERRIDDEN', until: '2025-03-31' }],
      ]);
      expect(reaction.nothingToDo).toEqual(['ORDER_ENDED']);
    },
  );
});

describe('when an order', () => {
  it('is received, engineering is asked for its package and its tracking is opened (P-04)', () => {
    const { contractId: contract, projectId: project } = received.data;
    const ids = { projectId: project, contractId: contract, productionOrderId: ORDER_ID };
    expect(done(beginWorkWhenOrderReceived, own(received))).toEqual([
      [RequestPackage, PACKAGE_ID, { packageId: PACKAGE_ID, ...ids, kind: 'PRODUCE', qty: '2' }],
      [OpenTracking, TRACKING_ID, { trackingId: TRACKING_ID, ...ids, merchandiserId: 'zhou-min' }],
    ]);
  });
  it('asks for no package where all of it was made before (P-141)', () => {
    const data = { ...received.data, opening: { producedQty: '2', onTheRoadQty: '0', deliveredQty: '8' } };
    expect(done(beginWorkWhenOrderReceived, own({ data })).map(([command]) => command)).toEqual([OpenTracking]);
    const rest = { ...data, opening: { ...data.opening, producedQty: '1' } };
    expect(done(beginWorkWhenOrderReceived, own({ data: rest })).map(([command]) => command)).toEqual([
      RequestPackage,
      OpenTracking,
    ]);
  });
  it('was made before it came and is made again, its package is asked for (P-92, P-141)', () => {
    const opening = { producedQty: '2', onTheRoadQty: '2', deliveredQty: '0' };
    const walk = receivedWalk({ opening });
    walk.deliver(walk.lastShipmentId, '1').decideReturn('1', 'SCRAP');
    const { contractId: contract, projectId: project } = received.data;
    const order = { projectId: project, contractId: contract, productionOrderId: ORDER_ID };
    expect(done(requestPackageWhenMadeAgain, own(walk.last.at(-1)))).toEqual([
      [RequestPackage, PACKAGE_ID, { packageId: PACKAGE_ID, ...order, kind: 'PRODUCE', qty: '2' }],
    ]);
    const planned = producedWalk().open('DISPATCH').ship('2').deliver(undefined, '1').decideReturn('1', 'SCRAP');
    expect(done(requestPackageWhenMadeAgain, own(planned.last.at(-1)))).toEqual([]);
  });
  it('gets another merchandiser, its tracking goes with it, unless that is closed (P-08, P-79)', () => {
    const walk = handedWalk().do(ReassignMerchandiser, { merchandiserId: 'qian-fang', reason: '休假' });
    const reaction = tracking.handTrackingOverWhenReassigned;
    expect(done(reaction, own(walk.last[0]))).toEqual([
      [HandTrackingOver, TRACKING_ID, { trackingId: TRACKING_ID, merchandiserId: 'qian-fang' }],
    ]);
    expect(reaction.nothingToDo).toEqual(['TRACKING_ENDED']);
  });
  it('is open again, its tracking is followed again (P-106)', () => {
    const walk = closedWalk();
    walk.do(CorrectDelivery, { shipmentId: walk.lastShipmentId, refusedQty: '1', reason: '漏记' });
    expect(done(tracking.resumeTrackingWhenReopened, own(walk.last.at(-1)))).toEqual([
      [ResumeTracking, TRACKING_ID, { trackingId: TRACKING_ID, productionOrderId: ORDER_ID }],
    ]);
  });
  it.each([
    ['closed', tracking.endTrackingWhenClosed, closedWalk()],
    ['cancelled', tracking.endTrackingWhenCancelled, orderLives.cancelled!()],
    ['closed short', tracking.endTrackingWhenShortClosed, orderLives['short-closed']!()],
  ])('is %s, its tracking hears of it (P-71)', (_title, reaction, walk) =>
    expect(done(reaction, own(walk.last.at(-1)))).toEqual([
      [EndTracking, TRACKING_ID, { trackingId: TRACKING_ID, productionOrderId: ORDER_ID }],
    ]),
  );
});

describe('when engineering releases a BOM', () => {
  it('its orders are engineered, with the material of one unit (P-21)', () => {
    const [, bom] = releasedWalk().last;
    expect(done(engineerOrdersWhenBomReleased, own(bom))).toEqual([
      // 10 m x 1.05 x 1.00 yuan
      [
        EngineerOrder,
        ORDER_ID,
        { productionOrderId: ORDER_ID, bomId: PACKAGE_ID, rev: 1, drawingRev: 'A', unitCost: '10.5' },
      ],
    ]);
    expect(engineerOrdersWhenBomReleased.nothingToDo).toEqual(['ORDER_ENDED']);
  });
  it('an order that joins the package later is engineered with it, and a package in preparation waits (P-124)', () => {
    const second = { ...aRequest, productionOrderId: 'o-2', qty: '3' };
    const joined = releasedWalk().do(RequestPackage, second);
    const bom = { bomId: PACKAGE_ID, rev: 1, drawingRev: 'A', unitCost: '10.5' };
    expect(done(engineerOrdersWhenPackageExtended, own(joined.last[0]))).toEqual([
      [EngineerOrder, 'o-2', { productionOrderId: 'o-2', ...bom }],
    ]);
    expect(engineerOrdersWhenPackageExtended.nothingToDo).toEqual(['ORDER_ENDED']);
    const waiting = requestedWalk().do(RequestPackage, second);
    expect(done(engineerOrdersWhenPackageExtended, own(waiting.last[0]))).toEqual([]);
  });
});

describe('when an exception of an order', () => {
  const raised = openedWalk().raise();
  const said = { productionOrderId: ORDER_ID, exceptionId: raised.lastId, stepId: 'S2', delayDays: 4, sequence: 7 };
  it('is raised, the order hears of it from that business day on (P-15)', () =>
    expect(done(tracking.noteExceptionWhenRaised, own(raised.last[0], 7))).toEqual([
      [NoteException, ORDER_ID, { ...said, since: '2025-03-11', stopsWork: true }],
    ]));
  it('is resolved, its step is free whatever it was (P-15)', () => {
    expect(done(tracking.noteExceptionWhenResolved, own(raised.last[0], 7))).toEqual([
      [NoteException, ORDER_ID, { ...said, since: '2025-03-11', stopsWork: false }],
    ]);
    expect(tracking.noteExceptionWhenResolved.nothingToDo).toEqual(['ORDER_ENDED']);
  });
});

describe('ids', () => {
  it('differ between an order, its package, its tracking and its project, since cursors go by subject', () => {
    const ids = [productionOrderId('c', 'L1'), packageIdOf('c', 'L1'), trackingIdOf('c', 'L1'), projectIdOf('c')];
    expect(new Set(ids).size).toBe(4);
  });
});
