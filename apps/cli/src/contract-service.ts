import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { foldedNumber } from '@engsales/values';
import { RunEnded } from './run-ended.js';

/** RFC 9457, as the services answer it. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Connection {
  readonly url: string;
  readonly token: string;
  readonly language: string;
}

interface Listed {
  readonly contractId: string;
  readonly contractNo: string | null;
}

interface Sent {
  readonly body?: string;
  readonly key?: string;
}

interface Again {
  readonly againInMs?: number;
}

const TRIES = 5;
const PAGE = 100;
/** The connection was there, or the service was just too slow. */
const PASSING = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'TimeoutError'];
const BUSY = [429, 502, 503, 504];
const ANSWER_WITHIN_MS = 60_000;

/** The contract service over HTTP. @throws RunEnded when nothing more can come of it */
export class ContractService {
  constructor(private readonly to: Connection) {}

  /** The id of the contract that has exactly this number; the list finds those too that have it as a part of theirs. */
  async find(contractNo: string): Promise<string | undefined> {
    const wanted = foldedNumber(contractNo);
    for (let cursor = ''; ;) {
      const page = `?limit=${PAGE}&contractNo=${encodeURIComponent(contractNo)}${cursor}`;
      const { items, nextCursor } = await this.list<Listed>(page);
      const found = items.find((item) => foldedNumber(item.contractNo ?? '') === wanted);
      if (found || !nextCursor) return found?.contractId;
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
  }

  /** What was imported: the data of the event that began the contract; undefined where it began otherwise. */
  async imported(contractId: string): Promise<object | undefined> {
    const { items } = await this.list<{ readonly type: string; readonly data: object }>(`/${contractId}/history`);
    return items.find(({ type }) => type === 'ContractImported')?.data;
  }

  private async list<Item>(path: string): Promise<{ items: readonly Item[]; nextCursor?: string }> {
    const { status, body } = await this.ask('GET', path);
    const { items, nextCursor } = body;
    if (status >= 429) throw new RunEnded((t) => t.unreachable(this.to.url, `HTTP ${status}`));
    if (status !== 200 || !Array.isArray(items)) throw new RunEnded((t) => t.notTheService(this.to.url, status));
    return { items: items as Item[], ...(typeof nextCursor === 'string' ? { nextCursor } : {}) };
  }

  /** Undefined when it was taken (or would be), else why not. */
  async take(contractNo: string, request: object, dryRun: boolean): Promise<Refusal | undefined> {
    const path = `/import-contract${dryRun ? '?dryRun=true' : ''}`;
    const { status, body } = await this.ask('POST', path, { body: JSON.stringify(request), key: keyOf(contractNo) });
    if (status < 300) return undefined;
    const { code = `HTTP_${status}`, detail = '', details = {}, errors = [] } = body;
    return { status, code, detail, details, errors } as Refusal;
  }

  /** Asks again when nothing was answered or the service is busy: the Idempotency-Key makes that safe. */
  private async ask(method: string, path: string, { body, key }: Sent = {}): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${this.to.token}`,
      'accept-language': this.to.language,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.tryOnce(path, init, attempt === TRIES);
      if ('status' in answer) return answer;
      await pause(answer.againInMs ?? 250 * 2 ** attempt);
    }
  }

  private async tryOnce(path: string, init: RequestInit, isLast: boolean): Promise<Answer | Again> {
    let response: Response;
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
      response = await fetch(`${this.to.url}/api/v1/contracts${path}`, { ...init, signal, redirect: 'manual' });
    } catch (error) {
      const reason = reasonOf(error);
      if (!isLast && PASSING.includes(reason)) return {};
      throw new RunEnded((t) => t.unreachable(this.to.url, reason));
    }
    const { status } = response;
    const body = await jsonOf(response);
    if (status === 401 || status === 403) {
      const { detail = '' } = body as { detail?: string };
      throw new RunEnded((t) => t.notAllowed(status, detail));
    }
    if (isLast || !BUSY.includes(status)) return { status, body };
    return { againInMs: Number(response.headers.get('retry-after') ?? 1) * 1_000 };
  }
}

/** A header is Latin: a number with Chinese characters is named by its hash. */
function keyOf(contractNo: string): string {
  if (/^[\x20-\x7e]*$/.test(contractNo)) return `import:${contractNo}`;
  return `import:${createHash('sha256').update(contractNo).digest('hex')}`;
}

async function jsonOf(response: Response): Promise<Answer['body']> {
  const body = (await response.json().catch(() => undefined)) as Answer['body'] | null | undefined;
  return body ?? {};
}

function reasonOf(error: unknown): string {
  const { cause, name, message } = error as Error & {
    cause?: { code?: string; errors?: { code?: string }[]; message?: string };
  };
  return cause?.code ?? cause?.errors?.[0]?.code ?? cause?.message ?? (name === 'TimeoutError' ? name : message);
}
