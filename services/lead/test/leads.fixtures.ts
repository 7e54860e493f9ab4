import lead from '../../../docs/openapi/lead.json';
import { HttpWorld } from '../../../tools/testing/http-world.js';
import { keptPerson } from '../../../tools/testing/kept-person.js';
import type { Person } from '../../../tools/testing/service-under-test.js';
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

/** The lead service over HTTP, its neighbours over a bus in memory. */
export class Market extends HttpWorld {
  constructor() {
    super(LeadModule, lead, liNa);
  }

  override begin(now = '2025-03-07T01:00:00Z', env: Readonly<Record<string, string>> = {}): Promise<void> {
    return super.begin(now, env);
  }

  becomes(leadId: string, wanted: object): Promise<void> {
    return this.shows(`${LEADS}/${leadId}`, wanted);
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
