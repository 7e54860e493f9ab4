import path from 'node:path';
import { StoryRun, walkP1 } from '@engsales/deploy';
import { embeddedKey, type Role } from '@engsales/service';
import { aDocument } from '../services/contract/src/domain/contract/contract.fixtures.js';
import { EmbeddedClient } from '../tools/testing/embedded-client.js';
import { eventually } from '../tools/testing/eventually.js';

/** S24, S25 and the end of a contract whose orders stand at every stage, on both sides at once. */
describe('sales stops the factory', () => {
  let client: EmbeddedClient;
  beforeAll(async () => {
    client = await EmbeddedClient.start('2025-03-10T01:00:00Z');
  });
  afterAll(() => client.stop());

  const ask = (role: Role, target: string, body?: object) =>
    client.call(role.toLowerCase(), [role], 'contract', target, body);
  const contracts = '/api/v1/contracts';
  const signed = async (contractNo: string) => {
    const { body } = await ask('SALES', contracts, aDocument());
    const contract = `${contracts}/${body.id}`;
    await ask('SALES', `${contract}/submit-for-approval`, {});
    await ask('COMPANY_LEADER', `${contract}/approve-contract`, {});
    const signatories = ['OURS', 'THEIRS'].map((side, i) => ({ side, personRef: `p-${i}` }));
    await ask('COMMERCE', `${contract}/sign-contract`, {
      contractNo,
      signedOn: '2025-03-10',
      signatories,
      scanRef: 's',
    });
    return contract;
  };
  const ordersOf = async (contract: string) => {
    const contractId = contract.slice(contracts.length + 1);
    const { body } = await client.call(
      'x',
      ['PMC'],
      'production',
      `/api/v1/production-orders?contractId=${contractId}`,
    );
    return body.items as { productionOrderId: string; lineId: string; state: string; trackingState: string }[];
  };
  const become = (contract: string, states: readonly string[]) =>
    eventually(async () => {
      const orders = await ordersOf(contract);
      return orders.length === 3 && orders.every((order, i) => order.state === states[i]) && orders;
    }, states.join());

  it('S24: a void right after the signature, the advance refunded, cancels every order', async () => {
    const contract = await signed('HT-S24');
    await become(contract, ['RECEIVED', 'RECEIVED', 'RECEIVED']);
    const money = { amountFen: 210_000_000, bankRef: 'B-1' };
    await ask('FINANCE', `${contract}/record-receipt`, {
      ...money,
      receivedOn: '2025-03-10',
      instrument: 'TRANSFER',
      allocations: [{ milestoneId: 'M1', amountFen: 210_000_000 }],
    });
    const end = { reason: '业主资金未落实', docRef: 'ZF-1' };
    expect((await ask('COMPANY_LEADER', `${contract}/void-contract`, end)).body.code).toBe('RECEIPTS_NOT_REFUNDED');
    await ask('FINANCE', `${contract}/record-refund`, { ...money, on: '2025-03-10' });
    expect((await ask('COMPANY_LEADER', `${contract}/void-contract`, end)).status).toBe(200);
    const orders = await become(contract, ['CANCELLED', 'CANCELLED', 'CANCELLED']);
    const [first] = orders;
    const ship = await client.call(
      'zhou-min',
      ['MERCHANDISER'],
      'production',
      `/api/v1/production-orders/${first!.productionOrderId}/plan-shipment`,
      { qty: '1' },
    );
    expect([ship.status, ship.body.code]).toEqual([409, 'INVALID_TRANSITION']);
    await eventually(
      async () => (await ordersOf(contract)).every((order) => order.trackingState === 'CLOSED'),
      'trackings closed',
    );
  });

  it('S25: a suspension holds every order, and its end frees them', async () => {
    const contract = await signed('HT-S25');
    await become(contract, ['RECEIVED', 'RECEIVED', 'RECEIVED']);
    await ask('COMMERCE', `${contract}/suspend-contract`, { reason: '业主停工', since: '2025-03-10' });
    const holds = async (expected: number) =>
      eventually(async () => {
        const states = await Promise.all(
          (await ordersOf(contract)).map(({ productionOrderId }) =>
            client.call('x', ['PMC'], 'production', `/api/v1/production-orders/${productionOrderId}`),
          ),
        );
        return states.every(({ body }) => (body.holds ?? []).length === expected);
      }, `${expected} holds`);
    await holds(1);
    await ask('COMMERCE', `${contract}/resume-contract`, { resumedOn: '2025-03-10' });
    await holds(0);
  });

  it('a termination ends what is left of P1, after a part of it was delivered, and is settled', async () => {
    const story = new StoryRun(
      client.system.urls,
      await embeddedKey(path.join(client.dataDir, 'keys')),
      () => undefined,
    );
    await walkP1(story, { contractNo: 'HT-END', date: (date) => date });
    expect(story.failures).toEqual([]);
    const { body } = await ask('FINANCE', `${contracts}?contractNo=HT-END`);
    const contract = `${contracts}/${body.items[0].contractId}`;
    const end = { reason: 'x', docRef: 'd' };
    expect((await ask('COMPANY_LEADER', `${contract}/void-contract`, end)).body.code).toBe('CONTRACT_HAS_PERFORMANCE');
    const why = { initiator: 'CUSTOMER', reason: '项目取消', docRef: 'JC-1' };
    expect((await ask('COMPANY_LEADER', `${contract}/terminate-contract`, why)).status).toBe(200);
    await become(contract, ['CANCELLED', 'CANCELLED', 'CLOSED']);
    const settle = () => ask('COMPANY_LEADER', `${contract}/settle-termination`, { finalFen: 420_000_000 });
    const settled = await eventually(async () => {
      const answer = await settle();
      return answer.status === 200 && answer;
    }, 'every order has told its end');
    expect(settled.body.events).toMatchObject([{ type: 'ContractSettled' }]);
    const parked = await Promise.all(
      (['contract', 'production'] as const).map((service) =>
        client.call('a', ['ADMIN'], service, '/admin/dead-letters'),
      ),
    );
    expect(parked.map((answer) => answer.body.items)).toEqual([[], []]);
  });
});
