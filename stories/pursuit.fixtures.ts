import path from 'node:path';
import { embeddedKey, type Role } from '@engsales/http';
import { addDays, daysBetween } from '@engsales/values';
import { eventually } from '../tools/testing/eventually.js';
import { SERVICE_NAMES, type Reply, type Service, type SystemClient } from '../tools/testing/system-client.js';
import { fixtureP1, P1_SIGNED_ON } from './walk-p1/fixture-p1.js';
import { walkLead } from './walk-p1/p1-lead.js';
import { TenderStory } from './walk-p1/p1-tender.js';
import { StoryRun } from './walk-p1/story-run.js';

const PEOPLE: Partial<Record<Role, string>> = { SALES: 'E1001', COMMERCE: 'E2003', COMPANY_LEADER: 'E0001' };
const COLLECTIONS = { lead: 'leads', tender: 'tenders', contract: 'contracts' } as const;
type Led = keyof typeof COLLECTIONS;

/** A project from its lead to its contract in a running system, wherever its services run. Every day of it is today. */
export class Pursuit {
  contractId = '';

  private constructor(
    readonly client: SystemClient,
    readonly today: string,
    private readonly story: StoryRun,
    private readonly bid: TenderStory,
  ) {}

  /** A bid that is handed in, with its bond. */
  static async submitted(client: SystemClient, no: string): Promise<Pursuit> {
    const { body: clock } = await client.call('admin', ['ADMIN'], 'contract', '/admin/clock');
    const today = String(clock.today);
    const shift = daysBetween(P1_SIGNED_ON, today);
    const context = { contractNo: no, date: (day: string) => addDays(day, shift), setsClock: false };
    const urls = Object.fromEntries(
      SERVICE_NAMES.map((name) => [name, `http://127.0.0.1:${String(client.portOf(name))}`]),
    );
    const story = new StoryRun(urls, await embeddedKey(path.join(client.dataDir, 'keys')), () => undefined);
    const bid = new TenderStory(story, await walkLead(story, context), context);
    await bid.announced();
    await bid.written();
    await bid.submitted();
    return new Pursuit(client, today, story, bid).checked();
  }

  static async opened(client: SystemClient, no: string): Promise<Pursuit> {
    const pursuit = await Pursuit.submitted(client, no);
    await pursuit.bid.opened();
    return pursuit.checked();
  }

  /** One that is won, with the draft of its contract. */
  static async awarded(client: SystemClient, no: string): Promise<Pursuit> {
    const pursuit = await Pursuit.opened(client, no);
    pursuit.contractId = await pursuit.bid.awarded();
    return pursuit.checked();
  }

  get leadId(): string {
    return this.bid.leadId;
  }

  get tenderId(): string {
    return this.bid.tenderId;
  }

  /** What the contract says beyond the award, and whatever it says instead of it. */
  async revise(changes: object = {}): Promise<Reply> {
    const { document } = await this.shown('contract');
    const shift = daysBetween(P1_SIGNED_ON, this.today);
    const { customer, source, projectName, salespersonId } = document;
    const terms = { ...fixtureP1((day) => addDays(day, shift)), customer, source, projectName, salespersonId };
    return this.try('SALES', 'contract', 'revise-contract', { ...terms, merchandiserId: 'E3007', ...changes });
  }

  async approved(): Promise<void> {
    passed('revise', await this.revise());
    await this.do('SALES', 'contract', 'submit-for-approval');
    await this.do('COMPANY_LEADER', 'contract', 'approve-contract');
  }

  /** What it is signed with, under a number. */
  async signature(contractNo: string): Promise<object> {
    const signatories = [
      { side: 'OURS', personRef: await this.client.keptPerson('COMMERCE', 'contract') },
      { side: 'THEIRS', personRef: await this.client.keptPerson('COMMERCE', 'contract') },
    ];
    return { contractNo, signedOn: this.today, signatories, scanRef: 'scan' };
  }

  async sign(contractNo: string): Promise<Reply> {
    return this.try('COMMERCE', 'contract', 'sign-contract', await this.signature(contractNo));
  }

  call(role: Role, service: Service, target: string, body?: object): Promise<Reply> {
    return this.client.call(PEOPLE[role] ?? role.toLowerCase(), [role], service, target, body);
  }

  try(role: Role, at: Led, command: string, body: object = {}): Promise<Reply> {
    return this.call(role, at, `/api/v1/${COLLECTIONS[at]}/${this.idOf(at)}/${command}`, body);
  }

  /** One that must pass. */
  async do(role: Role, at: Led, command: string, body: object = {}): Promise<Reply['body']> {
    return passed(command, await this.try(role, at, command, body));
  }

  async refused(role: Role, at: Led, command: string, body: object = {}) {
    const { status, body: problem } = await this.try(role, at, command, body);
    return [status, problem.code as string];
  }

  async shown(at: Led): Promise<Reply['body']> {
    return (await this.call('COMPANY_LEADER', at, `/api/v1/${COLLECTIONS[at]}/${this.idOf(at)}`)).body;
  }

  async bond(): Promise<Reply['body']> {
    return (await this.call('FINANCE', 'tender', `/api/v1/bonds/${this.bid.bondId}`)).body;
  }

  /** Waits until all of it has come to these ends. */
  become(wanted: { lead?: string; outcome?: string; tender?: string; contract?: string; bond?: string }) {
    const names = Object.keys(wanted) as (keyof typeof wanted)[];
    return eventually(async () => {
      const lead = await this.shown('lead');
      const found = {
        lead: lead.state,
        outcome: lead.outcome,
        tender: (await this.shown('tender')).state,
        contract: this.contractId && (await this.shown('contract')).state,
        bond: (await this.bond()).state,
      };
      return names.every((name) => found[name] === wanted[name]);
    }, JSON.stringify(wanted));
  }

  /** The contracts of the project. */
  async contracts(): Promise<Reply['body'][]> {
    return (await this.call('COMPANY_LEADER', 'contract', `/api/v1/contracts?projectId=${this.leadId}`)).body.items;
  }

  async eventsOf(at: Led): Promise<string[]> {
    return (await this.history(at, COLLECTIONS[at], this.idOf(at))).map(({ type }) => type);
  }

  /** What every event of the project is correlated by. */
  async correlations(): Promise<string[]> {
    const parts = [
      this.history('lead', 'leads', this.leadId),
      this.history('tender', 'tenders', this.tenderId),
      this.history('tender', 'bonds', this.bid.bondId),
      ...(this.contractId ? [this.history('contract', 'contracts', this.contractId)] : []),
    ];
    const events = (await Promise.all(parts)).flat();
    return [...new Set(events.map(({ correlationId }) => correlationId))];
  }

  private async history(service: Led, collection: string, id: string) {
    const { body } = await this.call('COMPANY_LEADER', service, `/api/v1/${collection}/${id}/history?limit=200`);
    return body.items as { type: string; correlationId: string }[];
  }

  private idOf(at: Led): string {
    return { lead: this.leadId, tender: this.tenderId, contract: this.contractId }[at];
  }

  /** The way so far was as the walk tells it. */
  private checked(): this {
    if (this.story.failures.length > 0) throw new Error(this.story.failures.join('\n'));
    return this;
  }
}

function passed(command: string, { status, body }: Reply): Reply['body'] {
  if (status >= 300) throw new Error(`${command} answered ${status} ${JSON.stringify(body)}`);
  return body;
}
