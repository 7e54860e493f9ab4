import { expect } from '@jest/globals';
import { keptSignatories } from '../../../tools/testing/kept-person.js';
import type { Answer, Person, ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { aDocument } from '../src/domain/contract/contract.fixtures.js';

export const sales: Person = { id: 'li-na', roles: ['SALES'] };
export const leader: Person = { id: 'wang', roles: ['COMPANY_LEADER'] };
export const commerce: Person = { id: 'sun-li', roles: ['COMMERCE'] };
export const finance: Person = { id: 'he-jing', roles: ['FINANCE'] };
export const BASE = '/api/v1/contracts';

/** A contract that is led over HTTP. Every step but `try` must succeed. */
export class HttpWalk {
  position = '';

  private constructor(
    private readonly service: ServiceUnderTest,
    readonly id: string,
  ) {}

  static async signed(
    service: ServiceUnderTest,
    contractNo: string,
    changes: { readonly salespersonId?: string; readonly [field: string]: unknown } = {},
  ): Promise<HttpWalk> {
    const seller: Person = { id: changes.salespersonId ?? sales.id, roles: ['SALES'] };
    const { body } = await service.post(seller, BASE, { ...aDocument(), ...changes });
    const walk = new HttpWalk(service, String(body.id));
    await walk.do(seller, 'submit-for-approval');
    await walk.do(leader, 'approve-contract');
    await walk.do(commerce, 'sign-contract', {
      contractNo,
      signedOn: service.clock.today(),
      signatories: await keptSignatories(service, commerce),
      scanRef: 'scan-1',
    });
    return walk;
  }

  try(person: Person, command: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.service.post(person, `${BASE}/${this.id}/${command}`, body, headers);
  }

  /** The types of what was recorded. */
  async do(person: Person, command: string, body: object = {}): Promise<string[]> {
    const answer = await this.try(person, command, body);
    expect([answer.status, answer.body.detail ?? '']).toEqual([200, '']);
    this.position = String(answer.body.position);
    return (answer.body.events as { type: string }[]).map((event) => event.type);
  }

  async refused(person: Person, command: string, body: object): Promise<[number, string, Record<string, unknown>]> {
    const answer = await this.try(person, command, body);
    return [answer.status, String(answer.body.code), (answer.body.details ?? {}) as Record<string, unknown>];
  }

  async receive(bankRef: string, amountFen: number, milestoneId?: string, more: object = {}): Promise<string> {
    const allocations = milestoneId ? [{ milestoneId, amountFen }] : [];
    const receivedOn = this.service.clock.today();
    await this.do(finance, 'record-receipt', {
      amountFen,
      receivedOn,
      bankRef,
      instrument: 'TRANSFER',
      allocations,
      ...more,
    });
    const { receipts } = await this.state();
    return String(receipts.at(-1).receiptId);
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the state in all its shapes
  async state(): Promise<any> {
    return (await this.service.get(finance, `${BASE}/${this.id}`)).body;
  }

  async milestone(id: string) {
    const { milestones } = await this.state();
    return milestones.find((milestone: { id: string }) => milestone.id === id);
  }

  /** A list or a card as it is once it shows the last step. */
  async read(path: string) {
    const answer = await this.service.get(
      finance,
      `${path}${path.includes('?') ? '&' : '?'}minPosition=${this.position}`,
    );
    expect(answer.status).toBe(200);
    return answer.body;
  }
}
