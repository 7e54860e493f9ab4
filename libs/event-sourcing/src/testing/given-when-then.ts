import { deepStrictEqual, fail } from 'node:assert';
import { Rejected, type Command, type Decider, type DomainEvent, type Issued } from '../decider.js';

/** Given these events, when this command, then exactly these events in this order, or exactly this refusal. */
export function given<State, C extends Command, E extends DomainEvent>(
  decider: Decider<State, C, E>,
  ...past: readonly E[]
) {
  const state = past.reduce((s, event) => decider.evolve(s, event), decider.initialState);
  return {
    state,
    when: (command: C) => ({
      then: (...expected: readonly E[]) => expectEvents(decider.decide(command, state), expected),
      thenNothing: () => expectEvents(decider.decide(command, state), []),
      thenRejected: (code: string, details?: Record<string, unknown>) =>
        expectRefusal(() => decider.decide(command, state), code, details),
    }),
  };
}

function expectEvents(actual: readonly DomainEvent[], expected: readonly DomainEvent[]): void {
  deepStrictEqual(plainEvents(actual), plainEvents(expected));
}

/** Type and data as the store gives them back. A value that JSON would change fails the test. */
export function plainEvents(events: readonly DomainEvent[]): DomainEvent[] {
  for (const event of events) refuseNonJson(event.data, event.type);
  return JSON.parse(JSON.stringify(events.map(({ type, data }) => ({ type, data })))) as DomainEvent[];
}

function expectRefusal(decide: () => unknown, code: string, details?: Record<string, unknown>): void {
  try {
    decide();
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    deepStrictEqual(error.code, code);
    if (details) deepStrictEqual({ ...error.details }, details);
    return;
  }
  fail(`expected the refusal ${code}, but the command was accepted`);
}

export type Refusal = Readonly<Record<string, unknown>> & { readonly code: string };

/** What a decision was refused with: its code beside its details; the code is `accepted` when it was not. */
export function refusalOf(decide: () => unknown): Refusal {
  try {
    decide();
  } catch (error) {
    if (error instanceof Rejected) return { ...error.details, code: error.code };
    throw error;
  }
  return { code: 'accepted' };
}

/** A Date, Map or class instance would change its shape in the store, so that a test of it would prove nothing. */
function refuseNonJson(value: unknown, path: string): void {
  if (value === null || value === undefined || ['string', 'boolean'].includes(typeof value)) return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (Array.isArray(value)) return value.forEach((item, index) => refuseNonJson(item, `${path}[${index}]`));
  if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object)) {
    for (const [key, inner] of Object.entries(value)) refuseNonJson(inner, `${path}.${key}`);
    return;
  }
  fail(`${path} is not plain JSON`);
}

/** A command's envelope for specs: any part can be said. */
export function issued(parts: Partial<Issued> = {}): Issued {
  return {
    commandId: '00000000-0000-4000-8000-000000000001',
    fingerprint: 'spec',
    by: { id: 'li-na', role: 'SALES' },
    at: '2025-03-10T01:00:00.000Z',
    today: '2025-03-10',
    ...parts,
  };
}
