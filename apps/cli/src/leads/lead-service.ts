import { createHash } from 'node:crypto';
import { ApiCalls, refusalIn, type Connection, type Refusal } from '../api-calls.js';
import type { ReadContact, ReadLead } from './lead-reader.js';

type Body = Readonly<Record<string, unknown>>;

/** The lead service over HTTP. @throws RunEnded when nothing more can come of it */
export class LeadService {
  private readonly calls: ApiCalls;

  constructor(to: Connection) {
    this.calls = new ApiCalls(to, (t) => t.leadService);
  }

  /** Undefined when the row would be taken, else why not. */
  async try({ body }: ReadLead): Promise<Refusal | undefined> {
    return refusalIn(await this.calls.ask('POST', 'leads/import-lead?dryRun=true', { body: JSON.stringify(body) }));
  }

  /** The contact goes to the vault, and the row names the reference only. */
  async take({ key, body, contact }: ReadLead): Promise<Refusal | undefined> {
    const kept = contact && (await this.keep(key, contact));
    if (kept && 'code' in kept) return kept;
    const request: Body =
      kept && contact ? { ...body, contact: { ...kept, post: contact.post, at: contact.at } } : body;
    const sent = { body: JSON.stringify(request), key: keyOf('lead', key) };
    return refusalIn(await this.calls.ask('POST', 'leads/import-lead', sent));
  }

  /** The same row again meets the same person. */
  private async keep(key: string, { person }: ReadContact): Promise<{ personRef: string } | Refusal> {
    const sent = { body: JSON.stringify(person), key: keyOf('lead-contact', key) };
    const answer = await this.calls.ask('POST', 'persons', sent);
    return refusalIn(answer) ?? { personRef: String(answer.body.personRef) };
  }
}

/** A header is Latin, so the row is named by its hash. */
const keyOf = (what: string, key: string) => `import:${what}:${createHash('sha256').update(key).digest('hex')}`;
