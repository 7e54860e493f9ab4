import { ContractModule } from '@engsales/contract';
import { startForTest, type Person, type ServiceUnderTest } from '../../../tools/testing/service-under-test.js';
import { aDocument } from '../src/domain/contract/contract.fixtures.js';
import { BASE, commerce, finance } from './http-walk.fixtures.js';

const running = (contractNo: string) => ({ contractNo, signedOn: '2024-06-03', document: aDocument() });
const importAs = (service: ServiceUnderTest, person: Person, contractNo: string) =>
  service.post(person, `${BASE}/import-contract`, running(contractNo));

describe('the opening import over HTTP', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startForTest(ContractModule, { env: { CONTRACT_IMPORT_UNTIL: '2025-03-10' } });
  });
  afterAll(() => service.stop());

  it('is confirmed by a second person, and every view says whether it was (C-114)', async () => {
    const { status, body } = await importAs(service, commerce, 'HT-2024-0117');
    expect([status, body.code]).toEqual([201, undefined]);
    const contract = `${BASE}/${body.id}`;
    const seen = async (position: string) => {
      const list = await service.get(finance, `${BASE}?contractNo=HT-2024-0117&minPosition=${position}`);
      const [state, card] = [await service.get(finance, contract), await service.get(finance, `${contract}/card`)];
      return [state.body.imported, card.body.imported, list.body.items[0].imported];
    };
    const imported = { by: 'sun-li', on: '2025-03-10', confirmedBy: null };
    expect(await seen(body.position)).toEqual([imported, imported, imported]);
    const own = await service.post(
      { ...commerce, roles: ['COMPANY_LEADER', 'COMMERCE'] },
      `${contract}/confirm-import`,
    );
    expect([own.status, own.body.code, own.body.details]).toEqual([
      422,
      'SEPARATION_OF_DUTIES',
      { command: 'ConfirmImport', by: 'sun-li', earlier: 'ImportContract' },
    ]);
    const second = await service.post(finance, `${contract}/confirm-import`);
    expect(second.body.events).toMatchObject([{ type: 'ImportConfirmed' }]);
    const confirmed = { ...imported, confirmedBy: 'he-jing' };
    expect(await seen(second.body.position)).toEqual([confirmed, confirmed, confirmed]);
  });

  it('is sent by POST only: the path is no contract', async () => {
    const { status, headers, body } = await service.get(finance, `${BASE}/import-contract`);
    expect([status, headers.allow, body.code]).toEqual([405, 'POST', 'METHOD_NOT_ALLOWED']);
  });

  it('ends after the day that is configured, also for a trial; what was imported before is answered again (C-115)', async () => {
    const key = { 'Idempotency-Key': 'before' };
    const before = await service.post(commerce, `${BASE}/import-contract`, running('HT-2024-0118'), key);
    await service.post({ id: 'admin', roles: ['ADMIN'] }, '/admin/clock', { now: '2025-03-11T01:00:00Z' });
    const again = await service.post(commerce, `${BASE}/import-contract`, running('HT-2024-0118'), key);
    expect([again.status, again.body.id]).toEqual([201, before.body.id]);
    for (const path of ['import-contract', 'import-contract?dryRun=true']) {
      const { status, body } = await service.post(commerce, `${BASE}/${path}`, running('HT-2024-0119'));
      expect([status, body.code]).toEqual([422, 'IMPORT_CLOSED']);
      expect(body.details).toEqual({ openUntil: '2025-03-10', today: '2025-03-11' });
    }
  });
});
