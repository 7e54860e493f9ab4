import { keptPerson } from '../../../tools/testing/kept-person.js';
import {
  ADMIN,
  startForTest,
  type Answer,
  type Person,
  type ServiceUnderTest,
} from '../../../tools/testing/service-under-test.js';
import { LeadModule } from '../src/lead.module.js';

export const liNa: Person = { id: 'li-na', roles: ['SALES'] };
export const zhaoLei: Person = { id: 'zhao-lei', roles: ['SALES'] };
export const manager: Person = { id: 'wang-fang', roles: ['SALES_MANAGER'] };
export const leader: Person = { id: 'chen-zong', roles: ['COMPANY_LEADER'] };
export const crm: Person = { id: 'crm-1', roles: ['CRM_CENTER'] };
export const cashier: Person = { id: 'qian-hui', roles: ['FINANCE'] };
export const bi: Person = { id: 'bi-1', roles: ['BI'] };

export const LEADS = '/api/v1/leads';
export const PARTIES = '/api/v1/parties';
export const VISITS = '/api/v1/visits';
export const SAMPLES = '/api/v1/sample-projects';
export const CHANNELS = '/api/v1/channels';

export const aHospital = {
  kind: 'ORGANISATION',
  name: '临江市第二人民医院',
  roles: ['OWNER', 'USER'],
  customerSegment: 'ENTERPRISE_INSTITUTION',
  city: '临江市',
};

/** The lead service, and what people do outside the office over HTTP. */
export class Field {
  service!: ServiceUnderTest;
  /** Of the last command: what every list has to show. */
  private position?: string;
  /** Party and contact of every registered project. */
  private registered?: Promise<{ partyId: string; contactId: string }>;
  private leads = 0;
  private lines = 0;

  async begin(now = '2025-03-07T01:00:00Z'): Promise<void> {
    // specs move the clock by months, and no lead falls back to the pool meanwhile
    this.service = await startForTest(LeadModule, { now, env: { LEAD_RECYCLE_DAYS: '0' } });
  }

  goTo(now: string): Promise<Answer> {
    return this.service.post(ADMIN, '/admin/clock', { now });
  }

  /** A command that passes. */
  async done(person: Person, path: string, body: object = {}): Promise<Answer['body']> {
    const answer = await this.service.post(person, path, body);
    if (answer.status > 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    this.position = String(answer.body.position);
    return answer.body;
  }

  /** Something that begins; its id. */
  async begun(person: Person, path: string, body: object): Promise<string> {
    return String((await this.done(person, path, body)).id);
  }

  /** What a command is refused with. */
  async refused(person: Person, path: string, body: object = {}): Promise<Record<string, unknown>> {
    const { status, body: problem } = await this.service.post(person, path, body);
    return { status, code: problem.code, ...problem.details };
  }

  async get(path: string, person: Person = liNa): Promise<Answer['body']> {
    const answer = await this.service.get(person, path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** A list that shows the last command. */
  async list(path: string, query: Record<string, string> = {}): Promise<Answer['body']> {
    const { position: minPosition } = this;
    const asked = new URLSearchParams({ ...query, ...(minPosition ? { minPosition } : {}) });
    return this.get(`${path}?${asked.toString()}`);
  }

  person(name = '王建国'): Promise<string> {
    return keptPerson(this.service, crm, name);
  }

  /** A party with one contact. */
  async partyWithContact(body: object = aHospital): Promise<{ partyId: string; contactId: string }> {
    const partyId = await this.begun(liNa, PARTIES, body);
    const personRef = await this.person();
    await this.done(liNa, `${PARTIES}/${partyId}/add-contact`, { personRef, post: '基建科科长' });
    const { contacts } = await this.get(`${PARTIES}/${partyId}`);
    return { partyId, contactId: String(contacts[0].contactId) };
  }

  /** A lead of this salesperson: a mere hint, a registered project, or one that was given up. */
  async lead(words: { state?: 'CAPTURED' | 'QUALIFYING' | 'ABANDONED'; by?: Person } = {}): Promise<string> {
    const { state = 'QUALIFYING', by = liNa } = words;
    this.leads += 1;
    const hint = { projectName: `二院新院区 ${this.leads}`, city: '临江市', source: 'DESIGN_INSTITUTE' };
    const leadId = await this.begun(by, LEADS, hint);
    if (state === 'CAPTURED') return leadId;
    this.registered ??= this.partyWithContact({ ...aHospital, name: '临江市卫生健康委员会' });
    const contactRegister = [{ ...(await this.registered), role: '基建负责人' }];
    await this.done(by, `${LEADS}/${leadId}/register-project`, { contactRegister });
    if (state === 'ABANDONED') {
      await this.done(by, `${LEADS}/${leadId}/abandon-lead`, { reason: 'NO_FUNDING', note: '财政资金未落实' });
    }
    return leadId;
  }

  productLine(): Promise<string> {
    this.lines += 1;
    const words = { code: `LINE-${this.lines}`, name: '冷水机组', kind: 'EQUIPMENT', targetProcesses: [] };
    return this.begun(manager, '/api/v1/product-lines', words);
  }
}
