import { contractImported, type ContractImportedData } from '@engsales/events';
import { namedId } from '@engsales/event-sourcing';
import { aMessage } from '@engsales/messaging/testing';
import importedSample from '../../../../libs/events/src/samples/contract.ContractImported.v1.json';
import { packageIdOf, trackingIdOf } from '../domain/ids.js';
import { ReceiveOrder } from '../domain/production-order/receiving/receiving.commands.js';
import { receiveOrdersWhenContractImported } from './contract-imported.reaction.js';

const imported = importedSample as ContractImportedData;
const { contractId } = imported;
const projectId = '5b0f4b53-6f6b-5f0e-9d0c-2f1f3a8f7a01';
type Shipped = ContractImportedData['shippedLines'][number];

/** The orders that an import makes, of which the second line, of 24, had this progress. */
function ordersAfter(progress: Omit<Shipped, 'lineId'>) {
  const data = { ...imported, orderLineIds: ['L1', 'L2'], shippedLines: [{ lineId: 'L2', ...progress }] };
  const message = aMessage(contractImported, data, { subject: contractId, projectId });
  return receiveOrdersWhenContractImported.then(message).map(({ command, target, data: said }) => {
    expect(command).toBe(ReceiveOrder);
    return [target, said as ReceiveOrder['data']] as const;
  });
}

describe('when a running contract is imported', () => {
  it('each line gets an order for the rest, with its gates and the form accepted (P-140)', () => {
    const [first, second] = ordersAfter({ producedQty: '14', shippedQty: '12', deliveredQty: '9' });
    expect([first?.[0], second?.[0]]).toEqual(['L1', 'L2']);
    expect(second?.[1]).toEqual({
      productionOrderId: namedId(`${contractId}:L2`),
      projectId,
      contractId,
      lineId: 'L2',
      kind: 'PRODUCE',
      itemCode: 'AHU-30',
      name: '组合式空调机组',
      qty: '15',
      uom: '台',
      // 15 of 24 of 1,644,000.00 yuan
      amountFen: 102_750_000,
      committedDate: '2025-09-15',
      merchandiserId: 'zhou-min',
      packageId: packageIdOf(contractId, 'L2'),
      trackingId: trackingIdOf(contractId, 'L2'),
      salespersonId: 'li-na',
      contractVersion: 1,
      gates: {
        RELEASE_PRODUCTION: { state: imported.gates.RELEASE_PRODUCTION.state },
        DISPATCH: { state: imported.gates.DISPATCH.state },
      },
      executionFormAccepted: true,
      opening: { producedQty: '5', onTheRoadQty: '3', deliveredQty: '9' },
    });
    expect(first?.[1]).toMatchObject({ qty: '2', opening: { producedQty: '0', onTheRoadQty: '0', deliveredQty: '0' } });
  });
  it.each([
    ['nothing is told of what is made', {}, '3'],
    ['less is told to be made than has left', { producedQty: '4' }, '3'],
  ])('what has left is made, where %s (P-140)', (_title, produced, producedQty) => {
    const [, second] = ordersAfter({ ...produced, shippedQty: '12', deliveredQty: '9' });
    expect(second?.[1].opening).toEqual({ producedQty, onTheRoadQty: '3', deliveredQty: '9' });
  });
  it.each(['24', '25'])('a line of 24 of which %s are delivered has no order (P-140)', (deliveredQty) =>
    expect(ordersAfter({ shippedQty: deliveredQty, deliveredQty }).map(([target]) => target)).toEqual(['L1']),
  );
  it('an order that is there, or whose place is taken, is nothing to do (P-02, P-57)', () =>
    expect(receiveOrdersWhenContractImported.nothingToDo).toEqual(['DUPLICATE_PRODUCTION_ORDER', 'ORDER_ENDED']));
});
