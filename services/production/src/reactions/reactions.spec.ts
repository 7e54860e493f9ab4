import { contractSigned, contractVoided, type ContractSignedData, type ContractVoidedData } from '@engsales/events';
import signedSample from '../../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import voidedSample from '../../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import { namedId } from '@engsales/event-sourcing';
import { aMessage } from '@engsales/messaging/testing';
import { RequestPackage } from '../domain/engineering-package/engineering-package.commands.js';
import { OpenTracking } from '../domain/order-tracking/order-tracking.commands.js';
import { EndOrder, ReceiveOrder } from '../domain/production-order/production-order.commands.js';
import { received } from '../domain/production-order/production-order.fixtures.js';
import { receiveOrdersWhenContractSigned } from './contract-signed.reaction.js';
import { endOrdersWhenContractVoided } from './contract-stopped.reaction.js';
import { packageIdOf, productionOrderId, trackingIdOf } from '../domain/ids.js';
import { beginWorkWhenOrderReceived } from './order-received.reaction.js';

const signed = signedSample as ContractSignedData;
const contractId = signed.contractId;
const parts = { subject: contractId, projectId: '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01' };

describe('when a contract is signed', () => {
  it('one order is received per MAKE or BUY line, none for a service', () => {
    const steps = receiveOrdersWhenContractSigned.then(aMessage(contractSigned, signed, parts));
    expect(steps.map((s) => [s.command, s.target])).toEqual([
      [ReceiveOrder, 'L1'],
      [ReceiveOrder, 'L2'],
      [ReceiveOrder, 'L3'],
    ]);
    expect(steps[0]?.data).toEqual({
      productionOrderId: namedId(`${contractId}:L1`),
      projectId: parts.projectId,
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
      contractVersion: 1,
      gates: signed.gates,
    });
  });
  it('bought lines are procured, and lines may share a package', () => {
    const lines = signed.lines.map((line) => ({ ...line, fulfilment: 'BUY' as const, packageKey: 'together' }));
    const steps = receiveOrdersWhenContractSigned.then(
      aMessage(contractSigned, { ...signed, lines, orderLineIds: ['L1', 'L4'] }, parts),
    );
    const data = steps.map((s) => s.data as { kind: string; packageId: string; lineId: string });
    expect(data.map((d) => [d.lineId, d.kind, d.packageId])).toEqual([
      ['L1', 'PROCURE', packageIdOf(contractId, 'together')],
      ['L4', 'PROCURE', packageIdOf(contractId, 'together')],
    ]);
  });
  it('nothing happens without order lines', () =>
    expect(
      receiveOrdersWhenContractSigned.then(aMessage(contractSigned, { ...signed, orderLineIds: [] }, parts)),
    ).toEqual([]));
});

describe('when a contract is voided', () => {
  it('each of its orders is cancelled, and never queued', () => {
    const steps = endOrdersWhenContractVoided.then(aMessage(contractVoided, voidedSample as ContractVoidedData, parts));
    expect(steps.map((s) => [s.command, s.target])).toEqual([
      [EndOrder, 'L1'],
      [EndOrder, 'L2'],
      [EndOrder, 'L3'],
    ]);
    expect(steps[0]?.data).toMatchObject({
      productionOrderId: productionOrderId(contractId, 'L1'),
      reason: '业主资金未落实',
      contractVersion: 2,
    });
    expect(endOrdersWhenContractVoided.neverQueued).toBe(true);
  });
});

describe('when an order is received', () => {
  it('engineering is asked for the package and the tracking is opened', () => {
    const message = { ...aMessage(contractSigned, {} as never, { subject: 's' }), data: received.data };
    const steps = beginWorkWhenOrderReceived.then(message);
    expect(steps.map((s) => s.command)).toEqual([RequestPackage, OpenTracking]);
    const { productionOrderId: order } = received.data;
    expect(steps.map((s) => s.data)).toEqual([
      expect.objectContaining({ productionOrderId: order, kind: 'PRODUCE' }),
      expect.objectContaining({ productionOrderId: order, merchandiserId: 'zhou-min' }),
    ]);
  });
});

describe('ids', () => {
  it('differ between an order, its package and its tracking, since cursors go by subject', () =>
    expect(new Set([productionOrderId('c', 'L1'), packageIdOf('c', 'L1'), trackingIdOf('c', 'L1')]).size).toBe(3));
});
