import type { Role } from '@engsales/http';
import { addDays, daysBetween } from '@engsales/values';
import { ARTEFACT_TYPES } from '../services/production/src/domain/engineering-package/engineering-package.values.js';
import { eventually } from '../tools/testing/eventually.js';
import type { Reply, Service, SystemClient } from '../tools/testing/system-client.js';
import { fixtureP1 } from './walk-p1/fixture-p1.js';

const PEOPLE: Partial<Record<Role, string>> = { SALES: 'li-na', MERCHANDISER: 'zhou-min', STEP_OWNER: 'ma-jun' };
const COLLECTIONS = { contract: 'contracts', production: 'production-orders' } as const;

interface OrderRow {
  readonly productionOrderId: string;
  readonly lineId: string;
  readonly state: string;
  readonly packageId: string;
  readonly trackingId: string;
  readonly trackingState: string;
}

/** Fixture P1 in a running system, wherever its services run, led by whoever may. */
export class Deal {
  private constructor(
    readonly client: SystemClient,
    readonly today: string,
    readonly contractId: string,
  ) {}

  static async signed(client: SystemClient, contractNo: string): Promise<Deal> {
    const { body: clock } = await client.call('admin', ['ADMIN'], 'contract', '/admin/clock');
    const today = String(clock.today);
    const shift = daysBetween('2025-03-10', today);
    const document = {
      ...fixtureP1((date) => addDays(date, shift)),
      salespersonId: 'li-na',
      merchandiserId: 'zhou-min',
    };
    const { body } = await client.call('li-na', ['SALES'], 'contract', '/api/v1/contracts', document);
    const deal = new Deal(client, today, String(body.id));
    await deal.do('SALES', 'contract', 'submit-for-approval');
    await deal.do('COMPANY_LEADER', 'contract', 'approve-contract');
    const signatories = [
      { side: 'OURS', personRef: await client.keptPerson('COMMERCE', 'contract') },
      { side: 'THEIRS', personRef: await client.keptPerson('COMMERCE', 'contract') },
    ];
    const signing = { contractNo, signedOn: today, signatories, scanRef: 'scan' };
    await deal.do('COMMERCE', 'contract', 'sign-contract', signing);
    await deal.become(['RECEIVED', 'RECEIVED', 'RECEIVED']);
    return deal;
  }

  /** One that was signed by somebody else. */
  static async found(client: SystemClient, contractNo: string): Promise<Deal> {
    const { body: clock } = await client.call('admin', ['ADMIN'], 'contract', '/admin/clock');
    const known = await eventually(async () => {
      const { body } = await client.call('x', ['COMMERCE'], 'contract', `/api/v1/contracts?contractNo=${contractNo}`);
      return body.items.length === 1 && body.items[0];
    }, `the contract ${contractNo} is in the list`);
    return new Deal(client, String(clock.today), String(known.contractId));
  }

  call(role: Role, service: Service, path: string, body?: object, headers: object = {}): Promise<Reply> {
    return this.client.call(PEOPLE[role] ?? role.toLowerCase(), [role], service, path, body, headers);
  }

  /** A command to the `contract`, or to its order of a line. */
  async try(role: Role, at: string, command: string, body: object = {}, headers: object = {}) {
    const service = at === 'contract' ? 'contract' : 'production';
    const id = at === 'contract' ? this.contractId : (await this.order(at)).productionOrderId;
    return this.call(role, service, `/api/v1/${COLLECTIONS[service]}/${id}/${command}`, body, headers);
  }

  /** One that must pass. */
  async do(role: Role, at: string, command: string, body: object = {}): Promise<Reply['body']> {
    return passed(command, await this.try(role, at, command, body));
  }

  async refused(role: Role, at: string, command: string, body: object = {}) {
    const { status, body: problem } = await this.try(role, at, command, body);
    return [status, problem.code as string];
  }

  async contract(): Promise<Reply['body']> {
    return (await this.call('COMMERCE', 'contract', `/api/v1/contracts/${this.contractId}`)).body;
  }

  async milestone(id: string): Promise<Reply['body']> {
    return (await this.contract()).milestones.find((milestone: { id: string }) => milestone.id === id);
  }

  async orders(): Promise<OrderRow[]> {
    return (await this.call('PMC', 'production', `/api/v1/production-orders?contractId=${this.contractId}`)).body.items;
  }

  async order(lineId: string): Promise<OrderRow> {
    const row = (await this.orders()).find((order) => order.lineId === lineId);
    if (!row) throw new Error(`there is no order of ${lineId}`);
    return row;
  }

