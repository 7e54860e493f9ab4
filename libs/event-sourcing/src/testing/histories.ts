import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Aggregate, Named } from '../aggregate.js';
import { canonicalJson } from '../commands/identity.js';
import type { Command, DomainEvent } from '../decider.js';
import { upcastData } from '../store/upcasting-event-store.js';
import { changesOfShape, shapesOf } from './shapes.js';

/** A stream as it was stored once: never changed again. */
export interface History<State = unknown> {
  readonly events: readonly { readonly type: string; readonly version: number; readonly data: unknown }[];
  /** The state that the events must always fold to; a state that keeps more may have further fields. */
  readonly state: State;
  /** SHA-256 of the canonical JSON of both, so that a line that somebody changed or took away is found. */
  readonly sha256: string;
}

interface Life {
  readonly past: readonly DomainEvent[];
  readonly state: unknown;
}

/**
 * Replays every frozen stream in `dir` and compares what it folds to; each life in `lives` is held too. A type whose data
 * changed its shape must get a new version and an upcaster.
 */
export function holdHistories<State extends Named, C extends Command, E extends DomainEvent>(
  aggregate: Aggregate<State, C, E>,
  dir: string,
  lives: Readonly<Record<string, () => Life>>,
): void {
  for (const [name, life] of Object.entries(lives)) holdLife(aggregate, dir, name, life);
  const frozen = historiesIn(dir);
  describe(`the histories of ${aggregate.category}`, () => {
    it.each([...frozen])(
      '%s is as it was frozen, and folds to the same state; new fields may have come',
      (_name, history) => {
        expect(hashOf(history.events, history.state)).toBe(history.sha256);
        expect(plain(stateAfter(aggregate, history))).toMatchObject(history.state as object);
      },
    );
    it('has every stored type in its newest version', () => {
      const known = new Set([...frozen.values()].flatMap(({ events }) => events.map((e) => `${e.type}.v${e.version}`)));
      const stored = Object.entries<number>(aggregate.stored).map(([type, version]) => `${type}.v${version}`);
      expect(stored.filter((name) => !known.has(name))).toEqual([]);
    });
  });
}

/**
 * A life of an aggregate, walked in a spec: `FREEZE=true` freezes its stream in a file of this name where there is none. What
 * it records today must have the shape of what was frozen.
 */
export function holdLife<State extends Named, C extends Command, E extends DomainEvent>(
  aggregate: Aggregate<State, C, E>,
  dir: string,
  name: string,
  life: () => Life,
): void {
  if (process.env.FREEZE === 'true') freezeMissing(aggregate, dir, name, life);
  it(`the life ${name} has the shapes that were frozen; a new shape needs a new version and an upcaster`, () => {
    const frozen = historiesIn(dir);
    expect([...frozen.keys()]).toContain(name);
    const newest = [...frozen.values()].flatMap(({ events }) =>
      events.filter((e) => e.version === aggregate.stored[e.type as E['type']]),
    );
    const before = shapesOf(newest);
    const changes = [...shapesOf(plain(life().past))].flatMap(([type, shape]) => {
      const known = before.get(type);
      return known ? changesOfShape(type, known, shape) : [`${type} is in no history in its newest version`];
    });
    expect(changes).toEqual([]);
  });
}

/** The frozen streams of a folder, by name; also for tests that need a store with everything in it. */
export function historiesIn(dir: string): ReadonlyMap<string, History> {
  const files = fs.existsSync(dir) ? fs.readdirSync(dir).filter((file) => file.endsWith('.json')) : [];
  return new Map(
    files.sort().map((file) => {
      const text = fs.readFileSync(path.join(dir, file), 'utf8');
      return [path.basename(file, '.json'), JSON.parse(text) as History] as const;
    }),
  );
}

function stateAfter<State extends Named, C extends Command, E extends DomainEvent>(
  aggregate: Aggregate<State, C, E>,
  { events }: History,
): State {
  return events
    .map((event) => ({ type: event.type, data: upcastData(aggregate, event) }) as E)
    .reduce((state, event) => aggregate.evolve(state, event), aggregate.initialState);
}

function freezeMissing<State extends Named, C extends Command, E extends DomainEvent>(
  aggregate: Aggregate<State, C, E>,
  dir: string,
  name: string,
  life: () => Life,
): void {
  const file = path.join(dir, `${name}.json`);
  if (fs.existsSync(file)) return;
  fs.mkdirSync(dir, { recursive: true });
  const { past, state } = plain(life());
  const events = past.map(({ type, data }) => ({ type, version: aggregate.stored[type as E['type']], data }));
  fs.writeFileSync(file, `${JSON.stringify({ events, state, sha256: hashOf(events, state) }, null, 2)}\n`);
}

const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const hashOf = (events: unknown, state: unknown) =>
  createHash('sha256').update(canonicalJson({ events, state })).digest('hex');
