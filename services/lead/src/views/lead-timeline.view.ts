import type { RecordedEvent } from '@engsales/event-sourcing';
import { businessDateOf, daysBetween } from '@engsales/values';

interface Said {
  readonly state?: string;
  readonly attemptNo?: number;
  readonly salespersonId?: string;
  readonly reason?: string;
  /** Of an outcome. */
  readonly reasons?: readonly string[];
  /** Of a revival. */
  readonly trigger?: string;
}

/** A lead in one state of one attempt. */
export interface Stretch {
  readonly state: string;
  readonly attemptNo: number;
  readonly from: string;
  readonly to: string | null;
  readonly days: number;
  readonly by: string;
  readonly event: string;
  readonly reason: string | null;
}

interface Move {
  readonly state: string;
  readonly attemptNo: number;
  readonly on: string;
  readonly by: string;
  readonly event: string;
  readonly reason: string | null;
}

/** Who moved the lead when, and how long it stayed: a stretch per state and attempt; the last runs until today. */
export function timelineOf(events: readonly RecordedEvent[], today: string): Stretch[] {
  const moves: Move[] = [];
  for (const event of events) {
    const before = moves.at(-1);
    const after = moveBy(event, before);
    if (before?.state !== after.state || before.attemptNo !== after.attemptNo) moves.push(after);
  }
  return moves.map(({ state, attemptNo, on, by, event, reason }, index) => {
    const to = moves[index + 1]?.on ?? null;
    return { state, attemptNo, from: on, to, days: daysBetween(on, to ?? today), by, event, reason };
  });
}

function moveBy({ type, data, metadata }: RecordedEvent, before: Move | undefined): Move {
  const said = data as Said;
  return {
    state: said.state ?? before?.state ?? '',
    // only a revival begins an attempt; events of a pursuit name the attempt that it belongs to
    attemptNo: type === 'LeadRevived' ? (said.attemptNo ?? 1) : (before?.attemptNo ?? 1),
    on: businessDateOf(metadata.occurredAt),
    by: metadata.actor.id,
    event: type,
    reason: reasonIn(said),
  };
}

const reasonIn = ({ reason, reasons = [], trigger }: Said): string | null =>
  reason ?? trigger ?? (reasons.length > 0 ? reasons.join(', ') : null);
