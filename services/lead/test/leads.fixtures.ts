import type { PublicEvent } from '@engsales/events';
import { MemoryBus } from '@engsales/messaging';
import { aMessage } from '@engsales/messaging/testing';
import lead from '../../../docs/openapi/lead.json';
import { eventually } from '../../../tools/testing/eventually.js';
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

export const LEADS = '/api/v1/leads';
export const HEARD = {
  projectName: '临江市第二人民医院新院区',
  city: '临江市',
  source: 'DESIGN_INSTITUTE',
  estimatedAmountFen: 700_000_000,
};

export const CONFIRMED = [
  'OWNER_CONFIRMED',
  'SCALE_KNOWN',
  'FUNDING_KNOWN',
  'ORG_STRUCTURE_KNOWN',
  'EQUIPMENT_NEEDS_KNOWN',
  'TECHNOLOGY_NEEDS_KNOWN',
];

type Document = Readonly<Record<string, { readonly post?: { readonly responses: Readonly<Record<string, object>> } }>>;

/** The codes that docs/openapi names for this status of a command. */
function documentedCodes(path: string, status: number): readonly unknown[] {
  const isMeant = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  const [, route] =
    Object.entries(lead.paths as Document).find(([template, { post }]) => post && isMeant(template)) ?? [];
  const said = JSON.stringify(route?.post?.responses[String(status)] ?? {});
  return [...said.matchAll(/"enum":(\[[^\]]*\])/g)].flatMap(([, codes = '[]']) => JSON.parse(codes) as unknown[]);
}

/** The lead service over HTTP, its neighbours over a bus in memory. */
export class Market {
  service!: ServiceUnderTest;
  private readonly bus = new MemoryBus();
  private readonly sequences = new Map<string, number>();
  /** Of the last command: what every list has to show. */
  private position?: string;

  async begin(now = '2025-03-07T01:00:00Z', env: Readonly<Record<string, string>> = {}): Promise<void> {
    this.service = await startForTest(LeadModule, { bus: this.bus, now, env });
  }

  async goTo(now: string): Promise<void> {
    const { status } = await this.service.post(ADMIN, '/admin/clock', { now });
    if (status > 201) throw new Error(`the clock answers ${status}`);
  }

  post(person: Person, path: string, body: object = {}): Promise<Answer> {
    return this.service.post(person, path, body);
  }

  /** A command that passes; what it has recorded. */
  async done(person: Person, path: string, body: object = {}): Promise<Answer['body']> {
    const answer = await this.service.post(person, path, body);
    if (answer.status > 201) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    if (answer.body.position) this.position = String(answer.body.position);
    return answer.body;
  }

  async begun(person: Person, path: string, body: object): Promise<string> {
    return String((await this.done(person, path, body)).id);
  }

  /** What a command is refused with; the document of the service names it. */
  async refused(person: Person, path: string, body: object = {}): Promise<Record<string, unknown>> {
    const { status, body: problem } = await this.service.post(person, path, body);
    expect([path, documentedCodes(path, status)]).toEqual([path, expect.arrayContaining([problem.code])]);
    return { status, code: problem.code, ...problem.details };
  }

  async get(path: string, person: Person = liNa): Promise<Answer['body']> {
    const answer = await this.service.get(person, path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** A view that shows the last command. */
  list(path: string, query: Record<string, string> = {}, person: Person = liNa): Promise<Answer['body']> {
    const asked = new URLSearchParams({ ...query, ...(this.position ? { minPosition: this.position } : {}) });
    return this.get(`/api/v1/${path}?${asked.toString()}`, person);
  }

  /** What another service says, once or several times, of the project of a lead. */
  async put<Data>(
    event: PublicEvent<Data>,
    subject: string,
    projectId: string,
    data: object,
    times = 1,
  ): Promise<void> {
    const sequence = (this.sequences.get(subject) ?? 0) + 1;
    this.sequences.set(subject, sequence);
    const message = aMessage(event, data as Data, { subject, projectId, sequence });
    const handled = async () => Number(await this.bus.handledUpTo('lead', event.service));
    for (let time = 0; time < times; time += 1) {
      const before = await handled();
      this.bus.put(message);
      await eventually(async () => (await handled()) > before, `${event.type} is handled`);
    }
  }

  async becomes(leadId: string, wanted: object): Promise<void> {
    await eventually(
      async () => {
        const state = await this.get(`${LEADS}/${leadId}`);
        return Object.entries(wanted).every(([name, value]) => state[name] === value);
      },
      `the lead becomes ${JSON.stringify(wanted)}`,
    );
  }

  async party(name: string, roles: readonly string[] = ['OWNER']) {
    const partyId = await this.begun(liNa, '/api/v1/parties', { kind: 'ORGANISATION', name, roles });
    const personRef = await keptPerson(this.service, liNa);
    await this.done(liNa, `/api/v1/parties/${partyId}/add-contact`, { personRef, post: '基建科科长' });
    const { contacts } = await this.get(`/api/v1/parties/${partyId}`);
    return { partyId, contactId: String(contacts[0].contactId) };
  }

  /** A lead of li-na in DEVELOPING, with its decision maker. */
  async qualified(projectName: string): Promise<{ leadId: string; partyId: string; contactId: string }> {
    const leadId = await this.begun(liNa, LEADS, { ...HEARD, projectName });
    const at = `${LEADS}/${leadId}`;
    const { partyId, contactId } = await this.party(`${projectName}业主`);
    await this.done(liNa, `${at}/register-project`, { contactRegister: [{ partyId, contactId, role: '基建' }] });
    await this.done(liNa, `${at}/record-stakeholder`, { partyId, role: 'OWNER' });
    const description = { scale: '800 床', fundingSource: '财政', fundingStatus: 'SECURED' };
    await this.done(liNa, `${at}/describe-project`, description);
    await this.done(liNa, `${at}/record-needs`, { equipment: [{ name: '冷水机组' }], technology: ['磁悬浮'] });
    for (const item of CONFIRMED) await this.done(liNa, `${at}/confirm-checklist-item`, { item, evidence: '批复' });
    await this.done(liNa, `${at}/confirm-checklist-item`, {
      item: 'DESIGN_INSTITUTE_CONFIRMED',
      evidence: '业主自行设计',
      notApplicableReason: '无设计院',
    });
    const decider = { partyId, contactId, kind: 'DECISION_MAKER', supportLevel: 'SUPPORTS' };
    await this.done(liNa, `${at}/identify-key-person`, decider);
    return { leadId, partyId, contactId };
  }

  async converted(projectName: string): Promise<{ leadId: string; tenderId: string }> {
    const { leadId } = await this.qualified(projectName);
    const conversion = { route: 'TENDER', estimatedAmountFen: 750_000_000 };
    await this.done(liNa, `${LEADS}/${leadId}/convert-lead`, conversion);
    const { pursuits } = await this.get(`${LEADS}/${leadId}`);
    return { leadId, tenderId: String(pursuits[0].id) };
  }
}
