import { randomUUID } from 'node:crypto';
import type { PublicEvent, PublicMessage } from '@engsales/events';
import { MemoryBus } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import { eventually } from '../../../tools/testing/eventually.js';
import { startForTest, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { LeadModule } from '../src/lead.module.js';

export const manager: Person = { id: 'wang-fang', roles: ['SALES_MANAGER'] };
export const leader: Person = { id: 'zhang-wei', roles: ['COMPANY_LEADER'] };
export const seller: Person = { id: 'li-na', roles: ['SALES'] };
export const marketer: Person = { id: 'gao-yue', roles: ['MARKETING_CENTER'] };

/** The lead service over HTTP, with the messages of its neighbours over a bus in memory. */
export class SalesTalk {
  service!: ServiceUnderTest;
  private readonly bus = new MemoryBus();
  private readonly sequences = new Map<string, number>();
  /** Of the last command: what every list has to show. */
  private position?: string;

  async begin(now = '2025-03-07T01:00:00Z'): Promise<void> {
    this.service = await startForTest(LeadModule, { bus: this.bus, now });
  }

  /** An event of this contract, on the morning of a day. */
  readonly message = <Data>(event: PublicEvent<Data>, contractId: string, data: object, on = '2025-03-07') => {
    const sequence = (this.sequences.get(contractId) ?? 0) + 1;
    this.sequences.set(contractId, sequence);
    const parts = { subject: contractId, projectId: contractId, sequence, time: `${on}T01:00:00.000Z` };
    return aMessage(event, { ...data, contractId } as Data, parts);
  };

  /** Puts messages of contract on the bus and waits until they were handled. */
  readonly put = async (...messages: PublicMessage[]): Promise<void> => {
    const handled = async () => Number(await this.bus.handledUpTo('lead', 'contract'));
    const before = await handled();
    this.bus.put(...messages);
    await eventually(async () => (await handled()) >= before + messages.length, 'messages handled');
  };

  /** Puts a message of another service on the bus. */
  readonly tell = (message: PublicMessage): void => this.bus.put(message);

  /** Waits until a position shows all that is recorded. */
  readonly caughtUp = async (): Promise<void> => {
    this.position = `lead.${await this.service.host.runtime.store.head()}`;
  };

  /** A thing that begins; its id. */
  readonly begun = async (person: Person, collection: string, body: object): Promise<string> => {
    const answer = await this.service.post(person, `/api/v1/${collection}`, body);
    expect([collection, answer.status, answer.body.code]).toEqual([collection, 201, undefined]);
    this.position = answer.body.position;
    return String(answer.body.id);
  };

  /** A command that passes. */
  readonly done = async (person: Person, path: string, body: object = {}): Promise<void> => {
    const answer = await this.service.post(person, `/api/v1/${path}`, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 200, undefined]);
    this.position = answer.body.position;
  };

  /** What a command is refused with. */
  readonly refused = async (person: Person, path: string, body: object = {}) => {
    const { status, body: answer } = await this.service.post(person, `/api/v1/${path}`, body);
    return { status, code: answer.code as string, details: answer.details as Record<string, unknown> };
  };

  readonly state = async (path: string) => {
    const { status, body } = await this.service.get(seller, `/api/v1/${path}`);
    expect([path, status]).toEqual([path, 200]);
    return body;
  };

  /** A list or a view that shows the last command. */
  readonly read = async (path: string, query: Record<string, string> = {}) => {
    const parameters = new URLSearchParams(query);
    if (this.position !== undefined) parameters.set('minPosition', this.position);
    const { status, body } = await this.service.get(seller, `/api/v1/${path}?${parameters.toString()}`);
    expect([path, status, body.code]).toEqual([path, 200, undefined]);
    return body;
  };
}

export const someId = (): string => randomUUID();
