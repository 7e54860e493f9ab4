import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { embeddedKey, signToken, type Role } from '@engsales/http';
import { aDocument } from '../../services/contract/src/domain/contract/contract.fixtures.js';

export const SERVICE_NAMES = ['lead', 'tender', 'contract', 'production', 'aftersales'] as const;
export type Service = (typeof SERVICE_NAMES)[number];

export interface Reply {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

/** What tests ask of a running system, wherever its services run. */
export abstract class SystemClient {
  protected constructor(readonly dataDir: string) {}

  abstract portOf(service: Service): number | undefined;

  async call(
    id: string,
    roles: readonly Role[],
    service: Service,
    target: string,
    body?: object,
    headers: object = {},
  ): Promise<Reply> {
    const key = await embeddedKey(path.join(this.dataDir, 'keys'));
    const token = await signToken(key, { id, name: id, roles }, 1);
    const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    const response = await fetch(`http://127.0.0.1:${this.portOf(service)}${target}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(40_000),
    });
    return { status: response.status, body: await response.json() };
  }

  /** A person in the vault of a service; the same key gives the same one. */
  async keptPerson(role: Role, service: Service, key: string = randomUUID()): Promise<string> {
    const headers = { 'idempotency-key': key };
    const { status, body } = await this.call('keeper', [role], service, '/api/v1/persons', { name: '王建国' }, headers);
    if (status !== 201) throw new Error(`the vault answered ${status} ${JSON.stringify(body)}`);
    return String(body.personRef);
  }

  /** A contract from draft to signature; every request may be made again with the same key, as a caller does after a crash. */
  async signContract(key: string, today: string): Promise<{ contractId: string; position: string }> {
    const post = async (id: string, role: Role, target: string, body: object) => {
      const reply = await this.call(id, [role], 'contract', `/api/v1/contracts${target}`, body, {
        'idempotency-key': key,
      });
      if (reply.status >= 300) throw new Error(`${target} answered ${reply.status} ${JSON.stringify(reply.body)}`);
      return reply.body as { id: string; position: string };
    };
    // promised for a day that no test reaches, so that nothing is late
    const lines = aDocument().lines.map((line) => ({ ...line, committedDate: '2099-09-01' }));
    const { id } = await post('li-na', 'SALES', '', aDocument({ lines }));
    await post('li-na', 'SALES', `/${id}/submit-for-approval`, {});
    await post('wang', 'COMPANY_LEADER', `/${id}/approve-contract`, {});
    const signatories = [
      { side: 'OURS', personRef: await this.keptPerson('COMMERCE', 'contract', `${key}-ours`) },
      { side: 'THEIRS', personRef: await this.keptPerson('COMMERCE', 'contract', `${key}-theirs`) },
    ];
    const { position } = await post('sun-li', 'COMMERCE', `/${id}/sign-contract`, {
      contractNo: `HT-${key}`,
      signedOn: today,
      signatories,
      scanRef: 'scan',
    });
    return { contractId: id, position };
  }

  /** Waits until production has handled the position and what its own feed holds since. */
  async settled(position: string): Promise<void> {
    for (let round = 0, at = position; round < 3; round += 1) {
      const reply = await this.call('admin', ['ADMIN'], 'production', `/admin/consumers?handled=${at}&timeoutMs=30000`);
      if (reply.status !== 200) throw new Error(`not handled: ${JSON.stringify(reply.body)}`);
      at = reply.body.head as string;
    }
  }

  /** Types of every event in production's streams of a category whose data names the contract. */
  async productionEvents(contractId: string): Promise<Record<string, string[]>> {
    const key = await embeddedKey(path.join(this.dataDir, 'keys'));
    const token = await signToken(key, { id: 'admin', name: 'admin', roles: ['ADMIN'] }, 1);
    const response = await fetch(`http://127.0.0.1:${this.portOf('production')}/admin/events?limit=10000`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const streams: Record<string, string[]> = {};
    for (const line of (await response.text()).trim().split('\n')) {
      const event = JSON.parse(line || '{}') as { stream?: string; type?: string; data?: { contractId?: string } };
      if (event.stream && event.data?.contractId === contractId) (streams[event.stream] ??= []).push(event.type ?? '');
    }
    return streams;
  }
}

/** What one signed contract of the fixture makes, no more and no less. */
export function expectExactlyThree(streams: Record<string, string[]>): void {
  const found = Object.entries(streams)
    .map(([stream, types]) => `${stream.split('-')[0]}: ${types.join(' ')}`)
    .sort();
  expect(found).toEqual([
    ...Array<string>(3).fill('engineeringPackage: EngineeringPackageRequested'),
    ...Array<string>(3).fill('orderTracking: OrderTrackingOpened'),
    ...Array<string>(3).fill('productionOrder: ProductionOrderReceived'),
  ]);
}
