import { randomUUID } from 'node:crypto';
import { keptPerson } from '../../../tools/testing/kept-person.js';
import type { PublicEvent, PublicMessage } from '@engsales/events';
import { MemoryBus } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import { eventually } from '../../../tools/testing/eventually.js';
import { startForTest, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { ProductionModule } from '../src/production.module.js';
import { packageIdOf, productionOrderId, trackingIdOf } from '../src/domain/ids.js';

export const merchandiser: Person = { id: 'zhou-min', roles: ['MERCHANDISER'] };
export const engineer: Person = { id: 'chen-gong', roles: ['ENGINEERING'] };
export const pmc: Person = { id: 'pmc-1', roles: ['PMC'] };
export const director: Person = { id: 'zhao-qiang', roles: ['WORKSHOP_DIRECTOR'] };
export const owner: Person = { id: 'ma-jun', roles: ['STEP_OWNER'] };
export const qc: Person = { id: 'qc-1', roles: ['QC'] };
export const warehouse: Person = { id: 'wh-1', roles: ['WAREHOUSE'] };
export const sales: Person = { id: 'li-na', roles: ['SALES'] };

/** Where the orders of a contract are, their packages and trackings. */
export const placesOf = (contractId: string) => ({
  order: (line = 'L3') => `/api/v1/production-orders/${productionOrderId(contractId, line)}`,
  pack: (line = 'L3') => `/api/v1/engineering-packages/${packageIdOf(contractId, line)}`,
  tracking: (line = 'L3') => `/api/v1/order-trackings/${trackingIdOf(contractId, line)}`,
});

/** The whole service about one contract: its messages over a bus in memory, its people and lists over HTTP. */
export class Talk {
  service!: ServiceUnderTest;
  /** Who signs for the goods, in the vault. */
  receiver = '';
  private readonly bus = new MemoryBus();
  private readonly projectId = randomUUID();
  private sequence = 0;
  /** Of the last command: what every list has to show. */
  private position?: string;

  constructor(private readonly contractId: string) {}

  async begin(now: string): Promise<void> {
    this.service = await startForTest(ProductionModule, { bus: this.bus, now });
    this.receiver = await keptPerson(this.service, warehouse);
  }

  readonly message = <Data>(event: PublicEvent<Data>, data: object) => {
    const { contractId, projectId } = this;
    const place = { subject: contractId, projectId, sequence: ++this.sequence };
    return aMessage(event, { ...data, contractId } as Data, place);
  };

  readonly put = async (...messages: PublicMessage[]): Promise<void> => {
    const handled = async () => Number(await this.bus.handledUpTo('production', 'contract'));
    const before = await handled();
    this.bus.put(...messages);
    await eventually(async () => (await handled()) >= before + messages.length, 'messages handled');
  };

  /** A command that passes. */
  readonly done = async (person: Person, path: string, body: object = {}): Promise<void> => {
    const answer = await this.service.post(person, path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 200, undefined]);
    this.position = answer.body.position;
    expect(this.position).toMatch(/^production\./);
  };

  readonly list = async (path: string, query: Record<string, string> = {}) => {
    const parameters = new URLSearchParams(query);
    if (this.position !== undefined) parameters.set('minPosition', this.position);
    const { status, body } = await this.service.get(sales, `/api/v1/${path}?${parameters.toString()}`);
    expect([path, status, body.code]).toEqual([path, 200, undefined]);
    return body;
  };

  readonly state = async (path: string) => (await this.service.get(pmc, path)).body;

  readonly becomes = (wanted: string, path: string) =>
    eventually(async () => (await this.state(path)).state === wanted, wanted);
}
