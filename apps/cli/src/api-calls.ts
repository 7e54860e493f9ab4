import { setTimeout as pause } from 'node:timers/promises';
import { RunEnded } from './run-ended.js';
import type { Texts } from './texts.js';

/** RFC 9457, as the services answer it. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Connection {
  readonly url: string;
  readonly token: string;
  readonly language: string;
}

interface Sent {
  readonly body?: string;
  readonly key?: string;
}

interface Again {
  readonly againInMs?: number;
}

const TRIES = 5;
/** The connection was there, or the service was just too slow. */
const PASSING = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'TimeoutError'];
const BUSY = [429, 502, 503, 504];
const ANSWER_WITHIN_MS = 60_000;

/** A service over HTTP. @throws RunEnded when nothing more can come of it */
export class ApiCalls {
  constructor(
    private readonly to: Connection,
    private readonly name: (texts: Texts) => string,
  ) {}

  /** Asks again when nothing was answered or the service is busy: the Idempotency-Key makes that safe. */
  async ask(method: string, path: string, { body, key }: Sent = {}): Promise<Answer> {
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
      response = await fetch(`${this.to.url}/api/v1/${path}`, { ...init, signal, redirect: 'manual' });
    } catch (error) {
      const reason = reasonOf(error);
      if (!isLast && PASSING.includes(reason)) return {};
      throw new RunEnded((t) => t.unreachable(this.name(t), this.to.url, reason));
    }
    const { status } = response;
    const body = await jsonOf(response);
    if (status === 401 || status === 403) {
      const { detail = '' } = body as { detail?: string };
      throw new RunEnded((t) => t.notAllowed(this.name(t), status, detail));
    }
    if (isLast || !BUSY.includes(status)) return { status, body };
    return { againInMs: Number(response.headers.get('retry-after') ?? 1) * 1_000 };
  }
}

/** Undefined when it was taken. */
export function refusalIn({ status, body }: Answer): Refusal | undefined {
  if (status < 300) return undefined;
  const { code = `HTTP_${status}`, detail = '', details = {}, errors = [] } = body;
  return { status, code, detail, details, errors } as Refusal;
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
