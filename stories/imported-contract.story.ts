import { EmbeddedClient } from '../tools/testing/embedded-client.js';
import { eventually } from '../tools/testing/eventually.js';
import { Deal } from './deal.fixtures.js';

const TODAY = '2025-03-10';

/** Ten machines: six made, five away, four of them signed for; a spare part that was delivered in full. */
function runningContract(contractNo: string) {
  const line = { itemCode: 'M-1', name: '冷水机组', uom: '台', taxRateBps: 1300, committedDate: '2025-06-01' };
  const milestone = { netDays: 7, gate: 'NONE' };
  return {
    contractNo,
    signedOn: '2024-06-03',
    document: {
      projectName: '滨江广场',
      customer: { name: '滨江置业' },
      salespersonId: 'li-na',
      merchandiserId: 'zhou-min',
      operationMode: 'OWN_PRODUCTION',
      lines: [
        { ...line, lineId: 'L1', qty: '10', unitPrice: '1000', fulfilment: 'MAKE' },
        { ...line, lineId: 'L2', qty: '2', unitPrice: '500', fulfilment: 'BUY' },
      ],
      paymentMilestones: [
        { ...milestone, id: 'A', kind: 'ADVANCE', amountFen: 300_000, trigger: 'SIGNED', gate: 'RELEASE_PRODUCTION' },
        { ...milestone, id: 'B', kind: 'DELIVERY', amountFen: 800_000, trigger: 'DELIVERED' },
      ],
      rightsAndObligations: '按约',
    },
    triggered: [],
    receipts: [
      {
        bankRef: `R-${contractNo}`,
        amountFen: 300_000,
        receivedOn: '2024-06-10',
        instrument: 'TRANSFER',
        allocations: [{ milestoneId: 'A', amountFen: 300_000 }],
      },
    ],
    produced: [{ lineId: 'L1', qty: '6' }],
    shipped: [
      { lineId: 'L1', qty: '5' },
      { lineId: 'L2', qty: '2' },
    ],
    delivered: [
      { lineId: 'L1', qty: '4' },
      { lineId: 'L2', qty: '2' },
    ],
    installed: [],
    accepted: [],
  };
}

describe('a contract that came as a running one goes on here', () => {
  let client: EmbeddedClient;
  beforeAll(async () => {
    client = await EmbeddedClient.start(`${TODAY}T01:00:00Z`);
  });
  afterAll(() => client.stop());

  const imported = async (contractNo: string) => {
    const path = '/api/v1/contracts/import-contract';
    const answer = await client.call('sun-li', ['COMMERCE'], 'contract', path, runningContract(contractNo));
    expect(answer.status).toBe(201);
    return Deal.found(client, contractNo);
  };
  const noDeadLetters = async () => {
    for (const service of ['contract', 'production'] as const) {
      const { body } = await client.call('a', ['ADMIN'], service, '/admin/dead-letters');
      expect(body.items).toEqual([]);
    }
  };

  it('the rest is made, what is on the road arrives, and the line ends with ten of ten delivered (P-140, P-141, C-81)', async () => {
    const deal = await imported('HT-2024-OPEN-1');
    const [order] = await eventually(async () => {
      const orders = await deal.orders();
      return orders.length === 1 && orders;
    }, 'one order, of the line that is not delivered in full');
    expect(order).toMatchObject({ lineId: 'L1' });
    expect(await deal.state('L1')).toMatchObject({ qty: '6', executionFormAccepted: true });
    const receiver = await client.keptPerson('WAREHOUSE', 'production');
    const [onTheRoad] = (await deal.state('L1')).shipments;
    expect(onTheRoad).toMatchObject({ state: 'DISPATCHED', qty: '1' });
    await deal.do('WAREHOUSE', 'L1', 'confirm-delivery', {
      shipmentId: onTheRoad.shipmentId,
      signedByRef: receiver,
      on: TODAY,
    });
    const onHand = await deal.ready('L1', '1');
    await deal.do('WAREHOUSE', 'L1', 'dispatch-shipment', onHand);
    await deal.do('WAREHOUSE', 'L1', 'confirm-delivery', {
      shipmentId: onHand.shipmentId,
      signedByRef: receiver,
      on: TODAY,
    });
    await deal.make('L1', '4');
    const rest = await deal.ready('L1', '4');
    await deal.do('WAREHOUSE', 'L1', 'dispatch-shipment', rest);
    await deal.do('WAREHOUSE', 'L1', 'confirm-delivery', {
      shipmentId: rest.shipmentId,
      signedByRef: receiver,
      on: TODAY,
    });
    await eventually(async () => (await deal.contract()).delivery === 'FULL', 'the contract is delivered');
    expect((await deal.contract()).progress.L1).toMatchObject({ shippedQty: '10', deliveredQty: '10' });
    expect(await deal.milestone('B')).toMatchObject({ status: 'DUE', dueOn: '2025-03-17' });
    expect((await deal.order('L1')).state).toBe('CLOSED');
    await noDeadLetters();
  });

  it('a termination ends its order, and it is settled (C-75, C-98)', async () => {
    const deal = await imported('HT-2024-OPEN-2');
    await eventually(async () => (await deal.orders()).length === 1, 'its order has come');
    const why = { initiator: 'CUSTOMER', reason: '项目取消', docRef: 'JC-1' };
    await deal.do('COMPANY_LEADER', 'contract', 'terminate-contract', why);
    const settled = await eventually(async () => {
      const answer = await deal.try('COMPANY_LEADER', 'contract', 'settle-termination', { finalFen: 500_000 });
      return answer.status === 200 && answer;
    }, 'the order has told its end');
    expect(settled.body.events).toMatchObject([{ type: 'ContractSettled' }, { type: 'PaymentMilestoneDue' }]);
    expect(await deal.milestone('SETTLEMENT')).toMatchObject({ amountFen: 200_000, status: 'DUE' });
    await noDeadLetters();
  });
});