  async state(lineId: string): Promise<Reply['body']> {
    const { productionOrderId } = await this.order(lineId);
    return (await this.call('PMC', 'production', `/api/v1/production-orders/${productionOrderId}`)).body;
  }

  /** The orders of L1, L2, L3, in this order. */
  become(states: readonly string[]): Promise<OrderRow[]> {
    return eventually(async () => {
      const orders = await this.orders();
      return orders.length === states.length && orders.every((order, i) => order.state === states[i]) && orders;
    }, states.join());
  }

  async receive(bankRef: string, amountFen: number, milestoneId: string): Promise<void> {
    const paid = { bankRef, amountFen, receivedOn: this.today, instrument: 'TRANSFER' };
    await this.do('FINANCE', 'contract', 'record-receipt', { ...paid, allocations: [{ milestoneId, amountFen }] });
  }

  async release(gate: 'RELEASE_PRODUCTION' | 'DISPATCH'): Promise<void> {
    const credit = { gate, until: addDays(this.today, 30), reason: '拨款延迟' };
    await this.do('COMPANY_LEADER', 'contract', 'grant-credit-release', credit);
  }

  /** The gate as production sees it. */
  gate(lineId: string, gate: string, state: string): Promise<unknown> {
    return eventually(async () => (await this.state(lineId)).gates?.[gate]?.state === state, `${gate} is ${state}`);
  }

  /** Everything made of a line, on credit. */
  async produce(lineId: string, qty: string): Promise<void> {
    await this.do('SALES', 'contract', 'submit-execution-form');
    await this.do('COMMERCE', 'contract', 'accept-execution-form');
    await this.release('RELEASE_PRODUCTION');
    await this.gate(lineId, 'RELEASE_PRODUCTION', 'OVERRIDDEN');
    await this.make(lineId, qty);
  }

  /** From the hand-over to the last good piece, of an order that may be released. */
  async make(lineId: string, qty: string): Promise<void> {
    await this.do('MERCHANDISER', lineId, 'hand-over-to-engineering', { backupCopyRef: 'cabinet-3' });
    await this.engineer(await this.order(lineId));
    await eventually(async () => (await this.state(lineId)).bom, 'the BOM is here');
    await this.do('PMC', lineId, 'accept-bom');
    const days = { plannedStart: this.today, plannedEnd: addDays(this.today, 60) };
    const steps = [{ seq: 1, name: '总装', ownerId: 'ma-jun', ...days }];
    await this.do('WORKSHOP_DIRECTOR', lineId, 'plan-order', { steps });
    await this.do('PMC', lineId, 'release-order', { instructionNo: 'SC-1' });
    await this.do('STEP_OWNER', lineId, 'start-step', { stepId: 'S1' });
    await this.do('STEP_OWNER', lineId, 'report-progress', { stepId: 'S1', goodQty: qty, doneOn: this.today });
  }

  private async engineer({ packageId }: OrderRow): Promise<void> {
    const path = `/api/v1/engineering-packages/${packageId}`;
    const artefact = async (command: string, body: object = {}) =>
      passed(command, await this.call('ENGINEERING', 'production', `${path}/${command}`, body));
    const copper = {
      itemCode: 'CU-22',
      name: '铜管',
      qty: '2.5',
      uom: 'm',
      scrapBps: 300,
      unitCost: '42',
      supply: 'BUY',
    };
    for (const type of ARTEFACT_TYPES) {
      if (type === 'BOM') await artefact('submit-bom', { lines: [copper], rev: 'B' });
      else await artefact('submit-artefact', { type, docRef: type, rev: 'B' });
      await artefact('confirm-artefact', { type });
    }
    await artefact('release-package');
  }

  /** Planned and inspected: ready to leave. */
  async ready(lineId: string, qty: string): Promise<{ shipmentId: string; carrierRef: string }> {
    await this.do('MERCHANDISER', lineId, 'plan-shipment', { qty });
    const shipmentId = String((await this.state(lineId)).shipments.at(-1).shipmentId);
    await this.do('QC', lineId, 'inspect-shipment', { shipmentId, result: 'PASSED', certRef: 'QC-1' });
    return { shipmentId, carrierRef: '临江物流' };
  }
}

function passed(command: string, { status, body }: Reply): Reply['body'] {
  if (status >= 300) throw new Error(`${command} answered ${status} ${JSON.stringify(body)}`);
  return body;
}
