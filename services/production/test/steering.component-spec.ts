import { randomUUID } from 'node:crypto';
import { contractSigned, contractVoided, type ContractSignedData, type ContractVoidedData } from '@engsales/events';
import { MemoryBus } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import signedSample from '../../../libs/events/src/samples/contract.ContractSigned.v1.json';
import voidedSample from '../../../libs/events/src/samples/contract.ContractVoided.v1.json';
import { eventually } from '../../../tools/testing/eventually.js';
import { ADMIN, startForTest, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { productionOrderId } from '../src/domain/ids.js';
import { ProductionModule } from '../src/production.module.js';

const BI = { id: 'bi', roles: ['BI' as const] };
const because = { reason: 'a record that we did not send' };

describe('a group that operators steer', () => {
  let service: ServiceUnderTest;
  let bus: MemoryBus;
  beforeEach(async () => {
    bus = new MemoryBus();
    service = await startForTest(ProductionModule, { bus });
  });
  afterEach(() => service.stop());

  const place = (contractId: string, sequence: number) => ({ subject: contractId, sequence });
  const signed = (contractId: string, sequence = 5) =>
    aMessage(contractSigned, { ...(signedSample as ContractSignedData), contractId }, place(contractId, sequence));
  const voided = (contractId: string, sequence: number) =>
    aMessage(contractVoided, { ...(voidedSample as ContractVoidedData), contractId }, place(contractId, sequence));
  const handled = (count: number) =>
    eventually(async () => Number(await bus.handledUpTo('production', 'contract')) >= count, `${count} handled`);
  const post = (path: string, body: object) => service.post(ADMIN, `/admin/consumers/${path}`, { ...because, ...body });
  const typesOf = async (contractId: string) =>
    (await service.get(ADMIN, `/admin/streams/productionOrder-${productionOrderId(contractId, 'L1')}`)).body.items?.map(
      ({ type }: { type: string }) => type,
    );
  const cursorsOf = async (subject: string) =>
    (await service.get(ADMIN, `/admin/consumers/cursors?source=contract&subject=${subject}`)).body;
  const audited = async () =>
    (await service.get(ADMIN, '/admin/streams/productionAudit-2025-03-10')).body.items.map(
      ({ data }: { data: Record<string, unknown> }) => [data.action, data.target, data.dryRun],
    );

  it('is stepped over a message: said first, then done, and both audited', async () => {
    const [poison, healthy] = [randomUUID(), randomUUID()];
    const body = { source: 'contract', position: 'contract.1' };
    const answer = { group: 'production', source: 'contract', skipped: 'contract@contract.1' };
    expect(await post('skip?dryRun=true', body)).toMatchObject({ status: 200, body: { ...answer, dryRun: true } });
    expect(await bus.hasPassed('production', 'contract', { position: 1n })).toBe(false);
    expect(await post('skip', body)).toMatchObject({ status: 200, body: { ...answer, dryRun: false } });
    bus.put(signed(poison), signed(healthy));
    await handled(2);
    expect(await typesOf(poison)).toBeUndefined();
    expect(await typesOf(healthy)).toEqual(['ProductionOrderReceived']);
    expect(await audited()).toEqual([
      ['SkipMessage', 'production/contract@contract.1', true],
      ['SkipMessage', 'production/contract@contract.1', false],
    ]);
  });

  it.each<[string, object, number, string]>([
    ['a source that it does not read', { source: 'lead', position: 'lead.1' }, 404, 'NOT_FOUND'],
    ['a partition, where it reads a feed', { source: 'contract', partition: 1, offset: '1' }, 400, 'VALIDATION_FAILED'],
    ['no place', { source: 'contract' }, 400, 'VALIDATION_FAILED'],
    ['a position of another service', { source: 'contract', position: 'lead.1' }, 400, 'POSITION_OF_OTHER_SERVICE'],
    ['what it has handled', { source: 'contract', position: 'contract.0' }, 409, 'INVALID_TRANSITION'],
    ['what does not exist yet', { source: 'own', position: 'production.999' }, 400, 'VALIDATION_FAILED'],
  ])('is not stepped over %s', async (_what, body, status, code) => {
    expect(await post('skip', body)).toMatchObject({ status, body: { code } });
  });

  it('that took a forged sequence for true handles the truth once its cursor is set back', async () => {
    const contractId = randomUUID();
    bus.put(signed(contractId), signed(contractId, 5_000), voided(contractId, 9));
    await handled(3);
    expect(await typesOf(contractId)).toEqual(['ProductionOrderReceived']);
    expect(await cursorsOf(contractId)).toEqual({
      items: [{ group: 'production', source: 'contract', subject: contractId, sequence: 5_000 }],
      nextCursor: null,
    });

    const body = { source: 'contract', subject: contractId, sequence: 5 };
    expect((await post('cursors/reset?dryRun=true', body)).body).toMatchObject({ from: 5_000, to: 5, dryRun: true });
    expect((await cursorsOf(contractId)).items).toMatchObject([{ sequence: 5_000 }]);
    expect((await post('cursors/reset', body)).body).toMatchObject({ from: 5_000, to: 5, dryRun: false });
    expect((await cursorsOf(contractId)).items).toMatchObject([{ sequence: 5 }]);
    bus.put(voided(contractId, 9));
    await handled(4);
    expect(await typesOf(contractId)).toEqual(['ProductionOrderReceived', 'ProductionOrderCancelled']);
    expect((await audited()).slice(0, 2)).toEqual([
      ['ResetCursor', `production/contract/${contractId}: 5000 to 5`, true],
      ['ResetCursor', `production/contract/${contractId}: 5000 to 5`, false],
    ]);
  });

  it('forgets an aggregate whose cursor is reset to nothing, and lists the others page by page', async () => {
    const contracts = [randomUUID(), randomUUID(), randomUUID()].sort();
    bus.put(...contracts.map((contractId) => signed(contractId)));
    await handled(3);
    const page = (query: string) => service.get(ADMIN, `/admin/consumers/cursors?source=contract&limit=2${query}`);
    const first = (await page('')).body;
    expect(first.items.map(({ subject }: { subject: string }) => subject)).toEqual(contracts.slice(0, 2));
    expect(first.nextCursor).toBe(contracts[1]);
    expect((await page(`&cursor=${first.nextCursor}`)).body).toMatchObject({
      items: [{ subject: contracts[2], sequence: 5 }],
      nextCursor: null,
    });
    const body = { source: 'contract', subject: contracts[0] };
    expect((await post('cursors/reset', body)).body).toMatchObject({ from: 5, to: null });
    expect(await post('cursors/reset', body)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });

  it('is set back only by who says so for real, and is an ADMIN’s affair', async () => {
    bus.put(signed(randomUUID()));
    await handled(1);
    const back = { source: 'contract', position: 'contract.0' };
    expect((await post('production/rewind?dryRun=true', back)).body).toMatchObject({ dryRun: true });
    const { body } = await service.get(ADMIN, '/admin/consumers');
    expect(body.items).toContainEqual(
      expect.objectContaining({ source: 'contract', position: 'contract.1', duplicate: 0 }),
    );
    for (const path of ['skip', 'cursors/reset'])
      expect(await service.post(BI, `/admin/consumers/${path}`, because)).toMatchObject({ status: 403 });
    expect((await service.get(BI, '/admin/consumers/cursors?source=contract')).status).toBe(403);
  });
});
