import { canonicalJson } from '@engsales/event-sourcing';
import { signToken, type EmbeddedKey } from '@engsales/http';
import { CAST, type CastMember } from './fixture-p1.js';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface TimelineEntry {
  readonly at: string;
  readonly service: string;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
}

/** A walk in the making: requests as people of the cast, checks counted, refusals kept, lines for the reader. */
export class StoryRun {
  readonly refusals: { readonly step: string; readonly status: number; readonly code: string }[] = [];
  readonly failures: string[] = [];
  steps = 0;
  checks = 0;
  private readonly tokens = new Map<CastMember, string>();
  private requests = 0;

  constructor(
    /** service -> its replicas, which are asked in turn */
    private readonly urls: Readonly<Record<string, string | readonly string[]>>,
    private readonly key: EmbeddedKey,
    readonly say: (line: string) => void,
  ) {}

  /** One step of the story, told before it is done. */
  step(title: string): void {
    this.steps += 1;
    this.say(`\n${String(this.steps).padStart(2)}. ${title}`);
  }

  check(title: string, actual: unknown, expected: unknown): void {
    this.checks += 1;
    if (canonicalJson(actual) === canonicalJson(expected)) {
      this.say(`    ✓ ${title}`);
      return;
    }
    const text = `${title}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`;
    this.failures.push(text);
    this.say(`    ✗ ${text}`);
  }

  async post(who: CastMember, service: string, path: string, body: object = {}): Promise<Answer> {
    return this.request(who, service, path, { method: 'POST', body: JSON.stringify(body) });
  }

  async get(who: CastMember, service: string, path: string): Promise<Readonly<Record<string, unknown>>> {
    const { status, body } = await this.request(who, service, path, {});
    if (status !== 200) throw new Error(`GET ${service} ${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** A command that must be accepted: without it the story cannot go on. */
  async accepted(
    who: CastMember,
    service: string,
    path: string,
    body: object = {},
  ): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.post(who, service, path, body);
    this.check(`accepted, as ${CAST[who].name}`, answer.status < 300, true);
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** A command that must be refused with this status and code. */
  async refused(
    who: CastMember,
    service: string,
    path: string,
    body: object,
    status: number,
    code: string,
  ): Promise<Answer> {
    const answer = await this.post(who, service, path, body);
    this.check(
      `refused with ${code}, as ${CAST[who].name}`,
      { status: answer.status, code: answer.body.code },
      { status, code },
    );
    const { detail } = answer.body;
    if (typeof detail === 'string') this.say(`      “${detail}”`);
    this.refusals.push({ step: path.split('/').at(-1) ?? path, status: answer.status, code: String(answer.body.code) });
    return answer;
  }

  async history(service: string, collection: string, id: string): Promise<TimelineEntry[]> {
    const { items } = await this.get('admin', service, `/api/v1/${collection}/${id}/history`);
    return (items as { recordedAt: string; type: string; actor: { id: string } }[]).map((event) => ({
      at: event.recordedAt,
      service,
      who: nameOf(event.actor.id),
      what: event.type,
      subject: `${collection}/${id}`,
    }));
  }

  private async request(who: CastMember, service: string, path: string, init: RequestInit): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${await this.tokenOf(who)}`,
      'content-type': 'application/json',
      'accept-language': 'zh',
    };
    const replicas = [this.urls[service] ?? []].flat();
    const url = replicas[this.requests++ % replicas.length];
    const response = await fetch(`${url}${path}`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  private async tokenOf(who: CastMember): Promise<string> {
    const known = this.tokens.get(who) ?? (await signToken(this.key, { ...CAST[who], roles: [...CAST[who].roles] }, 1));
    this.tokens.set(who, known);
    return known;
  }
}

function nameOf(actor: string): string {
  return Object.values(CAST).find((member) => member.id === actor)?.name ?? actor.replace(/^system:/, '→ ');
}
