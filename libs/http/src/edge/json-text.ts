import { Rejected } from '@engsales/event-sourcing';
import { createScanner, parse, type ParseError } from 'jsonc-parser';

const DEEPEST = 32;
/** Values in a body, lists and objects counted too: far more than any request needs. */
const MOST_VALUES = 200_000;
/** Members of one object; the largest request has 25. */
const MOST_MEMBERS = 200;
/** Members that would change what an object inherits, or that readers of objects leave out in silence. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The value of a JSON text (RFC 8259) in UTF-8. Before it is read as a whole, it is bounded and read for what JSON.parse lets
 * pass in silence: a member that is there twice, and one that would change a prototype.
 * @throws Rejected MALFORMED_JSON, VALIDATION_FAILED
 */
export function parseJsonText(bytes: Buffer): unknown {
  const text = textOf(bytes);
  if (text.trim() === '') return {};
  refuseUnsafe(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed(text, faultIn(text));
  }
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Rejected('MALFORMED_JSON', 'the body is not UTF-8');
  }
}

interface Level {
  /** Members of an object so far; undefined in a list. */
  readonly members: Set<string> | undefined;
  expectsMember: boolean;
}

/** One pass over the tokens; depth costs no stack. */
function refuseUnsafe(text: string): void {
  const scanner = createScanner(text, true);
  const next = () => {
    scanner.scan();
    return text[scanner.getTokenOffset()];
  };
  const levels: Level[] = [];
  let values = 0;
  for (let sign = next(); sign !== undefined; sign = next()) {
    const level = levels.at(-1);
    if (sign === '}' || sign === ']') levels.pop();
    if (sign === ',' && level) level.expectsMember = true;
    if ('}],:'.includes(sign)) continue;
    if (sign === '"' && level?.members && level.expectsMember) {
      refuseMember(scanner.getTokenValue(), level.members, text, scanner.getTokenOffset());
      level.expectsMember = false;
      continue;
    }
    values += 1;
    if (values > MOST_VALUES)
      throw new Rejected('VALIDATION_FAILED', `the request has more than ${MOST_VALUES} values`);
    if (sign !== '{' && sign !== '[') continue;
    if (levels.length >= DEEPEST) throw new Rejected('VALIDATION_FAILED', `nested deeper than ${DEEPEST} levels`);
    levels.push({ members: sign === '{' ? new Set() : undefined, expectsMember: true });
  }
}

function refuseMember(name: string, members: Set<string>, text: string, offset: number): void {
  const shown = name.slice(0, 64);
  if (FORBIDDEN.has(name)) {
    throw new Rejected('MALFORMED_JSON', `a member is called ${name}`, {
      ...placeOf(text, offset),
      member: shown,
    });
  }
  if (members.has(name)) {
    throw new Rejected('MALFORMED_JSON', `the member ${shown} is there twice`, {
      ...placeOf(text, offset),
      member: shown,
    });
  }
  members.add(name);
  if (members.size > MOST_MEMBERS)
    throw new Rejected('VALIDATION_FAILED', `an object has more than ${MOST_MEMBERS} members`, placeOf(text, offset));
}

/** Where the text stops being JSON. */
function faultIn(text: string): number {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  return errors[0]?.offset ?? text.length;
}

function malformed(text: string, offset: number): Rejected {
  const place = placeOf(text, offset);
  const where = offset >= text.trimEnd().length ? 'ends too early' : 'is not JSON';
  return new Rejected('MALFORMED_JSON', `the body ${where} at line ${place.line}, column ${place.column}`, place);
}

/** As editors count: both from 1. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
