import { ADMIN, type Person } from '../../../tools/testing/service-under-test.js';
import { LEADS, liNa, Market } from './leads.fixtures.js';

const bi: Person = { id: 'bi-1', roles: ['BI'] };
const commerce: Person = { id: 'sun-li', roles: ['COMMERCE'] };

describe('the register of a project, over HTTP', () => {
  const market = new Market();
  let path: string;
  let partyId: string;
  beforeAll(async () => {
    await market.begin();
    const found = await market.qualified('滨江医院');
    partyId = found.partyId;
    path = `${LEADS}/${found.leadId}/documents/contact-register`;
  });
  afterAll(() => market.service.stop());

  const paper = async (person: Person): Promise<string> => {
    const { status, text, headers } = await market.service.get(person, path);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    return text;
  };

  it('names persons to those who sell, the masked form to others, and nobody once erased (L-65, L-66)', async () => {
    for (const text of ['项目联络登记表', '滨江医院业主', '基建科科长', '800 床', '决策人', '支持', '签字'])
      expect(await paper(liNa)).toContain(text);
    for (const person of [liNa, commerce]) expect(await paper(person)).toContain('王建国');
    expect(await paper(bi)).toContain('王*国');
    expect(await paper(bi)).not.toContain('王建国');
    const { contacts } = await market.get(`/api/v1/parties/${partyId}`);
    const { personRef } = contacts[0].person as { personRef: string };
    await market.done(ADMIN, `/admin/personal-data/${personRef}/erase`, { reason: '本人要求' });
    for (const person of [liNa, bi]) expect(await paper(person)).toContain('已删除');
    expect(await paper(liNa)).not.toContain('王');
  });

  it('is there of a lead that there is', async () => {
    const { status } = await market.service.get(
      liNa,
      path.replace(/leads\/[^/]+/, 'leads/0f8fad5b-d9cb-469f-a165-70867728950e'),
    );
    expect(status).toBe(404);
  });
});
