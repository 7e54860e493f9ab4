import { LeaseLost } from '../bus/message-bus.js';

/**
 * refusal: a business rule said no. permanent: the message can never be handled. transient: the way failed, try again.
 * unknown: perhaps a bug; a few tries, then park.
 */
export type FaultKind = 'refusal' | 'permanent' | 'transient' | 'unknown';

export interface Fault {
  readonly kind: FaultKind;
  readonly code: string;
  readonly message: string;
}

/** The message does not say what its schema promises. */
export class InvalidMessage extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'InvalidMessage';
  }
}

export type Classify = (error: unknown) => Fault;

export interface RetryRules {
  /** Tries of an unknown fault before it is parked. */
  readonly unknownTries: number;
  /** How long a transient fault may hold the group up before it is parked. */
  readonly transientMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** The refusal that says: what this message is about has not arrived yet. */
export const NOT_ARRIVED = 'NOT_FOUND';

export const RETRY_RULES: RetryRules = {
  unknownTries: 5,
  transientMs: 600_000,
  firstPauseMs: 100,
  longestPauseMs: 15_000,
};

/** Runs until it succeeds or is worth parking; answers the fault then, undefined on success. @throws when aborted */
export async function persist(
  run: () => Promise<void>,
  classify: Classify,
  rules: RetryRules,
  signal: AbortSignal,
): Promise<(Fault & { attempts: number }) | undefined> {
  const began = performance.now();
  for (let attempts = 1; ; attempts += 1) {
    try {
      await run();
      return undefined;
    } catch (error) {
      if (signal.aborted || error instanceof LeaseLost) throw error;
      const fault = classify(error);
      const hopeless =
        fault.kind === 'refusal' ||
        fault.kind === 'permanent' ||
        (fault.kind === 'unknown' && attempts >= rules.unknownTries) ||
        performance.now() - began >= rules.transientMs;
      if (hopeless) return { ...fault, attempts };
      const pause = Math.min(rules.longestPauseMs, rules.firstPauseMs * 2 ** (attempts - 1));
      await sleep(pause * (0.5 + Math.random() / 2), signal);
      if (signal.aborted) throw error;
    }
  }
}

export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}

/** Waits for the work, but not longer than this; its failure is not reported. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const waited = new AbortController();
  await Promise.race([work.catch(() => undefined), sleep(milliseconds, waited.signal)]);
  waited.abort();
}
